"""Where beats fall in the film."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ceremonie.media.material import Tempo, Track
from ceremonie.planning.reading import SPARE
from ceremonie.planning.score import opening
from ceremonie.storyboard.programme import Section
from ceremonie.units import FRAME_RATE, SAMPLE_RATE

HOUSE_BEAT = Fraction(12)
"""Frames, where no music says otherwise."""


@dataclass(frozen=True)
class Grid:
    """`first` is the frame of beat 0, which begins a bar, `beat` the frames from one to the next:
    exact; `bar` beats are a bar. Beats before that one count below 0.
    """

    first: Fraction = Fraction(0)
    beat: Fraction = HOUSE_BEAT
    bar: int = 1

    @property
    def grain(self) -> int:
        """Beats by which shots are longer or shorter: a whole bar or an equal part of it, so that
        a shot that grows leaves those after it where they are in their bars; never longer than a
        hold may last beyond its reading time, so that there is always a step to end it on.
        """
        parts = [n for n in range(1, self.bar + 1) if self.bar % n == 0]
        return max((n for n in parts if n * self.beat <= SPARE), default=1)

    def frame(self, number: int) -> int:
        """The frame nearest to a beat, counted from 0."""
        return math.floor(self.first + number * self.beat + Fraction(1, 2))

    def from_frame(self, start: int) -> Grid:
        """The same, counted from a cut."""
        return replace(self, first=self.first + start)


HOUSE = Grid()


def entry(track: Track) -> Fraction:
    """The second of the sound at which a track enters. One that begins with a part does so on its
    first bar from there on: the beat that begins it is the cut.
    """
    start, tempo = Fraction(opening(track), SAMPLE_RATE), track.sound.tempo
    if tempo is None or track.entry.part is None:
        return start
    bar = tempo.bar * Fraction(tempo.period)
    return start + (_time(tempo, tempo.downbeat) - start) % bar


def grids(tracks: Sequence[Track]) -> dict[Section | None, Grid]:
    """The grid with which the film begins (None), and those of tracks that begin with a part, from
    the cut at its head. Without a steady beat the house's is taken.
    """
    return (
        {None: HOUSE}
        | {track.entry.part: _grid(track) for track in reversed(tracks[1:]) if track.entry.part}
        | {t.entry.part: _grid(t) for t in tracks[:1]}
    )


def _grid(track: Track) -> Grid:
    """Its beats from frame 0 of the film, or of its part, on."""
    tempo = track.sound.tempo
    if tempo is None:
        return HOUSE
    bar = tempo.bar * Fraction(tempo.period)
    first = (_time(tempo, tempo.downbeat) - entry(track)) % bar
    return Grid(first * FRAME_RATE, Fraction(tempo.period) * FRAME_RATE, tempo.bar)


def _time(tempo: Tempo, number: int) -> Fraction:
    """The second of a beat of the sound."""
    return Fraction(tempo.first) + number * Fraction(tempo.period)
