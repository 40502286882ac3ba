"""A department on the canvas, and the route of the relay over it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from ceremonie.formats import Bounds
from ceremonie.storyboard.departments import Department, department
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
class Site:
    """Where a department lies: as large as `box` allows, at its left (0) to its right (1)."""

    code: str
    box: Bounds
    align: float


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


@dataclass(frozen=True)
class _Projection:
    """Longitude and latitude become px: a plane that touches the middle of the department."""

    west: float
    north: float
    narrowing: float
    scale: float
    left: float
    top: float

    def point(self, position: Point) -> Point:
        x = self.left + (position[0] - self.west) * self.narrowing * self.scale
        return x, self.top + (self.north - position[1]) * self.scale


@lru_cache(maxsize=32)
def contours(site: Site) -> tuple[tuple[str, tuple[Outline, ...]], ...]:
    """Name and outlines of each commune, from west to east."""
    projection = _projection(site)
    outlines = [
        (c.name, tuple(tuple(projection.point(p) for p in ring) for ring in c.rings))
        for c in _department(site).communes
    ]
    return tuple(sorted(outlines, key=lambda commune: min(p[0] for p in commune[1][0])))


def touches(site: Site, box: Bounds) -> bool:
    """Whether a corner of a commune lies in the box: they are close together everywhere."""
    return any(
        box.left < x < box.right and box.top < y < box.bottom
        for _, outlines in contours(site)
        for outline in outlines
        for x, y in outline
    )


def official(site: Site, town: str) -> str:
    """The name of a commune as the map has it."""
    commune = _department(site).commune(town)
    return commune.name if commune else town


@lru_cache(maxsize=64)
def course(
    site: Site,
    towns: tuple[str, ...],
    arrival: Arrival,
    words: tuple[Bounds, ...],
    apart: float,
) -> Course:
    """Through all towns in their order, `apart` px at least from one to any other, clear of these
    words where any bends allow it.
    """
    stops = spread(tuple(_places(site, towns)), apart)
    turn = max(20.0, min(arrival.reach, stops[0][0] - APPROACH))
    through = ((-20.0, arrival.axis), (turn, arrival.axis), *stops)
    for radius in RADII:
        route, indices = smooth_route(through, radius)
        clear = _clear(route, words)
        if clear:
            break
    lengths = cumulated(route)
    return Course(route, stops, tuple(lengths[i] / lengths[-1] for i in indices[2:]), clear)


def spread(points: tuple[Point, ...], apart: float) -> tuple[Point, ...]:
    """The points, those that are nearer to each other than this pushed apart, as far as is needed
    and no farther: neighbours share the way, round after round.
    """
    moved = list(points)
    for _ in range(ROUNDS):
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


def _places(site: Site, towns: tuple[str, ...]) -> Iterator[Point]:
    projection = _projection(site)
    for town in towns:
        commune = _department(site).commune(town)
        if commune:
            yield projection.point(commune.centre)


def _department(site: Site) -> Department:
    place = department(site.code)
    assert place is not None, site.code
    return place


@lru_cache(maxsize=32)
def _projection(site: Site) -> _Projection:
    positions = [p for c in _department(site).communes for ring in c.rings for p in ring]
    west, east = min(p[0] for p in positions), max(p[0] for p in positions)
    south, north = min(p[1] for p in positions), max(p[1] for p in positions)
    narrowing = math.cos(math.radians((south + north) / 2))
    wide, high, box = (east - west) * narrowing, north - south, site.box
    scale = min(box.width / wide, box.height / high)
    left = box.left + (box.width - wide * scale) * site.align
    top = (box.top + box.bottom - high * scale) / 2
    return _Projection(west=west, north=north, narrowing=narrowing, scale=scale, left=left, top=top)
