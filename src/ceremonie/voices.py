"""Where somebody speaks: by what is loud, and how it changes.

A voice has most of its power where formants lie, it comes and goes with its syllables three to
eight times a second, and it fills a good part of that time. Birds sing higher, applause and
machines do not come and go, drums are over as soon as they are struck.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from ceremonie.units import SAMPLE_RATE

SILENCE = -60.0
"""dB (full scale) or LUFS below which there is nothing to hear."""

HOP = SAMPLE_RATE // 100
WINDOW = 1024
RATE = SAMPLE_RATE // HOP
"""Powers in a second."""

SPEECH = (300, 3400)
"""Hz in which a telephone lets one understand everything."""

VOWELS = (250, 1500)
"""Hz that hold most of the power of vowels: their first formants."""

HEARD = (150, 12_000)
"""Hz of all that is weighed: below is wind, and the hum of the place."""

SHARE, VOWEL_SHARE = 0.5, 0.35
"""Of the power in `HEARD`, at least, that lies in each."""

SYLLABLES = (2.5, 8.5)
"""Times a second that a voice comes and goes."""

MODULATION = 0.36
"""How much it does, of its mean."""

FILLED = 0.3
"""Median of the power, of its mean: what is struck stays below."""

LOOKED_AT = 2 * RATE
"""Powers that are judged together, every `EVERY`."""

EVERY, MARGIN = RATE // 5, RATE * 3 // 10

PAUSE, LEAST = 3 * SAMPLE_RATE // 2, SAMPLE_RATE // 2
"""Samples: within a speech, and of the shortest one."""

UNDER = 25.0
"""dB under the loudest of a clip, at which nobody is meant to be understood."""

Samples = npt.NDArray[np.float32]
"""48 kHz stereo, shape (samples, 2), left then right, -1 to 1."""

Powers = npt.NDArray[np.float64]
Span = tuple[int, int]
"""First sample, and the one after the last."""


def spoken(heard: Iterable[Powers], length: int) -> list[Span]:
    """The spans, in samples, in which somebody speaks in a sound of `length` samples, of which
    `powers` were found piece by piece; pauses within a speech belong to it.
    """
    pieces = list(heard)
    if not pieces:
        return []
    whole = np.concatenate(pieces)
    floor = max(10 ** (SILENCE / 10), whole[:, 1].max() * 10 ** (-UNDER / 10))
    looks = ((first, whole[first : first + LOOKED_AT]) for first in _places(len(whole)))
    spans = [_span(first, len(there)) for first, there in looks if _is_voice(there, floor)]
    return [span for span in merged(spans, length) if span[1] - span[0] >= LEAST]


def sounding(heard: Iterable[Powers], length: int) -> list[Span]:
    """The spans, in samples, in which anything is heard of a recording that holds nothing but a
    voice; `heard` and `length` as for `spoken`.
    """
    pieces = [piece[:, 0] for piece in heard]
    if not pieces:
        return []
    whole = np.concatenate(pieces)
    floor = max(10 ** (SILENCE / 10), whole.max() * 10 ** (-UNDER / 10))
    places = (int(place) * HOP for place in np.flatnonzero(whole > floor))
    return merged([(place, place + HOP) for place in places], length)


def merged(spans: Sequence[Span], length: int) -> list[Span]:
    """In order, those that lie near each other as one, within a sound of so many samples."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and first - joined[-1][1] < PAUSE:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return [(max(0, first), min(last, length)) for first, last in joined if first < length]


def _places(count: int) -> range:
    """Of the first powers that are judged; before the end, fewer are."""
    return range(0, max(1, count - LOOKED_AT // 2), EVERY)


def _span(first: int, count: int) -> Span:
    """The middle of what was judged stands for it; all that comes before, at the beginning."""
    begin = first + (count // 4 - MARGIN if first else 0)
    return begin * HOP, (first + count - count // 4 + MARGIN) * HOP


def _is_voice(there: Powers, floor: float) -> bool:
    """`there` as `powers` gives them."""
    whole, speech, vowels = there.sum(axis=0)
    if not whole or speech / len(there) < floor:
        return False
    if speech < SHARE * whole or vowels < VOWEL_SHARE * whole:
        return False
    band = np.convolve(there[:, 1], np.hanning(7)[1:-1] / np.hanning(7).sum(), "same")
    return bool(np.median(band) >= FILLED * band.mean() and _modulation(band) >= MODULATION)


def _modulation(band: Powers) -> float:
    """How much the amplitude comes and goes with syllables, of its mean."""
    amplitude = np.sqrt(band)
    lines = np.abs(np.fft.rfft((amplitude - amplitude.mean()) * np.hanning(len(band)))) ** 2
    times = np.fft.rfftfreq(len(band), 1 / RATE)
    syllables = lines[(times >= SYLLABLES[0]) & (times <= SYLLABLES[1])].sum()
    power = 2 * syllables / (np.hanning(len(band)) ** 2).sum() / len(band)
    return float(np.sqrt(power) / max(amplitude.mean(), 1e-9))


def powers(heard: Samples) -> Powers:
    """Of a piece of sound, shape (hops, 3): the power in `HEARD`, `SPEECH` and `VOWELS`."""
    mono = np.pad(heard.mean(axis=1), (0, WINDOW))
    views = np.lib.stride_tricks.sliding_window_view(mono, WINDOW)[: len(heard) : HOP]
    window = np.hanning(WINDOW)
    lines = np.abs(np.fft.rfft(views * window, axis=1)) ** 2 * 2 / (window.sum() ** 2)
    pitch = np.fft.rfftfreq(WINDOW, 1 / SAMPLE_RATE)
    bands = [lines[:, (pitch >= low) & (pitch < high)].sum(axis=1)
             for low, high in (HEARD, SPEECH, VOWELS)]  # fmt: skip
    return np.stack(bands, axis=1)
