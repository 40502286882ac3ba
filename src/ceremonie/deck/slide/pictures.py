"""Pictures as the deck stores them: cropped to their box, 192 ppi at most, nothing but pixels."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image

from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Fit, Photo

PIXELS_PER_UNIT = 192 * 40 / 3 / 1920
"""Stored pixels per px of the canvas: 192 ppi over a slide of 40/3 in."""

JPEG_QUALITY = 88


def stored(photo: Photo) -> bytes:
    """JPEG, or PNG where the picture has alpha, of what the box shows."""
    contained = photo.fit is Fit.CONTAIN
    box = (0, 0) if contained else (photo.width, photo.height)
    limit = (round(photo.width * PIXELS_PER_UNIT), round(photo.height * PIXELS_PER_UNIT))
    picture = photo.picture
    return _encoded(picture.path, picture.digest, box, picture.focus, limit, picture.alpha)


def whole(picture: Picture, width: float, height: float) -> bytes:
    """The picture without a crop, for a box of this size."""
    limit = (round(width * PIXELS_PER_UNIT), round(height * PIXELS_PER_UNIT))
    return _encoded(picture.path, picture.digest, (0, 0), picture.focus, limit, picture.alpha)


@lru_cache(maxsize=8)
def _encoded(
    path: Path,
    digest: str,
    box: tuple[float, float],
    focus: tuple[float, float],
    limit: tuple[int, int],
    alpha: bool,
) -> bytes:
    """`digest` takes part only as a key: a path may hold other pixels tomorrow."""
    with Image.open(path) as opened:
        image = opened.convert("RGBA" if alpha else "RGB")
    if all(box):
        image = image.crop(crop_box(image.size, box, focus))
    scale = min(1.0, _scale(image.size, limit, cover=all(box)))
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    return _pixels_only(image, alpha=alpha)


def crop_box(
    size: tuple[int, int], box: tuple[float, float], focus: tuple[float, float]
) -> tuple[int, int, int, int]:
    """The largest part of the box's shape, as near to the focus point as the edges allow."""
    width, height = size
    scale = min(width / box[0], height / box[1])
    kept = (min(width, round(box[0] * scale)), min(height, round(box[1] * scale)))
    left = round(min(max(0.0, focus[0] * width - kept[0] / 2), width - kept[0]))
    top = round(min(max(0.0, focus[1] * height - kept[1] / 2), height - kept[1]))
    return left, top, left + kept[0], top + kept[1]


def _scale(size: tuple[int, int], limit: tuple[int, int], *, cover: bool) -> float:
    ratios = (limit[0] / size[0], limit[1] / size[1])
    return max(ratios) if cover else min(ratios)


def _pixels_only(image: Image.Image, *, alpha: bool) -> bytes:
    """Encoded from bare pixels: no EXIF, no position, no embedded thumbnail can follow."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    buffer = io.BytesIO()
    if alpha:
        bare.save(buffer, "PNG", optimize=True)
    else:
        bare.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return buffer.getvalue()


def contained_size(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Width and height of the picture in a box that it may not leave."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale
