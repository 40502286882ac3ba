"""How a picture moves in its box: a value, which `film/painting/photographs.py` paints."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

from ceremonie.planning.entrances import Easing, eased

ALWAYS = 1 << 30
"""A frame that no shot reaches."""


@dataclass(frozen=True)
class View:
    """Where a picture lies: `x`, `y` lead from the top left corner of its box to its own, in px of
    the canvas; `scale` is in px of the canvas to a px of the picture.
    """

    x: float
    y: float
    scale: float

    def between(self, other: View, part: float) -> View:
        """`part` (0 to 1) of the way to another; a zoom keeps its fixed point."""
        return View(
            self.x + (other.x - self.x) * part,
            self.y + (other.y - self.y) * part,
            self.scale + (other.scale - self.scale) * part,
        )


@dataclass(frozen=True)
class Shift:
    """(dx, dy) px further, on top of a slow move: from frame `start` on, within `frames` frames.
    The last one may be the way `out` of the frame.
    """

    start: int
    frames: int
    dx: float = 0
    dy: float = 0
    easing: Easing = Easing.DRAW
    out: bool = False

    def part(self, frame: int) -> float:
        """How much of it is done, as of a `Slide` at the same frames."""
        return eased(self.easing, (frame - self.start + 1) / self.frames)


@dataclass(frozen=True)
class CameraMove:
    """From one view to another in `frames` frames, from frame `first` of the shot on; `shifts` are
    added.
    """

    start: View
    end: View
    frames: int
    first: int = 0
    easing: Easing = Easing.SWAY
    shifts: tuple[Shift, ...] = ()

    def view(self, frame: int) -> View:
        """Where the picture lies at a frame of its shot."""
        view = self.start.between(self.end, self._part(frame))
        x, y = view.x, view.y
        for shift in self.shifts:
            part = shift.part(frame)
            x, y = x + shift.dx * part, y + shift.dy * part
        return View(x, y, view.scale)

    def _part(self, frame: int) -> float:
        return eased(self.easing, (frame - self.first) / max(1, self.frames))

    @property
    def largest(self) -> float:
        """The scale that it needs the most pixels for."""
        return max(self.start.scale, self.end.scale)

    @property
    def smallest(self) -> float:
        return min(self.start.scale, self.end.scale)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """First frame and the one after the last, of each stretch in which something changes."""
        slow = () if self.start == self.end else ((self.first, self.first + self.frames + 1),)
        return (*slow, *((s.start, s.start + s.frames) for s in self.shifts))


def resting(view: View) -> CameraMove:
    return CameraMove(view, view, 0)


def hastened(move: CameraMove) -> CameraMove:
    """With its shifts at once, where they begin."""
    return replace(move, shifts=tuple(replace(shift, frames=1) for shift in move.shifts))


def stilled(move: CameraMove | None) -> CameraMove | None:
    """Where it leads to, from the first frame on."""
    if move is None:
        return None
    staying = tuple(shift for shift in move.shifts if not shift.out)
    return resting(replace(move, shifts=staying).view(sys.maxsize))
