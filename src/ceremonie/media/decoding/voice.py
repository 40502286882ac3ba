"""A clip's own sound, placed by its times: what is missing is silence, what overlaps is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from ceremonie.media.decoding.hearing import Resampler, Samples
from ceremonie.media.decoding.track import Heard
from ceremonie.units import SAMPLE_RATE

DRIFT = SAMPLE_RATE // 20
"""Samples by which time stamps may differ from what was counted before it is corrected: 50 ms; the
ear notices sound that is early by 45 ms (ITU-R BT.1359).
"""


class Voice:
    """48 kHz stereo from `start` on."""

    def __init__(self, start: Fraction) -> None:
        self._start = start
        self._resampler = Resampler()
        self._place = self._drop = 0
        self._begun = False

    def take(self, heard: Heard) -> Iterator[Samples]:
        if heard.until <= self._start:
            return
        gap = round((heard.time - self._start) * SAMPLE_RATE) - self._place + self._drop
        if not self._begun or abs(gap) > DRIFT:
            yield from self._placed(gap)
        self._begun = True
        for samples in self._resampler.take(heard.frame):
            yield from self._given(samples)

    def rest(self) -> Iterator[Samples]:
        for samples in self._resampler.rest():
            yield from self._given(samples)

    def _placed(self, gap: int) -> Iterator[Samples]:
        yield from self.rest()
        if gap < 0:
            self._drop = -gap
        for first in range(0, max(0, gap), SAMPLE_RATE):
            silence = min(SAMPLE_RATE, gap - first)
            self._place += silence
            yield np.zeros((silence, 2), np.float32)

    def _given(self, samples: Samples) -> Iterator[Samples]:
        dropped = min(self._drop, len(samples))
        self._drop -= dropped
        self._place += len(samples) - dropped
        if dropped < len(samples):
            yield samples[dropped:]
