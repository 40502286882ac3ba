"""Words and marks of a text with their places, and what makes two of them the same.

Our typography is undone here: kinds of spaces, apostrophes, dots of an ellipsis, raised ordinals,
hyphens that only parted a word. So a text compares equal to the one that it was set from.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_SIGN = re.compile(r"\d+|[^\W\d_]+|\.\.\.|[^\w\s]|_")
_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff^]")
_SAME = {"’": "'", "ʼ": "'", "…": "...", "\u2011": "-", "\u2010": "-", "ème": "e"}
_SPACES = re.compile(r"[ \t\u00a0\u2009\u202f\v]+")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Sign:
    """A word, a number or a mark; `text[start:stop]` is how it is written."""

    key: str
    start: int
    stop: int

    @property
    def folded(self) -> str:
        """In small letters: words are capitalised at the start of a line."""
        return self.key.casefold()


def clean(text: str) -> str:
    """Composed, without what has no ink."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def signs(text: str) -> tuple[Sign, ...]:
    """Those of a text that is clean."""
    hits = _SIGN.finditer(text)
    return tuple(Sign(_SAME.get(hit[0], hit[0]), hit.start(), hit.end()) for hit in hits)


def keys(text: str) -> tuple[str, ...]:
    return tuple(sign.key for sign in signs(clean(text)))


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, however they are set."""
    return keys(one) == keys(other)


def dice(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient of two bags of words: 1 where all are the same, 0 where none is."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def typed(words: str, beside: str) -> str:
    """Words from a slide as the author of the text `beside` types: with ordinary spaces, and with
    the apostrophe, the dots and the line feeds that stand there.
    """
    words = (_SPACES if "\n" in beside else _BLANKS).sub(" ", words)
    if "’" not in beside:
        words = words.replace("’", "'")
    return words if "…" in beside or "..." not in beside else words.replace("…", "...")
