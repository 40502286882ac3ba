"""Words compared and quoted: without accents, on one line, cut, in French quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

QUOTED_AT_MOST = 60
"""Signs: longer texts are cut where a message quotes them."""

_LOOKED_AT = 10 * QUOTED_AT_MOST
"""Of a whole block or a text without end, no more is looked at."""


def unaccented(text: str) -> str:
    """Without accents and case; ligatures and other compatible signs taken apart (NFKD)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """Without accents, case, spaces, hyphens, apostrophes, underscores."""
    return re.sub(r"[\W_]+", "", unaccented(word))


def quoted(words: Sequence[str], last: str = "ou") -> str:
    """« un », « deux » ou « trois »."""
    marked = [f"« {word} »" for word in words]
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def quotable(value: object) -> str:
    """A value as a message quotes it: on one line, cut, without what a terminal would obey."""
    text = str(value).lower() if isinstance(value, bool) else str(value)[:_LOOKED_AT]
    text = " ".join("".join(c if printable(c) else " " for c in text).split())
    return text if len(text) <= QUOTED_AT_MOST else text[: QUOTED_AT_MOST - 1].rstrip() + "…"


def legible(name: str) -> str:
    """A file's name as it can be written in UTF-8: a byte that is none there, as it comes from old
    archives, by its number.
    """
    raw = name.encode("utf-8", "surrogateescape")
    return (
        raw.decode("utf-8", "backslashreplace").replace("\\x", "_x")
        if _UNREAD.search(name)
        else name
    )


_UNREAD = re.compile("[\udc80-\udcff]")


def printable(character: str) -> bool:
    """Neither a control character, nor half a surrogate pair, nor an unassigned code."""
    return unicodedata.category(character) not in {"Cc", "Cs", "Cn", "Co"}
