"""Sound of any form → 48 kHz stereo floats, also where the form changes on the way."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from ceremonie.units import SAMPLE_RATE

Samples = npt.NDArray[np.float32]
"""Shape (samples, 2), left then right, -1 to 1."""


BYTES = 2 * 4
"""Of one sample of both channels."""


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


class Waiting:
    """Sound whose picture has not come yet, on disk: over one picture it may last for hours."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as this is
        self._taken = self._added = 0

    def __len__(self) -> int:
        return self._added - self._taken

    def add(self, samples: Samples) -> None:
        self._file.seek(self._added * BYTES)
        self._file.write(np.ascontiguousarray(samples, np.float32).data)
        self._added += len(samples)

    def take(self, most: int) -> Samples:
        """The next ones, as many as there are, but no more than `most`."""
        self._file.seek(self._taken * BYTES)
        data = self._file.read(min(most, len(self)) * BYTES)
        samples = np.frombuffer(data, np.float32).reshape(-1, 2)
        self._taken += len(samples)
        return samples


def _samples(frame: Any) -> Samples:
    samples: Samples = frame.to_ndarray().reshape(-1, 2)
    return samples
