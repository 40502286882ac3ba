"""Where the workshops of a day stand on their slide, by how many there are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning.reserve import LINE
from ceremonie.planning.staging import Staging

GAP = 12
INSET = 20
"""px from the edge of a plate to its words."""

LABEL_LINE = 48 * LINE
"""px: height of a line of a name, in whatever font."""

PLATE_LINES = 2
PLATE = PLATE_LINES * LABEL_LINE + GAP
"""Of a plate below a picture."""

GRIDS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((2, 1),),
    2: ((3, 1), (2, 2)),
    3: ((2, 2),),
    4: ((3, 2),),
    5: ((3, 2),),
    6: ((4, 2), (3, 3)),
    7: ((4, 2), (3, 3)),
}
"""Columns and rows in which so many pictures leave at least one cell of the first row to the day's
name, the largest pictures first.
"""

STRIP = 128
"""px: height of the heading over rows."""

LANES, BELOW = 60, 20
"""px: height of the lanes under the day's name, and what is free below them."""

LEAST_WITH_LANES = 400
"""px: height of the day's own cells from which lanes run through them."""

NAME_PART = 0.38
"""Of the height of the words there, for the day's name; what is said of it has the rest."""

LENGTH, PART = 1.6, 0.3
"""A picture in a row is so many times as wide as high, or this part of the row if that is less."""

APART = 8
"""px between two rows."""


@dataclass(frozen=True)
class Tile:
    """The cell of a workshop: its picture, the plate and, on it, the room of its name, which is
    read on up to `lines` lines.
    """

    picture: Bounds
    plate: Bounds
    words: Bounds

    @property
    def lines(self) -> int:
        return int(self.words.height / LABEL_LINE + 0.01)


@dataclass(frozen=True)
class Places:
    """All of a slide; `lanes` is where lanes run, if anywhere."""

    heading: Bounds
    detail: Bounds
    tiles: tuple[Tile, ...]
    lanes: Bounds | None = None


def arrangements(count: int, staging: Staging) -> list[Places]:
    """From those with the largest pictures to that with the most room for names."""
    grids = [_grid(count, columns, rows, staging) for columns, rows in GRIDS.get(count, ())]
    return [*grids, _rows(count, staging)]


def _grid(count: int, columns: int, rows: int, staging: Staging) -> Places:
    boxes = [
        Bounds(left, top, right, bottom)
        for top, bottom in _down(rows, staging)
        for left, right in _across(columns, staging)
    ]
    own = len(boxes) - count
    cell = replace(boxes[0], right=boxes[own - 1].right)
    tiles = tuple(_under(box, staging) for box in boxes[own:])
    return _headed(cell, tiles, staging)


def _across(columns: int, staging: Staging) -> Iterator[tuple[float, float]]:
    """Left and right edges: the outer columns are wider by what their words lose to the margin."""
    more = staging.format.safe.left - INSET
    each = (staging.format.width - 2 * more - GAP * (columns - 1)) / columns
    left = 0.0
    for column in range(columns):
        right = left + each + more * (column == 0) + more * (column == columns - 1)
        yield left, right
        left = right + GAP


def _down(rows: int, staging: Staging) -> Iterator[tuple[float, float]]:
    """Tops and bottoms: the lowest row is higher by the margin below its words."""
    height = staging.format.height
    more = height - staging.format.safe.bottom - GAP / 2
    each = (height - more - GAP * (rows - 1)) / rows
    for row in range(rows):
        top = row * (each + GAP)
        yield top, top + each + more * (row == rows - 1)


def _under(box: Bounds, staging: Staging) -> Tile:
    """A picture over the plate with its name; both reach the edges of the frame."""
    safe = staging.format.safe
    foot = min(box.bottom - GAP / 2, safe.bottom)
    words = Bounds(
        max(box.left + INSET, safe.left),
        foot - PLATE_LINES * LABEL_LINE,
        min(box.right - INSET, safe.right),
        foot,
    )
    top = words.top - GAP / 2
    return Tile(replace(box, bottom=top), replace(box, top=top), words)


def _headed(cell: Bounds, tiles: tuple[Tile, ...], staging: Staging) -> Places:
    """The day's name and, below it, lanes; none where its cells are low, or hold the mark."""
    safe = staging.format.safe
    foot = min(cell.bottom, safe.bottom) - BELOW
    lanes = Bounds(safe.left, foot - LANES, cell.right, foot)
    bare = staging.mark is not None or cell.height < LEAST_WITH_LANES
    bottom = foot if bare else lanes.top - BELOW
    right = min(cell.right - 2 * GAP, safe.right)
    room = staging.below_mark(Bounds(safe.left, safe.top, right, bottom))
    split = room.top + NAME_PART * room.height
    return Places(
        replace(room, bottom=split), replace(room, top=split), tiles, None if bare else lanes
    )


def _rows(count: int, staging: Staging) -> Places:
    """In two columns, filled one after the other; one or two workshops in one."""
    safe = staging.format.safe
    strip = staging.beside_mark(replace(safe, bottom=safe.top + STRIP))
    columns = 1 if count <= 2 else 2
    rows = math.ceil(count / columns)
    top = max(strip.bottom, staging.mark.clear.bottom if staging.mark else 0) + INSET
    wide = (safe.width - INSET * (columns - 1)) / columns
    high = (safe.bottom - top - APART * (rows - 1)) / rows
    corners = (
        (safe.left + column * (wide + INSET), top + row * (high + APART))
        for column, row in (divmod(index, rows) for index in range(count))
    )
    tiles = tuple(_beside(Bounds(x, y, x + wide, y + high)) for x, y in corners)
    half = strip.left + strip.width * 0.48
    return Places(replace(strip, right=half - INSET), replace(strip, left=half), tiles)


def _beside(box: Bounds) -> Tile:
    """The picture before its name."""
    end = box.left + min(LENGTH * box.height, PART * box.width)
    words = Bounds(end + INSET, box.top, box.right - INSET, box.bottom)
    return Tile(replace(box, right=end), replace(box, left=end), words)
