"""WebP (RFC 9649): its chunks, walked one by one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from mmap import mmap

from ceremonie.media.picture.exif import orientation, taken
from ceremonie.media.picture.facts import ColourFacts, Facts

_LOSSY_START = b"\x9d\x01\x2a"
_FOURTEEN_BITS = 0x3FFF
_WORKING = 12.0
"""The canvas before and after, and the copy that is handed out: four bytes each."""

Chunk = tuple[bytes, int, int]


def chunks(data: mmap | bytes) -> Iterator[Chunk]:
    """Kind of each RIFF chunk, where its content starts and stops, as far as the file goes."""
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        yield kind, at + 8, min(at + 8 + length, len(data))
        at += 8 + length + length % 2


def read(data: mmap | bytes) -> Facts:
    """Raises ValueError where no size is told."""
    first: dict[bytes, bytes] = {}
    frames = 0
    for kind, start, stop in chunks(data):
        frames += kind == b"ANMF"
        whole = kind in {b"EXIF", b"XMP ", b"ICCP"}
        first.setdefault(kind, data[start : stop if whole else min(stop, start + 16)])
    width, height = _size(first)
    return Facts(
        width,
        height,
        orientation(first.get(b"EXIF"), first.get(b"XMP ")),
        ColourFacts(profile=first.get(b"ICCP")),
        ((0, len(data)),),
        animated=frames > 1,
        working=_WORKING,
        taken=taken(first.get(b"EXIF")),
    )


def _size(first: dict[bytes, bytes]) -> tuple[int, int]:
    extended, lossy = first.get(b"VP8X", b""), first.get(b"VP8 ", b"")
    if len(extended) >= 10:
        return _three_bytes(extended[4:7]), _three_bytes(extended[7:10])
    if lossy[3:6] == _LOSSY_START and len(lossy) >= 10:
        width, height = struct.unpack_from("<HH", lossy, 6)
        return width & _FOURTEEN_BITS, height & _FOURTEEN_BITS
    return _lossless(first.get(b"VP8L", b""))


def _three_bytes(content: bytes) -> int:
    return int.from_bytes(content, "little") + 1


def _lossless(content: bytes) -> tuple[int, int]:
    if len(content) < 5:
        raise ValueError("no size")
    bits = int.from_bytes(content[1:5], "little")
    return (bits & _FOURTEEN_BITS) + 1, (bits >> 14 & _FOURTEEN_BITS) + 1
