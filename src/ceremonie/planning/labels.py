"""Names beside the points of a map: some places each, the cheapest combination."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from ceremonie.formats import Bounds
from ceremonie.planning.hyphenation import Parting
from ceremonie.planning.typesetting import wrap
from ceremonie.theme.track import Point
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

Direction = tuple[float, float]
"""Where a name lies: ±1 quite to the left, right, above or below its spot, 0 centred on it."""

DIRECTIONS: tuple[Direction, ...] = (
    (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1),
)  # fmt: skip
ASKEW: tuple[Direction, ...] = ((0.5, -1), (-0.5, -1), (0.5, 1), (-0.5, 1))
"""Less tidy: only where two names would meet else."""

APART = (0, 32, 64)
"""px more between a spot and its name: away from it only where the route leaves no nearer place."""

PAD = 14
GAP, CLEARANCE, BESIDE_FLAME, BESIDE_ROUTE = 8, 4, 5, 6
"""px between two names, from a name to a disc, and to the flame on its own spot, at least; from a
name to the edge of the route where there is room.
"""

LONGEST = 7.5
"""em that a name takes on one line at most."""

ABSENT, ON_LABEL, NOT_TIDY, ON_ROUTE, LESS_LIKED = 150.0, 200.0, 100.0, 0.5, 0.05
"""What a place costs. A name is rather left out than that it meets another, and rather untidy than
left out.
"""


@dataclass(frozen=True)
class Spot:
    """A point that has a name, the radius of the disc upon it, and that of the flame there."""

    x: float
    y: float
    radius: float
    flame: float


@dataclass(frozen=True)
class Obstacles:
    """What names stay away from. The n-th spot is that of the n-th name. The route is `width` px
    wide.
    """

    spots: tuple[Spot, ...]
    route: tuple[Point, ...]
    width: float
    texts: tuple[Bounds, ...]
    safe: Bounds


@dataclass(frozen=True)
class Label:
    box: Bounds
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Choice:
    """A place for a name, or none, and what it costs, whatever the places of the others."""

    cost: float
    label: Label | None

    def among(self, others: Sequence[_Choice]) -> float:
        """What it costs beside the others."""
        return self.cost + ON_LABEL * sum(self.meets(other) for other in others)

    def meets(self, other: _Choice) -> bool:
        if self.label is None or other.label is None:
            return False
        return self.label.box.grown(GAP).meets(other.label.box)


@lru_cache(maxsize=64)
def place_labels(
    names: tuple[str, ...],
    style: Style,
    obstacles: Obstacles,
    together: int | None = None,
    wider: float = 1.0,
) -> tuple[Label | None, ...]:
    """A place for every name: on nothing that it stays away from, on no other name; None where
    there is none. Starts from each name's best, then moves one name at a time to where all together
    cost least, until nothing improves; a name that was left out then pushes another aside, where
    that one has a second place.

    A name is seen from when the flame is at its spot to the end. Where only so many that follow
    each other are seen at a time (`together`), it is there while the flame is at the spots before,
    and gone with the next. Its place is so many times as wide as its words (`wider`).
    """
    span = len(names) if together is None else together
    choices = [
        _choices(
            name,
            style,
            obstacles,
            index=index,
            flames=_flames(index, obstacles, together),
            wider=wider,
        )
        for index, name in enumerate(names)
    ]
    picked = [options[0] for options in choices]
    while _moved(picked, choices, span) or _pushed(picked, choices, span):
        pass
    return tuple(choice.label for choice in picked)


def _flames(index: int, obstacles: Obstacles, together: int | None) -> tuple[Spot, ...]:
    """The spots at which the flame rests while the name is seen."""
    if together is None:
        return obstacles.spots[index:]
    return obstacles.spots[max(0, index - together + 1) : index + 1]


def _moved(picked: list[_Choice], choices: Sequence[Sequence[_Choice]], span: int) -> bool:
    """Whether any name found a cheaper place."""
    moved = False
    for index, options in enumerate(choices):
        others = [picked[i] for i in _beside(index, len(picked), span)]
        best = min(options, key=lambda choice: choice.among(others))
        if best.among(others) < picked[index].among(others):
            picked[index], moved = best, True
    return moved


def _pushed(picked: list[_Choice], choices: Sequence[Sequence[_Choice]], span: int) -> bool:
    """Whether a name that was left out found a place from which it pushed one other aside."""
    absent = (i for i, choice in enumerate(picked) if choice.label is None)
    return any(_found(i, option, picked, choices, span) for i in absent for option in choices[i])


def _found(
    index: int,
    option: _Choice,
    picked: list[_Choice],
    choices: Sequence[Sequence[_Choice]],
    span: int,
) -> bool:
    """Whether this place is free once the only name upon it has gone to another one of its own."""
    upon = [i for i in _beside(index, len(picked), span) if picked[i].meets(option)]
    if option.label is None or len(upon) != 1:
        return False
    (other,) = upon
    rest = [picked[i] for i in _beside(other, len(picked), span) if i != index]
    free = (choice for choice in choices[other] if choice.among([*rest, option]) < ABSENT)
    second = next(free, None)
    if second is None:
        return False
    picked[index], picked[other] = option, second
    return True


def _beside(index: int, count: int, span: int) -> list[int]:
    """Those that are seen with the label at `index`."""
    first, last = max(0, index - span + 1), min(count, index + span)
    return [i for i in range(first, last) if i != index]


def _choices(
    name: str,
    style: Style,
    obstacles: Obstacles,
    *,
    index: int,
    flames: Sequence[Spot],
    wider: float,
) -> list[_Choice]:
    """The cheapest first; the last is to be left out."""
    longest = LONGEST * style.size
    lines = (name,) if width(name, style) <= longest else wrap(name, style, longest, Parting.NONE)
    size = _size(lines, style, wider)
    choices = [_Choice(ABSENT, None)]
    places = product(APART, (*DIRECTIONS, *ASKEW))
    for order, (apart, direction) in enumerate(places):
        box = _box(obstacles.spots[index], direction, size, apart)
        if _is_free(box, index, obstacles, flames):
            untidy = NOT_TIDY if apart or direction in ASKEW else 0
            cost = LESS_LIKED * order + untidy + _on_route(box, obstacles)
            choices.append(_Choice(cost, Label(box, lines)))
    return sorted(choices, key=lambda choice: choice.cost)


def _size(lines: Sequence[str], style: Style, wider: float) -> tuple[float, float]:
    """Width and height of a label, px."""
    wide = max(width(line, style) for line in lines)
    return wide * wider + 2 * PAD, style.size * 1.05 * len(lines) + 16


def _box(spot: Spot, direction: Direction, size: tuple[float, float], apart: float) -> Bounds:
    """A box of this size beside a spot and the flame upon it, in this direction."""
    (dx, dy), (wide, high) = direction, size
    reach = (max(spot.radius, spot.flame) + BESIDE_FLAME + apart) * (
        0.7 if abs(dx) == abs(dy) else 1
    )
    left = spot.x + dx * reach - wide * (1 - dx) / 2
    top = spot.y + dy * reach - high * (1 - dy) / 2
    return Bounds(left, top, left + wide, top + high)


def _is_free(box: Bounds, index: int, obstacles: Obstacles, flames: Sequence[Spot]) -> bool:
    """Inside the safe area, off the route, off all words, off the flame and off the discs of the
    other spots.
    """
    others = (spot for i, spot in enumerate(obstacles.spots) if i != index)
    return (
        obstacles.safe.holds(box)
        and not any(box.meets(text) for text in obstacles.texts)
        and not any(_is_near(box, spot, spot.flame) for spot in flames)
        and not any(_is_near(box, spot, spot.radius) for spot in others)
        and not any(_of_route(box, obstacles, obstacles.width / 2))
    )


def _is_near(box: Bounds, spot: Spot, radius: float) -> bool:
    """Whether less than `CLEARANCE` px part the box from a disc of this radius."""
    across = max(box.left - spot.x, 0, spot.x - box.right)
    down = max(box.top - spot.y, 0, spot.y - box.bottom)
    return math.hypot(across, down) < radius + CLEARANCE


def _on_route(box: Bounds, obstacles: Obstacles) -> float:
    return ON_ROUTE * sum(_of_route(box, obstacles, BESIDE_ROUTE + obstacles.width / 2))


def _of_route(box: Bounds, obstacles: Obstacles, distance: float) -> Iterator[bool]:
    """Of each point of the route, whether it is nearer to a box."""
    near = box.grown(distance)
    return (near.left < x < near.right and near.top < y < near.bottom for x, y in obstacles.route)
