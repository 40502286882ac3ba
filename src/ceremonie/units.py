"""Exact time and lengths.

Time is counted in whole frames of the film's clock; seconds are exact fractions of it. Lengths are
pixels of the 1920 × 1080 canvas that both painters share; the deck converts them to EMU.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

FRAME_RATE = Fraction(25)
"""Frames per second of every film (European broadcast rate)."""

_PER_SECOND, _SECONDS = FRAME_RATE.as_integer_ratio()

SAMPLE_RATE = 48_000
"""Sound samples per second."""

CANVAS_WIDTH = 1920
CANVAS_HEIGHT = 1080

EMU_PER_PIXEL = 6350
"""12 192 000 EMU (a 13.333 in slide) over 1920 px; so one pixel is half a point."""

POINTS_PER_PIXEL = 0.5


@dataclass(frozen=True, order=True)
class FrameSpan:
    """Frames `start` (included) to `stop` (excluded)."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a span of frames: {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, frame: int) -> bool:
        return self.start <= frame < self.stop

    def shifted(self, frames: int) -> FrameSpan:
        return FrameSpan(self.start + frames, self.stop + frames)


def frames(seconds: Fraction | float | int) -> int:
    """The nearest whole number of frames; a half rounds up.

    Whole numbers alone: a plan asks this many thousand times, and adding fractions reduces each.
    """
    over, under = seconds.as_integer_ratio()
    return (2 * over * _PER_SECOND + under * _SECONDS) // (2 * under * _SECONDS)


def seconds(frame: int) -> Fraction:
    """The exact instant at which a frame begins."""
    return Fraction(frame) / FRAME_RATE


def samples(frame: int) -> int:
    """The sound sample at which a frame begins (exact: 1920 samples a frame)."""
    exact = seconds(frame) * SAMPLE_RATE
    if exact.denominator != 1:
        raise ValueError("the sample rate is not a multiple of the frame rate")
    return exact.numerator


def timecode(frame: int) -> str:
    """`HH:MM:SS.mmm`, as WebVTT writes it."""
    milliseconds = int(seconds(frame) * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{milliseconds // 1000:02d}.{milliseconds % 1000:03d}"


def clock(frame: int) -> str:
    """`m:ss`, as a person reads it from a player."""
    whole = int(seconds(frame))
    return f"{whole // 60}:{whole % 60:02d}"


def emu(pixels: float) -> int:
    """Canvas pixels to English Metric Units, rounded."""
    return round(pixels * EMU_PER_PIXEL)


def points(pixels: float) -> float:
    """Canvas pixels to typographic points on the slide."""
    return pixels * POINTS_PER_PIXEL


def merged(spans: Iterable[FrameSpan]) -> tuple[FrameSpan, ...]:
    """In order; those that touch or overlap are one."""
    apart: list[FrameSpan] = []
    for span in sorted(spans, key=lambda span: span.start):
        if apart and span.start <= apart[-1].stop:
            apart[-1] = FrameSpan(apart[-1].start, max(apart[-1].stop, span.stop))
        else:
            apart.append(span)
    return tuple(apart)
