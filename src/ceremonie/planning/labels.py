"""Names beside the points of a map: eight places each, the cheapest combination."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.planning.hyphenation import Parting
from ceremonie.planning.typesetting import wrap
from ceremonie.theme.track import Point
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""

DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
PAD = 14
LONGEST = 300
ON_LABEL, OUTSIDE, ON_TEXT, ON_POINT, ON_ROUTE, LESS_LIKED = 200.0, 100.0, 50.0, 30.0, 0.5, 0.05


@dataclass(frozen=True)
class Obstacles:
    """What names stay away from. `discs` holds (x, y, radius), the n-th for the n-th name."""

    discs: tuple[tuple[float, float, float], ...]
    route: Sequence[Point]
    texts: tuple[Rectangle, ...]
    safe: Rectangle


@dataclass(frozen=True)
class Label:
    box: Rectangle
    lines: tuple[str, ...]


def place_labels(names: Sequence[str], style: Style, obstacles: Obstacles) -> tuple[Label, ...]:
    """A place for every name. Starts from each name's best, then moves one name at a time to
    where all together cost least, until nothing improves.
    """
    choices = [_choices(i, name, style, obstacles) for i, name in enumerate(names)]
    picked = [0] * len(names)
    improved = True
    while improved:
        improved = False
        for i, options in enumerate(choices):
            others = [choices[j][picked[j]][1] for j in range(len(names)) if j != i]
            best = min(
                range(len(options)),
                key=lambda k: options[k][0] + _crowding(options[k][1], others),
            )
            if _better(options, picked[i], best, others):
                picked[i], improved = best, True
    return tuple(options[k][1] for options, k in zip(choices, picked, strict=True))


def _better(
    options: Sequence[tuple[float, Label]], old: int, new: int, others: Sequence[Label]
) -> bool:
    def cost(k: int) -> float:
        return options[k][0] + _crowding(options[k][1], others)

    return cost(new) < cost(old)


def _choices(
    index: int, name: str, style: Style, obstacles: Obstacles
) -> list[tuple[float, Label]]:
    lines = (name,) if width(name, style) <= LONGEST else wrap(name, style, LONGEST, Parting.NONE)
    x, y, radius = obstacles.discs[index]
    options = []
    for order, (dx, dy) in enumerate(DIRECTIONS):
        box = _box((x, y), (dx, dy), radius + 15, lines, style)
        cost = LESS_LIKED * order + _cost(box, index, obstacles)
        options.append((cost, Label(box, lines)))
    return sorted(options, key=lambda option: option[0])


def _box(
    point: Point, direction: tuple[int, int], distance: float, lines: tuple[str, ...], style: Style
) -> Rectangle:
    (x, y), (dx, dy) = point, direction
    wide = max(width(line, style) for line in lines) + 2 * PAD
    high = style.size * 1.05 * len(lines) + 16
    reach = distance * (0.7 if dx and dy else 1)
    left = x + dx * reach - (0 if dx > 0 else wide if dx < 0 else wide / 2)
    top = y + dy * reach - (0 if dy > 0 else high if dy < 0 else high / 2)
    return left, top, left + wide, top + high


def _cost(box: Rectangle, index: int, obstacles: Obstacles) -> float:
    left, top, right, bottom = obstacles.safe
    outside = (box[0] < left) + (box[1] < top) + (box[2] > right) + (box[3] > bottom)
    points = sum(
        ON_POINT
        for i, (x, y, radius) in enumerate(obstacles.discs)
        if i != index and _near(box, (x, y), radius + 6)
    )
    route = sum(ON_ROUTE for point in obstacles.route if _near(box, point, 26))
    texts = sum(ON_TEXT for text in obstacles.texts if _overlap(box, text, 0))
    return OUTSIDE * outside + points + route + texts


def _crowding(label: Label, others: Sequence[Label]) -> float:
    return sum(ON_LABEL for other in others if _overlap(label.box, other.box, 8))


def _near(box: Rectangle, point: Point, margin: float) -> bool:
    return (
        box[0] - margin < point[0] < box[2] + margin
        and box[1] - margin < point[1] < box[3] + margin
    )


def _overlap(one: Rectangle, other: Rectangle, gap: float) -> bool:
    return (
        one[0] < other[2] + gap
        and other[0] < one[2] + gap
        and one[1] < other[3] + gap
        and other[1] < one[3] + gap
    )
