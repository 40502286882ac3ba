"""Tables for French Excel: semicolons, UTF-8 with a byte order mark, CRLF."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell that a spreadsheet may take for a formula begins with (OWASP, « CSV Injection »)."""


def delimited(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The whole file. No cell begins as a formula would: an apostrophe goes before it, which
    spreadsheets show and do not obey.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in (heads, *rows):
        writer.writerow(map(_plain, row))
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULAS) else cell
