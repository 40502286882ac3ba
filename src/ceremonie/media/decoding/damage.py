"""What does not play, as spans of time: collected, merged, put into words elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

NOTICED = Fraction(1, 2)
"""Seconds: a picture that stands still or a silence of this length is noticed as a fault; faults
that lie nearer to each other than this are one.
"""

Span = tuple[Fraction, Fraction]


@dataclass
class Damage:
    """Spans in seconds of the file, from the first picture or sample on."""

    spans: list[Span] = field(default_factory=list)

    def add(self, start: Fraction, stop: Fraction) -> None:
        """In the order of time, more or less."""
        self.spans.append((start, max(start, stop)))

    def within(self, start: Fraction, stop: Fraction) -> tuple[Span, ...]:
        """Merged, and cut to what is used of the file."""
        merged: list[Span] = []
        for begins, ends in sorted(self.spans):
            first, last = max(begins, start), min(ends, stop)
            if last < first or first >= stop or begins < ends <= start:
                continue
            if merged and first - merged[-1][1] <= NOTICED:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return tuple(merged)


def length(spans: tuple[Span, ...]) -> Fraction:
    return sum((stop - start for start, stop in spans), Fraction(0))
