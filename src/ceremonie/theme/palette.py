"""Five flat colours, one of them per day, and the pairs that may carry text."""

from __future__ import annotations

import math
from enum import StrEnum

from ceremonie.storyboard.programme import Topic


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


HEX: dict[Colour, str] = {
    Colour.PAPER: "FFF5E0",
    Colour.MIDDLE: "FF5A1F",
    Colour.BRIGHT: "FFC72C",
    Colour.DEEP: "00565B",
    Colour.INK: "0B1530",
    Colour.BLACK: "000000",
    Colour.WHITE: "FFFFFF",
}

MINIMUM_CONTRAST = 4.5
"""Text on its ground, below 24 px as above: RGAA 4.1 criterion 3.2 (WCAG 1.4.3)."""

LANE_COLOURS = (Colour.MIDDLE, Colour.BRIGHT, Colour.DEEP)
"""Reading order of a bundle of three: the days, the figures, the ranks."""


def rgb(colour: Colour) -> tuple[int, int, int]:
    """Red, green, blue, 0 to 255."""
    value = HEX[colour]
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2 definition)."""
    red, green, blue = (_linear(channel / 255) for channel in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def difference(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """ΔE*ab of two sRGB colours, 0 to 255 a channel (CIE 1976): 2 is just seen side by side."""
    return math.dist(_lab(one), _lab(other))


def _lab(colour: tuple[int, int, int]) -> tuple[float, float, float]:
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


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2 definition)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def day_colour(day: int) -> Colour:
    """The field of day `day`, counted from 0."""
    return LANE_COLOURS[day % len(LANE_COLOURS)]


def ink_on(ground: Colour) -> Colour:
    """Night on flame, sun and ivory; ivory on sea and night."""
    return Colour.PAPER if ground in (Colour.DEEP, Colour.INK, Colour.BLACK) else Colour.INK


def second_lane(field: Colour) -> Colour:
    """The lane beside a day's own: sun, or flame on a field of sun."""
    return Colour.MIDDLE if field is Colour.BRIGHT else Colour.BRIGHT


TOPIC_BADGE: dict[Topic, tuple[Colour, Colour]] = {
    Topic.SPORT: (Colour.INK, Colour.BRIGHT),
    Topic.HANDISPORT: (Colour.INK, Colour.MIDDLE),
    Topic.HEALTH: (Colour.DEEP, Colour.PAPER),
    Topic.WORK: (Colour.INK, Colour.PAPER),
    Topic.CULTURE: (Colour.MIDDLE, Colour.INK),
    Topic.TOGETHER: (Colour.BRIGHT, Colour.INK),
}
"""Topic → (ground of the badge, pictogram)."""


def badge_on(field: Colour, topic: Topic) -> tuple[Colour, Colour]:
    """Ground and pictogram of a topic's badge; swapped where the ground would vanish."""
    ground, symbol = TOPIC_BADGE[topic]
    return (symbol, ground) if ground is field else (ground, symbol)


TOPIC_PICTOGRAM: dict[Topic, str] = {
    Topic.SPORT: "handball",
    Topic.HANDISPORT: "fauteuil",
    Topic.HEALTH: "bien-etre",
    Topic.WORK: "metier",
    Topic.CULTURE: "musique",
    Topic.TOGETHER: "ensemble",
}
