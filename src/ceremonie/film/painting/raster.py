"""Exact antialiasing: how much of each pixel outlines cover, as runs of equal coverage.

Every outline is cut at the lines of the pixel grid. A piece inside one cell changes the winding
number of all that lies to its right, and of its own cell by the area to its right; summing those
changes along each row gives the coverage of every pixel without sampling any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
"""Corners of a closed outline, shape (n, 2), x then y, counted from the corner of a pixel."""

Indices = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Runs:
    """Pixels covered alike, side by side in one row: `start` to `stop` (excluded) of the frame
    counted row by row, and their coverage, 1 to 255.
    """

    start: Indices
    stop: Indices
    coverage: npt.NDArray[np.uint8]

    @cached_property
    def whole(self) -> list[tuple[int, int]]:
        """Start and stop of the runs that are covered entirely."""
        full = self.coverage == 255
        return list(zip(self.start[full].tolist(), self.stop[full].tolist(), strict=True))

    @cached_property
    def partial(self) -> tuple[Indices, npt.NDArray[np.uint8]]:
        """The pixels covered in part, each with its coverage."""
        part = self.coverage < 255
        length = (self.stop - self.start)[part]
        return _counted(self.start[part], length), np.repeat(self.coverage[part], length)


NOTHING = Runs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint8))


def runs(
    outlines: Sequence[Points],
    width: int,
    window: tuple[int, int, int, int],
    scale: float = 1.0,
    *,
    overlapping: bool = False,
) -> Runs:
    """Coverage by the even-odd rule, inside a window (left, top, right, bottom) of a frame; by the
    non-zero rule where outlines may lie upon each other (`overlapping`).

    `scale` is in px of the frame to one of the outlines.
    """
    left, top, right, bottom = window
    wide, high = right - left, bottom - top
    if not outlines or wide <= 0 or high <= 0:
        return NOTHING
    starts, ends = (corners * scale - (left, top) for corners in _edges(outlines))
    row, column, change = _changes(starts, ends, wide, high)
    stride = wide + 2
    if not len(row):
        return NOTHING
    place, total = _summed(row * stride + column, change)
    row, start = np.divmod(place, stride)
    stop = np.minimum(start + np.diff(place, append=place[-1] + 1), wide)
    part = np.minimum(np.abs(total), 1.0) if overlapping else _even_odd(total)
    coverage = np.rint(part * 255).astype(np.uint8)
    seen = (coverage > 0) & (stop > start)
    first = (row[seen] + top) * width + left
    return Runs(first + start[seen], first + stop[seen], coverage[seen])


def _edges(outlines: Sequence[Points]) -> tuple[Points, Points]:
    """The first and the last point of every edge; each outline is closed by its last one."""
    starts = np.concatenate(outlines)
    ends = np.roll(starts, -1, axis=0)
    after = np.cumsum([len(outline) for outline in outlines])
    ends[after - 1] = starts[np.concatenate([[0], after[:-1]])]
    return starts, ends


def _changes(starts: Points, ends: Points, wide: int, high: int) -> tuple[Indices, Indices, Values]:
    """Row, column and change of the winding number from there on, for every piece of an edge."""
    steep = starts[:, 1] != ends[:, 1]
    x0, y0, x1, y1, row = _cut_rows(starts[steep], ends[steep], high)
    height, edge = y1 - y0, row
    low, high_x = np.minimum(x0, x1), np.maximum(x0, x1)
    first = np.floor(low).astype(np.int64)
    count = np.maximum(1, np.ceil(high_x).astype(np.int64) - first)
    piece = np.repeat(np.arange(len(row)), count)
    column = _counted(first, count)
    left = np.maximum(low[piece], column)
    right = np.minimum(high_x[piece], column + 1)
    across = (high_x - low)[piece]
    part = np.where(across > 0, (right - left) / np.where(across > 0, across, 1), 1.0)
    change = height[piece] * part
    middle = np.clip((left + right) / 2 - column, 0, 1)
    middle = np.where(column < 0, 0.0, middle)
    column = np.clip(column, 0, wide)
    rows = edge[piece]
    return (
        np.concatenate([rows, rows]),
        np.concatenate([column, column + 1]),
        np.concatenate([change * (1 - middle), change * middle]),
    )


def _cut_rows(
    starts: Points, ends: Points, high: int
) -> tuple[Values, Values, Values, Values, Indices]:
    """Pieces of edges within one row of pixels: x, y of both ends (in order of y for edges that
    go down, else swapped so that y1 - y0 keeps its sign), and the row.
    """
    down = starts[:, 1] < ends[:, 1]
    above = np.where(down[:, None], starts, ends)
    below = np.where(down[:, None], ends, starts)
    first = np.clip(np.floor(above[:, 1]), 0, high).astype(np.int64)
    last = np.clip(np.ceil(below[:, 1]), 0, high).astype(np.int64)
    count = np.maximum(0, last - first)
    edge = np.repeat(np.arange(len(count)), count)
    row = _counted(first, count)
    x, y = above[edge].T
    slope = ((below - above)[:, 0] / (below - above)[:, 1])[edge]
    y0, y1 = np.maximum(y, row), np.minimum(below[edge, 1], row + 1)
    x0, x1 = x + (y0 - y) * slope, x + (y1 - y) * slope
    upward = ~down[edge]
    return x0, np.where(upward, y1, y0), x1, np.where(upward, y0, y1), row


def _counted(first: Indices, count: Indices) -> Indices:
    """first, first + 1, … `count` times, for each of them, one after the other."""
    before = np.cumsum(count) - count
    return np.repeat(first - before, count) + np.arange(count.sum())


def _summed(place: Indices, change: Values) -> tuple[Indices, Values]:
    """The places in order, each once, and the sum of all changes up to it."""
    order = np.argsort(place, kind="stable")
    place, total = place[order], np.cumsum(change[order])
    last = np.append(place[1:] != place[:-1], True)
    return place[last], total[last]


def _even_odd(winding: Values) -> Values:
    rest = np.abs(winding) % 2
    return np.where(rest > 1, 2 - rest, rest)
