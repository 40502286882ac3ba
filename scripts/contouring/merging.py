"""Several contours as one: borders between them vanish."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from ceremonie.territory.packing import GRID
from ceremonie.territory.values import Ring

Step = tuple[int, int]


def on_grid(ring: Ring) -> list[Step]:
    """Closed, without a position twice in a row."""
    steps = [(round(x * GRID), round(y * GRID)) for x, y in ring]
    kept = [step for i, step in enumerate(steps) if not i or step != steps[i - 1]]
    return kept if kept and kept[0] == kept[-1] else [*kept, *kept[:1]]


def of_grid(steps: Iterable[Step]) -> Ring:
    return tuple((x / GRID, y / GRID) for x, y in steps)


def rounded(rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """On the grid, without what has no area left there."""
    snapped = [on_grid(ring) for ring in rings]
    return tuple(of_grid(ring) for ring in snapped if len(ring) > 3)


def dissolved(rings: Iterable[Ring]) -> tuple[Ring, ...]:
    """An edge that two contours share lies between them: what is left, walked along, is the outline
    of all of them, holes included.
    """
    edges: Counter[tuple[Step, Step]] = Counter()
    for ring in rings:
        steps = on_grid(ring)
        for one, other in pairwise(steps):
            edges[min(one, other), max(one, other)] += 1
    return tuple(of_grid(ring) for ring in _walked(e for e, n in edges.items() if n % 2))


def _walked(edges: Iterable[tuple[Step, Step]]) -> list[list[Step]]:
    ways: defaultdict[Step, list[Step]] = defaultdict(list)
    for one, other in edges:
        ways[one].append(other)
        ways[other].append(one)
    rings = []
    for start in list(ways):
        while ways[start]:
            rings.append(_ring(start, ways))
    return [ring for ring in rings if len(ring) > 3]


def _ring(start: Step, ways: dict[Step, list[Step]]) -> list[Step]:
    """At every place an even number of edges meets: who goes on comes back."""
    ring, here = [start], start
    while True:
        there = ways[here].pop()
        ways[there].remove(here)
        ring.append(there)
        here = there
        if here == start:
            return ring
