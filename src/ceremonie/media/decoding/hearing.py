"""Sound of any form → 48 kHz stereo floats, also where the form changes on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from ceremonie.units import SAMPLE_RATE

Samples = npt.NDArray[np.float32]
"""Shape (samples, 2), left then right, -1 to 1."""


class Resampler:
    """A form that differs from the one before gets a resampler of its own."""

    def __init__(self) -> None:
        self._form: tuple[str, str, int] | None = None
        self._inner: Any = None

    def take(self, frame: Any) -> Iterator[Samples]:
        """Raises av.FFmpegError where the form is none that can be heard."""
        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        if form != self._form:
            yield from self.rest()
            self._form = form
            self._inner = av.AudioResampler("flt", "stereo", SAMPLE_RATE)
        frame.pts = None  # placed by whoever takes it
        yield from map(_samples, self._inner.resample(frame))

    def rest(self) -> Iterator[Samples]:
        if self._inner is not None:
            yield from map(_samples, self._inner.resample(None))
        self._inner, self._form = None, None


def _samples(frame: Any) -> Samples:
    found: Samples = frame.to_ndarray().reshape(-1, 2)
    return found
