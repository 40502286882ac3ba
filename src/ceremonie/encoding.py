"""From the bytes of a text file to its text, in whatever encoding a program saved it."""

from __future__ import annotations

import codecs
import re

WINDOWS, MACINTOSH = "Windows-1252", "MacRoman"

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer marks first: UTF-32's begins with UTF-16's."""

_SAMPLE = 4096
"""So many bytes show whether every other one is zero."""

_MOSTLY = 0.4
"""In UTF-16 the times, digits and spaces alone give so many pairs with a zero."""

_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”…–—°€•\u00a0")
_NO_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]|[a-z]\x8e")
"""What Windows-1252 leaves empty (ç, è, ê, ù of a Mac), or a Ž inside a word (é of a Mac)."""

_LINES = re.compile(rb"(?<=\n)|(?<=\r)(?!\n)")


def decoded(data: bytes) -> tuple[str, str | None]:
    """The text, and the name of the encoding where it had to be guessed. Never raises: bytes that
    mean nothing become U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), None
    if unmarked := _utf16(data[:_SAMPLE]):
        return data.decode(unmarked, "replace"), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guessed(data)


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark shows by the zeros, all on one side of their pairs."""
    pairs = len(sample) // 2
    if not pairs:
        return None
    first, second = (sample[side::2].count(0) / pairs for side in (0, 1))
    if second > _MOSTLY and first < _MOSTLY / 4:
        return "utf-16-le"
    return "utf-16-be" if first > _MOSTLY and second < _MOSTLY / 4 else None


def _guessed(data: bytes) -> tuple[str, str]:
    """Line by line, since files of two encodings are put one behind the other."""
    lines = _LINES.split(data)
    strange = b"".join(line for line in lines if not _is_utf8(line))
    name, codec = (MACINTOSH, "mac-roman") if _macintosh(strange) else (WINDOWS, "cp1252")
    return "".join(_line(line, codec) for line in lines), name


def _line(line: bytes, codec: str) -> str:
    return line.decode("utf-8" if _is_utf8(line) else codec, "replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _macintosh(data: bytes) -> bool:
    """Certain only where all is French then, and something would make no sense in Windows-1252."""
    high = bytes(byte for byte in set(data) if byte > 0x7F)
    return set(high.decode("mac-roman")) <= _FRENCH and bool(_NO_WINDOWS.search(data))
