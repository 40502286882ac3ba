"""PNG (third edition): its chunks, walked one by one; texts of any size are passed over."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from mmap import mmap

from ceremonie.media.picture.excerpt import Span
from ceremonie.media.picture.exif import orientation, taken
from ceremonie.media.picture.facts import Chromaticities, ColourCode, ColourFacts, Facts

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TRANSPARENCY = b"tRNS"
"""The one chunk that may be passed over by the standard and yet changes what is seen."""

SIXTEEN = 16
MOST_PROFILE = 16_000_000
MOST_TEXT = 2_000_000
"""Bytes that a packed profile, or a packed text, may have unpacked: profiles of printers reach
3 MB; what is longer was made to fill the memory.
"""

LONGEST_KEYWORD = 80

_EXIF, _XMP = b"exif", b"XML:com.adobe.xmp\0"
_RAW_EXIF = re.compile(rb"Raw profile type (?:exif|APP1)\0")
_HEXADECIMAL = re.compile(rb"\n\s*\d+\n([0-9a-fA-F\s]+)")

Chunk = tuple[bytes, int, int]
"""Type, and where its content begins and ends."""


def chunks(data: mmap | bytes) -> Iterator[Chunk]:
    """Kind of each chunk, where its content starts and stops, as far as the file goes."""
    at = len(SIGNATURE)
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, at + 8, min(at + 8 + length, len(data))
        at += 12 + length


def read(data: mmap | bytes) -> Facts:
    """Raises ValueError where the header is missing."""
    spans: list[Span] = [(0, len(SIGNATURE))]
    first: dict[bytes, Span] = {}
    texts: dict[bytes, tuple[bytes, bytes]] = {}
    for kind, start, stop in chunks(data):
        first.setdefault(kind, (start, stop))
        if keyword := _keyword(kind, data[start : min(stop, start + LONGEST_KEYWORD)]):
            texts.setdefault(keyword, (kind, data[start : min(stop, start + MOST_TEXT)]))
        if kind[:1].isupper() or kind == TRANSPARENCY:
            spans.append((start - 8, min(stop + 4, len(data))))
    start, stop = first.get(b"IHDR", (0, 0))
    if stop - start != 13:
        raise ValueError("no header")
    width, height, depth = struct.unpack_from(">IIB", data, start)
    metadata = _metadata(data, first, texts)
    return Facts(
        width,
        height,
        orientation(*metadata),
        _colour({kind: data[a : min(b, a + MOST_PROFILE)] for kind, (a, b) in first.items()
                 if kind in {b"iCCP", b"cICP", b"sRGB", b"cHRM", b"gAMA"}}),
        tuple(spans),
        animated=_moves(data, first),
        deep=depth == SIXTEEN,
        taken=taken(metadata[0]),
    )  # fmt: skip


def _moves(data: mmap | bytes, first: dict[bytes, Span]) -> bool:
    start, stop = first.get(b"acTL", (0, 0))
    return stop - start >= 4 and struct.unpack_from(">I", data, start)[0] > 1


def _keyword(kind: bytes, beginning: bytes) -> bytes | None:
    """Of the texts that may tell the orientation, what they are called; None for all others."""
    if kind == b"iTXt" and beginning.startswith(_XMP):
        return _XMP
    written = _RAW_EXIF.match(beginning) if kind in {b"tEXt", b"zTXt"} else None
    return _EXIF if written else None


def _metadata(
    data: mmap | bytes, first: dict[bytes, Span], texts: dict[bytes, tuple[bytes, bytes]]
) -> tuple[bytes, bytes]:
    """EXIF and XMP, each empty where there is none."""
    start, stop = first.get(b"eXIf", (0, 0))
    exif, xmp = data[start : min(stop, start + MOST_TEXT)], b""
    if _XMP in texts:
        xmp = _international(texts[_XMP][1][len(_XMP) :])
    if not exif and _EXIF in texts:
        kind, text = texts[_EXIF]
        exif = _raw(kind, text.partition(b"\0")[2])
    return exif, xmp


def _international(text: bytes) -> bytes:
    """What follows the keyword of an iTXt chunk: a flag, a method, two names, the text."""
    content = text[2:].split(b"\0", 2)[-1]
    return unpacked(content, MOST_TEXT) or b"" if text[:1] == b"\1" else content


def _raw(kind: bytes, text: bytes) -> bytes:
    """EXIF written as hexadecimal digits in a text, as some programs do."""
    content = unpacked(text[1:], MOST_TEXT) or b"" if kind == b"zTXt" else text
    digits = _HEXADECIMAL.search(content)
    written = b"".join(digits[1].split()) if digits else b""
    return bytes.fromhex(written[: len(written) // 2 * 2].decode("ascii"))


def _colour(chunk: dict[bytes, bytes]) -> ColourFacts:
    return ColourFacts(
        profile=_profile(chunk.get(b"iCCP", b"")),
        code=_code(chunk.get(b"cICP", b"")),
        srgb=b"sRGB" in chunk,
        chromaticities=_chromaticities(chunk.get(b"cHRM", b"")),
        gamma=_gamma(chunk.get(b"gAMA", b"")),
    )


def _profile(content: bytes) -> bytes | None:
    _, _, packed = content.partition(b"\0")
    return unpacked(packed[1:], MOST_PROFILE) if packed else None


def _code(content: bytes) -> ColourCode | None:
    return ColourCode(content[0], content[1], content[3] != 0) if len(content) == 4 else None


def _chromaticities(content: bytes) -> Chromaticities | None:
    if len(content) != 32:
        return None
    values = [value / 100_000 for value in struct.unpack(">8I", content)]
    white, red, green, blue = zip(values[::2], values[1::2], strict=True)
    return Chromaticities(white, red, green, blue)


def _gamma(content: bytes) -> float | None:
    return struct.unpack(">I", content)[0] / 100_000 if len(content) == 4 else None


def unpacked(packed: bytes, most: int) -> bytes | None:
    """The zlib stream unpacked; None if it is broken or longer than `most`."""
    stream = zlib.decompressobj()
    try:
        content = stream.decompress(packed, most)
    except zlib.error:
        return None
    return content if stream.eof else None
