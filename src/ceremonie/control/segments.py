"""What pictures and sounds are made of: the segments of a JPEG, the chunks of a PNG, of a WebP and
of a WAV.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ceremonie.control.forms import Form


@dataclass(frozen=True)
class Segment:
    """`name` says in words what it is; `data[start:stop]` are its bytes with their head."""

    name: str
    kind: str
    start: int
    stop: int


SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
ALONE = frozenset({0x01, SOI, EOI, *range(0xD0, 0xD8)})
"""Markers that no length follows (ITU-T T.81, table B.1)."""

PNG_HEAD, RIFF_HEAD = 8, 12

LARGEST_TEXT = 10_000_000
"""Bytes of a compressed text that are unpacked: longer ones are no description of a picture."""


def within(data: memoryview, form: Form) -> Iterator[Segment]:
    """From the beginning as far as it can be read."""
    match form:
        case Form.JPEG:
            yield from _jpeg(data)
        case Form.PNG:
            yield from _png(data)
        case Form.WEBP:
            yield from _chunks(data, RIFF_HEAD, len(data))
        case Form.WAVE:
            yield from _wave(data)


def _jpeg(data: memoryview) -> Iterator[Segment]:
    """The last one reaches from the pixels to the end, with what stands behind them."""
    at = 0
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker in ALONE:
            at += 2
            continue
        if marker == SOS or at + 4 > len(data):
            break
        stop = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        kind = _jpeg_kind(marker)
        yield Segment(f"segment {kind}", kind, at, stop)
        at = stop
    yield Segment("pixels", "SOS", at, len(data))


def _jpeg_kind(marker: int) -> str:
    if 0xE0 <= marker <= 0xEF:
        return f"APP{marker - 0xE0}"
    return "COM" if marker == 0xFE else f"{marker:02X}"


def _png(data: memoryview) -> Iterator[Segment]:
    at = PNG_HEAD
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind = bytes(data[at + 4 : at + 8]).decode("latin-1")
        stop = min(at + 12 + length, len(data))
        yield Segment(f"bloc {kind}", kind, at, stop)
        at = stop
    if at < len(data):
        yield Segment("après la fin", "", at, len(data))


def _wave(data: memoryview) -> Iterator[Segment]:
    """What a list tells follows it, each text as a chunk of its own."""
    for chunk in _chunks(data, RIFF_HEAD, len(data)):
        yield chunk
        if chunk.kind == "LIST":
            yield from _chunks(data, chunk.start + RIFF_HEAD, chunk.stop)


def _chunks(data: memoryview, at: int, end: int) -> Iterator[Segment]:
    while at + 8 <= end:
        kind = bytes(data[at : at + 4]).decode("latin-1").strip()
        (length,) = struct.unpack_from("<I", data, at + 4)
        stop = min(at + 8 + length + length % 2, end)
        yield Segment(f"bloc {kind}", kind, at, stop)
        at = stop


def unpacked(data: memoryview, segment: Segment) -> bytes | None:
    """The text of a PNG that is compressed (PNG 1.2, zTXt, iTXt and iCCP); None for all else."""
    body = bytes(data[segment.start + 8 : segment.stop - 4])
    keyword, end, rest = body.partition(b"\0")
    if not end:
        return None
    match segment.kind:
        case "zTXt" | "iCCP":
            return _inflated(rest[1:], keyword)
        case "iTXt" if rest[:1] == b"\x01":
            language, _, named = rest[2:].partition(b"\0")
            translated, _, packed = named.partition(b"\0")
            return _inflated(packed, b"\n".join((keyword, language, translated)))
    return None


def _inflated(packed: bytes, before: bytes) -> bytes:
    try:
        return before + b"\n" + zlib.decompressobj().decompress(packed, LARGEST_TEXT)
    except zlib.error:
        return before
