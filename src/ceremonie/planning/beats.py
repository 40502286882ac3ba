"""Where beats fall in the film."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

HOUSE_BEAT = Fraction(12)
"""Frames, where no music says otherwise."""


@dataclass(frozen=True)
class Grid:
    """`first` is the frame of the first beat, `beat` the frames from one to the next: exact."""

    first: Fraction = Fraction(0)
    beat: Fraction = HOUSE_BEAT

    def frame(self, number: int) -> int:
        """The frame nearest to a beat, counted from 0."""
        return math.floor(self.first + number * self.beat + Fraction(1, 2))

    def own(self, beats: int) -> int:
        """Frames of a shot of so many beats, wherever it stands: its span has as many, or one more
        where the beat falls so.
        """
        return math.floor(beats * self.beat)

    def beats(self, frames: int) -> int:
        """As few whole beats as take so many frames."""
        return math.ceil(frames / self.beat)
