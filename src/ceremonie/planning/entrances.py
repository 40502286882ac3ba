"""How elements come in: each entrance is a function of the frame, 0 (away) to 1 (there); and how
they leave.

Frames count from the start of the shot; lengths are px of the canvas, y down.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from ceremonie.formats import Bounds
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline


class Easing(StrEnum):
    LINEAR = "linear"
    DRAW = "draw"
    ENTER = "enter"
    LEAVE = "leave"
    JUMP = "jump"
    SWAY = "sway"
    """A slow camera: it sets out and comes to rest softly, and never quite stands still."""


_CURVES: dict[Easing, Callable[[float], float]] = {
    Easing.LINEAR: lambda t: t,
    Easing.DRAW: lambda t: 4 * t**3 if t < 0.5 else 1 - (2 - 2 * t) ** 3 / 2,
    Easing.ENTER: lambda t: 1.0 if t >= 1 else 1 - 2.0 ** (-10 * t),
    Easing.LEAVE: lambda t: t * t,
    Easing.JUMP: lambda t: 1.0 if t >= 1 else 0.0,
    Easing.SWAY: lambda t: 0.4 * t + 0.3 * (1 - math.cos(math.pi * t)),
}


def eased(easing: Easing, part: float) -> float:
    """0 to 1 along the curve; `part` outside 0 to 1 is held."""
    return _CURVES[easing](min(1.0, max(0.0, part)))


@dataclass(frozen=True)
class Show:
    """There from frame `start` on, at once."""

    start: int = 0

    def progress(self, frame: int) -> float:
        return 1.0 if frame >= self.start else 0.0


@dataclass(frozen=True)
class Run:
    """A stroke draws itself along its course; `keys` are (frame, part of its length)."""

    keys: tuple[tuple[int, float], ...]
    easing: Easing = Easing.DRAW

    def progress(self, frame: int) -> float:
        if frame < self.keys[0][0]:
            return 0.0
        index = bisect_right(self.keys, frame, key=lambda k: k[0])
        if index == len(self.keys):
            return self.keys[-1][1]
        (t0, v0), (t1, v1) = self.keys[index - 1], self.keys[index]
        return v0 + (v1 - v0) * eased(self.easing, (frame - t0) / (t1 - t0))


@dataclass(frozen=True)
class Slide:
    """Arrives from (`dx`, `dy`) px away; with `wipe` it is uncovered in that direction meanwhile.

    A wipe with dx = -48 uncovers from left to right, with dy = 60 from bottom to top: the shape
    comes from behind an edge that lies on the side it comes from.
    """

    start: int
    frames: int = 14
    dx: float = 0
    dy: float = 0
    wipe: bool = True
    easing: Easing = Easing.ENTER

    def progress(self, frame: int) -> float:
        if frame < self.start:
            return 0.0
        return eased(self.easing, (frame - self.start + 1) / self.frames)


@dataclass(frozen=True)
class Grow:
    """Grows from nothing about its own centre."""

    start: int
    frames: int = 10
    easing: Easing = Easing.ENTER

    def progress(self, frame: int) -> float:
        if frame < self.start:
            return 0.0
        return eased(self.easing, (frame - self.start + 1) / self.frames)


@dataclass(frozen=True)
class Follow:
    """Moves along `course` as a `Run` of the same keys draws it; at rest where the run ends.

    A shape that follows is placed by its own coordinates at the end of the course.
    """

    course: Outline
    run: Run

    def progress(self, frame: int) -> float:
        return self.run.progress(frame)


@dataclass(frozen=True)
class Departure:
    """Leaves by `dx` px, covered meanwhile from the side that it came from; gone `frames` frames
    after `start`.
    """

    start: int
    frames: int = 8
    dx: float = 48

    @property
    def stop(self) -> int:
        return self.start + self.frames

    def progress(self, frame: int) -> float:
        """0 (there) to 1 (gone)."""
        if frame >= self.stop:
            return 1.0
        return eased(Easing.LEAVE, (frame - self.start + 1) / (self.frames + 1))


@dataclass(frozen=True)
class Cascade:
    """The `lines` of a text slide in one after the other, as a `Slide` does: each `lag` frames
    after the one above it.
    """

    start: int
    lines: int
    lag: int
    frames: int = 14
    dx: float = 0

    def line(self, index: int) -> Slide:
        """How one line comes in."""
        return Slide(self.start + self.lag * index, self.frames, dx=self.dx)

    def progress(self, frame: int) -> float:
        return sum(self.line(index).progress(frame) for index in range(self.lines)) / self.lines


@dataclass(frozen=True)
class Rise:
    """A shape that lies flat on its base rises from frame `start` on. A stroke has the height of
    its first point for its base, and draws itself meanwhile as `run` says.
    """

    run: Run
    start: int
    frames: int = 24

    def height(self, frame: int) -> float:
        """Part of its height that it has reached."""
        return eased(Easing.DRAW, (frame - self.start + 1) / self.frames)

    def progress(self, frame: int) -> float:
        return (self.run.progress(frame) + self.height(frame)) / 2


STEP = 3
"""px of a frame that rolls: 75 a second."""


@dataclass(frozen=True)
class Roll:
    """Rises with the sheet on which it stands, seen through `window`, by whole px a frame: `step`
    of them but for a few slower frames at both ends. It goes `shift` px in all, and is placed by
    its own coordinates where it then stands; until `start` it waits, already there.

    All elements of one roll, which follow each other in their drawing, have equal ones; `ground` is
    the colour of the sheet.
    """

    start: int
    shift: int
    window: Bounds
    ground: Colour
    step: int = STEP

    @property
    def frames(self) -> int:
        """How long it moves."""
        return 2 * EASED * (self.step - 1) + (self.shift - 2 * self._eased) // self.step

    @property
    def _eased(self) -> int:
        return EASED * self.step * (self.step - 1) // 2

    def left(self, frame: int) -> int:
        """The px that are still to go."""
        gone = min(max(frame - self.start, 0), self.frames)
        if gone <= self.frames / 2:
            return self.shift - self._begun(gone)
        return self._begun(self.frames - gone)

    def _begun(self, count: int) -> int:
        """px of the first `count` frames: `EASED` with one, as many with two, up to the step."""
        slow = min(count, EASED * (self.step - 1))
        speed, more = slow // EASED, slow % EASED
        eased = EASED * speed * (speed + 1) // 2 + more * (speed + 1)
        return eased + (count - slow) * self.step

    def progress(self, frame: int) -> float:
        return (1 + self.shift - self.left(frame)) / (1 + self.shift)


SOFT = 48
"""px of its window in which a roll shows out of its ground, at the lower edge."""

EASED = 8
"""Frames with each speed below the usual one, at both ends of a roll."""


def roll(start: int, px: float, window: Bounds, ground: Colour, step: int = STEP) -> Roll:
    """One that goes at least so many px, in whole frames."""
    eased = EASED * step * (step - 1)
    shift = eased + step * max(0, math.ceil((px - eased) / step))
    return Roll(start, shift, window, ground, step)


Entrance = Show | Run | Slide | Grow | Follow | Cascade | Rise | Roll
AT_ONCE = Show()


def run(start: int, frames: int = 24, easing: Easing = Easing.DRAW) -> Run:
    """Drawn from nothing to the whole course."""
    return Run(((start, 0.0), (start + frames, 1.0)), easing)


def jumping(entrance: Entrance) -> Entrance:
    """At the same frames, but without what lies between."""
    match entrance:
        case Show() | Roll():
            return entrance
        case Run():
            return replace(entrance, easing=Easing.JUMP)
        case Follow(_, run):
            return replace(entrance, run=replace(run, easing=Easing.JUMP))
        case Rise(run):
            return replace(run, easing=Easing.JUMP)
        case Slide() | Grow() | Cascade():
            return Show(entrance.start)


def changing(entrance: Entrance) -> tuple[int, int]:
    """The first and the last frame at which the entrance changes anything."""
    match entrance:
        case Show(start):
            return start, start
        case Run(keys) | Follow(_, Run(keys)):
            return keys[0][0], keys[-1][0]
        case Roll(start):
            return start, start + entrance.frames
        case Slide() | Grow():
            return entrance.start, entrance.start + entrance.frames - 1
        case Cascade(start, lines):
            return start, changing(entrance.line(lines - 1))[1]
        case Rise(run, start, frames):
            first, last = changing(run)
            return min(first, start), max(last, start + frames - 1)
