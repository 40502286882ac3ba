"""How loud sound is: in dB of its mean power, and as the ear weighs it (ITU-R BS.1770-5)."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.units import SAMPLE_RATE
from ceremonie.voices import SILENCE

BLOCK = SAMPLE_RATE * 4 // 10
GATE = 10.0
"""Levels are taken over 400 ms; what lies 10 dB under their mean is a pause (ITU-R BS.1770-5)."""

STEP = SAMPLE_RATE // 2
"""Samples of the blocks whose loudness is weighed."""

OFFSET = -0.691
"""dB from power to loudness (ITU-R BS.1770-5, annex 1)."""

SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
HIGH_PASS = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
"""Coefficients of the two filters at 48 kHz (ITU-R BS.1770-5, annex 1): of what comes in, and of
what went out.
"""

Signal = npt.NDArray[np.float64]


def level(heard: Recording) -> float:
    """How loud the sound is where there is any: mean power without its pauses, in dB."""
    return gated(np.concatenate([np.zeros(0), *map(powers, heard.pieces())]))


def gated(power: Signal) -> float:
    """The mean of the blocks that are heard, in dB."""
    audible = power[power > 10 ** (SILENCE / 10)]
    if not audible.size:
        return -math.inf
    mean = audible[audible > audible.mean() * 10 ** (-GATE / 10)].mean()
    return float(10 * np.log10(mean))


def powers(heard: Samples) -> Signal:
    """Of each block; what is shorter than one counts as one."""
    size = min(BLOCK, len(heard))
    blocks = heard[: len(heard) // size * size].reshape(-1, size * 2)
    sums: Signal = np.einsum("ij,ij->i", blocks, blocks, dtype=np.float64)
    return sums / (size * 2)


def factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))


def weighed(heard: Recording) -> Signal:
    """The power of each half second as the ear weighs it, both channels together."""
    return np.concatenate([np.zeros(0), *(_weighed(piece) for piece in heard.pieces())])


def _weighed(heard: Samples) -> Signal:
    """The filters are applied to the spectrum of each block."""
    heard = np.pad(heard, ((0, -len(heard) % STEP), (0, 0)))
    spectrum = np.abs(np.fft.rfft(heard.reshape(-1, STEP, 2), axis=1)) ** 2
    return np.asarray(2 * np.einsum("ijk,j->i", spectrum, _weights()) / STEP**2, np.float64)


def _weights() -> Signal:
    """The gain in power of the filters for each line of a block's spectrum."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(STEP))
    weights = np.ones(len(turn))
    for (b0, b1, b2), (a1, a2) in (SHELF, HIGH_PASS):
        response = (b0 + b1 * turn + b2 * turn**2) / (1 + a1 * turn + a2 * turn**2)
        weights = weights * np.abs(response) ** 2
    return np.asarray(weights, np.float64)


def loudness(power: Signal) -> Signal:
    """LUFS of weighed power."""
    return np.asarray(OFFSET + 10 * np.log10(np.maximum(power, 1e-12)), np.float64)
