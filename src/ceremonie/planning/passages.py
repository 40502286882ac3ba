"""A text too long for one shot goes on in the next: where it may be parted."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import zip_longest

QUOTED_AT_MOST = 150
"""Signs of a quote in one shot: as many as stand at 64 px and more in every shape."""

SPOKEN_AT_MOST = 160
"""Signs of an opening message, or of a closing one, in one shot: as many as stand at 56 px and
more on the wide screen, at 48 px and more on the narrow ones.
"""

SHOWN_AT_MOST = 240
"""Signs of a quote or a message on one slide: as many as stand at 24 pt and more on the narrowest
screen, in a font that is 1.22 times as wide.
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


@dataclass(frozen=True)
class Part:
    """One of the parts, counted from 0, in which a text is told: its words in a shot of the film
    and on a slide; none where film or deck is done with it in fewer parts.
    """

    number: int
    shot: str | None
    slide: str | None

    def named(self, name: str) -> str:
        """The id of its moment: the first has that of the whole."""
        return f"{name}-suite-{self.number}" if self.number else name


def parts(text: str, filmed: int, shown: int) -> tuple[Part, ...]:
    """The text in passages of at most `filmed` signs for the film, of `shown` for the slides."""
    pairs = zip_longest(passages(text, filmed), passages(text, shown))
    return tuple(Part(number, *pair) for number, pair in enumerate(pairs))


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
