"""The portrait arch: lanes go up, turn and come down around a picture or a pictogram."""

from __future__ import annotations

from ceremonie.planning import motion
from ceremonie.planning.drawing import Area, Drawing, Element, Pictogram, Role, Text
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.scenes.infield import Words, badge
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.words import placed, setting
from ceremonie.theme.grid import MARGIN_X
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.track import Bend, Outline, Straight, Track
from ceremonie.theme.type import HEADLINE, LABEL_PLAIN

CENTRE_X = 1434
RADIUS = 318
PITCH = 48
TOP = 48
OUTER = RADIUS + 3 * PITCH
BEND_Y = TOP + OUTER
LEFT = CENTRE_X - OUTER
ROOM = LEFT - MARGIN_X - 48
"""What the text column beside the arch may take, px."""


def mask() -> Outline:
    """The infield, closed below the frame."""
    track = Track(
        (CENTRE_X - RADIUS, 1090), -90, (Straight(1090 - BEND_Y), Bend(RADIUS, 180), Straight(1090))
    )
    return track.line(0, 0, 1090 - BEND_Y + 3.1416 * RADIUS + 1090 - BEND_Y)


def box() -> tuple[float, float, float, float]:
    """Left, top, width, height of the infield."""
    top = TOP + 3 * PITCH
    return CENTRE_X - RADIUS, top, 2 * RADIUS, 1080 - top


def shapes(field: Colour, start: int) -> tuple[Element, ...]:
    """The lanes around the infield; the lit one in the middle."""
    track = Track(
        (CENTRE_X - OUTER + 1.5 * PITCH, 1100),
        -90,
        (Straight(1100 - BEND_Y), Bend(OUTER - 1.5 * PITCH, 180), Straight(1100)),
    )
    unlit, lit = lane_colours(field)
    bundle = Bundle(track, PITCH, (unlit, lit, unlit), -1.5 * PITCH)
    return (*bands(bundle, start), *lines(bundle, start))


def lane_colours(field: Colour) -> tuple[Colour, Colour]:
    """The unlit and the lit lane beside a field of this colour."""
    return {
        Colour.BRIGHT: (Colour.DEEP, Colour.MIDDLE),
        Colour.MIDDLE: (Colour.DEEP, Colour.BRIGHT),
        Colour.DEEP: (Colour.MIDDLE, Colour.BRIGHT),
    }.get(field, (Colour.DEEP, Colour.MIDDLE))


def filled(symbol: str, start: int) -> tuple[Element, ...]:
    """What stands in the arch where there is no photo: night, and the pictogram in sun."""
    size = 520
    return (
        Area(
            name="fond du pictogramme",
            outlines=(mask(),),
            colour=Colour.INK,
            entrance=motion.photo(start),
        ),
        Pictogram(
            name="grand pictogramme",
            symbol=symbol,
            x=CENTRE_X - size / 2,
            y=330,
            size=size,
            colour=Colour.BRIGHT,
            entrance=motion.rise(start + motion.BEAT),
        ),
    )


def draw(picture: tuple[Element, ...], words: Words, field: Colour, start: int) -> Drawing:
    """The shot: badge, title and place on the left, the picture in the arch."""
    return Drawing(
        field,
        (
            *picture,
            *shapes(field, start),
            *badge(words.symbol, words.badge, MARGIN_X + 88, 148, 88, start + motion.BEAT),
            *column(words, field, start),
        ),
    )


def column(words: Words, field: Colour, start: int) -> list[Text]:
    title = setting(
        words.title, ladder(HEADLINE, (148, 2), (128, 2), (112, 3), (96, 3), (80, 4)), ROOM
    )
    below = 404 + title.height + max(100, title.style.size * 0.76)
    place = setting(words.place, ladder(LABEL_PLAIN, (52, 2), (48, 2), (44, 2)), ROOM)
    ink = ink_on(field)
    return [
        placed(
            "titre",
            title,
            MARGIN_X,
            404,
            ink,
            field,
            role=Role.TITLE,
            entrance=motion.text(start + motion.BEAT),
        ),
        placed(
            "lieu",
            place,
            MARGIN_X,
            below,
            ink,
            field,
            role=Role.PLACE,
            entrance=motion.text(start + 2 * motion.BEAT),
        ),
    ]
