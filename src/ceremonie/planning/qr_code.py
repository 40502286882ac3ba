"""A QR code as outlines: its dark modules, joined where they touch, so that no seam shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import segno

from ceremonie.theme.track import Outline

Modules = tuple[tuple[bool, ...], ...]
"""Row by row, dark ones true."""

QUIET = 4
"""Modules of light ground on every side (ISO/IEC 18004)."""

Corner = tuple[int, int]
"""Column and row of a corner of modules."""


def modules(link: str) -> Modules:
    """The code of a link, without its quiet zone: a seventh of it may be lost (level M), or more
    where it does not grow by that.
    """
    code = segno.make(link, error="m", micro=False, boost_error=True)
    return tuple(tuple(map(bool, row)) for row in code.matrix)


def across(code: Modules) -> int:
    """Modules from edge to edge, with the quiet zone."""
    return len(code) + 2 * QUIET


def outlines(code: Modules, left: float, top: float, size: float) -> tuple[Outline, ...]:
    """The edges of all that is dark, each module `size` px wide, the first one's corner at
    (left, top); filled with the even-odd rule.
    """
    following = _edges(code)
    found = []
    while following:
        start = next(iter(following))
        found.append([(left + x * size, top + y * size) for x, y in _walk(following, start)])
    return tuple(map(tuple, found))


def _edges(code: Modules) -> dict[Corner, list[Corner]]:
    """From each corner to the next along an edge, dark on the right hand."""
    following = defaultdict(list)
    for y, row in enumerate(code):
        for x, dark in enumerate(row):
            if not dark:
                continue
            for (dx, dy), start, stop in _sides(x, y):
                if not _is_dark(code, x + dx, y + dy):
                    following[start].append(stop)
    return following


def _sides(x: int, y: int) -> Iterator[tuple[Corner, Corner, Corner]]:
    """Of a module: where its neighbour lies, and the edge between them from start to stop."""
    yield (0, -1), (x, y), (x + 1, y)
    yield (1, 0), (x + 1, y), (x + 1, y + 1)
    yield (0, 1), (x + 1, y + 1), (x, y + 1)
    yield (-1, 0), (x, y + 1), (x, y)


def _is_dark(code: Modules, x: int, y: int) -> bool:
    return 0 <= y < len(code) and 0 <= x < len(code) and code[y][x]


def _walk(following: dict[Corner, list[Corner]], start: Corner) -> list[Corner]:
    """The corners of one closed edge, taken out of `following`; none in the middle of a line."""
    path = [start]
    while True:
        here = path[-1]
        there = following[here].pop()
        if not following[here]:
            del following[here]
        if len(path) > 1 and _straight(path[-2], here, there):
            path[-1] = there
        else:
            path.append(there)
        if there == start:
            return path


def _straight(one: Corner, two: Corner, three: Corner) -> bool:
    return one[0] == two[0] == three[0] or one[1] == two[1] == three[1]
