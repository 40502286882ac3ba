"""The landscape bend: a picture is the infield, its title and place run in two lanes below it."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.planning import motion
from ceremonie.planning.drawing import Disc, Drawing, Element, Grow, Pictogram, Role, Stroke
from ceremonie.planning.typesetting import ladder
from ceremonie.planning.words import placed, setting
from ceremonie.theme.grid import LOW_TOP, MARGIN_X, column
from ceremonie.theme.palette import Colour, ink_on, second_lane
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import LABEL_PLAIN, LOWER_THIRD

RADIUS = 600
BEND_X = 1360
TITLE_LANE = 156
PLACE_LANE = 96
HEIGHT = LOW_TOP + 8.0
LINE = 8
BADGE = 54

_TRACK = Track((-40, LOW_TOP), 0, (Straight(BEND_X + 40), Bend(RADIUS, -90), Straight(400)))
MASK = (*_TRACK.line(0, 40), (1960.0, 0.0), (0.0, 0.0))
"""The infield: everything above the bend, closed beyond the top edge."""


@dataclass(frozen=True)
class Words:
    """`badge` holds the colours of the disc and of its pictogram."""

    title: str
    place: str
    symbol: str
    badge: tuple[Colour, Colour]


def draw(picture: Element, words: Words, field: Colour, start: int) -> Drawing:
    """`picture` fills the infield; it is given whole, with its mask. No length is set."""
    second = second_lane(field)
    elements = (
        picture,
        *_lanes(second, start),
        *_badge(words, start),
        *_texts(words, field, second, start),
    )
    return Drawing(field, elements)


def _lanes(second: Colour, start: int) -> list[Element]:
    middle = TITLE_LANE + PLACE_LANE / 2
    strokes: list[Element] = [
        Stroke(
            name="couloir du lieu",
            course=_TRACK.line(middle),
            width=PLACE_LANE,
            colour=second,
            entrance=motion.lane(start, 1),
        )
    ]
    for index, offset in enumerate((0, TITLE_LANE, TITLE_LANE + PLACE_LANE)):
        strokes.append(
            Stroke(
                name=f"ligne {index + 1}",
                course=_TRACK.line(offset),
                width=LINE,
                colour=Colour.PAPER,
                entrance=motion.lane(start, index),
            )
        )
    return strokes


def _badge(words: Words, start: int) -> list[Element]:
    x, y = MARGIN_X + BADGE, LOW_TOP + TITLE_LANE / 2
    return badge(words.symbol, words.badge, x, y, BADGE, start + motion.BEAT)


def badge(
    symbol: str, colours: tuple[Colour, Colour], x: float, y: float, radius: float, start: int
) -> list[Element]:
    """A disc with the pictogram of the topic in it."""
    size = radius * 1.5
    return [
        Disc(name="pastille", x=x, y=y, radius=radius, colour=colours[0], entrance=Grow(start)),
        Pictogram(
            name="pictogramme",
            symbol=symbol,
            x=x - size / 2,
            y=y - size / 2,
            size=size,
            colour=colours[1],
            entrance=Grow(start),
        ),
    ]


def _texts(words: Words, field: Colour, second: Colour, start: int) -> list[Element]:
    x = column(1)
    title = setting(
        words.title,
        ladder(LOWER_THIRD, *((s, 1) for s in range(104, 64, -4)), (64, 2), (56, 2), (48, 2)),
        BEND_X - x,
    )
    size = title.style.size
    middle = LOW_TOP + TITLE_LANE / 2
    first = middle + size * 0.334 - title.height / 2
    enters = start + motion.BAR + motion.LANE // 2
    texts: list[Element] = [
        placed(
            "titre",
            title,
            x,
            first,
            ink_on(field),
            field,
            role=Role.TITLE,
            entrance=motion.text(enters),
        )
    ]
    if words.place:
        place = setting(words.place, ladder(LABEL_PLAIN, (48, 1), (44, 1), (40, 1), (36, 1)), 1500)
        texts.append(
            placed(
                "lieu",
                place,
                x,
                LOW_TOP + TITLE_LANE + 64,
                ink_on(second),
                second,
                role=Role.PLACE,
                entrance=motion.text(enters, 1),
            )
        )
    return texts
