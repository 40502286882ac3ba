"""Which colour is seen where, in cells of one px of the canvas: the outlines that the film fills.

No picture is opened: a photo is a ground of which nobody knows the colours.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.film.painting.poses import Pose, bounds
from ceremonie.film.painting.shapes import Fill, Rectangle, fills
from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Drawing, Element, Footage, Photo, Text
from ceremonie.theme.palette import Colour

Cells = npt.NDArray[np.uint8]
"""Shape (height, width): an index into `COLOURS`, or `PICTURE`."""

COLOURS = tuple(Colour)
PICTURE = len(COLOURS)
"""The cell of a photo or a clip."""

AROUND = 32
"""px round its ink within which a text's ground is looked at."""

SUBPIXEL = 4
"""Bits of a px in which OpenCV is given corners."""


def field(drawing: Drawing) -> Cells:
    """The canvas before anything lies on it."""
    size = (drawing.format.height, drawing.format.width)
    return np.full(size, COLOURS.index(drawing.field), np.uint8)


@lru_cache(maxsize=1024)
def shape(element: Element) -> tuple[Fill, ...]:
    """The element's fills at rest; a picture is one, of no colour that counts."""
    if not isinstance(element, Photo | Footage):
        return fills(element)
    x, y = element.x, element.y
    box = Bounds(x, y, x + element.width, y + element.height)
    return (Fill((np.array(element.mask) if element.mask else corners(box),), Colour.BLACK),)


def lay(cells: Cells, element: Element, posed: Pose) -> None:
    """The element, posed for a frame, covers its cells as far as its window shows them."""
    left, top, right, bottom = clipped(posed.window, whole(cells))
    if right <= left or bottom <= top:
        return
    window = cells[int(top) : int(bottom), int(left) : int(right)]
    picture = isinstance(element, Photo | Footage)
    for fill in posed.fills:
        _fill(window, fill, (left, top), PICTURE if picture else COLOURS.index(fill.colour))


def ink(text: Text, cells: Cells) -> tuple[Cells, npt.NDArray[np.bool_]]:
    """The cells round a text, and which of them its letters cover."""
    drawn = shape(text)
    left, top, right, bottom = bounds(drawn)
    around = (left - AROUND, top - AROUND, right + AROUND, bottom + AROUND)
    x0, y0, x1, y1 = (int(edge) for edge in clipped(around, whole(cells)))
    letters = np.zeros((max(0, y1 - y0), max(0, x1 - x0)), np.uint8)
    for line in drawn:
        _fill(letters, replace(line, overlapping=False), (x0, y0), 1)
    return cells[y0:y1, x0:x1], letters > 0


def whole(cells: Cells) -> Rectangle:
    high, wide = cells.shape
    return 0, 0, wide, high


def clipped(box: Rectangle, frame: Rectangle) -> Rectangle:
    left, top, right, bottom = box
    return max(left, frame[0]), max(top, frame[1]), min(right, frame[2]), min(bottom, frame[3])


def corners(box: Bounds) -> npt.NDArray[np.float64]:
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    return np.array(((left, top), (right, top), (right, bottom), (left, bottom)))


def _fill(window: Cells, fill: Fill, origin: tuple[float, float], value: int) -> None:
    """By the even-odd rule; outlines that may lie upon each other one by one."""
    outlines = [_fixed(o - origin) for o in fill.outlines if len(o) > 2]
    for group in [[o] for o in outlines] if fill.overlapping else [outlines]:
        if group:
            cv2.fillPoly(window, group, value, shift=SUBPIXEL)


def _fixed(outline: npt.NDArray[np.float64]) -> npt.NDArray[np.int32]:
    """Corners in OpenCV's fixed point; its px 0 has its middle at 0, ours at a half."""
    return np.rint((outline - 0.5) * (1 << SUBPIXEL)).astype(np.int32)
