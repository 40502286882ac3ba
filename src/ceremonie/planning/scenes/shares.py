"""One area shared by several pictures: of the usual divisions, the one that cuts least away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.media.material import Picture

Rectangle = tuple[float, float, float, float]
"""Left, top, width, height, px."""


def shared(area: Rectangle, pictures: Sequence[Picture], gap: float) -> tuple[Rectangle, ...]:
    """A rectangle for each of up to four pictures, in their order; `gap` px lie between them."""
    divisions = _divisions(area, len(pictures), gap)
    return min(divisions, key=lambda cells: sum(map(_lost, cells, pictures)))


def _lost(cell: Rectangle, picture: Picture) -> float:
    """The part of a picture that is cut away where it covers a cell, 0 to 1."""
    ratio = (cell[2] / cell[3]) / (picture.width / picture.height)
    return 1 - min(ratio, 1 / ratio)


def _divisions(area: Rectangle, count: int, gap: float) -> Iterator[tuple[Rectangle, ...]]:
    if count <= 3:
        yield _rows(area, count, gap)
        yield _columns(area, count, gap)
    if count == 3:
        left, right = _columns(area, 2, gap)
        yield (left, *_rows(right, 2, gap))
        top, below = _rows(area, 2, gap)
        yield (top, *_columns(below, 2, gap))
    if count == 4:
        upper, lower = _rows(area, 2, gap)
        yield (*_columns(upper, 2, gap), *_columns(lower, 2, gap))


def _rows(area: Rectangle, count: int, gap: float) -> tuple[Rectangle, ...]:
    x, y, width, height = area
    each = (height - gap * (count - 1)) / count
    return tuple((x, y + i * (each + gap), width, each) for i in range(count))


def _columns(area: Rectangle, count: int, gap: float) -> tuple[Rectangle, ...]:
    x, y, width, height = area
    each = (width - gap * (count - 1)) / count
    return tuple((x + i * (each + gap), y, each, height) for i in range(count))
