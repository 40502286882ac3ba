"""Decoded pixels made small: plain modes, without a transparent border, in strips where the whole
would take too much memory twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

WHOLE = 16_000_000
"""Pixels up to which a picture is worked on as a whole."""

STRIP = 2_000_000
"""Pixels of a strip."""

OPAQUE = 255
_TRANSPARENT_MODES = {"LA", "La", "PA", "RGBA", "RGBa"}
_HIGHEST_BYTE = 8
Box = tuple[int, int, int, int]


def plain(image: Image, *, deep: bool = False) -> Image:
    """L, RGB or CMYK, or RGBA where anything may be transparent. `deep` is a file of 16 bits a
    channel, whose one transparent colour is told in 16 bits.
    """
    transparent = image.info.get("transparency")
    if image.mode.startswith("I"):
        return _of_sixteen_bits(image, transparent)
    if deep and isinstance(transparent, tuple):
        image.info["transparency"] = tuple(value >> _HIGHEST_BYTE for value in transparent)
    if transparent is not None or image.mode in _TRANSPARENT_MODES:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _of_sixteen_bits(image: Image, transparent: object) -> Image:
    """Grey: 0 to 65 535 becomes 0 to 255, each value the nearest."""
    import numpy as np
    from PIL import Image as Images

    values = np.asarray(image).astype(np.uint32)
    grey = Images.fromarray(((values + 128) // 257).astype(np.uint8))
    if not isinstance(transparent, int):
        return grey
    grey = grey.convert("RGBA")
    grey.putalpha(Images.fromarray(np.where(values == transparent, 0, OPAQUE).astype(np.uint8)))
    return grey


def trimmed(image: Image, most: Callable[[int, int], tuple[int, int]], *, deep: bool) -> Image:
    """Plain, RGBA only where something is transparent, and without its transparent border, so that
    logos of one row look alike in size. A large picture is also reduced by a whole number, never
    below the size that `most` tells for it.
    """
    if image.width * image.height <= WHOLE:
        image = _opaque_if_so(plain(image, deep=deep))
        box = image.getbbox(alpha_only=True) if image.mode == "RGBA" else None
        return image.crop(box) if box else image
    box, opaque = visible(image, deep=deep)
    width, height = box[2] - box[0], box[3] - box[1]
    wanted = most(width, height)
    factor = max(1, min(width // wanted[0], height // wanted[1]))
    small = averaged(image, box, factor, deep=deep)
    return small.convert("RGB") if opaque and small.mode == "RGBA" else small


def _opaque_if_so(image: Image) -> Image:
    return image.convert("RGB") if image.mode == "RGBA" and _is_opaque(image) else image


def _is_opaque(image: Image) -> bool:
    return image.getchannel("A").getextrema()[0] == OPAQUE


def strips(image: Image, box: Box, factor: int) -> Iterator[tuple[int, Image]]:
    """The rows of a part of the picture, `factor` at a time or many times so many, each with its
    distance from the part's top.
    """
    left, top, right, bottom = box
    rows = max(1, STRIP // (right - left) // factor) * factor
    for start in range(top, bottom, rows):
        yield start - top, image.crop((left, start, right, min(start + rows, bottom)))


def visible(image: Image, *, deep: bool = False) -> tuple[Box, bool]:
    """The part of the picture that is not its transparent border, all of it where everything is
    transparent; and whether nothing is.
    """
    whole = (0, 0, *image.size)
    boxes, opaque = [], True
    for top, strip in strips(image, whole, 1):
        part = plain(strip, deep=deep)
        if part.mode != "RGBA":
            return whole, True
        opaque = opaque and _is_opaque(part)
        if box := part.getbbox(alpha_only=True):
            boxes.append((box[0], box[1] + top, box[2], box[3] + top))
    return (_around(boxes) if boxes else whole), opaque


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def averaged(image: Image, box: Box, factor: int, *, deep: bool = False) -> Image:
    """A part of the picture, each pixel the mean of `factor` × `factor`, those that are hardly
    seen counting as little.
    """
    from PIL import Image as Images

    width, height = -(-(box[2] - box[0]) // factor), -(-(box[3] - box[1]) // factor)
    made: Image | None = None
    for top, strip in strips(image, box, factor):
        part = plain(strip, deep=deep).reduce(factor)
        made = made or Images.new(part.mode, (width, height))
        made.paste(part, (0, top // factor))
    return made or plain(image, deep=deep)
