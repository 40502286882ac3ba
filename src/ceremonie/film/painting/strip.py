"""What rolls: a tall sheet that is painted once, and of which each frame shows other rows.

A roll goes by whole px, so that its rows are copied as they are. It may stop on odd rows as on even
ones, while a row of chroma stands for two of luma: the sheet's chroma is kept for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.film.painting import canvas
from ceremonie.film.painting.canvas import Surface
from ceremonie.film.painting.colour import Plane, halved
from ceremonie.film.painting.poses import Pose, bounds
from ceremonie.film.painting.shapes import Fill, fills
from ceremonie.planning.drawing import Element
from ceremonie.planning.entrances import SOFT, Roll

BAND = 512
"""Rows of the sheet that are painted at a time; even."""

Planes = tuple[Plane, Plane, Plane]


@dataclass(frozen=True)
class _Band:
    """Luma from its first row on, and chroma of its pairs of rows: from the first on (0), and from
    the second on (1).
    """

    luma: Plane
    chroma: tuple[tuple[Plane, Plane], tuple[Plane, Plane]]


@dataclass
class Strip:
    """The sheet of one roll, on frames of a surface; its rows count from where it stands in the
    end, on the frame's own first row, and are below 0 above that.
    """

    elements: Sequence[Element]
    roll: Roll
    surface: Surface
    _bands: dict[int, _Band] = field(default_factory=dict)
    _shapes: list[tuple[float, float, tuple[Fill, ...]]] = field(default_factory=list)

    def lay(self, target: Planes, number: int) -> None:
        """Show the rows of frame `number` of the shot in the window of a frame's planes."""
        top, bottom = (self._even(edge) for edge in (self.roll.window.top, self.roll.window.bottom))
        gone = -round(self.roll.left(number) * self.surface.unit)
        for start, stop in _parted(top + gone, bottom + gone, BAND):
            rows = self._band(start // BAND).luma[start % BAND :]
            target[0][start - gone : stop - gone] = rows[: stop - start]
        odd = gone % 2
        first, half = (top + gone - odd) // 2, BAND // 2
        for start, stop in _parted(first, first + (bottom - top) // 2, half):
            there = top // 2 + start - first
            for plane, pairs in zip(target[1:], self._band(start // half).chroma[odd], strict=True):
                plane[there : there + stop - start] = pairs[start % half :][: stop - start]
        self._soften(target, bottom)

    def _even(self, px: float) -> int:
        return round(px * self.surface.unit / 2) * 2

    def _soften(self, target: Planes, bottom: int) -> None:
        """Rows near the lower edge lie under more and more of the ground."""
        ground = self.surface.sample(self.roll.ground)
        deep = self._even(SOFT)
        for plane, level, half in zip(target, ground, (1, 2, 2), strict=False):
            rows = plane[(bottom - deep) // half : bottom // half]
            shown = (np.arange(len(rows), 0, -1) - 0.5) / len(rows)
            rows[:] = np.rint(level + (rows.astype(np.float32) - level) * shown[:, None])

    def _band(self, index: int) -> _Band:
        if index not in self._bands:
            near = {i: band for i, band in self._bands.items() if abs(i - index) < 4}
            self._bands = {**near, index: self._painted(index)}
        return self._bands[index]

    def _painted(self, index: int) -> _Band:
        """With two rows more, which the last pair of odd rows needs."""
        first = index * BAND / self.surface.unit
        sheet = replace(self.surface, height=BAND + 2)
        pixels = canvas.blank(sheet, self.roll.ground)
        last = first + sheet.height / self.surface.unit
        for upper, lower, shape in self._drawn():
            if upper < last and lower > first:
                moved = tuple(fill.moved(0, -first) for fill in shape)
                canvas.draw(pixels, canvas.drawn(Pose(moved), sheet))
        y, u, v = _planes(pixels)
        pairs = tuple((halved(u[odd : odd + BAND]), halved(v[odd : odd + BAND])) for odd in (0, 1))
        return _Band(y[:BAND], (pairs[0], pairs[1]))

    def _drawn(self) -> list[tuple[float, float, tuple[Fill, ...]]]:
        """The upper and the lower edge of each element, and its fills."""
        if not self._shapes:
            for element in self.elements:
                shape = fills(element)
                _, upper, _, lower = bounds(shape)
                self._shapes.append((upper, lower, shape))
        return self._shapes


def _parted(start: int, stop: int, length: int) -> Iterator[tuple[int, int]]:
    """The rows from `start` to `stop`, parted at every multiple of `length`."""
    while start < stop:
        end = min(stop, (start // length + 1) * length)
        yield start, end
        start = end


def _planes(pixels: canvas.Pixels) -> tuple[npt.NDArray[np.uint8], ...]:
    return tuple(np.asarray(plane, np.uint8) for plane in cv2.split(pixels)[:3])
