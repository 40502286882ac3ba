"""Whether a clip flashes, and its pictures where it does, with less contrast."""

from __future__ import annotations

from typing import Any

import av
import numpy as np
import numpy.typing as npt

from ceremonie.flashing import COLUMNS, Cells, Meter
from ceremonie.units import FRAME_RATE

SETTLES = 48
"""Frames in which the mean of the last pictures follows a new one."""

LEFT = 0.06
"""What is left of the difference between a picture and that mean: less than a tenth of the light of
the screen, of full black and white too.
"""

AROUND = int(FRAME_RATE)
"""Frames before a stretch is found to flash, and after it: its first flashes are among them."""


class Flicker:
    """Sees the frames of a clip, 25 a second, all in the cells of the first: a phone may turn while
    it records. The same frame again costs nothing to look at.
    """

    def __init__(self) -> None:
        self._meter = Meter()
        self._latest: Any = None
        self._cells: Cells = np.empty((0, 0, 3), np.uint8)
        self._size: tuple[int, int] | None = None

    def take(self, frame: Any) -> None:
        """The next one."""
        if frame is not self._latest:
            self._size = self._size or _size(frame)
            self._latest, self._cells = frame, _cells(frame, self._size)
        self._meter.see(self._cells)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """From and to before which frames it flashes more than three times a second."""
        return [(span.start, span.stop) for span in self._meter.spans]


def _size(frame: Any) -> tuple[int, int]:
    """Columns and rows of cells."""
    longest = max(frame.width, frame.height)
    return (
        max(1, round(frame.width * COLUMNS / longest)),
        max(1, round(frame.height * COLUMNS / longest)),
    )


def _cells(frame: Any, size: tuple[int, int]) -> Cells:
    width, height = size
    small = frame.reformat(width=width, height=height, format="rgb24", interpolation="AREA")
    return np.asarray(small.to_ndarray(), np.uint8)


class Calming:
    """Gives frames the mean of those before them, and little of their own, over `spans`."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = [(first - AROUND, last + AROUND) for first, last in spans]
        self._mean: npt.NDArray[np.float32] | None = None

    def calmed(self, number: int, frame: Any) -> Any:
        """Frame `number` of the clip, in yuv420p."""
        if not any(first <= number < last for first, last in self._spans):
            self._mean = None
            return frame
        own = frame.to_ndarray().astype(np.float32)
        if self._mean is None:
            self._mean = own.copy()
        self._mean += (own - self._mean) / SETTLES
        pixels = np.rint(self._mean + (own - self._mean) * LEFT).astype(np.uint8)
        calm = av.VideoFrame.from_ndarray(pixels, format="yuv420p")
        calm.color_range, calm.colorspace = frame.color_range, frame.colorspace
        calm.color_primaries, calm.color_trc = frame.color_primaries, frame.color_trc
        return calm
