"""Pictures at any times → 25 a second: each is the one that is on the screen at its instant."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ceremonie.media.decoding.track import Seen
from ceremonie.units import frames, seconds

CLOSE = Fraction(1, 1000)
"""Seconds: containers that count milliseconds may be late by as much."""


class Steady:
    """Counts what it gives in `count`; `end` is where the last picture ends, in the file's time,
    also of those before `start`.
    """

    def __init__(self, start: Fraction, stop: Fraction | None) -> None:
        self.start = start
        self.stop = stop
        self.count = 0
        self.end = Fraction(0)
        self._last: Any = None
        self._most = None if stop is None else max(1, frames(stop) - frames(start))

    def take(self, seen: Seen) -> Iterator[Any]:
        """The frames that are due before this one is shown."""
        yield from self._due(seen.time, seen.frame)
        self._last, self.end = seen.frame, seen.until

    def rest(self) -> Iterator[Any]:
        """The last one, until it ends."""
        if self._last is None or self.end <= self.start:
            return
        end = self.end if self.stop is None else min(self.end, self.stop)
        wanted = max(1, frames(end) - frames(self.start))
        while self.count < wanted:
            self.count += 1
            yield self._last

    def _due(self, time: Fraction, following: Any) -> Iterator[Any]:
        """A file whose picture begins late shows its first one until then."""
        while self._instant() + CLOSE < time and self.count != self._most:
            self.count += 1
            yield self._last if self._last is not None else following

    def _instant(self) -> Fraction:
        return self.start + seconds(self.count)
