"""The opening word: the track draws the speaker, whose name runs in its lanes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions import signed
from ceremonie.planning.compositions.person import with_head
from ceremonie.planning.content import Speech
from ceremonie.planning.drawing import Drawing, Element, Role, Text
from ceremonie.planning.entrances import AT_ONCE, Entrance
from ceremonie.planning.pen import pen_on
from ceremonie.planning.silhouette import Running, Silhouette, in_lane, person
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, Setting, fit, ladder, settle
from ceremonie.theme.grid import column
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import FLOOR, Style

FIELD = Colour.DEEP
LANES = (Colour.BRIGHT, Colour.MIDDLE, Colour.BRIGHT)
ASIDE = 96
"""px from the last line of the message to the mention, where there is room for that."""

NEAREST = 64
"""px that the mention comes as near where there is not."""

HANGING = 0.3
"""em that a line of text reaches below its baseline."""

RISING = 0.95
"""em that a capital with its accent reaches above it."""


@dataclass(frozen=True)
class _Layout:
    """The speaker, and the rooms of the words.

    `sizes` are those of the message with the most lines of each, its first baseline at `baseline`;
    a longer one fills its room and is set smaller. The mention follows it in the same room, or runs
    in the third lane.
    """

    who: Silhouette
    kicker: Bounds
    message: Bounds
    baseline: float
    sizes: tuple[tuple[float, int], ...]
    lanes: tuple[float, float]
    mention_in_lane: bool = False


_WIDE = _Layout(
    who=Silhouette(
        centre=410,
        radius=368,
        head_radius=142,
        colours=LANES,
        body=Colour.BRIGHT,
        head=Colour.PAPER,
    ),
    kicker=Bounds(column(5), 66, WIDE.safe.right, 136),
    message=Bounds(column(5), 136, WIDE.safe.right, 724),
    baseline=226,
    sizes=((88, 4), (80, 5), (72, 5), (64, 6)),
    lanes=(column(5), WIDE.safe.right),
)
_SQUARE = _Layout(
    who=Silhouette(
        centre=288,
        radius=252,
        head_radius=106,
        colours=LANES,
        body=Colour.BRIGHT,
        head=Colour.PAPER,
        pitch=56,
        foot=20,
        gap=20,
        axis=834,
        width=1080,
        shelf=88,
    ),
    kicker=Bounds(450, 66, 1026, 126),
    message=Bounds(450, 126, 1026, 510),
    baseline=202,
    sizes=((72, 4), (64, 5), (60, 5), (56, 6)),
    lanes=(54, 1026),
    mention_in_lane=True,
)
_TALL = _Layout(
    who=Silhouette(
        centre=540,
        radius=324,
        head_radius=125,
        colours=LANES,
        body=Colour.BRIGHT,
        head=Colour.PAPER,
        pitch=68,
        foot=24,
        gap=24,
        axis=1454,
        width=1080,
        shelf=88,
    ),
    kicker=Bounds(54, 104, 1026, 164),
    message=Bounds(54, 164, 1026, 706),
    baseline=268,
    sizes=((112, 3), (88, 4), (80, 5), (72, 5), (64, 6)),
    lanes=(54, 1026),
)


def compose(content: Speech, staging: Staging) -> Drawing:
    """Where the message goes on from the shot before, everything else stands there already."""
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    start = staging.lead
    who, head = with_head(content.portrait, layout.who, start)
    elements: tuple[Element, ...] = (
        *person(who, start, head),
        *signed.sign(content.signed, layout.kicker, start + motion.BAR),
        _kicker(content, layout, staging, motion.text(start + motion.BAR)),
        *_said(content, layout, staging, start + motion.BEAT),
        *_speaker(content, layout, staging, start + motion.BEAT + motion.BAR),
    )
    if content.continued:
        elements = tuple(e if e.name == "message" else _there(e) for e in elements)
    return staging.drawing(FIELD, elements)


def _there(element: Element) -> Element:
    return replace(element, entrance=AT_ONCE)


def _kicker(content: Speech, layout: _Layout, staging: Staging, entrance: Entrance) -> Text:
    place = layout.kicker
    at = (place.left, place.top + 46)
    style = staging.scale.label
    pen = replace(pen_on(FIELD, entrance), ink=Colour.BRIGHT)
    return pen.line("surtitre", content.kicker, at, style, role=Role.KICKER, room=place)


def _said(content: Speech, layout: _Layout, staging: Staging, start: int) -> list[Text]:
    """The message, and below it the mention."""
    place, enters = layout.message, motion.text(start)
    if layout.mention_in_lane or not content.mention:
        words, baseline = _message(content.message, layout, staging.scale.statement, place.bottom)
        return [pen_on(FIELD, enters).set("message", words, place, baseline, role=Role.BODY)]
    aside = settle(content.mention, ladder(staging.scale.small, (40, 1), (36, 3)), place.width)
    lowest = place.bottom - HANGING * aside.style.size - aside.height
    words, baseline = _message(
        content.message, layout, staging.scale.statement, lowest - NEAREST + HANGING * 56
    )
    below = min(baseline + words.height + ASIDE, lowest)
    parted = below - aside.style.size
    message = replace(place, bottom=parted)
    mention = replace(place, top=parted)
    beside = pen_on(FIELD, motion.text(start, 2))
    return [
        pen_on(FIELD, enters).set("message", words, message, baseline, role=Role.BODY),
        beside.set("mention", aside, mention, below, role=Role.CREDIT),
    ]


def _message(text: str, layout: _Layout, style: Style, bottom: float) -> tuple[Setting, float]:
    """The message above `bottom`, and its first baseline."""
    room = layout.message.width
    words = fit(text, ladder(style, *layout.sizes), room)
    if words.fits and layout.baseline + words.height + HANGING * words.style.size <= bottom:
        return words, layout.baseline
    bold = layout.sizes[-1][0]
    small = [replace(style, weight=600).at(size) for size in range(54, FLOOR - 1, -2)]
    height = bottom - layout.message.top
    words = settle(text, [_filling(one, height) for one in (style.at(bold), *small)], room)
    return words, layout.message.top + RISING * words.style.size


def _filling(style: Style, height: float) -> Measure:
    """As many lines as stand in a room of this height."""
    below = height - (RISING + HANGING) * style.size
    return Measure(style, 1 + int(below / style.line_height))


def _speaker(content: Speech, layout: _Layout, staging: Staging, start: int) -> list[Text]:
    scale = staging.scale
    running = [
        (Running("nom 1", content.speaker, 0, Role.NAME, is_name=True), scale.name),
        (Running("nom 2", content.position, 1, Role.NAME), scale.label_plain),
    ]
    if layout.mention_in_lane:
        running.append((Running("mention", content.mention, 2, Role.CREDIT), scale.small))
    return [
        in_lane(layout.who, words, layout.lanes, style, motion.text(start, words.lane))
        for words, style in running
        if words.text
    ]
