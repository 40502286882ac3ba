"""Where a word may be parted: at its own hyphens, else by the French patterns of pyphen."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any

from ceremonie.theme.letters import SOFT_HYPHEN

FEWEST_LETTERS = 3
"""Of a word, before and after a hyphen: with two, the eye stumbles over what is left."""

_LETTERS = re.compile(r"[^\W\d_]+")


class Parting(Enum):
    """Which words may be parted where they have no hyphen of their own."""

    NONE = "none"
    WORDS = "words"
    """All but names: what begins with a capital inside a text."""

    ALL = "all"


def chunks(word: str, parting: Parting, *, first: bool) -> list[str]:
    """The word cut wherever it may be; a chunk ends in the word's own hyphen, or in a soft one
    where it was parted. `first` tells that the word begins the text.
    """
    own = re.findall(r"[^-]+-*|-+", word) or [word]
    is_name = word[:1].isupper() and not first
    if parting is Parting.NONE or (parting is Parting.WORDS and is_name):
        return own
    return [chunk for part in own for chunk in _syllables(part)]


def _syllables(part: str) -> list[str]:
    """A part without hyphens inside, cut by the patterns; other signs stay with its letters."""
    cuts = [
        letters.start() + position
        for letters in _LETTERS.finditer(part)
        for position in _patterns().positions(letters[0].lower())
    ]
    edges = [0, *cuts, len(part)]
    bits = [part[start:stop] for start, stop in pairwise(edges)]
    return [*(bit + SOFT_HYPHEN for bit in bits[:-1]), bits[-1]]


@cache
def _patterns() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="fr", left=FEWEST_LETTERS, right=FEWEST_LETTERS)
