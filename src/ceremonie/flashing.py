"""Flashes: how often a large part of the screen turns bright and dark again, or red.

Source of every number: WCAG 2.2, 2.3.1 (RGAA 13.7), its « general flash » and « red flash » after
Harding and ITU-R BT.1702: pictures are seen 1024 px wide, an area of 341 × 256 px stands for ten
degrees of the field of vision.

A picture is measured in cells of 16 × 16 such px, each by its mean colour, never as one mean of
all: what flashes in a corner would drown in it. In each cell a change counts once it is large
enough, measured from the last extreme, and in the other direction than the one before. Where the
cells that change together fill a quarter of a window, the window has changed; seven changes within
a second are more than three flashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ceremonie.units import FRAME_RATE, FrameSpan

CELL = 16
"""Of 1024 px of width."""

COLUMNS = 1024 // CELL
WINDOW = (256 // CELL, 341 // CELL)
"""Rows and columns of cells."""

AREA = 0.25
"""Part of a window that changes at least."""

CONTRAST, DARKER = 0.10, 0.80
"""Least change of relative luminance, and how bright its darker side is at most."""

RED, REDNESS = 0.8, 0.2
"""R / (R + G + B) of a saturated red, and the least change in the CIE 1976 u′v′ diagram."""

CHANGES = 6
"""Three flashes: as many changes in a second are allowed."""

SECOND = int(FRAME_RATE)

Cells = npt.NDArray[np.uint8]
"""Mean colours, shape (rows, columns, 3): red, green, blue as BT.709 codes them, 0 to 255."""

_Map = npt.NDArray[np.bool_]
_Counts = npt.NDArray[np.int64]
_Light = npt.NDArray[np.float32]

_LINEAR = np.asarray((np.arange(256) / 255) ** 2.4, np.float32)
"""What a screen makes of a code (Rec. ITU-R BT.1886)."""

_LUMINANCE = np.array((0.2126, 0.7152, 0.0722), np.float32)
_XYZ = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))


def flashing(pictures: Iterable[Cells]) -> tuple[FrameSpan, ...]:
    """The frames in which there have been more than three flashes within the last second, of
    pictures at 25 a second, all of one shape.
    """
    meter = Meter()
    for cells in pictures:
        meter.see(cells)
    return meter.spans


@dataclass
class Meter:
    """Sees one picture after the other; `spans` are the frames that flash so far."""

    _senses: tuple[_Sense, ...] = ()
    _flashing: list[int] = field(default_factory=list)
    _count: int = 0

    def see(self, cells: Cells) -> None:
        """The next picture."""
        light = _LINEAR[cells]
        if not self._senses:
            self._senses = (_Sense(_Extremes(light)), _Sense(_Hue(light)))
        for sense in self._senses:
            sense.see(light)
        if any(sense.often for sense in self._senses):
            self._flashing.append(self._count)
        self._count += 1

    @property
    def spans(self) -> tuple[FrameSpan, ...]:
        """Counted from the first picture seen; those less than a second apart are one."""
        return joined(FrameSpan(frame, frame + 1) for frame in self._flashing)


def joined(spans: Iterable[FrameSpan]) -> tuple[FrameSpan, ...]:
    """In order; those less than a second apart as one."""
    merged: list[FrameSpan] = []
    for span in sorted(spans):
        if merged and span.start - merged[-1].stop < SECOND:
            merged[-1] = FrameSpan(merged[-1].start, max(merged[-1].stop, span.stop))
        else:
            merged.append(span)
    return tuple(merged)


class _Extremes:
    """Follows each cell from its last extreme of luminance to the next change that counts."""

    def __init__(self, light: _Light) -> None:
        self.low = self.high = light @ _LUMINANCE
        self.rose = self.fell = np.zeros(self.low.shape, np.bool_)

    def changed(self, colours: _Light) -> tuple[_Map, _Map]:
        """The cells that have just become brighter, and those that have become darker."""
        light = colours @ _LUMINANCE
        self.low, self.high = np.minimum(self.low, light), np.maximum(self.high, light)
        rises = (light - self.low >= CONTRAST) & (self.low < DARKER) & ~self.rose
        falls = (self.high - light >= CONTRAST) & (light < DARKER) & ~self.fell & ~rises
        turned = rises | falls
        self.rose, self.fell = (self.rose | rises) & ~falls, (self.fell | falls) & ~rises
        self.low, self.high = (np.where(turned, light, one) for one in (self.low, self.high))
        return rises, falls

    @property
    def shape(self) -> tuple[int, ...]:
        return self.low.shape


class _Hue:
    """Follows each cell into a saturated red and out of it; `light` is that of its last change."""

    def __init__(self, light: _Light) -> None:
        self.red, self.light = _saturated(light), light

    def changed(self, light: _Light) -> tuple[_Map, _Map]:
        """The cells that have just become red, and those that no longer are."""
        red = _saturated(light)
        if not (red.any() or self.red.any()):
            return red, red
        apart = _chromaticity(light) - _chromaticity(self.light)
        far = np.hypot(apart[..., 0], apart[..., 1]) > REDNESS
        enters, leaves = red & ~self.red & far, self.red & ~red & far
        self.red = (self.red | enters) & ~leaves
        self.light = np.where((enters | leaves)[..., None], light, self.light)
        return enters, leaves

    @property
    def shape(self) -> tuple[int, ...]:
        return self.red.shape


class _Sense:
    """Counts, for every window of the picture, its changes of the last second."""

    def __init__(self, followed: _Extremes | _Hue) -> None:
        self._followed = followed
        shape = followed.shape
        self._window = tuple(min(a, b) for a, b in zip(WINDOW, shape, strict=True))
        places = tuple(a - b + 1 for a, b in zip(shape, self._window, strict=True))
        self._least = AREA * self._window[0] * self._window[1]
        self._latest = np.zeros(places, np.int8)
        self._history = np.zeros((SECOND, *places), np.bool_)
        self._counts = np.zeros(places, np.int64)
        self._frame = 0

    def see(self, light: _Light) -> None:
        """Counts the cells that change now, in one direction and in the other."""
        now = self._history[self._frame % SECOND]
        self._counts -= now
        now[:] = False
        for direction, cells in zip((1, -1), self._followed.changed(light), strict=True):
            if np.count_nonzero(cells) > self._least:
                changes = (self._filled(cells) > self._least) & (self._latest != direction)
                self._latest[changes] = direction
                now |= changes
        self._counts += now
        self._frame += 1

    @property
    def often(self) -> bool:
        """Whether a window changes too often."""
        return bool(self._counts.max() > CHANGES)

    def _filled(self, cells: _Map) -> _Counts:
        """How many of the cells lie in each window, by sums from the corner."""
        sums: _Counts = np.pad(cells.astype(np.int64), ((1, 0), (1, 0))).cumsum(0).cumsum(1)
        high, wide = self._window
        return sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]


def _saturated(light: _Light) -> _Map:
    total = light.sum(axis=-1)
    return np.asarray((total > 0) & (light[..., 0] >= RED * total), np.bool_)


def _chromaticity(light: _Light) -> npt.NDArray[np.float64]:
    """u′ and v′ (CIE 1976); of black, those of white."""
    x, y, z = np.moveaxis(light @ _XYZ.T, -1, 0)
    sums = x + 15 * y + 3 * z
    there = sums > 1e-6
    safe = np.where(there, sums, 1)
    return np.stack(
        (np.where(there, 4 * x / safe, 0.1978), np.where(there, 9 * y / safe, 0.4683)), axis=-1
    )


@dataclass(frozen=True)
class Trace:
    """What a stretch of film leaves of its flashes: those inside it, counted from its first frame,
    and its pictures of the first and of the last second, so that what lies across its ends can be
    measured when its neighbours are known.
    """

    frames: int
    spans: tuple[FrameSpan, ...]
    head: Sequence[Cells]
    tail: Sequence[Cells]


def across(traces: Sequence[Trace]) -> tuple[FrameSpan, ...]:
    """The flashing frames of a film made of these stretches: inside each, and across their ends."""
    spans: list[FrameSpan] = []
    before: list[Cells] = []
    start = 0
    for trace in traces:
        spans += [span.shifted(start) for span in trace.spans]
        around = [*before, *trace.head]
        if before and before[0].shape == trace.head[0].shape and _lively(around):
            first = start - len(before)
            spans += [FrameSpan(s.start + first, s.stop + first) for s in flashing(around)]
        before = [*before, *trace.tail][-SECOND:] if trace.frames < SECOND else [*trace.tail]
        start += trace.frames
    return joined(spans)


def _lively(pictures: Sequence[Cells]) -> bool:
    """Whether enough cells change at all: most cuts need no closer look."""
    light = _LINEAR[np.stack(pictures)]
    spread = light.max(axis=0) - light.min(axis=0)
    window = min(WINDOW[0], spread.shape[0]) * min(WINDOW[1], spread.shape[1])
    return bool((spread.max(axis=-1) >= CONTRAST).sum() > AREA * window)
