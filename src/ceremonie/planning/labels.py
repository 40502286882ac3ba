"""Names beside the points of a map: some places each, the cheapest combination."""

from __future__ import annotations

from collections.abc import Sequence
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

PAD = 14
GAP, CLEARANCE, BESIDE_ROUTE = 8, 6, 26
"""px between two names, from a name to a disc, and to the middle of the route, at least."""

LONGEST = 7.5
"""em that a name takes on one line at most."""

OUTSIDE, ON_TEXT, ON_LABEL, ON_POINT, ON_ROUTE, LESS_LIKED = 2000.0, 2000.0, 200.0, 30.0, 0.5, 0.05
NOT_TIDY = 100.0
"""What a place costs: two names may meet before one is cut off or lies on other words."""


@dataclass(frozen=True)
class Spot:
    """A point that has a name, and the radius of the disc upon it."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Obstacles:
    """What names stay away from. The n-th spot is that of the n-th name."""

    spots: tuple[Spot, ...]
    route: tuple[Point, ...]
    texts: tuple[Bounds, ...]
    safe: Bounds


@dataclass(frozen=True)
class Label:
    box: Bounds
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Choice:
    """A place for a name and what it costs, whatever the places of the others."""

    cost: float
    label: Label

    def among(self, others: Sequence[Label]) -> float:
        """What it costs beside the others."""
        return self.cost + sum(ON_LABEL for other in others if _near(self.label.box, other.box))


@lru_cache(maxsize=64)
def place_labels(
    names: tuple[str, ...], style: Style, obstacles: Obstacles, together: int | None = None
) -> tuple[Label, ...]:
    """A place for every name. Starts from each name's best, then moves one name at a time to
    where all together cost least, until nothing improves. Where few are seen at a time and two of
    them still meet, both are moved at once.

    All names are seen at a time, or only so many that follow each other: `together`.
    """
    span = len(names) if together is None else together
    choices = [_choices(i, name, style, obstacles) for i, name in enumerate(names)]
    picked = [options[0] for options in choices]
    few = span < len(names)
    while _moved(picked, choices, span) or (few and _moved_in_pairs(picked, choices, span)):
        pass
    return tuple(choice.label for choice in picked)


def _moved(picked: list[_Choice], choices: Sequence[Sequence[_Choice]], span: int) -> bool:
    """Whether any name found a cheaper place."""
    moved = False
    for index, options in enumerate(choices):
        others = _beside(picked, index, span)
        best = min(options, key=lambda choice: choice.among(others))
        if best.among(others) < picked[index].among(others):
            picked[index], moved = best, True
    return moved


def _moved_in_pairs(picked: list[_Choice], choices: Sequence[Sequence[_Choice]], span: int) -> bool:
    """Whether a name that meets another found a cheaper place together with one beside it."""
    count = range(len(picked))
    meeting = [i for i in count if picked[i].among(_beside(picked, i, span)) > picked[i].cost]
    pairs = ((i, j) for i in meeting for j in count if 0 < abs(i - j) < span)
    return any(_pair_moved(picked, choices, pair, span) for pair in pairs)


def _pair_moved(
    picked: list[_Choice],
    choices: Sequence[Sequence[_Choice]],
    pair: tuple[int, int],
    span: int,
) -> bool:
    """Whether both found cheaper places: all of theirs are tried."""
    one, other = pair
    before = best = (picked[one], picked[other])
    lowest = _pair_cost(picked, pair, span)
    for places in product(choices[one], choices[other]):
        picked[one], picked[other] = places
        cost = _pair_cost(picked, pair, span)
        if cost < lowest:
            best, lowest = places, cost
    picked[one], picked[other] = best
    return best is not before


def _pair_cost(picked: Sequence[_Choice], pair: tuple[int, int], span: int) -> float:
    """What both cost among all others; where they meet, that counts once."""
    one, other = (picked[index] for index in pair)
    both = sum(picked[index].among(_beside(picked, index, span)) for index in pair)
    return both - ON_LABEL * _near(one.label.box, other.label.box)


def _beside(picked: Sequence[_Choice], index: int, span: int) -> list[Label]:
    """Those that are seen with the label at `index`."""
    first = max(0, index - span + 1)
    return [choice.label for choice in (*picked[first:index], *picked[index + 1 : index + span])]


def _choices(index: int, name: str, style: Style, obstacles: Obstacles) -> list[_Choice]:
    longest = LONGEST * style.size
    lines = (name,) if width(name, style) <= longest else wrap(name, style, longest, Parting.NONE)
    spot = obstacles.spots[index]
    choices = []
    for order, direction in enumerate((*DIRECTIONS, *ASKEW)):
        box = _box(spot, direction, _size(lines, style))
        cost = LESS_LIKED * order + _cost(box, index, obstacles)
        cost += NOT_TIDY if direction in ASKEW else 0
        choices.append(_Choice(cost, Label(box, lines)))
    return sorted(choices, key=lambda choice: choice.cost)


def _size(lines: Sequence[str], style: Style) -> tuple[float, float]:
    """Width and height of a label, px."""
    wide = max(width(line, style) for line in lines)
    return wide + 2 * PAD, style.size * 1.05 * len(lines) + 16


def _box(spot: Spot, direction: Direction, size: tuple[float, float]) -> Bounds:
    """A box of this size beside a spot, in this direction."""
    (dx, dy), (wide, high) = direction, size
    reach = (spot.radius + 15) * (0.7 if dx and dy else 1)
    left = spot.x + dx * reach - wide * (1 - dx) / 2
    top = spot.y + dy * reach - high * (1 - dy) / 2
    return Bounds(left, top, left + wide, top + high)


def _cost(box: Bounds, index: int, obstacles: Obstacles) -> float:
    safe = obstacles.safe
    outside = (
        (box.left < safe.left)
        + (box.top < safe.top)
        + (box.right > safe.right)
        + (box.bottom > safe.bottom)
    )
    points = sum(
        ON_POINT
        for i, spot in enumerate(obstacles.spots)
        if i != index and _holds(box.grown(spot.radius + CLEARANCE), (spot.x, spot.y))
    )
    near = box.grown(BESIDE_ROUTE)
    route = ON_ROUTE * sum(_holds(near, point) for point in obstacles.route)
    texts = sum(ON_TEXT for text in obstacles.texts if box.meets(text))
    return OUTSIDE * outside + points + route + texts


def _holds(box: Bounds, point: Point) -> bool:
    return box.left < point[0] < box.right and box.top < point[1] < box.bottom


def _near(one: Bounds, other: Bounds) -> bool:
    """Whether less than `GAP` px part them."""
    return one.grown(GAP).meets(other)
