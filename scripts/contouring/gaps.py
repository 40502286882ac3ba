"""Gaps between communes: contours of parts that the source has no more, given to who took them in.

A commune that took others in lately is drawn without them: they are no communes any more, and have
no contour as parts of one either. What is left where they were is a hole in the country, with the
commune beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ceremonie.territory.packing import GRID
from ceremonie.territory.shapes import doubled_area, holds, middle
from ceremonie.territory.values import Commune, Ring
from contouring.merging import Step, dissolved, on_grid

LARGEST = 0.02
"""Square degrees, some 150 km²: no commune that was taken in is as large."""

Edge = tuple[Step, Step]


def filled(communes: Sequence[Commune], larger: Collection[str]) -> Mapping[str, Commune]:
    """Those of the communes `larger`, by their codes, that get a gap."""
    made = {commune.code: commune for commune in communes if commune.code in larger}
    owners = {edge: code for code, commune in made.items() for edge in _edges(commune.rings)}
    grown = set()
    for gap in _gaps(communes):
        beside = Counter(owners[edge] for edge in _edges([gap]) if edge in owners)
        within = [code for code, commune in made.items() if holds([gap], commune.centre)]
        for code in [code for code, _ in beside.most_common(1)] or within[:1]:
            rings = (gap,) if code in within else dissolved((*made[code].rings, gap))
            made[code] = replace(made[code], rings=rings)
            grown.add(code)
    return {code: made[code] for code in grown}


def _gaps(communes: Sequence[Commune]) -> Iterator[Ring]:
    """Small holes; one may go round a commune."""
    land = dissolved(ring for commune in communes for ring in commune.rings)
    country = [ring for ring in land if abs(doubled_area(ring)) / 2 >= LARGEST]
    for ring in land:
        if abs(doubled_area(ring)) / 2 < LARGEST and _holed(ring, land, country):
            yield ring


def _holed(ring: Ring, land: Sequence[Ring], country: Sequence[Ring]) -> bool:
    """Whether the ring is a hole: in its middle, or where that is a commune that the hole goes
    round, just inside of its westernmost place, there is no land.
    """
    x, y = min(ring)
    near = x + 0.3 / GRID, y
    return any(not holds(land, place) and holds(country, place) for place in (middle([ring]), near))


def _edges(rings: Iterable[Ring]) -> Iterator[Edge]:
    for ring in rings:
        for one, other in pairwise(on_grid(ring)):
            yield min(one, other), max(one, other)
