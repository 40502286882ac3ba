"""What a worker sees of flashes while it paints, and how it is kept with the segment.

The trace is a box of the segment's own file that players pass over, written before the seal.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from ceremonie import flashing
from ceremonie.film.coding.encode import Shown
from ceremonie.film.painting.colour import Frame, planes, rgb
from ceremonie.flashing import SECOND, Cells, Meter, Trace
from ceremonie.units import CANVAS_WIDTH, FrameSpan

CELL = CANVAS_WIDTH // flashing.COLUMNS
"""px of the canvas."""

LOOKED_AT = 6
"""One px of the canvas in so many each way: 25 in a cell give its mean colour closely enough."""

FREE = b"free"
"""A box that players leave out (ISO/IEC 14496-12, 8.1.2)."""

HEAD = struct.Struct(">IHHHHH")
"""Frames; rows and columns of cells; pictures of the first and of the last second; spans."""

FOOT = struct.Struct(">I")
"""The last bytes of the box: how long it is."""

SPAN = struct.Struct(">II")


def cells(frame: Frame, reduction: int) -> Cells:
    """The mean colours of a frame, of which a px shows `reduction` px of the canvas."""
    luma, blue, red = planes(frame)
    step = max(2, LOOKED_AT // reduction)
    sparse = [luma[::step, ::step], *(half[:: step // 2, :: step // 2] for half in (blue, red))]
    size = tuple(max(1, length * reduction // CELL) for length in luma.shape[::-1])
    means = [
        cv2.resize(one, size, interpolation=cv2.INTER_AREA)
        for one in map(np.ascontiguousarray, sparse)
    ]
    return rgb(cv2.merge(means))


@dataclass
class Watch:
    """Looks at frames on their way to the encoder."""

    reduction: int
    _meter: Meter = field(default_factory=Meter)
    _head: list[Cells] = field(default_factory=list)
    _tail: list[Cells] = field(default_factory=list)
    _frames: int = 0

    def over(self, shown: Iterator[Shown]) -> Iterator[Shown]:
        """The same frames. One that is held for long is seen for a second: then nothing of before
        counts any more.
        """
        for frame, count in shown:
            seen = cells(frame, self.reduction)
            for _ in range(min(count, SECOND)):
                self._see(seen)
            self._frames += count
            yield frame, count

    def _see(self, seen: Cells) -> None:
        self._meter.see(seen)
        self._tail = [*self._tail[1 - SECOND :], seen]
        if len(self._head) < SECOND:
            self._head.append(seen)

    @property
    def trace(self) -> Trace:
        return Trace(self._frames, self._meter.spans, tuple(self._head), tuple(self._tail))


def box(trace: Trace) -> bytes:
    """The trace as a box of an MP4 file."""
    shape = trace.head[0].shape[:2]
    head = HEAD.pack(trace.frames, *shape, len(trace.head), len(trace.tail), len(trace.spans))
    spans = b"".join(SPAN.pack(span.start, span.stop) for span in trace.spans)
    pictures = zlib.compress(np.stack([*trace.head, *trace.tail]).tobytes(), 1)
    length = 8 + len(head) + len(spans) + len(pictures) + FOOT.size
    return FOOT.pack(length) + FREE + head + spans + pictures + FOOT.pack(length)


def read(path: Path, after: int) -> Trace:
    """The trace of a segment's file, which ends `after` bytes before the file does."""
    with path.open("rb") as file:
        file.seek(-after - FOOT.size, 2)
        (length,) = FOOT.unpack(file.read(FOOT.size))
        file.seek(-after - length, 2)
        return _unpacked(file.read(length)[8 : -FOOT.size])


def _unpacked(data: bytes) -> Trace:
    frames, rows, columns, heads, tails, spans = HEAD.unpack_from(data)
    pictures = HEAD.size + spans * SPAN.size
    flashes = tuple(FrameSpan(*pair) for pair in SPAN.iter_unpack(data[HEAD.size : pictures]))
    stacked = np.frombuffer(zlib.decompress(data[pictures:]), np.uint8)
    stacked = stacked.reshape(heads + tails, rows, columns, 3)
    return Trace(frames, flashes, tuple(stacked[:heads]), tuple(stacked[heads:]))
