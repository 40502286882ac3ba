"""The film's time shared among its shots, step by step: which of them grow first.

Each shot may take from its least to its most beats, in steps of a grain. A step is due once the
pace reaches it: at pace 0 every shot has its least, at pace 1 its usual length, and what lies
above `least` grows with the pace. So the steps of all shots stand in one order. A film of a given
length takes as many of the first ones as fit: where one caption needs a step more, the last step
that was taken is given back, and every other shot keeps its length.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ceremonie import units
from ceremonie.planning.beats import Grid
from ceremonie.planning.reading import READING_START, Length

WEIGHT_AT_LEAST = 1
"""Frames: what hardly has a length beyond its reading time grows last."""


@dataclass(frozen=True)
class Place:
    """How many beats a shot may take on its grid. `phase` frames of it lie before beat 0, in the
    first shot of a grid; where its beats are `asked` for, it has those. One that is `barred` has a
    chapter after it, which is to come on a bar.
    """

    length: Length
    grid: Grid
    phase: Fraction = Fraction(0)
    asked: int | None = None
    barred: bool = False

    @property
    def grain(self) -> int:
        """Beats of a step: one, or what leaves later shots in their place in the bar."""
        steady = self.length.fixed or self.asked is not None or not self.barred
        return 1 if steady else self.grid.grain

    @property
    def least(self) -> int:
        """As few beats as take the least length."""
        return self._taking(self.length.least) if self.asked is None else self.asked

    @property
    def most(self) -> int:
        """Never more frames than it may have, but as many as it must."""
        if self.asked is not None:
            return self.asked
        return max(self.least, math.floor((self.length.longest - self.phase) / self.grid.beat))

    @property
    def floor(self) -> int:
        """Beats below which nobody finds the words: no wish makes it shorter, nor a clip."""
        least = self.length.least
        return self._taking(least if self.length.fixed else min(least, units.frames(READING_START)))

    def _taking(self, count: int) -> int:
        return math.ceil((count - self.phase) / self.grid.beat)

    @property
    def shortest(self) -> int:
        """The least, on its grain."""
        return self.grain * math.ceil(Fraction(self.least, self.grain))

    def frames(self, beats: int) -> Fraction:
        return self.phase + beats * self.grid.beat

    def own(self, beats: int) -> int:
        """Frames of its drawing: its span has as many, or one more where the beat falls so."""
        return math.floor(self.frames(beats))

    def steps(self) -> Iterator[Fraction]:
        """The pace at which each further grain is due: where the length that is wished for comes
        nearer to the longer one.
        """
        weight = max(WEIGHT_AT_LEAST, self.length.usual - self.length.least)
        for beats in range(self.shortest, self.most - self.grain + 1, self.grain):
            middle = self.frames(beats) + self.grain * self.grid.beat / 2
            yield (middle - self.length.least) / weight


def paced(places: Sequence[Place], pace: Fraction) -> list[int]:
    """Beats of each shot at a pace."""
    return [
        place.shortest + place.grain * sum(step <= pace for step in place.steps())
        for place in places
    ]


def shared(places: Sequence[Place], wanted: int) -> list[int]:
    """Beats of the shots of one item, which has so many frames in all: clips have their own, the
    others share what is left by their usual lengths.
    """
    fixed = sum(place.frames(place.least) for place in places if place.length.fixed)
    weights = [0 if place.length.fixed else place.length.usual for place in places]
    ends = [
        (wanted - fixed) * Fraction(sum(weights[:i]), max(1, sum(weights)))
        for i in range(len(weights) + 1)
    ]
    beats = [
        round((stop - place.phase) / place.grid.beat) - round(start / place.grid.beat)
        for place, (start, stop) in zip(places, pairwise(ends), strict=True)
    ]
    return [max(place.floor, count) for place, count in zip(places, beats, strict=True)]


def filling(places: Sequence[Place], wanted: int) -> list[int]:
    """Beats of each shot in a film of at most so many frames, if it can be so short."""
    beats = [place.shortest for place in places]
    left = wanted - sum(place.frames(n) for place, n in zip(places, beats, strict=True))
    order = sorted((step, index) for index, place in enumerate(places) for step in place.steps())
    for _, index in order:
        place = places[index]
        left -= place.grain * place.grid.beat
        if left < 0:
            break
        beats[index] += place.grain
    return beats
