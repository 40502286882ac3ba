"""A colour made lighter or darker without leaving its hue: lightness moves, hue stays, chroma gives
way only where the screen cannot show it.

Lightness, hue and chroma are those of OKLab (Björn Ottosson, « A perceptual color space for image
processing », 2020).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from ceremonie.theme.palette import RGB, luminance_of

Lab = tuple[float, float, float]
"""Lightness 0 to 1, and the two axes of colour."""

_STEPS = 14
"""Halvings of an interval of 0 to 1: finer than a step of 8 bits."""


@lru_cache(maxsize=4096)
def at_luminance(colour: RGB, luminance: float, most: float = 1.0) -> RGB:
    """The colour of this hue with this relative luminance (WCAG 2.2), as colourful as it was or as
    a screen allows, and of the chroma `most` at the most.
    """
    _, a, b = _oklab(colour)
    part = min(1.0, most / max(math.hypot(a, b), 1e-9))

    def shown(level: float) -> RGB:
        return _in_gamut((level, a * part, b * part))

    return shown(_bisected(lambda level: luminance_of(shown(level)) < luminance))


def _in_gamut(colour: Lab) -> RGB:
    """The colour, or the most colourful of its lightness and hue that a screen shows."""
    lightness, a, b = colour

    def faded(part: float) -> Lab:
        return lightness, a * part, b * part

    if _fits(_linear_rgb(colour)):
        return _rgb(_linear_rgb(colour))
    return _rgb(_linear_rgb(faded(_bisected(lambda part: _fits(_linear_rgb(faded(part)))))))


def _bisected(below: Callable[[float], bool]) -> float:
    """The largest number of 0 to 1 for which `below` holds; it holds up to there."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return low


def _fits(linear: Lab) -> bool:
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in linear)


def _rgb(linear: Lab) -> RGB:
    red, green, blue = (round(255 * _bent(min(1.0, max(0.0, channel)))) for channel in linear)
    return red, green, blue


def _bent(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _straight(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _oklab(colour: RGB) -> Lab:
    red, green, blue = (_straight(channel / 255) for channel in colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear_rgb(colour: Lab) -> Lab:
    lightness, a, b = colour
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
