"""How strongly something new sounds at each hundredth of a second; memory for little else."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ceremonie.media.decoding.hearing import Samples
from ceremonie.units import SAMPLE_RATE

HOP = SAMPLE_RATE // 100
"""Samples from one strength to the next."""

WINDOW = 1024
"""Samples that a strength is taken over: 21 ms."""

FRAMES = 512
"""Windows at a time."""

LATENCY = 0.0112
"""Seconds from the start of the window in which a sharp attack shows most to the attack itself
(measured on clicks): it shows once it has come past the window's rim.
"""

BANDS = (1, 3, 5, 8, 11, 15, 20, 27, 36, 48, 64, 85, 114, 152, 203, 271, 361)
"""Lines of the spectrum (47 Hz each) at which bands begin and end: a third of an octave or more."""

LOW_BANDS = 1
"""Bands that hold drums and bass, up to 140 Hz: they carry the beat."""

COMPRESSION = 1000.0
"""Of loudness, as the ear does: what is new in a quiet band counts too."""

Strengths = npt.NDArray[np.float32]


class Onsets:
    """Of 48 kHz stereo, taken piece by piece."""

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.float32)
        self._before = np.zeros(len(BANDS) - 1, np.float32)
        self._pieces: list[Strengths] = []
        self._power: list[Strengths] = []
        self._window = np.hanning(WINDOW).astype(np.float32)

    def take(self, samples: Samples) -> None:
        self._rest = np.concatenate([self._rest, samples.mean(axis=1, dtype=np.float32)])
        while len(self._rest) >= FRAMES * HOP + WINDOW:
            self._measure(FRAMES)

    def strengths(self) -> Strengths:
        """Shape (2, hops): of all bands, of the low ones. Nothing can be taken after it."""
        self._finish()
        return np.concatenate(self._pieces, axis=1)

    def powers(self) -> Strengths:
        """Mean square of the samples of each hop."""
        self._finish()
        return np.concatenate(self._power)

    def _finish(self) -> None:
        left = -(-len(self._rest) // HOP)
        if left:
            self._rest = np.pad(self._rest, (0, left * HOP + WINDOW - len(self._rest)))
            self._measure(left)
            self._rest = self._rest[:0]

    def _measure(self, count: int) -> None:
        """The next windows; their overlap with what follows is kept."""
        views = np.lib.stride_tricks.sliding_window_view(self._rest, WINDOW)[: count * HOP : HOP]
        lines = np.abs(np.fft.rfft(views * self._window, axis=1)).astype(np.float32)
        bands = np.add.reduceat(lines, BANDS[:-1], axis=1) / np.diff(BANDS) / WINDOW
        heard = np.log1p(COMPRESSION * bands).astype(np.float32)
        new = np.maximum(np.diff(heard, axis=0, prepend=self._before[None]), 0)
        self._before = heard[-1]
        low = new[:, :LOW_BANDS].mean(axis=1)
        self._pieces.append(np.stack([new.mean(axis=1), low]).astype(np.float32))
        played = self._rest[: count * HOP].reshape(-1, HOP)
        self._power.append((played * played).mean(axis=1))
        self._rest = self._rest[count * HOP :]
