"""A small copy of a picture to look at: upright, without exact colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceremonie.media.picture import damage
from ceremonie.media.picture.exif import turned
from ceremonie.media.picture.source import Source

if TYPE_CHECKING:
    from PIL.Image import Image


def of_jpeg(picture: Source, side: int) -> Image:
    """RGB, its shorter side at least `side` px where the picture is as large: as far as the decoder
    can reduce while it decodes, which costs a few milliseconds. Raises what decoders raise.
    """
    from PIL import Image as Images

    if picture.mode not in {"L", "RGB"}:  # inks, which only the other decoder reads
        return turned(picture.load().convert("RGB"), picture.facts.orientation)
    pixels = damage.reduced(picture.data, side)
    return turned(Images.fromarray(pixels), picture.facts.orientation)
