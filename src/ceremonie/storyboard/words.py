"""The nearest valid words to a misspelt one, and texts made fit to be shown in a message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

SUGGESTIONS = 3
"""At most so many words are proposed."""

SHOWN = 60
"""Longer texts are cut where a message quotes them."""

_LOOKED_AT = 10 * SHOWN
"""Of a whole block or a text without end, no more is looked at."""

_SHORTEST_PART = 4
"""A word this long that begins or ends a candidate is taken for a part of it."""

_LONG = 6
"""A word this long may begin a candidate with one slip in it."""


_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)")


def is_reserved(name: str) -> bool:
    """Whether Windows keeps this name for itself, with whatever ending: no file or folder may have
    it (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
    """
    return _RESERVED.match(name.rstrip(". ")) is not None


def plain(word: str) -> str:
    """Without accents, case, spaces, hyphens, apostrophes, underscores."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"[\W_]+", "", "".join(c for c in decomposed if not unicodedata.combining(c)))


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that may have been meant, nearest first; empty if none is near.

    A word is near when a third of its letters differ at most (one letter in short words), or when
    one of both is a part of the other.
    """
    from rapidfuzz.distance import OSA

    wanted = plain(word)
    ranked: list[tuple[int, str]] = []
    for candidate in known:
        other = plain(candidate)
        distance = OSA.distance(wanted, other)
        if distance and _part(wanted, other):
            ranked.append((1, candidate))
        elif distance <= max(1, len(other) // 3):
            ranked.append((distance, candidate))
        elif len(wanted) >= _LONG and _begins(wanted, other, OSA.distance):
            ranked.append((len(wanted), candidate))
    ranked.sort()
    return tuple(c for distance, c in ranked if distance == ranked[0][0])[:SUGGESTIONS]


def _begins(wanted: str, other: str, distance: Callable[[str, str], int]) -> bool:
    """« Chenevières » begins « Chennevières-sur-Marne », but for one letter."""
    return any(distance(wanted, other[: len(wanted) + more]) <= 1 for more in (-1, 0, 1))


def _part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_PART and (long.startswith(short) or long.endswith(short))


def quoted(words: Sequence[str], last: str = "ou") -> str:
    """« un », « deux » ou « trois »."""
    marked = [f"« {word} »" for word in words]
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def did_you_mean(words: Sequence[str]) -> str:
    return f"vouliez-vous dire {quoted(words)} ?" if words else ""


def shown(value: object) -> str:
    """A value as a message quotes it: on one line, cut, without what a terminal would obey."""
    text = str(value).lower() if isinstance(value, bool) else str(value)[:_LOOKED_AT]
    text = " ".join("".join(c if printable(c) else " " for c in text).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"


def printable(character: str) -> bool:
    """Neither a control character, nor half a surrogate pair, nor an unassigned code."""
    return unicodedata.category(character) not in {"Cc", "Cs", "Cn", "Co"}
