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
from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import cropping
from ceremonie.planning.drawing import Fit, Footage, Photo
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

PIXELS_PER_UNIT = 192 * 40 / 3 / 1920
"""Stored pixels per px of the canvas: 192 ppi over a slide of 40/3 in."""

JPEG_QUALITY = 88


@dataclass(frozen=True)
class Stored:
    """A picture as slides store it: the `part` of it that shows, in parts of its width and height,
    in at most `limit` pixels (all of it within them where that is None); with a mark in its middle
    where it `plays`.
    """

    picture: Picture
    part: Bounds | None
    limit: tuple[int, int]
    plays: bool = False

    @property
    def key(self) -> str:
        """Equal keys, equal bytes. The picture's path is no part of it: it may hold other pixels
        tomorrow.
        """
        one = self.picture
        facts = (one.digest, one.alpha, self.part, self.limit, self.plays, _recipe())
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
        if self.part:
            image = image.crop(_pixels(self.part, image.size))
        scale = _scale(image.size, self.limit, cover=self.part is not None)
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
    return Stored(photo.picture, cropping.shown(photo), _limit(photo.width, photo.height))


def whole(picture: Picture, width: float, height: float) -> Stored:
    """The picture without a crop, for a box of this size."""
    return Stored(picture, None, _limit(width, height))


def poster(footage: Footage) -> Stored:
    """What a video shows before it plays."""
    return replace(whole(footage.clip.poster, CANVAS_WIDTH, CANVAS_HEIGHT), plays=True)


def _limit(width: float, height: float) -> tuple[int, int]:
    return round(width * PIXELS_PER_UNIT), round(height * PIXELS_PER_UNIT)


def _pixels(part: Bounds, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom; one pixel at the least each way."""
    width, height = size
    wide, high = max(1, round(part.width * width)), max(1, round(part.height * height))
    left, top = round(part.left * width), round(part.top * height)
    return left, top, left + wide, top + high


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
