"""Damage inside a JPEG: what its own decoder notices and goes past in silence.

Only what holds pixels is looked at. Whatever healthy files of odd programs have beside them
(padding before a marker, thumbnails, a second picture, words after the end) is taken away first, so
that a warning of the decoder means lost pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import mmap
from typing import TYPE_CHECKING, Any

from ceremonie.media.picture import jpeg

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""What ends a scan: 0xFF and neither a stuffed zero nor a restart. More of 0xFF before it fill."""

_FILLS = (b"\0" * 48, b"\xff" * 48)
_HOLE = re.compile(rb"\x00{48,}|\xff{48,}")
"""What a lost part of a file is filled with, at least so long."""

_TABLES = {jpeg.DHT, 0xDB, 0xDD, 0xDC}
"""DHT, DQT, DRI, DNL."""

_DETAIL = 1
"""Class of the tables for all but the mean of a block."""

_SEQUENTIAL = {0xC0, 0xC1}
_WHOLE_BLOCK = bytes((0, 63, 0))
"""What a scan of a sequential picture covers; some cameras write nonsense there."""

END = b"\xff\xd9"
_SCALE = 8
"""At an eighth a block is one pixel: no more than the entropy coding is decoded."""


@dataclass(frozen=True)
class Damage:
    """`height` is where it begins, 0 at the top to 1 at the bottom; None where it lies here and
    there, or cannot be told.
    """

    height: float | None


def found_in(data: mmap | bytes) -> Damage | None:
    """None for a JPEG that is whole, and for one of a kind that only another decoder reads."""
    stream = _pixels_only(data)
    hole = _longest_hole(stream)
    hole_is_damage = hole is not None and not _zeros_are_flat(data)
    if not hole_is_damage and (
        _read_without_complaint(data, stream) or _decoded(stream, strict=False) is None
    ):
        return None
    return Damage(_reached(stream[: hole.start()]) if hole else None)


def reduced(data: mmap | bytes, side: int) -> NDArray[np.uint8]:
    """(height, width, 3) RGB of a whole JPEG without inks, its sides `side` px at least where it
    has as many. Raises ValueError where the decoder refuses.
    """
    import simplejpeg

    pixels: NDArray[np.uint8] = simplejpeg.decode_jpeg(
        _pixels_only(data), colorspace="RGB", min_height=side, min_width=side, strict=False
    )
    return pixels


def _longest_hole(stream: bytes) -> re.Match[bytes] | None:
    """In the scans: tables may well repeat a value."""
    for segment in jpeg.segments(stream):
        if segment.marker == jpeg.SOS:
            if not any(fill in stream for fill in _FILLS):
                return None  # as nearly always; told so much faster than by the expression
            holes = _HOLE.finditer(stream, segment.stop)
            return max(holes, key=lambda match: len(match[0]), default=None)
    return None


def _read_without_complaint(data: mmap | bytes, stream: bytes) -> bool:
    return any(
        _decoded(tried, strict=True) is not None
        for tried in (stream, _pixels_only(data, padded=True))
    )


def _zeros_are_flat(data: mmap | bytes) -> bool:
    """Whether zeros may say “nothing more in this block”, as they do where a program has chosen the
    codes for this picture; else only a lost part of the file has many of them.
    """
    tables = (data[s.body : s.stop] for s in jpeg.segments(data) if s.marker == jpeg.DHT)
    return all(symbol & 15 == 0 for table in tables for symbol in _first_symbols(table))


def _first_symbols(tables: bytes) -> Iterator[int]:
    """Of each code for what is not a block's mean, what its code of nothing but zeros means."""
    at = 0
    while at + 17 < len(tables):
        if tables[at] >> 4 == _DETAIL:
            yield tables[at + 17]
        at += 17 + sum(tables[at + 1 : at + 17])


def lacks_its_end_alone(data: mmap | bytes) -> bool:
    """Whether all pixels are there and only the marker after them is not; decoders would wait for
    it.
    """
    scans = [segment.stop for segment in jpeg.segments(data) if segment.marker == jpeg.SOS]
    if not scans or data.find(END, scans[0]) > 0:
        return False
    return _decoded(_pixels_only(data), strict=True) is not None


def _decoded(stream: bytes, *, strict: bool) -> NDArray[np.uint8] | None:
    """An eighth of the picture in grey, or its inks; None if the decoder complains. When it is
    `strict`, it also complains of what it can go past.
    """
    import simplejpeg

    try:
        _, _, space, _ = simplejpeg.decode_jpeg_header(stream, strict=False)
        wanted = "CMYK" if space in {"CMYK", "YCCK"} else "GRAY"
        decoded: NDArray[np.uint8] = simplejpeg.decode_jpeg(
            stream, colorspace=wanted, min_factor=_SCALE, strict=strict
        )
    except (ValueError, KeyError):  # the latter of a sampling that it has no name for
        return None
    return decoded


def _pixels_only(data: mmap | bytes, *, padded: bool = False) -> bytes:
    """If the scans are `padded`, zeros at their ends are taken for a gap that was filled."""
    return b"".join((data[:2], *_pieces(data, padded=padded), END))


def _pieces(data: mmap | bytes, *, padded: bool) -> Iterator[bytes]:
    """Tables, frame and scans, as they follow one another up to the end of the first picture."""
    sequential, at = False, 2
    for segment in jpeg.segments(data):
        body = data[segment.body : segment.stop]
        sequential = sequential or segment.marker in _SEQUENTIAL
        if segment.marker in {*_TABLES, *jpeg.FRAMES, jpeg.SOS, jpeg.APP14} and jpeg.needed(
            segment.marker, body
        ):
            yield _piece(data, segment, sequential=sequential)
        at = segment.stop
    while (marker := _MARKER.search(data, at)) is not None:
        scan = data[at : marker.start()].rstrip(b"\xff")
        yield _unpadded(scan) if padded else scan
        kind = data[marker.end() - 1]
        if kind == jpeg.EOI:
            return
        between = next(jpeg.segments(data, marker.end() - 2), None)
        if between is None or between.start != marker.end() - 2:
            return
        if kind in {*_TABLES, jpeg.SOS}:
            yield _piece(data, between, sequential=sequential)
        at = between.stop
    yield data[at:]


def _piece(data: mmap | bytes, segment: jpeg.Segment, *, sequential: bool) -> bytes:
    if segment.marker == jpeg.SOS and sequential:
        return data[segment.start : segment.stop - len(_WHOLE_BLOCK)] + _WHOLE_BLOCK
    return data[segment.start : segment.stop]


def _unpadded(scan: bytes) -> bytes:
    """Without the zeros at its end, but for the one that a 0xFF asks for."""
    short = scan.rstrip(b"\0")
    return short + b"\0" if short.endswith(b"\xff") else short


def _reached(stream: bytes) -> float | None:
    """How far down a picture goes that ends so: decoders fill what they have no data for with the
    last colour. None if there is no such fill, as in a progressive one, which comes whole but
    coarse.
    """
    import numpy as np

    picture = _decoded(stream + END, strict=False)
    if picture is None:
        return None
    flat: Any = (picture == picture[-1:, -1:]).all(axis=(1, 2))
    rows = len(flat)
    filled = rows - int(np.flatnonzero(~flat)[-1]) - 1 if not flat.all() else rows
    return (rows - filled) / rows if filled > 1 else None
