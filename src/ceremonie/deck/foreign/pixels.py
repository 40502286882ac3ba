"""Pictures of a template without what came with them: place, device, names."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_WORDS = frozenset({b"eXIf", b"iTXt", b"tEXt", b"zTXt", b"tIME"})
"""Chunks that are no pixels and no colours (PNG, third edition, 11.3)."""

_JPEG = b"\xff\xd8"
_APPLICATION = {0xE1, 0xED}
"""Segments of Exif and XMP (APP1) and of Photoshop (APP13)."""

_COMMENT, _SCAN = 0xFE, 0xDA


def bare(data: bytes) -> bytes:
    """The same picture; what is neither JPEG nor PNG, or is damaged, as it is."""
    try:
        if data.startswith(_PNG):
            return _PNG + b"".join(_chunks(data))
        if data.startswith(_JPEG):
            return _JPEG + b"".join(_segments(data))
    except struct.error:
        return data
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 12 + length
        if data[at + 4 : at + 8] not in _PNG_WORDS:
            yield data[at:end]
        at = end


def _segments(data: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at < len(data):
        marker, kind, length = struct.unpack_from(">BBH", data, at)
        if marker != 0xFF or kind == _SCAN:
            break
        end = at + 2 + length
        if kind not in _APPLICATION and kind != _COMMENT:
            yield data[at:end]
        at = end
    yield data[at:]
