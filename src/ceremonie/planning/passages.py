"""A text too long for one shot goes on in the next: where it may be parted."""

from __future__ import annotations

import math
import re

QUOTED_AT_MOST = 150
"""Signs of a quote in one shot: as many as stand at 64 px and more in every shape."""

SPOKEN_AT_MOST = 160
"""Signs of an opening message, or of a closing one, in one shot: as many as stand at 56 px and
more on the wide screen, at 48 px and more on the narrow ones.
"""

_SENTENCE = r"(?<=[.!?…]) (?![»;:!?\u202f\u00a0])"
_CLAUSE = r"(?<=[,;:]) "
_WORD = r" "


def passages(text: str, most: int) -> tuple[str, ...]:
    """The text in as few passages of at most `most` signs as can be, as even as its sentences
    allow; where one is longer, its clauses are parted, then its words. A single word is never cut.
    """
    if len(text) <= most:
        return (text,)
    return tuple(_joined(_pieces(text, most), most))


def _pieces(text: str, most: int) -> list[str]:
    """Sentences; of one that is too long, its clauses; of one of those, its words."""
    pieces = [text]
    for boundary in (_SENTENCE, _CLAUSE, _WORD):
        pieces = [
            part
            for piece in pieces
            for part in (re.split(boundary, piece) if len(piece) > most else (piece,))
        ]
    return pieces


def _joined(pieces: list[str], most: int) -> list[str]:
    """Neighbours joined into the fewest passages; of all ways to do so, the one whose longest
    passage is shortest, so that no shot is left with a few words.
    """
    fewest = len(_greedy(pieces, most))
    lengths = [len(piece) for piece in pieces]
    least = max(*lengths, math.ceil(sum(lengths) / fewest))
    for limit in range(least, most + 1):
        passages = _greedy(pieces, limit)
        if len(passages) <= fewest:
            return passages
    return _greedy(pieces, most)


def _greedy(pieces: list[str], most: int) -> list[str]:
    passages = [pieces[0]]
    for piece in pieces[1:]:
        longer = f"{passages[-1]} {piece}"
        if len(longer) <= most:
            passages[-1] = longer
        else:
            passages.append(piece)
    return passages
