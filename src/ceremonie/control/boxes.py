"""The boxes of a film (ISO/IEC 14496-12, 4.2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ceremonie.control.segments import Segment

HEAD, LARGE_HEAD = 8, 16

_FULL = 4
"""Bytes of version and flags."""

CONTAINERS = frozenset({
    "moov", "trak", "mdia", "minf", "stbl", "dinf", "udta", "meta", "ilst", "edts", "mvex", "moof",
    "traf", "tref", "gmhd",
})  # fmt: skip
"""Boxes that hold boxes; so do those right inside « ilst »."""

DEEPEST = 12
"""Boxes inside each other that are looked into: films have seven."""


def within(data: memoryview) -> Iterator[Segment]:
    """Each with its way from the outside, « boîte moov/udta/meta », before those inside it."""
    yield from _boxes(data, 0, len(data), ())


def _boxes(data: memoryview, at: int, end: int, way: tuple[str, ...]) -> Iterator[Segment]:
    while at + HEAD <= end:
        size, kind, head = _head(data, at, end)
        if size < head or at + size > end:
            return
        here = (*way, kind)
        yield Segment(f"boîte {'/'.join(here)}", kind, at, at + size)
        holds_boxes = kind in CONTAINERS or way[-1:] == ("ilst",)
        if holds_boxes and len(here) < DEEPEST:
            yield from _boxes(data, _first(data, at + head, kind), at + size, here)
        at += size


def _head(data: memoryview, at: int, end: int) -> tuple[int, str, int]:
    """Its size with the head, its kind, the size of the head."""
    size, kind = struct.unpack_from(">I4s", data, at)
    if size == 1 and at + LARGE_HEAD <= end:
        (size,) = struct.unpack_from(">Q", data, at + HEAD)
        return size, kind.decode("latin-1"), LARGE_HEAD
    return size or end - at, kind.decode("latin-1"), HEAD


def _first(data: memoryview, start: int, kind: str) -> int:
    """Where the boxes inside begin: those of « meta » behind its version, but not QuickTime's."""
    is_full = kind == "meta" and bytes(data[start + 4 : start + 8]) != b"hdlr"
    return start + _FULL if is_full else start
