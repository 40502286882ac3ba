"""French words that lean on the next one, so that no line ends in them."""

from __future__ import annotations

import re
from functools import lru_cache


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(" "))


SMALL_WORDS = frozenset(
    _words(
        "à au aux avec ce ces cette chez contre dans de des du elle en entre et il ils jusqu’à "
        "jusqu’au jusqu’aux la le les leur leurs mon nos notre ou où par pas pour que qui sa sans "
        "se ses si son sous sur ta ton un une vers vos votre"
    )
)
"""Those of a title that say nothing on their own: articles, prepositions, pronouns and the like."""

_LEANING = (SMALL_WORDS - {*_words("elle il ils pas")}) | {
    *_words(
        "a afin car cet comme depuis dès donc durant lors mais ma mes ne ni pendant plus près puis "
        "quand quel quelle quels quelles selon tes tous tout toute toutes très y"
    )
}
"""Words that a line does not end in."""

_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’", re.IGNORECASE)
_COUNTING = re.compile(r"\d{1,3}(?:\u202f\d{3})*(?:,\d+)?|\d+\^?(?:er|re|e)s?\^?")


@lru_cache(maxsize=16384)
def leans(word: str) -> bool:
    """Whether a word leans on the one after it, so that no line should end in it: an article, a
    preposition, a conjunction, a number that counts what follows.
    """
    bare = word.lstrip("([«“\u00a0\u202f")
    plain = _ELIDED.sub("", bare).casefold()
    return plain in _LEANING or bool(_COUNTING.fullmatch(bare))
