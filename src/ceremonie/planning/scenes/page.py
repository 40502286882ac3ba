"""The slide of a workshop or a performance: what it was in words, its picture in a bend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Photo, Role, Text
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.scenes import arch, plate
from ceremonie.planning.scenes.infield import badge
from ceremonie.planning.scenes.shares import Rectangle, shared
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.typography import sentence
from ceremonie.planning.words import line, placed, setting
from ceremonie.theme.grid import BOTTOM, MARGIN_X
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.track import Bend, Outline, Straight, Track
from ceremonie.theme.type import BODY, LABEL, LABEL_PLAIN, LOWER_THIRD, SMALL

BEND_RADIUS = 420
LEFT = 972
TOP = 48
PITCH = 48
ROOM = 820
GAP = 12


@dataclass(frozen=True)
class Content:
    """What a slide says; `audience` is left to the notes where it would crowd out other words."""

    heading: str
    kicker: str
    place: str
    audience: str
    text: str
    partners: str
    symbol: str
    badge: tuple[Colour, Colour]


def draw(content: Content, pictures: Sequence[Picture], field: Colour, start: int) -> Drawing:
    """A slide at rest: text on the left; on the right the pictures with their captions, a portrait
    alone in the arch, or the pictogram.
    """
    if len(pictures) > 1 or (pictures and not pictures[0].portrait):
        right: tuple[Element, ...] = (*_pictures(pictures), *_bend(field, start))
    else:
        right = _in_arch(pictures[0] if pictures else None, content.symbol, field, start)
    column = _column(content, field, start)
    if not all(element.fits for element in column if isinstance(element, Text)):
        column = _column(replace(content, audience=""), field, start)
    return Drawing(field, (*right, *column))


def _in_arch(
    picture: Picture | None, symbol: str, field: Colour, start: int
) -> tuple[Element, ...]:
    if picture is None:
        return (*arch.filled(symbol, start), *arch.shapes(field, start))
    x, y, width, height = arch.box()
    photo = Photo(
        name="photo", picture=picture, x=x, y=y, width=width, height=height, mask=arch.mask()
    )
    return (photo, *arch.shapes(field, start), *plate.on(arch.box(), picture.caption))


def _track(offset: float = 0) -> Track:
    """Up, then right out of the frame; `offset` px inside its outer edge."""
    x, y, radius = LEFT + offset, TOP + offset, BEND_RADIUS - offset
    return Track((x, 1100), -90, (Straight(1100 - y - radius), Bend(radius, 90), Straight(1200)))


def _pictures(pictures: Sequence[Picture]) -> list[Element]:
    """The infield is shared by up to four pictures, each with its caption if all have the room."""
    inside = 3 * PITCH
    left, top = LEFT + inside, TOP + inside
    cells = shared((left, top, 1920 - left, 1080 - top), pictures, GAP)
    photos: list[Element] = [
        Photo(
            name="photo" if len(cells) == 1 else f"photo {i}",
            picture=picture,
            x=x,
            y=y,
            width=width,
            height=height,
            mask=_mask(inside) if _in_the_bend(x, y, inside) else None,
        )
        for i, (picture, (x, y, width, height)) in enumerate(zip(pictures, cells, strict=True), 1)
    ]
    return [*photos, *_captions(pictures, cells)]


def _in_the_bend(x: float, y: float, inside: float) -> bool:
    """Whether the corner of a cell lies where the bend cuts it off."""
    reach = BEND_RADIUS - inside
    return x < LEFT + inside + reach and y < TOP + inside + reach


def _captions(pictures: Sequence[Picture], cells: Sequence[Rectangle]) -> list[Element]:
    """All of them or none: a single one would seem to speak for all pictures."""
    plates = [
        plate.on(cell, picture.caption, name=f"légende {i}")
        for i, (picture, cell) in enumerate(zip(pictures, cells, strict=True), 1)
        if picture.caption
    ]
    return list(chain.from_iterable(plates)) if all(plates) else []


def _mask(inside: float) -> Outline:
    return (*_track(inside).line(0), (2600.0, 1100.0))


def _bend(field: Colour, start: int) -> tuple[Element, ...]:
    unlit, lit = arch.lane_colours(field)
    bundle = Bundle(_track(1.5 * PITCH), PITCH, (unlit, lit, unlit), -1.5 * PITCH)
    return (*bands(bundle, start), *lines(bundle, start))


def _column(content: Content, field: Colour, start: int) -> list[Element]:
    ink = ink_on(field)
    title = setting(
        content.heading, ladder(LOWER_THIRD, (104, 2), (92, 2), (80, 2), (72, 3), (64, 3)), ROOM
    )
    place = setting(
        sentence(content.place, content.audience), ladder(LABEL_PLAIN, (52, 1), (48, 2)), ROOM
    )
    y = 212 + title.style.size * 0.72
    below = y + title.height + 84
    texts: list[Element] = [
        *badge(content.symbol, content.badge, MARGIN_X + 54, 120, 54, start + motion.BEAT),
        line("surtitre", content.kicker, MARGIN_X + 132, 137, LABEL, ink, field, role=Role.KICKER),
        placed("titre", title, MARGIN_X, y, ink, field, role=Role.TITLE),
        placed("lieu", place, MARGIN_X, below, ink, field, role=Role.PLACE),
    ]
    foot = _partners(content.partners, ink, field)
    if content.text:
        top = below + place.height + 88
        bottom = (foot[0].baseline - 72) if foot else BOTTOM
        texts.append(_text(content.text, top, bottom, ink, field))
    return [*texts, *foot]


def _text(text: str, top: float, bottom: float, ink: Colour, field: Colour) -> Text:
    """As large as the column allows, never under 24 pt."""
    sizes = (56.0, 52.0, 48.0)
    measures = ladder(BODY, *((s, int((bottom - top) // (s * BODY.leading)) + 1) for s in sizes))
    words = setting(text, measures, ROOM)
    return placed("texte", words, MARGIN_X, top, ink, field, role=Role.BODY)


def _partners(partners: str, ink: Colour, field: Colour) -> list[Text]:
    if not partners:
        return []
    words = setting(f"Avec {partners}", ladder(SMALL, (48, 2), (44, 2), (40, 3)), ROOM)
    return [
        placed(
            "partenaires", words, MARGIN_X, BOTTOM - 20 - words.height, ink, field, role=Role.CREDIT
        )
    ]
