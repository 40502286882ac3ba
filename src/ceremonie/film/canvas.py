"""A layer of flat shapes: Y, U, V and coverage, painted with antialiased edges.

Values are premultiplied by coverage, so that a layer lies over another by one multiplication and
one addition. Painting straight in YUV spares a conversion of every frame.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.film.colour import Plane, halved, yuv
from ceremonie.film.shapes import EVERYWHERE, Fill, Points, Pose, Rectangle
from ceremonie.theme.palette import Colour

Pixels = npt.NDArray[np.uint8]
"""Shape (height, width, 4): Y, U, V premultiplied by the fourth, coverage 0 to 255."""

SHIFT = 4
"""Bits of sub-pixel precision handed to the rasteriser (1/16 px)."""

OVERSAMPLING = 4
"""Letters are filled at four times the resolution and averaged: 16 levels and true shapes."""


def blank(width: int, height: int, field: Colour | None = None) -> Pixels:
    """A layer of one colour, or nothing at all."""
    if field is None:
        return np.zeros((height, width, 4), np.uint8)
    one = np.array((*yuv(field), 255), np.uint8).view(np.uint32)[0]
    whole = np.full((height, width), one)  # four samples at a stroke: ten times as fast
    return whole.view(np.uint8).reshape(height, width, 4)


def draw(pixels: Pixels, pose: Pose, scale: float) -> None:
    """Paint an element's fills, `scale` px of the layer to a px of the canvas."""
    view, left, top = _window(pixels, pose.window, scale)
    if not view.size:
        return
    origin = np.array((left, top))
    for fill in pose.fills:
        outlines = tuple(o * scale - origin for o in fill.outlines)
        if fill.fine:
            _draw_fine(view, outlines, fill)
        else:
            colour = (*yuv(fill.colour), 255)
            cv2.fillPoly(view, _fixed(outlines), colour, cv2.LINE_AA, SHIFT)


def cut_out(outline: Points, window: Rectangle, scale: float, width: int, height: int) -> Plane:
    """Coverage (0 to 255) of one outline over a whole frame, seen through a window."""
    mask = np.zeros((height, width), np.uint8)
    view, left, top = _window(mask, window, scale)
    if view.size:
        origin = np.array((left, top))
        cv2.fillPoly(view, _fixed((outline * scale - origin,)), 255, cv2.LINE_AA, SHIFT)
    return mask


def _window(
    pixels: npt.NDArray[np.uint8], window: Rectangle, scale: float
) -> tuple[npt.NDArray[np.uint8], int, int]:
    if window == EVERYWHERE:
        return pixels, 0, 0
    height, width = pixels.shape[:2]
    left, top, right, bottom = (v * scale for v in window)
    x0, x1 = (round(min(max(x, 0), width)) for x in (left, right))
    y0, y1 = (round(min(max(y, 0), height)) for y in (top, bottom))
    return pixels[y0:y1, x0:x1], x0, y0


def _fixed(outlines: tuple[Points, ...]) -> list[npt.NDArray[np.int32]]:
    """Corners in 1/16 px; the rasteriser counts from the middle of a pixel, we from its corner."""
    unit = 1 << SHIFT
    return [np.rint((o - 0.5) * unit).astype(np.int32).reshape(-1, 1, 2) for o in outlines]


def _draw_fine(view: Pixels, outlines: tuple[Points, ...], fill: Fill) -> None:
    found = coverage(outlines, (view.shape[1], view.shape[0]))
    if found is None:
        return
    mask, x, y = found
    part = view[y : y + mask.shape[0], x : x + mask.shape[1]]
    lie_over(part, np.array((*yuv(fill.colour), 255), np.uint8), mask)


def coverage(outlines: tuple[Points, ...], size: tuple[int, int]) -> tuple[Plane, int, int] | None:
    """How much of each pixel the outlines cover (0 to 255), and where that mask lies."""
    if not outlines:
        return None
    points = np.vstack(outlines)
    x0, y0 = (max(0, math.floor(v) - 1) for v in points.min(axis=0))
    x1, y1 = (min(s, math.ceil(v) + 1) for v, s in zip(points.max(axis=0), size, strict=True))
    if x1 <= x0 or y1 <= y0:
        return None
    fine = np.zeros(((y1 - y0) * OVERSAMPLING, (x1 - x0) * OVERSAMPLING), np.uint8)
    origin = np.array((x0, y0))
    cv2.fillPoly(
        fine, _fixed(tuple((o - origin) * OVERSAMPLING for o in outlines)), 255, cv2.LINE_8, SHIFT
    )
    mask = cv2.resize(fine, (x1 - x0, y1 - y0), interpolation=cv2.INTER_AREA)
    return np.asarray(mask, np.uint8), x0, y0


def lie_over(pixels: Pixels, over: Pixels, mask: Plane) -> None:
    """Paint one value, or pixels of the same shape, over `pixels` where the mask says so."""
    alpha = cv2.merge([mask] * 4)
    source = np.broadcast_to(over, pixels.shape) if over.ndim == 1 else over
    shown = cv2.multiply(np.ascontiguousarray(source), alpha, scale=1 / 255)
    kept = cv2.multiply(np.ascontiguousarray(pixels), cv2.bitwise_not(alpha), scale=1 / 255)
    pixels[:] = cv2.add(shown, kept)


@dataclass(frozen=True)
class Layer:
    """A painted layer as planes: Y and its coverage at full, U, V and theirs at half resolution."""

    y: Plane
    u: Plane
    v: Plane
    coverage: Plane
    chroma_coverage: Plane


def layer(pixels: Pixels) -> Layer:
    y, u, v, alpha = (np.asarray(p, np.uint8) for p in cv2.split(pixels))
    return Layer(y, halved(u), halved(v), alpha, halved(alpha))
