"""An athlete: the track draws the person with the bib, whose facts run in the lanes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from ceremonie.formats import WIDE, Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.compositions import round_head, signed
from ceremonie.planning.content import Person
from ceremonie.planning.drawing import Anchor, Box, Disc, Drawing, Element, Role, Text
from ceremonie.planning.pen import pen_on
from ceremonie.planning.silhouette import Running, Silhouette, in_lane, person
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import ladder, settle
from ceremonie.theme.grid import MARGIN_X
from ceremonie.theme.palette import Colour
from ceremonie.theme.typeface import width

FIELD = Colour.INK
LANES = (Colour.MIDDLE, Colour.BRIGHT, Colour.MIDDLE)
AIR = 90
"""px of the bib beside its number."""

BESIDE = 20
"""px from the kicker to what is said beside it."""

CAPITALS = 0.8
"""em from the top of a name's room to its first baseline."""


@dataclass(frozen=True)
class _Layout:
    """The athlete, and the rooms of the words: name and number at `sizes` and `numbers`; a pin is
    `pin` px from both edges of the bib.
    """

    who: Silhouette
    kicker: Bounds
    name: Bounds
    sizes: tuple[tuple[float, int], ...]
    bib: Bounds
    numbers: tuple[float, ...]
    pin: float
    lanes: tuple[float, float]


def _bib(who: Silhouette, wide: float, top: float, bottom: float) -> Bounds:
    return Bounds(who.centre - wide / 2, top, who.centre + wide / 2, bottom)


_RUNNER = Silhouette(
    centre=1412,
    radius=440,
    head_radius=168,
    colours=LANES,
    body=Colour.MIDDLE,
    head=Colour.BRIGHT,
)
_BESIDE = Silhouette(
    centre=742,
    radius=284,
    head_radius=116,
    colours=LANES,
    body=Colour.MIDDLE,
    head=Colour.BRIGHT,
    pitch=60,
    foot=20,
    gap=20,
    axis=840,
    width=1080,
    shelf=88,
)
_MIDDLE = Silhouette(
    centre=540,
    radius=324,
    head_radius=125,
    colours=LANES,
    body=Colour.MIDDLE,
    head=Colour.BRIGHT,
    pitch=68,
    foot=24,
    gap=24,
    axis=1370,
    width=1080,
    shelf=88,
)
TOP = 24
"""px from the edge of the frame to a portrait, at least."""

_LEFT_OF_RUNNER = _RUNNER.centre - _RUNNER.radius - _RUNNER.foot

_WIDE = _Layout(
    who=_RUNNER,
    kicker=Bounds(MARGIN_X, 66, WIDE.safe.right, 120),
    name=Bounds(MARGIN_X, 148, _LEFT_OF_RUNNER + 60, 556),
    sizes=((190, 2), (160, 2), (136, 3), (112, 3), (92, 4)),
    bib=_bib(_RUNNER, 400, 600, 880),
    numbers=(250, 200, 160, 120, 96),
    pin=26,
    lanes=(MARGIN_X, _LEFT_OF_RUNNER),
)
_SQUARE = _Layout(
    who=_BESIDE,
    kicker=Bounds(54, 66, 1026, 120),
    name=Bounds(54, 148, 610, 458),
    sizes=((120, 2), (104, 2), (96, 3), (80, 3), (68, 4)),
    bib=_bib(_BESIDE, 250, 552, 722),
    numbers=(150, 120, 96, 72),
    pin=18,
    lanes=(54, 1026),
)
_TALL = _Layout(
    who=_MIDDLE,
    kicker=Bounds(54, 104, 1026, 160),
    name=Bounds(54, 192, 1026, 640),
    sizes=((190, 2), (160, 2), (136, 3), (112, 3), (92, 4)),
    bib=_bib(_MIDDLE, 290, 1044, 1240),
    numbers=(180, 150, 120, 90),
    pin=20,
    lanes=(54, 1026),
)


def compose(content: Person, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    start = staging.lead
    who, head = with_head(content.portrait, layout.who, start)
    return staging.drawing(
        FIELD,
        (
            *person(who, start, head),
            *_number(content.number, layout, staging, start + motion.BEAT + motion.BAR),
            *_kicker(content, layout, staging, start + motion.BAR),
            _name(content.name, layout, staging, start + motion.BEAT),
            *_facts(content, layout, staging, start + motion.BEAT + motion.BAR),
            *signed.sign(content.signed, layout.kicker, start + motion.BAR),
        ),
    )


def with_head(
    picture: Picture | None, who: Silhouette, start: int
) -> tuple[Silhouette, Element | None]:
    """The person with a portrait for a head; as it is without one."""
    if picture is None:
        return who, None
    whole = _whole(who)
    return whole, portrait(picture, whole, start)


def _whole(who: Silhouette) -> Silhouette:
    """With a head that stands in the frame: a face is not cut as a disc may be."""
    above = TOP - (who.head_y - who.head_radius)
    return replace(who, head_radius=who.head_radius - max(0, above) / 2)


def portrait(picture: Picture, who: Silhouette, start: int) -> Element:
    """The photo in the disc of the head, so close that the face fills it."""
    centre = who.centre, who.head_y
    return round_head.disc("tête", picture, centre, who.head_radius, motion.head(start))


def _number(number: str, layout: _Layout, staging: Staging, start: int) -> tuple[Element, ...]:
    """The bib with its number; nothing without one."""
    if not number:
        return ()
    bib = layout.bib
    style = staging.scale.style(250, 800, 1.0)
    sizes = ladder(style, *((size, 1) for size in layout.numbers))
    words = settle(number, sizes, bib.width - AIR * bib.width / 400, is_name=True)
    middle = bib.centre[1] + 0.328 * words.style.size - words.height / 2
    pen = pen_on(Colour.PAPER, motion.rise(start, 40))
    written = pen.set("numéro du dossard", words, bib, middle, anchor=Anchor.MIDDLE)
    box, *pins = cloth(bib, layout.pin, start)
    return (box, written, *pins)


def cloth(bib: Bounds, pin: float, start: int) -> tuple[Element, ...]:
    """The bib without its number: a cloth and four pins."""
    box = Box(
        name="dossard",
        x=bib.left,
        y=bib.top,
        width=bib.width,
        height=bib.height,
        colour=Colour.PAPER,
        entrance=motion.rise(start, 40),
    )
    return (box, *_pins(bib, pin, start + motion.TEXT))


def _pins(bib: Bounds, inset: float, start: int) -> tuple[Disc, ...]:
    columns = (bib.left + inset, bib.right - inset)
    rows = (bib.top + inset, bib.bottom - inset)
    return tuple(
        Disc(
            name=f"épingle {index + 1}",
            x=x,
            y=y,
            radius=8 * bib.width / 400,
            colour=Colour.INK,
            entrance=motion.appear(start),
        )
        for index, (x, y) in enumerate(product(columns, rows))
    )


def _kicker(content: Person, layout: _Layout, staging: Staging, start: int) -> list[Text]:
    place, style = layout.kicker, staging.scale.label
    end = place.left + width(content.kicker, style)
    baseline = place.top + 46
    pen = pen_on(FIELD, motion.text(start))
    kicker = replace(pen, ink=Colour.BRIGHT).line(
        "surtitre",
        content.kicker,
        (place.left, baseline),
        style,
        role=Role.KICKER,
        room=replace(place, right=end),
    )
    if not content.illustration:
        return [replace(kicker, room=place)]
    beside = pen.line(
        "illustration",
        content.illustration,
        (end + BESIDE, baseline),
        staging.scale.small,
        role=Role.CREDIT,
        room=replace(place, left=end + BESIDE),
    )
    return [kicker, beside]


def _name(name: str, layout: _Layout, staging: Staging, start: int) -> Text:
    place = layout.name
    measures = ladder(staging.scale.card_title, *layout.sizes)
    words = settle(name, measures, place.width, is_name=True)
    baseline = place.top + CAPITALS * words.style.size
    room = replace(place, top=layout.kicker.bottom)
    return pen_on(FIELD, motion.text(start)).set("nom", words, room, baseline, role=Role.TITLE)


def _facts(content: Person, layout: _Layout, staging: Staging, start: int) -> list[Text]:
    return [
        in_lane(
            layout.who,
            Running(f"couloir, texte {lane + 1}", fact, lane, Role.BODY),
            layout.lanes,
            staging.scale.label,
            motion.text(start, lane),
        )
        for lane, fact in enumerate(content.facts)
        if fact
    ]
