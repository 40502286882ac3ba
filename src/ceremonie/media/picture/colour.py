"""From what a file's numbers mean to sRGB, the colours of screens."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie.media.picture import profile
from ceremonie.media.picture.facts import ColourFacts

if TYPE_CHECKING:
    from PIL.Image import Image

PRESS = Path(__file__).parents[2] / "data" / "press" / "fogra39.icc"
"""Offset on coated paper (ISO 12647-2): what is meant in Europe where inks come without words."""

_NARROW, _NARROW_RANGE = 16, 219
"""Values that do not use their full range (ITU-R BT.709, 8 bits)."""


def in_srgb(image: Image, facts: ColourFacts) -> tuple[Image, bool]:
    """RGB in sRGB of a picture without alpha (L, RGB, CMYK), and whether its inks were taken as
    those of a usual press. What is said counts in PNG's order: code points, profile, sRGB,
    primaries and gamma (PNG third edition, 12.2); a broken profile is as good as none.
    """
    if facts.code and not facts.code.full:
        image = image.convert("RGB").point(_widened)
    described = _described(facts)
    if described and (converted := _converted(image, described)):
        return converted, False
    if image.mode == "CMYK":
        return _converted(image, _press()) or image.convert("RGB"), True
    return image if image.mode == "RGB" else image.convert("RGB"), False


def _described(facts: ColourFacts) -> bytes | None:
    if facts.code and facts.code.primaries in profile.PRIMARIES:
        return profile.of_code(facts.code)
    if facts.profile or facts.srgb:
        return facts.profile
    if facts.chromaticities or facts.gamma:
        return profile.of_gamma(facts.chromaticities, facts.gamma)
    return None


def _widened(value: int) -> int:
    return max(0, min(255, round((value - _NARROW) * 255 / _NARROW_RANGE)))


@cache
def _press() -> bytes:
    return PRESS.read_bytes()


def _converted(image: Image, described: bytes) -> Image | None:
    """None where the profile is broken, or made for another kind of picture."""
    from PIL import ImageCms

    for fitting in (image, image.convert("RGB")) if image.mode == "L" else (image,):
        try:
            return ImageCms.profileToProfile(
                fitting,
                ImageCms.ImageCmsProfile(BytesIO(described)),
                ImageCms.createProfile("sRGB"),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            continue
    return None
