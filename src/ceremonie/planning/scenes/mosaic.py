"""Two to four pictures at once around the centre circle, each with its plate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.drawing import (
    Anchor,
    Box,
    Disc,
    Drawing,
    Element,
    Grow,
    Photo,
    Pictogram,
    Role,
    Slide,
    Stroke,
)
from ceremonie.planning.scenes import plate
from ceremonie.planning.typesetting import Setting, ladder
from ceremonie.planning.words import placed, setting
from ceremonie.theme.grid import MARGIN_X, RIGHT
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.track import Bend, Track, circle
from ceremonie.theme.type import LABEL, Style
from ceremonie.theme.typeface import width

X, Y = 1120, 540
RADIUS = 318
RING = 48
GAP = 12
PLATE = plate.HEIGHT
LABEL_ROOM, LABEL_LINES = 560, 4
CENTRE_TEXT = Style(116, 800, 0.98)

_QUARTERS = ((180, 270), (270, 360), (90, 180), (0, 90))
"""Start and end of the lit arc for each cell, degrees clockwise from the right."""


@dataclass(frozen=True)
class Cell:
    """What one cell tells: a picture or, without one, the topic's pictogram on a day's colour."""

    picture: Picture | None
    label: str
    symbol: str
    badge: tuple[Colour, Colour]
    ground: Colour


def draw(cells: Sequence[Cell], heading: str, below: str, start: int, length: int) -> Drawing:
    """`length` is the whole shot; each cell is lit for its share of it."""
    boxes = _boxes(len(cells))
    share = max(1, (length - motion.BEAT) // len(cells))
    elements: list[Element] = []
    for i, (cell, box) in enumerate(zip(cells, boxes, strict=True)):
        elements += _picture(cell, i, box, start)
    elements += _circle(start)
    for i, (cell, box) in enumerate(zip(cells, boxes, strict=True)):
        begins = start + motion.BEAT + i * share
        ends = begins + share if i < len(cells) - 1 else None
        elements += _lit(i, len(cells), begins, ends)
        elements += _plate(cell, i, box, start, begins, ends)
    elements += _words(heading, below, start)
    return Drawing(Colour.PAPER, tuple(elements), start + length)


def _boxes(count: int) -> tuple[tuple[float, float, float, float], ...]:
    left, right = X - GAP / 2, 1920 - X - GAP / 2
    half = Y - GAP / 2
    low = Y + GAP / 2
    return {
        2: ((0, 0, left, 1080), (X + GAP / 2, 0, right, 1080)),
        3: ((0, 0, left, half), (X + GAP / 2, 0, right, 1080), (0, low, left, half)),
        4: (
            (0, 0, left, half),
            (X + GAP / 2, 0, right, half),
            (0, low, left, half),
            (X + GAP / 2, low, right, half),
        ),
    }[count]


def _picture(
    cell: Cell, index: int, box: tuple[float, float, float, float], start: int
) -> list[Element]:
    x, y, w, h = box
    reveal = Slide(start + 3 * index, motion.PHOTO, dx=-1)
    if cell.picture:
        return [
            Photo(
                name=f"photo {index + 1}",
                picture=cell.picture,
                x=x,
                y=y,
                width=w,
                height=h,
                drift=motion.PHOTO_DRIFT,
                entrance=reveal,
            )
        ]
    size = 280
    return [
        Box(
            name=f"fond {index + 1}",
            x=x,
            y=y,
            width=w,
            height=h,
            colour=cell.ground,
            entrance=reveal,
        ),
        Pictogram(
            name=f"grand pictogramme {index + 1}",
            symbol=cell.symbol,
            x=x + w * (0.36 if x == 0 else 0.64) - size / 2,
            y=y + h / 2 - size / 2,
            size=size,
            colour=ink_on(cell.ground),
            entrance=reveal,
        ),
    ]


def _circle(start: int) -> list[Element]:
    return [
        Disc(
            name="rond central",
            x=X,
            y=Y,
            radius=RADIUS,
            colour=Colour.DEEP,
            entrance=Grow(start + 6, 12),
        ),
        *(
            Disc(
                name=f"ligne du rond {i + 1}",
                x=X,
                y=Y,
                radius=radius,
                colour=None,
                ring=Colour.PAPER,
                ring_width=px,
                entrance=Grow(start + 6, 12),
            )
            for i, (radius, px) in enumerate(((RADIUS, 12), (RADIUS - RING, 8)))
        ),
    ]


def _lit(index: int, count: int, begins: int, ends: int | None) -> list[Element]:
    """The arc of the ring beside the picture that is spoken about."""
    first, last = _arc_of(index, count)
    whole = circle((X, Y), RADIUS - RING / 2, first)
    course = Track(whole.start, whole.heading, (Bend(RADIUS - RING / 2, last - first),)).line(0)
    return [
        Stroke(
            name=f"quart allumé {index + 1}",
            course=course,
            width=RING - 10,
            colour=Colour.BRIGHT,
            entrance=motion.appear(begins),
            until=ends,
        )
    ]


def _arc_of(index: int, count: int) -> tuple[float, float]:
    if count == 2:
        return ((90, 270), (270, 450))[index]
    if count == 3:
        return ((180, 270), (270, 450), (90, 180))[index]
    return _QUARTERS[index]


def lettering(label: str) -> Setting:
    """The words of a plate beside the circle."""
    return plate.lettering(label, LABEL_ROOM, lines=LABEL_LINES)


def _plate(
    cell: Cell,
    index: int,
    box: tuple[float, float, float, float],
    start: int,
    begins: int,
    ends: int | None,
) -> list[Element]:
    """The label of a cell, in its outer corner; it is lit in sun while its turn lasts."""
    if not cell.label:
        return []
    words = lettering(cell.label)
    wide = PLATE + 24 + max(width(line, words.style) for line in words.lines) + 24
    high = PLATE + words.height
    left = box[0] == 0
    x = MARGIN_X if left else RIGHT - wide
    y = 60 if box[1] == 0 and box[3] < 1080 else 1020 - high
    there = motion.appear(start + motion.PHOTO + 3 * index)
    ground = Box(
        name=f"plaque {index + 1}",
        x=x,
        y=y,
        width=wide,
        height=high,
        colour=Colour.PAPER,
        entrance=there,
    )
    lit = replace(
        ground,
        name=f"plaque {index + 1} allumée",
        colour=Colour.BRIGHT,
        entrance=motion.appear(begins),
        until=ends,
    )
    return [
        ground,
        lit,
        Box(
            name=f"case {index + 1}",
            x=x,
            y=y,
            width=PLATE,
            height=high,
            colour=cell.badge[0],
            entrance=there,
        ),
        Pictogram(
            name=f"pictogramme {index + 1}",
            symbol=cell.symbol,
            x=x + 12,
            y=y + high / 2 - 28,
            size=56,
            colour=cell.badge[1],
            entrance=there,
        ),
        placed(
            f"étiquette {index + 1}",
            words,
            x + PLATE + 24,
            y + 55,
            Colour.INK,
            Colour.PAPER,
            role=Role.LABEL,
            entrance=there,
        ),
    ]


def _words(heading: str, below: str, start: int) -> list[Element]:
    room = 2 * (RADIUS - RING) - 72
    words = setting(
        heading, ladder(CENTRE_TEXT, (116, 2), (96, 2), (80, 2), (68, 3), (56, 3)), room
    )
    top = Y + words.style.size * 0.3 - words.height / 2 - 24
    there = motion.appear(start + motion.BEAT + 6)
    texts: list[Element] = [
        placed(
            "titre",
            words,
            X,
            top,
            Colour.PAPER,
            Colour.DEEP,
            role=Role.TITLE,
            anchor=Anchor.MIDDLE,
            entrance=there,
        )
    ]
    if below:
        small = setting(below, ladder(LABEL, (52, 1), (44, 2), (40, 2), (36, 2)), 390)
        texts.append(
            placed(
                "lieu",
                small,
                X,
                max(Y + 148 - small.height, top + words.height + 66),
                Colour.BRIGHT,
                Colour.DEEP,
                role=Role.PLACE,
                anchor=Anchor.MIDDLE,
                entrance=there,
            )
        )
    return texts
