"""The shapes of a picture, each with its own canvas and the part of it that may carry words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """As people write it: width to height."""

    WIDE = "16:9"
    SQUARE = "1:1"
    TALL = "9:16"


@dataclass(frozen=True)
class Bounds:
    """A rectangle by its edges, px of a canvas, y down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Bounds:
        """With `by` px more on every side."""
        return Bounds(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, other: Bounds, tolerance: float = 0) -> bool:
        """Whether `other` lies inside, or leaves it by `tolerance` px at most."""
        return (
            other.left >= self.left - tolerance
            and other.top >= self.top - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def meets(self, other: Bounds) -> bool:
        """Whether both share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Format:
    """A canvas of `width` × `height` px; words stand inside `safe`."""

    shape: Shape
    width: int
    height: int
    safe: Bounds

    @property
    def whole(self) -> Bounds:
        return Bounds(0, 0, self.width, self.height)

    def reduced(self, times: int) -> tuple[int, int]:
        """Width and height of a picture of which each px shows `times` px of the canvas."""
        return self.width // times, self.height // times


_MARGIN = 0.05
"""Part of each side that screens may hide: the graphics safe area of EBU R 95."""

_BUTTONS = 0.8
"""Part of the height of an upright film above the buttons and captions of social networks."""


def _format(shape: Shape, width: int, height: int, lowest: float = 1 - _MARGIN) -> Format:
    across, down = width * _MARGIN, height * _MARGIN
    return Format(shape, width, height, Bounds(across, down, width - across, height * lowest))


FORMATS: dict[Shape, Format] = {
    Shape.WIDE: _format(Shape.WIDE, 1920, 1080),
    Shape.SQUARE: _format(Shape.SQUARE, 1080, 1080),
    Shape.TALL: _format(Shape.TALL, 1080, 1920, _BUTTONS),
}

WIDE = FORMATS[Shape.WIDE]
