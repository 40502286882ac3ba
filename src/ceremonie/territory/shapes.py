"""Contours as geometry: areas, what lies inside, and a place in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ceremonie.territory.values import Position, Ring


def doubled_area(ring: Ring) -> float:
    """Twice the area of a closed ring: above 0 where it goes round to the left."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


def largest(rings: Sequence[Ring]) -> Ring:
    return max(rings, key=lambda ring: abs(doubled_area(ring)))


def holds(rings: Sequence[Ring], position: Position) -> bool:
    """Whether a position lies inside, holes being left out (even-odd)."""
    x, y = position
    return sum(crossing > x for crossing in _crossings(rings, y)) % 2 == 1


def middle(rings: Sequence[Ring]) -> Position:
    """The centre of gravity of the largest part where it lies inside; else, at its height, the
    middle of the longest way through.
    """
    x, y = _centre_of_gravity(largest(rings))
    if holds(rings, (x, y)):
        return x, y
    crossings = sorted(_crossings(rings, y))
    spans = list(zip(crossings[::2], crossings[1::2], strict=True))
    if not spans:
        return x, y
    left, right = max(spans, key=lambda span: span[1] - span[0])
    return (left + right) / 2, y


def _crossings(rings: Sequence[Ring], y: float) -> Iterator[float]:
    """Where the contours cross a parallel."""
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise(ring):
            if (y0 > y) != (y1 > y):
                yield x0 + (y - y0) * (x1 - x0) / (y1 - y0)


def _centre_of_gravity(ring: Ring) -> Position:
    """Counted from the first position: far from the origin, differences would be lost."""
    x0, y0 = ring[0]
    near = tuple((x - x0, y - y0) for x, y in ring)
    area = doubled_area(near) * 3
    if not area:
        return x0, y0
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairwise(near)]
    sums = [
        sum((a[axis] + b[axis]) * c for (a, b), c in zip(pairwise(near), crosses, strict=True))
        for axis in (0, 1)
    ]
    return x0 + sums[0] / area, y0 + sums[1] / area
