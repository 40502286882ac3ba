"""The route of the relay over its map: through all stops, clear of words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.chart import Site
from ceremonie.theme.track import Outline, Point, cumulated, smooth_route

RADII = (150, 110, 75, 50, 30)
"""Of the route's bends, px: the largest is taken that keeps it clear of words."""

APART = 40
"""px from the middle of the route to a room of words: half its width, and air."""

ROUNDS, TOLERANCE = 400, 0.5
"""How often near stops are pushed apart at most; px that may be missing in the end."""

APPROACH = 120
"""px at least from where the route leaves its straight to the first stop."""


@dataclass(frozen=True)
class Arrival:
    """How the route comes in: from the left edge along `axis`, as far as `reach`."""

    axis: float
    reach: float


@dataclass(frozen=True)
class Course:
    """The route and, for each stop, its place and which part of the route leads to it. It is not
    `clear` where no bends keep it off the words.
    """

    route: Outline
    stops: tuple[Point, ...]
    parts: tuple[float, ...]
    clear: bool


@lru_cache(maxsize=64)
def course(
    site: Site,
    towns: tuple[str, ...],
    arrival: Arrival,
    words: tuple[Bounds, ...],
    *,
    apart: float,
    frame: Bounds,
    inside: float,
) -> Course:
    """Through all towns in their order, `apart` px at least from one to any other and `inside` a
    frame; clear of these words and in the frame where any bends allow it.
    """
    stops = spread(tuple(_places(site, towns)), apart, frame.grown(-inside))
    turn = max(20.0, min(arrival.reach, stops[0][0] - APPROACH))
    through = ((-20.0, arrival.axis), (turn, arrival.axis), *stops)
    for radius in RADII:
        route, indices = smooth_route(through, radius)
        clear = _clear(route, words) and _is_inside(route, frame)
        if clear:
            break
    lengths = cumulated(route)
    return Course(route, stops, tuple(lengths[i] / lengths[-1] for i in indices[2:]), clear)


def spread(points: tuple[Point, ...], apart: float, frame: Bounds) -> tuple[Point, ...]:
    """The points, those that are nearer to each other than this pushed apart, as far as is needed
    and no farther: neighbours share the way, round after round. None leaves the frame.
    """
    moved = list(points)
    for _ in range(ROUNDS):
        moved = [_inside(point, frame) for point in moved]
        near = [
            pair
            for pair in combinations(range(len(moved)), 2)
            if math.dist(moved[pair[0]], moved[pair[1]]) < apart - TOLERANCE
        ]
        for one, other in near:
            moved[one], moved[other] = _parted(moved[one], moved[other], apart)
        if not near:
            break
    return tuple(moved)


def _inside(point: Point, frame: Bounds) -> Point:
    """The nearest point of the frame."""
    x, y = point
    return min(max(x, frame.left), frame.right), min(max(y, frame.top), frame.bottom)


def _parted(one: Point, other: Point, apart: float) -> tuple[Point, Point]:
    """Both as far from each other, about the middle; a point that is there twice is parted
    crosswise.
    """
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = math.hypot(dx, dy)
    ux, uy = (dx / length, dy / length) if length else (1.0, 0.0)
    push = max(0.0, apart - length) / 2
    return (one[0] - ux * push, one[1] - uy * push), (other[0] + ux * push, other[1] + uy * push)


def _clear(route: Outline, words: tuple[Bounds, ...]) -> bool:
    """Whether no word lies on the route, or so near that its edge would touch it."""
    rooms = [room.grown(APART) for room in words]
    return not any(
        room.left < x < room.right and room.top < y < room.bottom
        for x, y in route[::4]
        for room in rooms
    )


def _is_inside(route: Outline, frame: Bounds) -> bool:
    """From where the route has come in."""
    return all(frame.top <= y <= frame.bottom and x <= frame.right for x, y in route)


def _places(site: Site, towns: tuple[str, ...]) -> Iterator[Point]:
    for town in towns:
        commune = site.territory.commune(town)
        if commune:
            yield site.point(commune.centre)
