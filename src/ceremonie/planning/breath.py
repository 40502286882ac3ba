"""What lives in a shot while it is read: its ground breathes, a light runs along one lane.

Both are functions of the frame, counted from the start of the shot.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ceremonie.planning.entrances import Easing, eased
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline

SWELL = 0.015
"""How much larger a ground is when it has breathed in."""


@dataclass(frozen=True)
class Light:
    """A stroke of light, at most `width` px wide and `length` of its course (0 to 1) long, that
    runs once along `course` for `frames` frames from frame `start` on.
    """

    course: Outline
    width: float
    length: float
    colour: Colour
    start: int
    frames: int

    def span(self, frame: int) -> tuple[float, float] | None:
        """The part of the course (0 to 1) from its tail to its head; None where it is not seen."""
        part = (frame - self.start + 1) / (self.frames + 1)
        if not 0 < part < 1:
            return None
        head = eased(Easing.DRAW, part) * (1 + self.length)
        return max(0.0, head - self.length), min(1.0, head)


@dataclass(frozen=True)
class Breath:
    """The first `depth` elements of a drawing and its field swell about (x, y) and come back,
    `times` times from frame `start` to before `stop`. On the first and on the last of these frames
    they are as they were drawn: what rests afterwards repeats that one.
    """

    depth: int
    x: float
    y: float
    start: int
    stop: int
    times: int = 1
    light: Light | None = None

    def moves(self, frame: int) -> bool:
        """Whether the ground is not as it was drawn."""
        return self.start < frame < self.stop - 1

    def scale(self, frame: int) -> float:
        """How large the ground is; 1 as it was drawn."""
        if not self.moves(frame):
            return 1.0
        turn = math.pi * self.times * (frame - self.start) / (self.stop - 1 - self.start)
        return 1 + SWELL * math.sin(turn) ** 2
