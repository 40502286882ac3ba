"""Sound on disk: however long the film, only a few seconds of it are in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.media.sound import FRAME_BYTES
from ceremonie.units import SAMPLE_RATE

Samples = npt.NDArray[np.float32]
"""48 kHz stereo, shape (samples, 2), left then right, -1 to 1."""

PIECE = 10 * SAMPLE_RATE


@dataclass(frozen=True)
class Recording:
    """Samples `offset` to `offset` + `length` of a file of interleaved 32-bit floats.

    Raises OSError as the system does.
    """

    path: Path
    length: int
    offset: int = 0

    @classmethod
    def silent(cls, path: Path, length: int) -> Recording:
        """A new file; silence takes no room on the disk."""
        with path.open("wb") as file:
            file.truncate(length * FRAME_BYTES)
        return cls(path, length)

    def part(self, start: int, stop: int) -> Recording:
        """What lies between two samples, as far as there is any."""
        start, stop = (min(max(0, at), self.length) for at in (start, stop))
        return Recording(self.path, max(0, stop - start), self.offset + start)

    def read(self, start: int = 0, stop: int | None = None) -> Samples:
        """Samples `start` to `stop` as shape (samples, 2), left and right, -1 to 1."""
        part = self.part(start, self.length if stop is None else stop)
        samples = np.fromfile(
            self.path, np.float32, part.length * 2, offset=part.offset * FRAME_BYTES
        )
        return samples.reshape(-1, 2)

    def write(self, start: int, heard: Samples) -> None:
        """Put samples of shape (samples, 2) in place, from sample `start` on."""
        with self.path.open("r+b") as file:
            file.seek((self.offset + start) * FRAME_BYTES)
            file.write(heard.data)

    def spans(self) -> Iterator[tuple[int, int]]:
        """First and last sample (excluded) of each piece, in order."""
        for start in range(0, self.length, PIECE):
            yield start, min(start + PIECE, self.length)

    def pieces(self) -> Iterator[Samples]:
        """All of it in order, a few seconds at a time; each as `read` gives it."""
        return (self.read(*span) for span in self.spans())
