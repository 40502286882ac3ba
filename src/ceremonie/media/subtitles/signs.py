"""Signs that nobody sees: spaces of every kind stay spaces, marks without width vanish."""

from __future__ import annotations

import unicodedata

NO_BREAK = "\u00a0\u202f"
"""Spaces at which a line does not end: the full one and the narrow one of French."""

_FIGURE_SPACE = "\u2007"
_JOINERS = "\u200c\u200d"
"""They choose the form of a letter in Arabic and in the scripts of India."""

_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co"}


def plain(text: str) -> str:
    """Composed, on the same lines; tabs and rare breaks are spaces, control and direction marks,
    byte order marks and variation selectors are gone. Nothing that can be seen is lost.
    """
    return unicodedata.normalize("NFC", text).translate(_MEANT)


class _Meant(dict[int, str]):
    """Code points → what is kept of them, worked out once each."""

    def __missing__(self, code: int) -> str:
        self[code] = meant = _meant(chr(code))
        return meant


_MEANT = _Meant()


def _meant(sign: str) -> str:
    if sign == _FIGURE_SPACE:
        return NO_BREAK[0]
    if sign in "\n\r" or sign in NO_BREAK or sign in _JOINERS:
        return sign
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign) in _UNSEEN or _selects(sign) else sign


def _selects(sign: str) -> bool:
    """A variation selector: of the sign before it, never seen itself."""
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
