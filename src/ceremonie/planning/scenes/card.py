"""A card without a photo: the pictogram of the topic, and lanes that turn around it."""

from __future__ import annotations

import math

from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Pictogram, Role, Stroke
from ceremonie.planning.typesetting import Setting, ladder
from ceremonie.planning.words import placed, setting
from ceremonie.theme.grid import MARGIN_X
from ceremonie.theme.palette import Colour, ink_on, second_lane
from ceremonie.theme.track import Bend, Outline, Point, Track, circle
from ceremonie.theme.type import CARD_TITLE, LABEL_PLAIN
from ceremonie.theme.typeface import width

PITCH = 96
RINGS = 5
ROOM = 900
CENTRE = (1440.0, 560.0)
RIGHTMOST = 1600.0
FIRST_RING = 0.56
CLEAR = 24
STEP = 8
"""px: centres lie on few places, so that hundreds of cards share the rings about them."""

LIT = (96.0, 262.0)
"""Degrees clockwise from the right: the lane is lit from below to its start bar on top."""

_WHEELCHAIR = "fauteuil"
"""Its lanes turn about the hub of its wheel; every other pictogram is their centre itself."""


def draw(symbol: str, title: str, place: str, field: Colour, start: int) -> Drawing:
    """Title and place on the left, the pictogram with its lanes on the right. No length is set."""
    ink = ink_on(field)
    words = setting(
        title, ladder(CARD_TITLE, (190, 2), (160, 2), (136, 3), (116, 3), (96, 4)), ROOM
    )
    where = setting(place, ladder(LABEL_PLAIN, (52, 2), (48, 2), (44, 2)), ROOM)
    top = 102 + words.style.size * 0.885
    below = top + words.height + max(114, words.style.size * 0.6)
    return Drawing(
        field,
        (
            *_turning(symbol, field, start, words),
            placed(
                "titre",
                words,
                MARGIN_X,
                top,
                ink,
                field,
                role=Role.TITLE,
                entrance=motion.text(start),
            ),
            placed(
                "lieu",
                where,
                MARGIN_X,
                below,
                ink,
                field,
                role=Role.PLACE,
                entrance=motion.text(start + motion.BEAT),
            ),
        ),
    )


def _turning(symbol: str, field: Colour, start: int, words: Setting) -> list[Element]:
    if symbol == _WHEELCHAIR:
        return _wheel(field, start)
    right = MARGIN_X + max(width(line, words.style) for line in words.lines)
    return _centred(symbol, field, start, right)


def _wheel(field: Colour, start: int) -> list[Element]:
    size, x, y = 1080, 952, 16
    hub = (x + 313 / 960 * size, y + (960 - 273) / 960 * size)
    first = 193 / 960 * size + 72
    rings = _rings(hub, first, field, start)
    return [*rings, _symbol(_WHEELCHAIR, x, y, size, field, start)]


def _centred(symbol: str, field: Colour, start: int, text_end: float) -> list[Element]:
    """The rings stay clear of the words: their centre moves to the right of a long title."""
    size = 620
    first = size * FIRST_RING
    clear = math.ceil((text_end + CLEAR + first + 3 * PITCH) / STEP) * STEP
    x = min(max(CENTRE[0], clear), RIGHTMOST)
    rings = _rings((x, CENTRE[1]), first, field, start)
    return [*rings, _symbol(symbol, x - size / 2, CENTRE[1] - size / 2, size, field, start)]


def _symbol(symbol: str, x: float, y: float, size: float, field: Colour, start: int) -> Element:
    return Pictogram(
        name="grand pictogramme",
        symbol=symbol,
        x=x,
        y=y,
        size=size,
        colour=ink_on(field),
        entrance=motion.rise(start + motion.BEAT, 48),
    )


def _rings(centre: Point, first: float, field: Colour, start: int) -> list[Element]:
    """Circles one pitch apart; the lane between the second and the third is lit."""
    radii = [first + PITCH * i for i in range(RINGS)]
    middle = (radii[1] + radii[2]) / 2
    shapes: list[Element] = [
        Stroke(
            name="couloir",
            course=_arc(centre, middle, *LIT),
            width=PITCH,
            colour=second_lane(field),
            entrance=motion.lane(start),
        )
    ]
    shapes += [
        Stroke(
            name=f"ligne {i + 1}",
            course=circle(centre, radius, 96).line(0),
            width=8,
            colour=Colour.PAPER,
            entrance=motion.lane(start, i),
        )
        for i, radius in enumerate(radii[:4])
    ]
    shapes.append(
        Stroke(
            name="départ",
            course=_arc(centre, middle, LIT[1] - 1.6, LIT[1] + 1.6),
            width=PITCH,
            colour=Colour.PAPER,
            entrance=motion.bar(start),
        )
    )
    return shapes


def _arc(centre: Point, radius: float, start: float, stop: float) -> Outline:
    """Clockwise, in degrees from the right of the centre."""
    whole = circle(centre, radius, start)
    return Track(whole.start, whole.heading, (Bend(radius, stop - start),)).line(0)
