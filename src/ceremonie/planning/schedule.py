"""How long each shot is, and where it stands: the film's time, shared out in whole beats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.planning.beats import Grid
from ceremonie.planning.moment import Moment
from ceremonie.units import FrameSpan


@dataclass(frozen=True)
class Timed:
    """A moment of the film over `span`. Its drawing is made for `frames` frames, which depend on
    nothing but what it says and the tempo; `span` has as many, or one more.
    """

    moment: Moment
    span: FrameSpan
    frames: int


def schedule(moments: Sequence[Moment], grid: Grid) -> tuple[Timed, ...]:
    """Each moment of the film in order, on whole beats."""
    return tuple(_timed(moments, grid))


def _timed(moments: Sequence[Moment], grid: Grid) -> Iterator[Timed]:
    start, beat = 0, 0
    for moment in moments:
        beats = grid.beats(moment.length.usual)
        beat += beats
        stop = grid.frame(beat)
        yield Timed(moment, FrameSpan(start, stop), grid.own(beats))
        start = stop
