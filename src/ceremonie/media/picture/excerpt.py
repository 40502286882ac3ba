"""Parts of a file and what it lacks at its end, read as if they were all of it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import accumulate
from mmap import mmap

Span = tuple[int, int]
"""First byte and the one after the last."""


class Excerpt(io.RawIOBase):
    """The bytes of `spans`, one after the other, then `tail`: read-only, no copy of the file."""

    def __init__(self, data: mmap | bytes, spans: Sequence[Span], tail: bytes = b"") -> None:
        super().__init__()
        self._parts = [(data, *span) for span in spans if span[1] > span[0]]
        if tail:
            self._parts.append((tail, 0, len(tail)))
        self._ends = list(accumulate(stop - start for _, start, stop in self._parts))
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        stop = self._length if size is None or size < 0 else min(self._at + size, self._length)
        parts, begin = [], 0
        for (data, start, _), end in zip(self._parts, self._ends, strict=True):
            if begin < stop and end > self._at:
                low, high = max(self._at, begin), min(stop, end)
                parts.append(data[start + low - begin : start + high - begin])
            begin = end
        self._at = max(self._at, stop)
        return b"".join(parts)

    @property
    def _length(self) -> int:
        return self._ends[-1] if self._ends else 0
