"""JPEG (ITU-T T.81): its segments, walked one by one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import mmap

from ceremonie.media.picture.excerpt import Span
from ceremonie.media.picture.exif import orientation, taken
from ceremonie.media.picture.facts import ColourFacts, Facts

SOI, EOI, SOS, DHT, TEM = 0xD8, 0xD9, 0xDA, 0xC4, 0x01
RESTARTS = range(0xD0, 0xD8)
PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
FRAMES = set(range(0xC0, 0xD0)) - {DHT, 0xC8, 0xCC}
COMMENT = 0xFE
APP0, APP1, APP2, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF

_KEPT = {APP0: (b"JFIF\0", 14), APP14: (b"Adobe", 12)}
"""What an application wrote and decoding needs: how it begins, and its least length."""

_EXIF, _XMP, _PROFILE = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
_COEFFICIENT = 2
"""Bytes that a progressive picture keeps for each sample until its last scan."""


@dataclass(frozen=True)
class Segment:
    """`start` is its 0xFF, `body` where its content begins, `stop` the byte after it."""

    marker: int
    start: int
    body: int
    stop: int


def segments(data: mmap | bytes, at: int = 2) -> Iterator[Segment]:
    """Up to the first scan, that included. Bytes that are no marker are passed over, as decoders
    do.
    """
    while 0 <= (at := data.find(b"\xff", at)) < len(data) - 3:
        marker = data[at + 1]
        if marker in {0xFF, 0x00}:
            at += 1
            continue
        if marker in {SOI, TEM, *RESTARTS}:
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker == EOI or length < 2:
            return
        yield Segment(marker, at, at + 4, min(at + 2 + length, len(data)))
        if marker == SOS:
            return
        at += 2 + length


def read(data: mmap | bytes) -> Facts:
    """Raises ValueError where no frame is announced before the first scan."""
    exif = xmp = None
    frame: Segment | None = None
    chunks: dict[int, bytes] = {}
    spans: list[Span] = [(0, 2)]
    for segment in segments(data):
        body = data[segment.body : segment.stop]
        if segment.marker in FRAMES:
            frame = frame or segment
        elif segment.marker == APP1 and body.startswith(_EXIF):
            exif = exif or body
        elif segment.marker == APP1 and body.startswith(_XMP):
            xmp = xmp or body
        elif segment.marker == APP2 and body.startswith(_PROFILE) and len(body) > 14:
            chunks.setdefault(body[12], body[14:])
        if needed(segment.marker, body):
            stop = len(data) if segment.marker == SOS else segment.stop
            spans.append((segment.start, stop))
    if frame is None or frame.stop - frame.body < 6:
        raise ValueError("no frame header")
    height, width = struct.unpack_from(">HH", data, frame.body + 1)
    return Facts(
        width,
        height,
        orientation(exif, xmp),
        ColourFacts(profile=b"".join(chunks[number] for number in sorted(chunks)) or None),
        tuple(spans),
        reducible=True,
        working=_working(frame.marker, data[frame.body : frame.stop]),
        taken=taken(exif),
    )


def needed(marker: int, body: bytes) -> bool:
    """Whether decoding needs a segment; comments and most of what applications write is not."""
    if marker in _KEPT:
        beginning, least = _KEPT[marker]
        return body.startswith(beginning) and len(body) >= least
    return not (marker == COMMENT or APP0 <= marker <= APP15)


def _working(marker: int, frame: bytes) -> float:
    """Bytes a pixel for the coefficients of all components, which only progressive decoding keeps:
    components may be stored at a fraction of the picture's size.
    """
    if marker not in PROGRESSIVE:
        return 0.0
    factors = [(f >> 4) * (f & 15) for f in frame[7::3][: frame[5]]]
    largest = max(factors, default=1) or 1
    return _COEFFICIENT * sum(factors) / largest
