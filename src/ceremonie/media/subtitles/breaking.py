"""A text broken into screens of two lines at most, one idea a line.

Every way to break it costs by where its lines end and how uneven they are; the cheapest is found
word by word (dynamic programming over the last words of lines, as TeX breaks paragraphs). How
uneven two lines are is asked of the cheapest upper line alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ceremonie.leaning import leans
from ceremonie.media.subtitles.charter import LINE_LENGTH, LINES
from ceremonie.media.subtitles.signs import NO_BREAK
from ceremonie.media.subtitles.speakers import DASHES

SENTENCE, PHRASE, CLAUSE, COMPLEMENT, WORD, LEANING, TORN = 0, 6, 10, 14, 40, 400, 4000
"""What it costs to end a line after a sentence; after other punctuation; before a conjunction;
before a preposition; between two words; where one leans on the next; inside what cannot be broken.
"""

SCREEN, BETWEEN_SCREENS = 30, 2
"""What another screen costs; how much dearer it is to part there what belongs together."""

UNEVEN = 0.3
"""Of each sign by which the lower line is shorter than the upper one; half of that the other way:
two lines look like a pyramid.
"""

ALONE, ALONE_COSTS = 12, 4
"""Signs of a screen that would be gone in a second, and the cost of each that is missing."""

_ENDS = re.compile(r"[.!?…][»”\"')\]]*$")
_PARTS = re.compile(r"[,;:–—)\]»♪][»”\"')\]]*$")
_WORD = re.compile(r"^[\W_]*([^\W\d_]+)")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split(" "))


_CONJUNCTIONS = _set(
    "et ou mais donc or ni car que qu qui quand lorsque lorsqu puisque puisqu comme si dont où "
    "parce afin puis alors"
)
_PREPOSITIONS = _set(
    "à au aux avec avant après chez contre dans depuis derrière dès devant de d du des durant en "
    "entre jusqu par parmi pendant pour sans selon sous sur vers"
)
_SUBJECTS = _set("je tu il elle on nous vous ils elles ce ça qui se me te ne")
_CAPITAL = re.compile(r"^[«“(\"]*[^\W\d_a-zà-ÿ][\w’'-]*$")
_FIGURE = re.compile(r"\d[\d.,]*$")

Screens = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class _Word:
    """With the space before it, and what it costs to end a line behind it; `turns` where somebody
    else speaks next, so that the line must end.
    """

    space: str
    text: str
    cost: int
    turns: bool = False


@lru_cache(maxsize=4096)
def screens(lines: tuple[str, ...]) -> Screens:
    """As they were broken where that is by the charter, else anew; each speaker on a line."""
    if len(lines) <= LINES and all(map(_fits, lines)) and not _torn(lines):
        return (lines,)
    return _broken(tuple(_words(lines)))


def _fits(line: str) -> bool:
    return len(line) <= LINE_LENGTH


def _torn(lines: Sequence[str]) -> bool:
    """Whether a line ends where it should not, as long as both could be one sentence."""
    return any(
        _cost(one.split(" ")[-1], two.split(" ")[0]) >= LEANING and not two.startswith(DASHES)
        for one, two in pairwise(lines)
    )


def _broken(words: Sequence[_Word]) -> Screens:
    """The cheapest way: `best[i][row]` is that of the first `i` words, the last of which ends a
    screen (row 0) or its upper line (row 1), with where that line begins.
    """
    best: list[list[tuple[float, int, int]]] = [[(0.0, 0, 0), (float("inf"), 0, 0)]]
    for last in range(1, len(words) + 1):
        ways = [[(float("inf"), 0, 0)], [(float("inf"), 0, 0)]]
        for first, length in _lines_up_to(words, last):
            for row, way in _ways(best, words, first, last, length):
                ways[row].append(way)
        best.append([min(row) for row in ways])
    return _followed(best, words)


def _lines_up_to(words: Sequence[_Word], last: int) -> Iterator[tuple[int, int]]:
    """Where a line may begin that ends with word `last` (from 1), and its length."""
    length = 0
    for first in range(last - 1, -1, -1):
        length += len(words[first].text) + (len(words[first + 1].space) if first + 1 < last else 0)
        if length > LINE_LENGTH or (first + 1 < last and words[first].turns):
            return
        yield first, length


def _ways(
    best: Sequence[Sequence[tuple[float, int, int]]],
    words: Sequence[_Word],
    first: int,
    last: int,
    length: int,
) -> Iterator[tuple[int, tuple[float, int, int]]]:
    """A line alone, as the upper one, as the lower one: the row it ends in, and its cost with all
    before it, where it begins and in which row the words before it end.
    """
    end = 0 if last == len(words) else words[last - 1].cost
    before, upper = best[first][0][0], best[first][1]
    alone = max(0, ALONE - length) * ALONE_COSTS
    yield 0, (before + SCREEN + alone + end * BETWEEN_SCREENS, first, 0)
    if last < len(words):
        yield 1, (before + SCREEN + end, first, 0)
    if upper[0] < float("inf"):
        above = _length(words[upper[1] : first])
        uneven = UNEVEN * max(above - length, (length - above) / 2)
        yield 0, (upper[0] + uneven + end * BETWEEN_SCREENS, first, 1)


def _followed(best: Sequence[Sequence[tuple[float, int, int]]], words: Sequence[_Word]) -> Screens:
    """The screens of the cheapest way, from its end to its beginning."""
    made: list[tuple[str, ...]] = []
    lower: tuple[str, ...] = ()
    last, row = len(words), 0
    while last:
        _, first, above = best[last][row]
        line = "".join(w.space + w.text for w in words[first:last])[len(words[first].space) :]
        lower = (line, *lower)
        if not above:
            made.append(lower)
            lower = ()
        last, row = first, above
    return tuple(reversed(made))


def _length(words: Sequence[_Word]) -> int:
    return sum(len(w.space) + len(w.text) for w in words) - len(words[0].space)


def _words(lines: Sequence[str]) -> Iterator[_Word]:
    """The words of all lines; a line that opens with a dash is another speaker's."""
    pieces = [(first, *piece) for line in lines for first, piece in _marked(line)]
    for (_, space, text), following in zip(pieces, [*pieces[1:], None], strict=True):
        if following is None:
            yield _Word(space, text, SENTENCE)
        elif following[0] and following[2].startswith(DASHES):
            yield _Word(space, text, SENTENCE, turns=True)
        else:
            apart = following[1] == " "
            yield _Word(space, text, _cost(text, following[2]) if apart else TORN)


def _marked(line: str) -> Iterator[tuple[bool, tuple[str, str]]]:
    """Each piece of a line, and whether it is the first of it."""
    pieces = (piece for word in line.split(" ") for piece in _pieces(word))
    for number, piece in enumerate(pieces):
        yield number == 0, piece


def _pieces(joined: str) -> Iterator[tuple[str, str]]:
    """Each with the space before it. No-break spaces hold as long as the words that they join fit
    on a line; only a word longer than that is cut.
    """
    words = [joined] if len(joined) <= LINE_LENGTH else re.split(f"(?<=[{NO_BREAK}])", joined)
    space = " "
    for word in words:
        bare = word.rstrip(NO_BREAK) if len(words) > 1 else word
        for at in range(0, len(bare), LINE_LENGTH):
            yield (space if at == 0 else ""), bare[at : at + LINE_LENGTH]
            space = ""
        space = word[len(bare) :] or space


@lru_cache(maxsize=16384)
def _cost(word: str, following: str) -> int:
    """What it costs to end a line between two words."""
    if _ENDS.search(word):
        return SENTENCE
    if _PARTS.search(word) and word not in DASHES:
        return PHRASE
    if _holds(word, following):
        return LEANING
    first = _first(following)
    if first in _CONJUNCTIONS:
        return CLAUSE
    return COMPLEMENT if first in _PREPOSITIONS else WORD


def _holds(word: str, following: str) -> bool:
    """An article and its noun, a subject and its verb, a name, a number and what it counts."""
    plain = word.replace("'", "’")
    named = _CAPITAL.match(plain) and _CAPITAL.match(following.rstrip(".,;:!?…)"))
    held = leans(plain) or word in DASHES or plain.casefold() in _SUBJECTS
    return bool(held or named or _FIGURE.search(word))


def _first(word: str) -> str:
    """The word, or what is elided before it: « qu » of « qu'il »."""
    match = _WORD.match(word)
    return match[1].casefold() if match else ""
