"""Lanes that cross a picture from left to right, and those that stand around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.drawing import Stroke
from ceremonie.planning.entrances import Easing, Follow, Run, eased
from ceremonie.theme.palette import Colour

FRAMES = 32
"""In which they cross it: slow enough to see what changes behind them."""

PITCH, LINE = 26, 6
"""px of each lane that crosses, and of the lines at both its edges."""

FLOOR = 14
"""px of each lane on which a picture stands."""

BEYOND = 40


def width(lanes: int) -> float:
    return lanes * PITCH + LINE


def lanes(box: Bounds, colours: Sequence[Colour], start: int) -> Iterator[Stroke]:
    """Beside the left edge of the box until `start`, beside the right one `FRAMES` later: all the
    time the edge of a wipe with the same frames lies behind them.
    """
    wide = width(len(colours))
    way = ((box.left - wide, box.top), (box.right, box.top))
    enters = Follow(way, Run(((start - 1, 0.0), (start - 1 + FRAMES, 1.0)), Easing.DRAW))
    first = box.right + LINE / 2
    pens = [(first + PITCH * (n + 0.5), float(PITCH), c) for n, c in enumerate(colours)]
    edges = [(first + PITCH * n, float(LINE), Colour.PAPER) for n in range(len(colours) + 1)]
    for number, (x, pen, colour) in enumerate((*pens, *edges), 1):
        yield Stroke(
            name=f"passage {number}",
            course=((x, box.top), (x, box.bottom)),
            width=pen,
            colour=colour,
            entrance=enters,
        )


def passed(box: Bounds, x: float, start: int) -> int:
    """The frame at which the edge behind the lanes has reached `x`."""
    gone = (x - box.left) / box.width
    return (
        next(f for f in range(FRAMES + 1) if eased(Easing.DRAW, (f + 1) / FRAMES) >= gone) + start
    )


def sides(box: Bounds, pitch: float, colours: Sequence[Colour], start: int) -> Iterator[Stroke]:
    """Lanes that rise at both sides of the box, the lit one in the middle, lines between them."""
    for side, first, step in (("à gauche", box.left, -pitch), ("à droite", box.right, pitch)):
        for number, colour in enumerate(colours, 1):
            x = first + step * (number - 0.5)
            yield _rising(f"couloir {number} {side}", box, x, pen=pitch, colour=colour, start=start)
        for number in range(len(colours) + 1):
            x = first + step * number
            yield _rising(
                f"ligne {number + 1} {side}", box, x, pen=LINE, colour=Colour.PAPER, start=start
            )


def _rising(name: str, box: Bounds, x: float, *, pen: float, colour: Colour, start: int) -> Stroke:
    course = ((x, box.bottom + BEYOND), (x, box.top - BEYOND))
    return Stroke(name=name, course=course, width=pen, colour=colour, entrance=motion.lane(start))


def floor(top: float, wide: float, colours: Sequence[Colour], start: int) -> Iterator[Stroke]:
    """Thin lanes from edge to edge, the first right below `top`."""
    for number, colour in enumerate((Colour.PAPER, *colours)):
        y = top + FLOOR * (number + 0.5)
        yield Stroke(
            name=f"sol {number + 1}",
            course=((-float(BEYOND), y), (wide + BEYOND, y)),
            width=FLOOR,
            colour=colour,
            entrance=motion.lane(start, number),
        )
