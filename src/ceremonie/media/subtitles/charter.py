"""How subtitles are to be read: the charter for deaf and hard of hearing viewers (CSA, now Arcom,
« Charte relative à la qualité du sous-titrage », 2011), each threshold once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from ceremonie.units import FRAME_RATE

LINES, LINE_LENGTH = 2, 36
"""At most so many lines at a time, and signs in each."""

READ_IN = ((0, 0), (1, 12), (2, 20), (3, 36), (4, 60))
"""Seconds, and the signs that can be read in them."""

TOLERATED = Fraction(6, 5)
"""One fifth more is accepted."""

GAP = 2
"""Frames between two subtitles, so that the change is seen."""


def readable(duration: Fraction) -> Fraction:
    """The signs that can be read in so many seconds."""
    for (t0, n0), (t1, n1) in pairwise(READ_IN):
        if duration <= t1:
            return n0 + (duration - t0) * Fraction(n1 - n0, t1 - t0)
    last = READ_IN[-1]
    return duration * Fraction(last[1], last[0])


def needed(signs: int) -> int:
    """The frames in which so many signs can be read."""
    for (t0, n0), (t1, n1) in pairwise(READ_IN):
        if signs <= n1:
            return math.ceil((t0 + Fraction((signs - n0) * (t1 - t0), n1 - n0)) * FRAME_RATE)
    last = READ_IN[-1]
    return math.ceil(Fraction(signs * last[0], last[1]) * FRAME_RATE)


def too_quick(signs: int, duration: Fraction) -> bool:
    """Whether so many signs are gone before they can be read."""
    return signs > readable(duration) * TOLERATED


def signs(lines: Sequence[str]) -> int:
    """As the charter counts them: with the spaces."""
    return len(" ".join(lines))
