"""A part of a spreadsheet, read as XML piece by piece: nothing of it is held."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from ceremonie.sheets.package import RefusedError

_MOST_DIGITS = 20
"""Of a number of rows, cells or letters: what a machine's word holds."""


class Seen:
    """What the parser meets in one part, in its order."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """`name` as it is written, with its prefix."""

    def end(self, name: str) -> None:
        pass

    def text(self, written: str) -> None:
        pass


def scan(part: bytes, seen: Seen) -> None:
    """Always as UTF-8, as the library reads it. Raises RefusedError for what is no XML, and for
    what could declare entities.
    """
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.end
    parser.CharacterDataHandler = seen.text
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        raise RefusedError("tableau-abime") from None


def _refuse(*_: object) -> None:
    raise RefusedError("tableau-abime")


def local(name: str) -> str:
    """Without its prefix."""
    return name.rpartition(":")[2]


def whole(written: str) -> int:
    """Raises RefusedError for what is no natural number."""
    if not (written.isascii() and written.isdecimal() and len(written) <= _MOST_DIGITS):
        raise RefusedError("tableau-abime")
    return int(written)
