"""The music's level, ridden by hand as it were: slowly, and no more than is needed.

Its short-term loudness stays near its mean, so that a loud beginning does not cover the rest; its
own fades and pauses are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ceremonie.film.sound.levels import STEP, loudness, weighed
from ceremonie.film.sound.parts import Part
from ceremonie.film.sound.recording import Recording
from ceremonie.media.material import Sound
from ceremonie.units import SAMPLE_RATE
from ceremonie.voices import SILENCE

SHORT_TERM = 3 * SAMPLE_RATE // STEP
"""Blocks over which loudness is felt: 3 s (EBU Tech 3341)."""

NEAR = 3.0
"""LU from the mean that are left alone: a song may have its quiet verse. 4 are allowed."""

MOST_DOWN, MOST_UP = 18.0, 9.0
"""dB."""

PAUSE = 20.0
"""LU under the loudest from which it is a pause, which nobody raises."""

ROUNDS = 8

Signal = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Ride:
    """dB to add in the middle of each block."""

    gains: Signal

    def over(self, start: int, stop: int) -> npt.NDArray[np.float32]:
        """The factor for every sample from one to another."""
        place = (np.arange(start, stop) + 0.5) / STEP - 0.5
        gains = np.interp(place, np.arange(len(self.gains)), self.gains)
        return np.asarray(10 ** (gains / 20), np.float32)


def ride(music: Recording, parts: Sequence[Part]) -> Ride | None:
    """What evens out the music; None where nothing need be done."""
    power = weighed(music)
    steady, asked = _steady(parts, len(power))
    power /= 10 ** (asked / 10)
    gains = np.zeros(len(power))
    for _ in range(ROUNDS):
        wanted = _missing(power * 10 ** (gains / 10), steady)
        if not wanted.any():
            break
        gains = np.clip(gains + _smooth(wanted), -MOST_DOWN, MOST_UP)
    return Ride(gains) if gains.any() else None


def _missing(power: Signal, steady: npt.NDArray[np.bool_]) -> Signal:
    """dB by which each block is too loud or too quiet; what is no steady music goes as its
    neighbours do.
    """
    there = np.maximum(_means(steady.astype(np.float64), SHORT_TERM), 1e-9)
    felt = loudness(_means(power * steady, SHORT_TERM) / there)
    heard = steady & (felt > max(SILENCE, felt[steady].max(initial=SILENCE) - PAUSE))
    if not heard.any():
        return np.zeros(len(power))
    usual = loudness(np.asarray([power[heard].mean()]))[0]
    astray = felt - usual
    wanted = -np.sign(astray) * np.maximum(np.abs(astray) - NEAR, 0)
    places = np.flatnonzero(heard)
    return np.asarray(np.interp(np.arange(len(power)), places, wanted[places]), np.float64)


def _steady(parts: Sequence[Part], count: int) -> tuple[npt.NDArray[np.bool_], Signal]:
    """Blocks in which a piece sounds at its own level, outside of every fade; and by how many dB it
    is asked to be louder, which nothing undoes.
    """
    steady, asked = np.zeros(count, bool), np.zeros(count)
    for part in parts:
        if not np.isfinite(part.gain):
            continue
        first, last = part.start + part.rise, part.stop - part.fall
        cue = part.cue
        if cue and isinstance(cue.source, Sound) and cue.source.extent:
            extent = cue.source.extent
            first = max(first, part.start + extent.full - cue.offset)
            last = min(last, part.start + extent.fades - cue.offset)
        steady[-(-first // STEP) : max(0, last // STEP)] = True
        asked[part.start // STEP : -(-part.stop // STEP)] = part.gain
    return steady, asked


def _means(signal: Signal, size: int) -> Signal:
    """Of so many blocks around each; at the ends, of those that there are."""
    window = np.ones(min(size, len(signal)))
    counts = np.convolve(np.ones(len(signal)), window, "same")
    return np.asarray(np.convolve(signal, window, "same") / counts, np.float64)


def _smooth(signal: Signal) -> Signal:
    return _means(signal, SHORT_TERM) if signal.size else signal
