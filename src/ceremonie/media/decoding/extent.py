"""Where a piece of music sounds: its own silence and its own fades, at both ends, and where it is
quiet enough for one place of it to lead into another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ceremonie.media.decoding.onsets import HOP, Strengths
from ceremonie.units import SAMPLE_RATE

RATE = SAMPLE_RATE // HOP
"""Powers in a second."""

INAUDIBLE = -60.0
"""dB of full scale, or of the loudest, that nobody hears in a hall."""

FADED = 3.0
"""dB under its usual level from which a piece is fading, if it does not come back."""

SECOND = RATE
"""Powers over which a level is taken: a rest between two beats is no fade."""

LEAST_FADE = RATE * 3 // 4
"""Of less, it is the last note that dies away."""

MOST_FADE = 1 / 3
"""Part of a piece that may be fade: a piece may be calm for longer."""

SEAM, LAST_PART = 2 * RATE, 12 * RATE
"""What is looked at for a quiet place: so many powers together, within the last ones."""

Signal = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Extent:
    """Samples: silent before `begins` and from `ends` on, at its level from `full` to `fades`;
    `seam` is the middle of the quietest two seconds at the end of that.
    """

    begins: int
    full: int
    fades: int
    ends: int
    seam: int


def extent_of(powers: Strengths, samples: int) -> Extent:
    """`powers` as `Onsets` gives them; silence is all extent."""
    power = powers.astype(np.float64)
    audible = np.flatnonzero(power > power.max(initial=0) * 10 ** (INAUDIBLE / 10))
    if not audible.size or power.max() <= 10 ** (INAUDIBLE / 10):
        return Extent(0, 0, samples, samples, samples)
    first, last = int(audible[0]), int(audible[-1]) + 1
    heard = power[first:last]
    fades = first + _faded(heard)
    full = last - _faded(heard[::-1])
    full = full if full < fades else first
    seam = _seam(power, full, fades)
    places = (first, full, fades, last, seam)
    return Extent(*(min(place * HOP, samples) for place in places))


def _faded(power: Signal) -> int:
    """From where on the level stays under what it was; its length where it never does."""
    size = min(SECOND, len(power))
    levels = _means(power, size)
    usual = np.median(levels[levels > levels.max() * 10 ** (-20 / 10)])
    loud = np.flatnonzero(levels >= usual * 10 ** (-FADED / 10))
    stop = int(loud[-1]) + size // 2
    fade = len(power) - stop
    return stop if LEAST_FADE <= fade <= len(power) * MOST_FADE else len(power)


def _seam(power: Signal, full: int, fades: int) -> int:
    first = max(full, fades - min(LAST_PART, (fades - full) // 3))
    size = max(1, min(SEAM, fades - first))
    return first + int(_means(power[first:fades], size).argmin()) + size // 2


def _means(power: Signal, size: int) -> Signal:
    sums = np.cumsum(np.pad(power, (1, 0)))
    return np.asarray((sums[size:] - sums[:-size]) / size, np.float64)
