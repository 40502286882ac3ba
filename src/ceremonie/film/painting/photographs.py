"""Photos as planes, prepared once and scaled by one map a frame.

A drift moves by fractions of a pixel, so that it never trembles. A picture can be *resized* three
times as fast as it can be warped, but a resize begins at a whole pixel. So it begins a few pixels
too early, at the place from which its grid meets the wanted fraction, and those are thrown away.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.diagnostics import RenderingError
from ceremonie.film.painting.canvas import Box, Pixels
from ceremonie.film.painting.colour import Plane, from_bgr, halved
from ceremonie.messages import problem
from ceremonie.planning import cropping
from ceremonie.planning.camera_move import View
from ceremonie.planning.drawing import Fit, Photo

STEPS = 96
"""Pixels of the frame that may be thrown away to meet a fraction."""

CLOSE = 1 / 64
"""Pixels of the picture by which the fraction may be missed at most; else the picture is warped,
which misses it by as much.
"""

SPARE = 1.06
"""A picture is prepared so much larger than the frame needs: the grids of two sizes that are alike
meet hardly any fraction.
"""

BLUR = 96
"""Pixels across to which a ground out of focus is reduced."""

DIM = 0.45
"""Of its light that stays: white is then as dark as a grey that lies behind."""

LARGEST = 8192
"""Pixels of a picture's longer side beyond which it is not enlarged: a strip would fill memory."""


@dataclass(frozen=True)
class Prepared:
    """A photo reduced to what its box needs where it is largest, in planes. These have `margin` px
    more on every side, in which their edge goes on.

    `corner` is that of its box and `unit` a px of the canvas, both in px of the frame; a px of the
    picture is `density` px of the planes.
    """

    planes: tuple[Plane, Plane, Plane]
    margin: int
    corner: tuple[float, float]
    unit: float
    density: float


def prepare(photo: Photo, unit: float) -> Prepared:
    """`unit` is px of the frame to a px of the canvas."""
    image, move = read(photo.picture.path), cropping.move(photo)
    largest = move.largest * unit * photo.picture.width / image.shape[1]
    density = image.shape[1] / photo.picture.width
    image, scale = _sized(image, largest)
    density *= scale
    if photo.dimmed:
        image = _dimmed(image)
    margin = math.ceil(STEPS * density / (move.smallest * unit)) + 2
    y, u, v = (bordered(plane, margin) for plane in _planes(image))
    return Prepared((y, u, v), margin, (photo.x * unit, photo.y * unit), unit, density)


def _sized(image: Pixels, scale: float) -> tuple[Pixels, float]:
    """An even number of pixels each way, so many that the box needs fewer at any time: where
    fractions of the picture's pixels were many of the frame's, a drift would tremble. And how many
    they are to one of the picture.
    """
    height, width = image.shape[:2]
    needed = min(scale * SPARE, max(1.0, LARGEST / max(width, height)))
    how = cv2.INTER_AREA if needed < 1 else cv2.INTER_CUBIC
    needed = max(needed, 2 / min(width, height))
    whole = cv2.resize(image, None, fx=needed, fy=needed, interpolation=how)
    image = np.asarray(whole, np.uint8)
    return image[: image.shape[0] // 2 * 2, : image.shape[1] // 2 * 2], needed


def _dimmed(image: Pixels) -> Pixels:
    """Out of focus, so that nothing in it is read, and dark, so that the picture stands out from
    it. It is blurred small: nobody sees how, and it takes a hundredth of the time.
    """
    small = cv2.resize(image, None, fx=BLUR / image.shape[1], fy=BLUR / image.shape[1],
                       interpolation=cv2.INTER_AREA)  # fmt: skip
    small = cv2.convertScaleAbs(cv2.GaussianBlur(small, (0, 0), BLUR / 32), alpha=DIM)
    size = (image.shape[1], image.shape[0])
    return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def _planes(image: Pixels) -> tuple[Plane, Plane, Plane]:
    y, u, v = cv2.split(from_bgr(image))
    return np.asarray(y, np.uint8), halved(np.asarray(u, np.uint8)), halved(np.asarray(v, np.uint8))


def bordered(plane: Plane, margin: int) -> Plane:
    edges = (margin, margin, margin, margin)
    return np.asarray(cv2.copyMakeBorder(plane, *edges, cv2.BORDER_REPLICATE), np.uint8)


@lru_cache(maxsize=4)
def read(path: Path) -> npt.NDArray[np.uint8]:
    """A normalised picture as (height, width, 3) BGR; alpha is dropped."""
    return _decoded(path, cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)


def _decoded(path: Path, how: int) -> npt.NDArray[np.uint8]:
    data = np.fromfile(path, np.uint8) if path.is_file() else np.empty(0, np.uint8)
    image = cv2.imdecode(data, how) if data.size else None
    if image is None:
        raise RenderingError(problem("image-illisible", name=path.name))
    return np.asarray(image, np.uint8)


def shown(prepared: Prepared, view: View, box: Box) -> tuple[Plane, Plane, Plane]:
    """The planes that fill `box` where the picture lies as `view` says."""
    scale = view.scale * prepared.unit / prepared.density
    x = prepared.corner[0] + view.x * prepared.unit - box[0]
    y = prepared.corner[1] + view.y * prepared.unit - box[1]
    size = (box[2] - box[0], box[3] - box[1])
    half = (size[0] // 2, size[1] // 2)
    luma, u, v = prepared.planes
    return (
        resized(luma, prepared.margin, scale, (x, y), size),
        resized(u, prepared.margin, scale, (x / 2, y / 2), half),
        resized(v, prepared.margin, scale, (x / 2, y / 2), half),
    )


def resized(
    plane: Plane, margin: int, scale: float, corner: tuple[float, float], size: tuple[int, int]
) -> Plane:
    """The part of a plane that fills (width, height) `size`, where a pixel of it is `scale` px of
    the frame and its own corner lies at `corner`; `margin` px of it lie beyond its edges.
    """
    across, down = (_start(margin - place / scale, scale) for place in corner)
    if across is None or down is None:
        return _warped(plane, margin, scale, corner, size)
    (left, skipped_left), (top, skipped_top) = across, down
    right = left + math.ceil((skipped_left + size[0]) / scale) + 1
    bottom = top + math.ceil((skipped_top + size[1]) / scale) + 1
    if left < 0 or top < 0 or right > plane.shape[1] or bottom > plane.shape[0]:
        return _warped(plane, margin, scale, corner, size)
    whole = cv2.resize(
        plane[top:bottom, left:right], None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR
    )
    part = whole[skipped_top : skipped_top + size[1], skipped_left : skipped_left + size[0]]
    return np.asarray(part, np.uint8)


def _start(wanted: float, scale: float) -> tuple[int, int] | None:
    """A whole pixel of the picture, and how many pixels of the frame after it `wanted` lies.

    None where no pixel is near enough.
    """
    starts = wanted - _BEFORE / scale
    missed = np.abs(starts - np.rint(starts))
    near = missed <= CLOSE / 2
    skipped = int(near.argmax() if near.any() else missed.argmin())
    return (round(starts[skipped]), skipped) if missed[skipped] <= CLOSE else None


_BEFORE = np.arange(STEPS)


def _warped(
    plane: Plane, margin: int, scale: float, corner: tuple[float, float], size: tuple[int, int]
) -> Plane:
    """Positions are those of corners; the warp wants those of the middles of pixels."""
    x, y = (place - margin * scale + (scale - 1) / 2 for place in corner)
    matrix = np.array(((scale, 0, x), (0, scale, y)))
    return np.asarray(
        cv2.warpAffine(
            plane, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        ),
        np.uint8,
    )


@lru_cache(maxsize=4)
def pasted(photo: Photo, unit: float) -> tuple[Pixels, int, int]:
    """A picture that does not move, with its own transparency, fitted into its box: its pixels
    (Y, U, V, coverage; not premultiplied; not to be written to) and where they go.
    """
    image = _decoded(photo.picture.path, cv2.IMREAD_UNCHANGED)
    height, width = image.shape[:2]
    choose = min if photo.fit is Fit.CONTAIN else max
    scale = choose(photo.width * unit / width, photo.height * unit / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    image = np.asarray(cv2.resize(_with_alpha(image), size, interpolation=cv2.INTER_AREA), np.uint8)
    pixels = np.dstack([from_bgr(np.ascontiguousarray(image[..., :3])), image[..., 3]])
    x = round((photo.x + photo.width / 2) * unit - size[0] / 2)
    y = round((photo.y + photo.height / 2) * unit - size[1] / 2)
    return np.asarray(pixels, np.uint8), x, y


def _with_alpha(image: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    if image.ndim == 2:
        image = np.asarray(cv2.cvtColor(image, cv2.COLOR_GRAY2BGR), np.uint8)
    if image.shape[2] == 3:
        image = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2BGRA), np.uint8)
    return image
