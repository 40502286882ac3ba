"""One area shared by several pictures: of the usual divisions, the one that cuts least away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning.cropping import severed, window

Division = tuple[Bounds, ...]
"""A rectangle for each picture, in their order."""


def shared(area: Bounds, pictures: Sequence[Picture], gap: float) -> Division:
    """For up to four pictures; `gap` px lie between them."""
    return gentlest(_divisions(area, len(pictures), gap), pictures)


def gentlest(divisions: Iterable[Division], pictures: Sequence[Picture | None]) -> Division:
    """The division that cuts least of the pictures away, and no head if another cuts none; a cell
    without one loses nothing.
    """
    return min(divisions, key=lambda one: (heads_lost(one, pictures), _lost_of(one, pictures)))


def heads_lost(cells: Division, pictures: Sequence[Picture | None]) -> float:
    """How much of the pictures the heads are that a division cuts or leaves out."""
    pairs = zip(cells, pictures, strict=True)
    return round(sum(_heads_lost(cell, picture) for cell, picture in pairs if picture), 6)


def _heads_lost(cell: Bounds, picture: Picture) -> float:
    return severed(picture, window(picture, cell.width, cell.height))


def _lost_of(cells: Division, pictures: Sequence[Picture | None]) -> float:
    return sum(map(_lost, cells, pictures))


def _lost(cell: Bounds, picture: Picture | None) -> float:
    """The part of a picture that is cut away where it covers a cell, 0 to 1."""
    if picture is None:
        return 0
    ratio = (cell.width / cell.height) / (picture.width / picture.height)
    return 1 - min(ratio, 1 / ratio)


def _divisions(area: Bounds, count: int, gap: float) -> Iterator[Division]:
    if count <= 3:
        yield rows(area, count, gap)
        yield columns(area, count, gap)
    if count == 3:
        left, right = columns(area, 2, gap)
        yield (left, *rows(right, 2, gap))
        top, below = rows(area, 2, gap)
        yield (top, *columns(below, 2, gap))
    if count == 4:
        upper, lower = rows(area, 2, gap)
        yield (*columns(upper, 2, gap), *columns(lower, 2, gap))


def rows(area: Bounds, count: int, gap: float) -> Division:
    each = (area.height - gap * (count - 1)) / count
    tops = (area.top + i * (each + gap) for i in range(count))
    return tuple(replace(area, top=top, bottom=top + each) for top in tops)


def columns(area: Bounds, count: int, gap: float) -> Division:
    each = (area.width - gap * (count - 1)) / count
    lefts = (area.left + i * (each + gap) for i in range(count))
    return tuple(replace(area, left=left, right=left + each) for left in lefts)
