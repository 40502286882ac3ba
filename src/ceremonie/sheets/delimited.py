"""CSV as spreadsheets write it: parted by semicolons, commas or tabs, in any encoding."""

from __future__ import annotations

import csv
import io
import re

from ceremonie.encoding import decoded
from ceremonie.sheets.package import MOST_CELLS, RefusedError

_SIGNS = (";", "\t", ",")
"""The first one wins where two part the lines alike: French Excel writes semicolons."""

_SAMPLE = 20
"""So many rows show which sign parts the columns."""

_TOLD = re.compile(r"sep=(.)\r?\n")
"""Excel's own line that names the sign."""

_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]")
_MOSTLY = 50
"""One sign in so many that is no text: then the file is none."""


def rows(data: bytes) -> list[list[str]]:
    """All rows, empty ones too. Raises RefusedError where this is no text."""
    text, _ = decoded(data)
    text = text.removeprefix("\ufeff")
    if "\0" in text or len(_NOT_TEXT.findall(text)) * _MOSTLY > len(text):
        raise RefusedError("tableau-autre-format", "un fichier d'une autre sorte")
    if told := _TOLD.match(text):
        return [[], *_parted(text[told.end() :], told[1])]
    return _parted(text, _sign(text))


def _parted(text: str, sign: str) -> list[list[str]]:
    try:
        parted = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error:
        raise RefusedError("tableau-abime") from None
    if sum(map(len, parted)) > MOST_CELLS:
        raise RefusedError("tableau-trop-grand")
    return parted


def _sign(text: str) -> str:
    """The sign by which the first rows part into the most columns, all alike."""
    head = "".join(text.splitlines(keepends=True)[:_SAMPLE])
    return max(_SIGNS, key=lambda sign: _columns(head, sign))


def _columns(text: str, sign: str) -> int:
    """The number of columns that most rows have; a head alone counts as well."""
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign)]
    except csv.Error:
        return 0
    filled = [width for width in widths if width]
    return max(filled, key=lambda width: (filled.count(width), width), default=0)
