"""Five flat colours, one of them per day, and the pairs that may carry text."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Colour(StrEnum):
    """A colour by its role, told by how light it is: what is drawn names no colour of its own.

    Ink is written on paper, bright and middle; paper is written on deep and ink.
    """

    PAPER = "paper"
    MIDDLE = "middle"
    BRIGHT = "bright"
    DEEP = "deep"
    INK = "ink"
    BLACK = "black"
    WHITE = "white"


RGB = tuple[int, int, int]
"""Red, green, blue of sRGB, 0 to 255."""

_FIXED = MappingProxyType({Colour.BLACK: "000000", Colour.WHITE: "FFFFFF"})


@dataclass(frozen=True)
class Palette:
    """What each role looks like in an event's own colours: six hexadecimal digits, RRGGBB."""

    paper: str
    bright: str
    middle: str
    deep: str
    ink: str

    def hex(self, colour: Colour) -> str:
        """RRGGBB."""
        return _FIXED.get(colour) or str(getattr(self, colour.value))

    def rgb(self, colour: Colour) -> RGB:
        """Red, green, blue, 0 to 255."""
        return rgb_of(self.hex(colour))

    def luminance(self, colour: Colour) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2)."""
        return luminance_of(self.rgb(colour))

    def contrast(self, one: Colour, other: Colour) -> float:
        """Contrast ratio of two roles, 1 to 21 (WCAG 2.2)."""
        return contrast_of(self.rgb(one), self.rgb(other))


HOUSE = Palette(paper="FFF5E0", bright="FFC72C", middle="FF5A1F", deep="00565B", ink="0B1530")
"""The colours of the 2023 edition: what an event without colours of its own is shown in."""

MINIMUM_CONTRAST = 4.5
"""Text on its ground, below 24 px as above: RGAA 4.1 criterion 3.2 (WCAG 1.4.3)."""

LANE_COLOURS = (Colour.MIDDLE, Colour.BRIGHT, Colour.DEEP)
"""Reading order of a bundle of three: the days, the figures, the ranks."""


def rgb_of(value: str) -> RGB:
    """Of six hexadecimal digits, RRGGBB."""
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


def luminance_of(colour: RGB) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2 definition)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_of(one: RGB, other: RGB) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2 definition)."""
    low, high = sorted((luminance_of(one), luminance_of(other)))
    return (high + 0.05) / (low + 0.05)


def difference(one: RGB, other: RGB) -> float:
    """ΔE*ab of two sRGB colours, 0 to 255 a channel (CIE 1976): 2 is just seen side by side."""
    return math.dist(_lab(one), _lab(other))


def _lab(colour: RGB) -> tuple[float, float, float]:
    """CIELAB, from sRGB's primaries and white (IEC 61966-2-1)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888
    bent_x, bent_y, bent_z = (_bent(value) for value in (x, y, z))
    return 116 * bent_y - 16, 500 * (bent_x - bent_y), 200 * (bent_y - bent_z)


def _bent(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (value * 24389 / 27 + 16) / 116


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


def day_colour(day: int) -> Colour:
    """The field of day `day`, counted from 0."""
    return LANE_COLOURS[day % len(LANE_COLOURS)]


def ink_on(ground: Colour) -> Colour:
    """The role of the text on a ground: light on DEEP, INK and black, INK on all others."""
    return Colour.PAPER if ground in (Colour.DEEP, Colour.INK, Colour.BLACK) else Colour.INK
