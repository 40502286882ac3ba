"""Where somebody speaks in a clip, listened to while it is examined."""

from __future__ import annotations

from typing import Any

import av
import numpy as np

from ceremonie import voices
from ceremonie.media.decoding.hearing import Resampler, Samples
from ceremonie.units import SAMPLE_RATE

PIECE = 10 * SAMPLE_RATE
"""Samples that are weighed at once."""


class Speech:
    """Takes sound as it comes, of any form; what cannot be heard says nothing."""

    def __init__(self) -> None:
        self._resampler: Resampler | None = Resampler()
        self._waiting: list[Samples] = []
        self._powers: list[voices.Powers] = []
        self._length = 0
        self._begins = 0.0

    def take(self, frame: Any, at: float) -> None:
        """`at` is the second of the excerpt at which the frame is heard."""
        if self._resampler is None:
            return
        if not self._length:
            self._begins = at
        try:
            for samples in self._resampler.take(frame):
                self._hear(samples)
        except av.FFmpegError:
            self._resampler = None  # told elsewhere, as sound that cannot be read

    def _hear(self, samples: Samples) -> None:
        self._waiting.append(samples)
        self._length += len(samples)
        if sum(map(len, self._waiting)) >= PIECE:
            self._weigh()

    def _weigh(self) -> None:
        heard = np.concatenate(self._waiting)
        self._waiting.clear()
        if len(heard):
            self._powers.append(voices.powers(heard))

    def spans(self) -> list[tuple[float, float]]:
        """Seconds of the excerpt, once all was taken."""
        for samples in self._resampler.rest() if self._resampler else ():
            self._hear(samples)
        if self._waiting:
            self._weigh()
        spoken = voices.spoken(self._powers, self._length)
        return [(self._second(first), self._second(last)) for first, last in spoken]

    def _second(self, sample: int) -> float:
        return self._begins + sample / SAMPLE_RATE
