"""A layer of flat shapes: Y, U, V and coverage, painted with antialiased edges.

Values are premultiplied by coverage, so that a layer lies over another by one multiplication and
one addition. Painting straight in YUV spares a conversion of every frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.film.painting.colour import Plane, halved, yuv
from ceremonie.film.painting.poses import Pose
from ceremonie.film.painting.raster import Points, Runs, runs
from ceremonie.film.painting.shapes import Fill, Rectangle
from ceremonie.planning.drawing import Drawing
from ceremonie.theme.palette import Colour, Palette

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in px of the frame; all even, for chroma."""

NOWHERE: Box = (0, 0, 0, 0)

CELL = 16
"""px, by which it is told whether shapes may touch; even."""

T = TypeVar("T", bound=np.generic)

Pixels = npt.NDArray[np.uint8]
"""Shape (height, width, 4): Y, U, V premultiplied by the fourth, coverage 0 to 255."""


@dataclass(frozen=True)
class Surface:
    """What a drawing is painted on: `width` × `height` px of a frame, `unit` of them to a px of the
    drawing's own canvas, in its own colours.
    """

    width: int
    height: int
    unit: float
    palette: Palette

    def sample(self, colour: Colour) -> tuple[int, int, int, int]:
        """The pixel value that covers with this colour."""
        return (*yuv(self.palette.rgb(colour)), 255)


def surface(drawing: Drawing, reduction: int) -> Surface:
    """`reduction` px of the canvas to a px of the frame."""
    width, height = drawing.format.reduced(reduction)
    return Surface(width, height, 1 / reduction, drawing.palette)


OPAQUE = 255


def blank(surface: Surface, field: Colour | None = None) -> Pixels:
    """A layer of one colour, or nothing at all."""
    if field is None:
        return np.zeros((surface.height, surface.width, 4), np.uint8)
    one = np.array(surface.sample(field), np.uint8).view(np.uint32)[0]
    whole = np.full((surface.height, surface.width), one)  # four samples at a stroke: 10 × as fast
    return whole.view(np.uint8).reshape(surface.height, surface.width, 4)


Drawn = tuple[tuple[Runs, tuple[int, int, int, int]], ...]
"""What an element covers of a frame, back to front, and the pixel value to cover it with; the last
sample is how much of what lies below is covered.
"""


def drawn(pose: Pose, surface: Surface) -> Drawn:
    """An element's fills on a frame."""
    return tuple(
        (_covered(fill, _both(pose.window, fill.window), surface), _value(fill, surface))
        for fill in pose.fills
    )


def _value(fill: Fill, surface: Surface) -> tuple[int, int, int, int]:
    y, u, v, alpha = surface.sample(fill.colour)
    return y, u, v, round(alpha * fill.opacity)


def _covered(fill: Fill, window: Rectangle, surface: Surface) -> Runs:
    seen = _window(window, surface)
    overlapping = fill.overlapping
    return runs(fill.outlines, surface.width, seen, surface.unit, overlapping=overlapping)


def _both(one: Rectangle, other: Rectangle) -> Rectangle:
    """What is seen through both windows."""
    (x0, y0, x1, y1), (left, top, right, bottom) = one, other
    return max(x0, left), max(y0, top), min(x1, right), min(y1, bottom)


def draw(pixels: Pixels, what: Drawn) -> None:
    """Lay shapes over the layer, in their order."""
    for covered, value in what:
        _fill(pixels, covered, value)


def cut_out(outline: Points, window: Rectangle, surface: Surface) -> Plane:
    """Coverage (0 to 255) of one outline over a whole frame, seen through a window."""
    mask = np.zeros((surface.height, surface.width), np.uint8)
    covered_runs = runs((outline,), surface.width, _window(window, surface), surface.unit)
    flat = mask.reshape(-1)
    for start, stop in covered_runs.whole:
        flat[start:stop] = 255
    place, covered = covered_runs.partial
    flat[place] = covered
    return mask


def _window(window: Rectangle, surface: Surface) -> tuple[int, int, int, int]:
    left, top, right, bottom = (v * surface.unit for v in window)
    x0, x1 = (round(min(max(x, 0), surface.width)) for x in (left, right))
    y0, y1 = (round(min(max(y, 0), surface.height)) for y in (top, bottom))
    return x0, y0, x1, y1


def _fill(pixels: Pixels, covered: Runs, value: tuple[int, int, int, int]) -> None:
    *colour, opacity = value
    samples = np.array((*colour, OPAQUE), np.uint8)
    flat = pixels.reshape(-1, 4)
    place, coverage = covered.partial
    part = coverage[:, None].astype(np.uint16)
    if opacity == OPAQUE:
        at_once, solid = pixels.view(np.uint32).reshape(-1), samples.view(np.uint32)[0]
        for start, stop in covered.whole:
            at_once[start:stop] = solid
    else:
        for start, stop in covered.whole:
            flat[start:stop] = _mixed(flat[start:stop], samples, np.uint16(opacity))
        part = part * opacity // OPAQUE
    flat[place] = _mixed(flat[place], samples, part)


def _mixed(below: Pixels, samples: Pixels, part: Any) -> Pixels:
    """`part` (0 to 255, 16 bits) of the samples, the rest of what lies below."""
    return np.asarray((below * (OPAQUE - part) + samples * part + 127) // OPAQUE, np.uint8)


def lie_over(pixels: Pixels, over: Pixels, mask: Plane) -> None:
    """Paint one value, or pixels of the same shape, over `pixels` where the mask says so."""
    alpha = cv2.merge([mask] * 4)
    source = np.broadcast_to(over, pixels.shape) if over.ndim == 1 else over
    weighted = cv2.multiply(np.ascontiguousarray(source), alpha, scale=1 / 255)
    kept = cv2.multiply(np.ascontiguousarray(pixels), cv2.bitwise_not(alpha), scale=1 / 255)
    pixels[:] = cv2.add(weighted, kept)


@dataclass(frozen=True)
class Layer:
    """A painted layer as planes: Y and its coverage at full, U, V and theirs at half resolution.
    They fill `box` of the frame; around it, the layer covers nothing.
    """

    box: Box
    y: Plane
    u: Plane
    v: Plane
    coverage: Plane
    chroma_coverage: Plane


def layer(pixels: Pixels, box: Box | None = None) -> Layer:
    """The layer's planes in a box (by default all), each with its coverage; chroma at half the
    resolution.
    """
    left, top, right, bottom = box = box or (0, 0, pixels.shape[1], pixels.shape[0])
    planes = cv2.split(pixels[top:bottom, left:right])
    y, u, v, alpha = (np.asarray(p, np.uint8) for p in planes)
    return Layer(box, y, halved(u), halved(v), alpha, halved(alpha))


@dataclass(frozen=True)
class Extent:
    """Which part of a frame something covers at most: the box about it, and the cells of `CELL` px
    that it touches, shape (rows, columns).
    """

    box: Box
    cells: npt.NDArray[np.bool_]

    def meets(self, other: Extent) -> bool:
        """Whether both touch a cell."""
        return meet(self.box, other.box) and bool((self.cells & other.cells).any())


def extent(what: Drawn, surface: Surface) -> Extent:
    """What is covered; its box is empty where nothing is."""
    changes = _no_cells(surface, np.int64)
    boxes = [_marked(changes, covered, surface.width) for covered, _ in what if len(covered.start)]
    return Extent(united(boxes), changes.cumsum(axis=1) > 0)


def filled(box: Box, surface: Surface) -> Extent:
    """All of a box."""
    left, top, right, bottom = box
    cells = _no_cells(surface, np.bool_)
    cells[top // CELL : -(-bottom // CELL), left // CELL : -(-right // CELL)] = True
    return Extent(box, cells)


def _no_cells(surface: Surface, kind: type[T]) -> npt.NDArray[T]:
    return np.zeros((-(-surface.height // CELL), -(-surface.width // CELL) + 1), kind)


def _marked(changes: npt.NDArray[np.int64], covered: Runs, width: int) -> Box:
    """The box about it; its cells begin and end where their count changes."""
    rows, columns = np.divmod(covered.start, width)
    stops = columns + covered.stop - covered.start
    place = rows // CELL * changes.shape[1]
    begun = np.bincount(place + columns // CELL, minlength=changes.size)
    ended = np.bincount(place + (stops - 1) // CELL + 1, minlength=changes.size)
    changes += (begun - ended).reshape(changes.shape)
    box = (columns.min(), rows.min(), stops.max(), rows.max() + 1)
    left, top, right, bottom = map(int, box)
    return evened((left, top, right, bottom))


def evened(box: Box) -> Box:
    """The box in even px about one that may not be even; empty where that is."""
    left, top, right, bottom = box
    if right <= left or bottom <= top:
        return NOWHERE
    return left // 2 * 2, top // 2 * 2, -(-right // 2) * 2, -(-bottom // 2) * 2


def meet(one: Box, other: Box) -> bool:
    """Whether a pixel is in both."""
    across = max(one[0], other[0]) < min(one[2], other[2])
    return across and max(one[1], other[1]) < min(one[3], other[3])


def united(boxes: Iterable[Box]) -> Box:
    """The box about several; those that are empty do not count."""
    filled = [box for box in boxes if box[2] > box[0] and box[3] > box[1]]
    if not filled:
        return NOWHERE
    left, top, right, bottom = zip(*filled, strict=True)
    return min(left), min(top), max(right), max(bottom)
