"""The shapes of films and of slides, each with its canvas and the part that may carry words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """As people write it: width to height."""

    WIDE = "16:9"
    SQUARE = "1:1"
    TALL = "9:16"


class Screen(StrEnum):
    """The shapes of slides, as halls have projectors for them."""

    WIDE = "16:9"
    LAPTOP = "16:10"
    CLASSIC = "4:3"


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


WHOLE = Bounds(0, 0, 1, 1)
"""All of something, where edges are told in parts of its width and height."""


@dataclass(frozen=True)
class Format:
    """A canvas of `width` × `height` px; words stand inside `safe`. Slides are wide, and perhaps
    narrower than the film: their `screen` tells.
    """

    shape: Shape
    width: int
    height: int
    safe: Bounds
    screen: Screen = Screen.WIDE

    @property
    def whole(self) -> Bounds:
        return Bounds(0, 0, self.width, self.height)

    @property
    def narrower(self) -> int:
        """px by which the canvas is narrower than that of the wide screen, which is as high."""
        return WIDE.width - self.width

    def reduced(self, times: int) -> tuple[int, int]:
        """Width and height of a picture of which each px shows `times` px of the canvas."""
        return self.width // times, self.height // times


_MARGIN = 0.05
"""Part of each side that screens may hide: the graphics safe area of EBU R 95."""

_BUTTONS = 0.8
"""Part of the height of an upright film above the buttons and captions of social networks."""


def _format(
    shape: Shape,
    width: int,
    height: int,
    *,
    lowest: float = 1 - _MARGIN,
    screen: Screen = Screen.WIDE,
) -> Format:
    across, down = width * _MARGIN, height * _MARGIN
    safe = Bounds(across, down, width - across, height * lowest)
    return Format(shape, width, height, safe, screen)


FORMATS: dict[Shape, Format] = {
    Shape.WIDE: _format(Shape.WIDE, 1920, 1080),
    Shape.SQUARE: _format(Shape.SQUARE, 1080, 1080),
    Shape.TALL: _format(Shape.TALL, 1080, 1920, lowest=_BUTTONS),
}

WIDE = FORMATS[Shape.WIDE]

SCREENS: dict[Screen, Format] = {
    Screen.WIDE: WIDE,
    Screen.LAPTOP: _format(Shape.WIDE, 1728, 1080, screen=Screen.LAPTOP),
    Screen.CLASSIC: _format(Shape.WIDE, 1440, 1080, screen=Screen.CLASSIC),
}
"""All as high as the wide one; so a px is as long on each."""
