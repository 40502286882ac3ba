"""What an output is by its first bytes; by the ending of its name where those do not tell."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePosixPath


class Form(StrEnum):
    """Kinds of bytes, each of which is looked into in its own way."""

    ARCHIVE = "zip"
    FILM = "mp4"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    WAVE = "wave"
    FONT = "font"
    TEXT = "text"
    OTHER = "other"


HEAD = 12
"""Bytes that tell most forms."""

_HEADS = (
    (b"PK\x03\x04", Form.ARCHIVE),
    (b"\xff\xd8\xff", Form.JPEG),
    (b"\x89PNG\r\n\x1a\n", Form.PNG),
    (b"\x00\x01\x00\x00\x00", Form.FONT),
    (b"OTTO", Form.FONT),
    (b"wOF2", Form.FONT),
)
_BOXES = {b"ftyp", b"moov", b"mdat", b"wide"}
"""With which films begin, QuickTime's older ones without the first."""

_WAVE = {b"WAVE": Form.WAVE}
_CHUNKED = {b"RIFF": {b"WEBP": Form.WEBP, **_WAVE}, b"RF64": _WAVE, b"BW64": _WAVE}
"""By the first four bytes, then the third four (Microsoft, RIFF; EBU Tech 3306)."""

_TEXTS = {
    ".html", ".json", ".vtt", ".srt", ".sbv", ".ass", ".csv", ".txt", ".md", ".xml", ".rels",
    ".vml", ".svg", ".yaml", ".yml", ".css", ".js",
}  # fmt: skip
_FONTS = {".ttf", ".otf", ".woff2", ".fntdata"}


def form_of(name: str, data: memoryview) -> Form:
    """Of a file or a part of an archive; `name` is its own, with its ending."""
    head = bytes(data[:HEAD])
    for start, form in _HEADS:
        if head.startswith(start):
            return form
    if head[4:8] in _BOXES:
        return Form.FILM
    if head[:4] in _CHUNKED and head[8:12] in _CHUNKED[head[:4]]:
        return _CHUNKED[head[:4]][head[8:12]]
    ending = PurePosixPath(name).suffix.lower()
    return Form.TEXT if ending in _TEXTS else Form.FONT if ending in _FONTS else Form.OTHER
