"""Areas that lie side by side: fewer points for all of them, alike on both sides of each border."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ceremonie.theme.track import Outline, Point, thinned

Face = tuple[Outline, ...]
"""An area: closed outlines, filled by the even-odd rule."""

COARSER = 1.4
"""Times as far off, until borders have few enough points."""

LEAST = 3
"""Points of a border that are never too many: its two ends, and one between them."""

Edge = tuple[Point, Point]
"""The smaller point first: the same from both of its sides."""


@dataclass(frozen=True)
class Border:
    """From where it meets others to where it meets others. `sides` are the faces along it, counted
    from 0: two, or one where nothing lies beyond.
    """

    course: Outline
    sides: frozenset[int]


@dataclass(frozen=True)
class Partition:
    """Faces and all their borders. A face that is too small to be seen has no outline."""

    faces: tuple[Face, ...]
    borders: tuple[Border, ...]


Way = tuple[Outline, bool]
"""A border, and whether it is followed backwards."""


@dataclass(frozen=True)
class Net:
    """Each face as the ways around it, one for each outline, and the faces along each border."""

    faces: tuple[tuple[tuple[Way, ...], ...], ...]
    sides: Mapping[Outline, frozenset[int]]

    def thinned(self, tolerance: float, most: int) -> Partition:
        """By fewer points, `tolerance` away from theirs, and farther where there would be more than
        `most` in all: every border is thinned once, so that no gap opens along it.
        """
        thin = {border: _thin(border, tolerance) for border in self.sides}
        most = max(most, LEAST * len(thin))
        while sum(map(len, thin.values())) > most:
            tolerance *= COARSER
            thin = {border: _thin(course, tolerance) for border, course in thin.items()}
        faces = tuple(tuple(_around(ways, thin) for ways in face) for face in self.faces)
        seen = tuple(tuple(ring for ring in face if len(ring) > 2) for face in faces)
        return Partition(seen, tuple(Border(thin[b], sides) for b, sides in self.sides.items()))


def net(faces: Sequence[Face]) -> Net:
    """Borders are told by their points: both sides must have the same ones."""
    corners = _corners(faces)
    ways = tuple(
        tuple(tuple(map(_way, _cut(outline, corners))) for outline in face) for face in faces
    )
    sides: defaultdict[Outline, set[int]] = defaultdict(set)
    for index, face in enumerate(ways):
        for border, _ in (way for ring in face for way in ring):
            sides[border].add(index)
    return Net(ways, {border: frozenset(along) for border, along in sides.items()})


def _thin(border: Outline, tolerance: float) -> Outline:
    return thinned(border, tolerance) if len(border) > 2 else border


def _around(ways: Iterable[Way], thin: Mapping[Outline, Outline]) -> Outline:
    courses = (thin[border][::-1] if back else thin[border] for border, back in ways)
    return tuple(point for course in courses for point in course[:-1])


def _way(border: Outline) -> Way:
    """The same border from both of its sides."""
    back = border[::-1]
    return (border, False) if border <= back else (back, True)


def dissolved(faces: Iterable[Face]) -> Face:
    """The faces as one, without the borders between them: what only one of them has is an edge."""
    edges = Counter(edge for face in faces for outline in face for edge in _edges(outline))
    return tuple(_chained([edge for edge, count in edges.items() if count % 2]))


def opened(outline: Outline) -> Outline:
    """The outline without its first point at its end."""
    return outline[:-1] if len(outline) > 1 and outline[0] == outline[-1] else outline


def _edges(outline: Outline) -> Iterator[Edge]:
    points = opened(outline)
    for one, other in pairwise((*points, *points[:1])):
        if one != other:
            yield (one, other) if one < other else (other, one)


def _corners(faces: Iterable[Face]) -> frozenset[Point]:
    """Where borders meet; along a border each point has two neighbours."""
    beside: defaultdict[Point, set[Point]] = defaultdict(set)
    for one, other in (edge for face in faces for outline in face for edge in _edges(outline)):
        beside[one].add(other)
        beside[other].add(one)
    return frozenset(point for point, others in beside.items() if len(others) != 2)


def _cut(outline: Outline, corners: frozenset[Point]) -> Iterator[Outline]:
    """The outline, border by border; one that meets no other begins at its smallest point."""
    points = opened(outline)
    start = next((i for i, p in enumerate(points) if p in corners), points.index(min(points)))
    ring = (*points[start:], *points[: start + 1])
    last = len(ring) - 1
    cuts = [i for i, point in enumerate(ring) if i in (0, last) or point in corners]
    return (ring[a : b + 1] for a, b in pairwise(cuts))


def _chained(edges: Iterable[Edge]) -> Iterator[Outline]:
    """Closed outlines of edges of which an even number meets at each point: any way on is right."""
    beside: defaultdict[Point, list[Point]] = defaultdict(list)
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    for start in list(beside):
        while beside[start]:
            yield _loop(start, beside)


def _loop(start: Point, beside: dict[Point, list[Point]]) -> Outline:
    """One way back to where it began; its edges are gone after that."""
    at, ring = start, []
    while True:
        ring.append(at)
        onward = beside[at].pop()
        beside[onward].remove(at)
        at = onward
        if at == start:
            return tuple(ring)
