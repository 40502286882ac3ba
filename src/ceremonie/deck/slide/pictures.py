"""Pictures as the deck stores them: cropped to their box, 192 ppi at most, nothing but pixels."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from PIL import Image

from ceremonie.deck.slide import play_mark
from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Fit, Footage, Photo
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

PIXELS_PER_UNIT = 192 * 40 / 3 / 1920
"""Stored pixels per px of the canvas: 192 ppi over a slide of 40/3 in."""

JPEG_QUALITY = 88


@dataclass(frozen=True)
class Stored:
    """A picture as slides store it: what of it shows in a box of the shape `box` (all of it where
    that is None), in at most `limit` pixels; with a mark in its middle where it `plays`.
    """

    picture: Picture
    box: tuple[float, float] | None
    limit: tuple[int, int]
    plays: bool = False

    @property
    def key(self) -> str:
        """Equal keys, equal bytes. The picture's path is no part of it: it may hold other pixels
        tomorrow.
        """
        one = self.picture
        facts = (one.digest, one.focus, one.alpha, self.box, self.limit, self.plays, _recipe())
        return hashlib.sha256(repr(facts).encode()).hexdigest()

    @property
    def ending(self) -> str:
        return "png" if self.picture.alpha else "jpg"

    @property
    def content_type(self) -> str:
        return "image/png" if self.picture.alpha else "image/jpeg"

    def made(self) -> bytes:
        """JPEG, or PNG where the picture has alpha."""
        alpha = self.picture.alpha
        with Image.open(self.picture.path) as opened:
            image = opened.convert("RGBA" if alpha else "RGB")
        if self.box:
            image = image.crop(crop_box(image.size, self.box, self.picture.focus))
        scale = _scale(image.size, self.limit, cover=self.box is not None)
        if scale < 1:
            size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
            image = image.resize(size, Image.Resampling.LANCZOS)
        if self.plays:
            play_mark.draw(image)
        return _pixels_only(image, alpha=alpha)


@cache
def _recipe() -> str:
    """This code, and the library that it calls."""
    code = b"".join(Path(file).read_bytes() for file in (__file__, play_mark.__file__))
    return f"{hashlib.sha256(code).hexdigest()} {version('pillow')}"


def stored(photo: Photo) -> Stored:
    """What the photo's box shows."""
    if photo.fit is Fit.CONTAIN:
        return whole(photo.picture, photo.width, photo.height)
    return Stored(photo.picture, (photo.width, photo.height), _limit(photo.width, photo.height))


def whole(picture: Picture, width: float, height: float) -> Stored:
    """The picture without a crop, for a box of this size."""
    return Stored(picture, None, _limit(width, height))


def poster(footage: Footage) -> Stored:
    """What a video shows before it plays."""
    return replace(whole(footage.clip.poster, CANVAS_WIDTH, CANVAS_HEIGHT), plays=True)


def _limit(width: float, height: float) -> tuple[int, int]:
    return round(width * PIXELS_PER_UNIT), round(height * PIXELS_PER_UNIT)


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
    """Encoded without what came with the file: no EXIF, no position, no comment can follow."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
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
