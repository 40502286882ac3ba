"""The fonts in a package, read back: whether each is whole behind its header."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from ceremonie.theme import fontfile

_FOLDER, _ENDING = "ppt/fonts/", ".fntdata"
_SIZES = struct.Struct("<2I")
"""Embedded OpenType: bytes of the whole, bytes of the font at its end."""


def broken(archive: zipfile.ZipFile) -> Iterator[str]:
    """Names of embedded fonts that are not what their header says, or no font."""
    for name in archive.namelist():
        is_font = name.startswith(_FOLDER) and name.endswith(_ENDING)
        if is_font and not _is_whole(archive.read(name)):
            yield name


def _is_whole(data: bytes) -> bool:
    if len(data) < _SIZES.size:
        return False
    whole, font = _SIZES.unpack_from(data)
    if whole != len(data) or not 0 < font < whole:
        return False
    return fontfile.is_whole(data[-font:])
