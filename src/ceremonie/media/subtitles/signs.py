"""Signs that nobody sees: spaces of every kind stay spaces, marks without width vanish."""

from __future__ import annotations

import re
import unicodedata

NO_BREAK = "\u00a0\u202f"
"""Spaces at which a line does not end: the full one and the narrow one of French."""

_FIGURE_SPACE = "\u2007"
_JOINERS = "\u200c\u200d"
"""They choose the form of a letter in Arabic and in the scripts of India."""

_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Hebrew, Arabic and the other scripts of Unicode's right-to-left blocks."""

_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co"}


def plain(line: str) -> str:
    """Composed; tabs and rare breaks are spaces, control marks, byte order marks and variation
    selectors are gone, and those of direction too unless something is read from right to left.
    Nothing that can be seen is lost.
    """
    table = _STEERED if _RIGHT_TO_LEFT.search(line) else _MEANT
    return unicodedata.normalize("NFC", line).translate(table)


class _Meant(dict[int, str]):
    """Code points → what is kept of them, worked out once each."""

    def __missing__(self, code: int) -> str:
        self[code] = meant = _meant(chr(code))
        return meant


_MEANT = _Meant()
_STEERED = _Meant({ord(mark): mark for mark in _DIRECTIONS})


def _meant(sign: str) -> str:
    if sign == _FIGURE_SPACE:
        return NO_BREAK[0]
    if sign in NO_BREAK or sign in _JOINERS:
        return sign
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign) in _UNSEEN or _selects(sign) else sign


def _selects(sign: str) -> bool:
    """A variation selector: of the sign before it, never seen itself."""
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
