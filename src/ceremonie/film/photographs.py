"""Photos as planes, prepared once and warped by one affine map a frame.

The warp moves by fractions of a pixel, so that a slow drift never trembles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.diagnostics import RenderingError
from ceremonie.film.canvas import Pixels
from ceremonie.film.colour import Plane, from_bgr, halved
from ceremonie.messages import problem
from ceremonie.plan.drawing import Fit, Photo

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in px of the frame; all even, for chroma."""


@dataclass(frozen=True)
class Prepared:
    """A photo reduced to what its box needs at the end of its drift, in planes.

    `x`, `y`, `scale` place it at the start of the shot: the frame's pixel of the picture's top
    left corner, and pixels of the frame to a pixel of the picture.
    """

    planes: tuple[Plane, Plane, Plane]
    x: float
    y: float
    scale: float
    anchor: tuple[float, float]
    drift: float


def prepare(photo: Photo, unit: float) -> Prepared:
    """`unit` is px of the frame to a px of the canvas."""
    image = read(photo.picture.path)
    height, width = image.shape[:2]
    box_w, box_h = photo.width * unit, photo.height * unit
    cover = max(box_w / width, box_h / height)
    needed = cover * photo.drift
    if needed < 1:
        size = (max(2, round(width * needed)), max(2, round(height * needed)))
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
    image = image[: image.shape[0] // 2 * 2, : image.shape[1] // 2 * 2]
    scale = max(box_w / image.shape[1], box_h / image.shape[0])
    focus_x, focus_y = photo.picture.focus
    x = _placed(box_w, image.shape[1] * scale, focus_x) + photo.x * unit
    y = _placed(box_h, image.shape[0] * scale, focus_y) + photo.y * unit
    anchor = (x + image.shape[1] * scale * focus_x, y + image.shape[0] * scale * focus_y)
    inside = (
        min(max(anchor[0], photo.x * unit), (photo.x + photo.width) * unit),
        min(max(anchor[1], photo.y * unit), (photo.y + photo.height) * unit),
    )
    y_plane, u, v = cv2.split(from_bgr(image))
    chroma = (halved(np.asarray(u, np.uint8)), halved(np.asarray(v, np.uint8)))
    return Prepared((np.asarray(y_plane, np.uint8), *chroma), x, y, scale, inside, photo.drift)


def _placed(room: float, size: float, focus: float) -> float:
    """Where a picture of this size starts so that its focus is as central as the edges allow."""
    return min(0.0, max(room - size, room / 2 - size * focus))


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


def warped(prepared: Prepared, part: float, box: Box) -> tuple[Plane, Plane, Plane]:
    """The planes of the frame's box, `part` of the shot gone (it may be more than 1)."""
    grown = 1 + (prepared.drift - 1) * part
    scale = prepared.scale * grown
    x = prepared.anchor[0] + (prepared.x - prepared.anchor[0]) * grown - box[0]
    y = prepared.anchor[1] + (prepared.y - prepared.anchor[1]) * grown - box[1]
    size = (box[2] - box[0], box[3] - box[1])
    luma, *chroma = prepared.planes
    half = (size[0] // 2, size[1] // 2)
    warped_chroma = [_warp(plane, scale, x / 2, y / 2, half) for plane in chroma]
    return _warp(luma, scale, x, y, size), warped_chroma[0], warped_chroma[1]


def _warp(plane: Plane, scale: float, x: float, y: float, size: tuple[int, int]) -> Plane:
    """Positions are those of corners; the warp wants those of the middles of pixels."""
    shift = (scale - 1) / 2
    matrix = np.array(((scale, 0, x + shift), (0, scale, y + shift)))
    return np.asarray(
        cv2.warpAffine(
            plane, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        ),
        np.uint8,
    )


def pasted(photo: Photo, unit: float) -> tuple[Pixels, int, int]:
    """A picture that does not move, with its own transparency, fitted into its box: its pixels
    (Y, U, V, coverage; not premultiplied) and where they go.
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
