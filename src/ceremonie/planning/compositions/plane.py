"""A territory in the plane: as few points as are seen, however many its communes."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ceremonie.planning.compositions.borders import Face, Partition, dissolved, net, opened
from ceremonie.territory.values import Commune, Territory
from ceremonie.theme.track import Outline, Point

SPAN = 1200
"""px: no map is wider or higher."""

SEEN = 0.75
"""px by which a contour may be off, for a start."""

MOST_POINTS = 9000
"""Of all contours of a territory: what a slide holds and a frame is painted with at ease. Contours
are coarser where there would be more.
"""

OVERSEAS = "97", "98"
"""How codes begin of which three signs name the department."""


@dataclass(frozen=True)
class Projection:
    """Longitude and latitude become degrees of latitude to the east and to the south of the corner
    in the north-west: a plane that touches the middle of the territory.
    """

    west: float
    north: float
    narrowing: float

    def point(self, position: Point) -> Point:
        return (position[0] - self.west) * self.narrowing, self.north - position[1]


@dataclass(frozen=True, eq=False)
class Plane:
    """The communes from west to east: `order` counts those of the territory. Face n and side n of a
    border are those of the n-th in that order.
    """

    territory: Territory
    projection: Projection
    wide: float
    high: float
    order: tuple[int, ...]
    partition: Partition

    def face(self, commune: Commune) -> Face:
        """Nothing where it is too small to be seen."""
        return self.partition.faces[self._places[commune.code]]

    @cached_property
    def _places(self) -> dict[str, int]:
        communes = self.territory.communes
        return {communes[index].code: place for place, index in enumerate(self.order)}

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """The department of each; contours of one's own are of none."""
        if len(self.territory.codes) < 2:
            return ("",) * len(self.order)
        return tuple(_department(self.territory.communes[index].code) for index in self.order)

    @cached_property
    def departments(self) -> tuple[Face, ...]:
        """Without the borders in them, from west to east."""
        parts: defaultdict[str, list[Face]] = defaultdict(list)
        for owner, face in zip(self.owners, self.partition.faces, strict=True):
            parts[owner].append(face)
        return tuple(map(dissolved, parts.values()))

    @cached_property
    def between_departments(self) -> tuple[Outline, ...]:
        borders = self.partition.borders
        return tuple(b.course for b in borders if len({self.owners[i] for i in b.sides}) > 1)

    @cached_property
    def usual(self) -> float:
        """How far across a commune is that is as large as all are on average."""
        rings = (ring for face in self.departments for ring in face)
        return math.sqrt(sum(map(_area, rings)) / len(self.order))


@lru_cache(maxsize=8)
def plane(territory: Territory) -> Plane:
    """Found once for each: it takes its time where there are many communes."""
    communes = territory.communes
    longitudes, latitudes = zip(*_positions(communes), strict=True)
    west, north = min(longitudes), max(latitudes)
    narrowing = math.cos(math.radians((min(latitudes) + north) / 2))
    wide, high = (max(longitudes) - west) * narrowing, north - min(latitudes)
    projection = Projection(west, north, narrowing)
    order = sorted(range(len(communes)), key=lambda i: min(x for x, _ in _positions([communes[i]])))
    faces = [_face(communes[index], projection) for index in order]
    thin = net(faces).thinned(SEEN * max(wide, high) / SPAN, MOST_POINTS)
    return Plane(territory, projection, wide, high, order=tuple(order), partition=thin)


def _positions(communes: Iterable[Commune]) -> Iterator[Point]:
    return (position for commune in communes for ring in commune.rings for position in ring)


def _face(commune: Commune, projection: Projection) -> Face:
    return tuple(opened(tuple(projection.point(p) for p in ring)) for ring in commune.rings)


def _department(commune: str) -> str:
    """« 94 » of « 94028 », « 974 » of « 97411 »."""
    return commune[: 3 if commune.startswith(OVERSEAS) else 2]


def _area(ring: Outline) -> float:
    """By the trapezoids beside each edge, whichever way round."""
    edges = zip(ring, (*ring[1:], *ring[:1]), strict=True)
    return abs(sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in edges))
