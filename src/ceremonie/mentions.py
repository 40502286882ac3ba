"""People's names found in texts, however they are written: « Inès Durand », « DURAND Inès »,
« durand_ines », « InesDurand ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ceremonie.text import plain

_WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
"""Letters, each with the accents that follow it in the decomposed form (NFD)."""

_HUMP = re.compile("(?<=[^\\W\\d_A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ])")
"""Where « InesDurand » becomes two words."""

_BETWEEN = re.compile(r"(?!\s?[.;:!?…]\s)[\W_]{0,3}")
"""What may stand between the words of a name: « Durand, Inès », a hyphen, an underscore, the end of
a line; no digit, and no end of a sentence.
"""

_AFTER_INITIAL = re.compile(r"\.?[\s\-\u2010\u2011]{0,2}")
"""What may stand after « J. » in a name."""

_JOINED = re.compile(r"[-\u2010\u2011](?=[^\W\d_])(?:[^\W\d_][\u0300-\u036f]*)+")
"""The other half of « Durand-Cœur »."""

_LISTED = re.compile(r"\s|\s?,\s|\s?&\s?")
"""What stands between the first names of several people."""

_AND = frozenset(("et", "and"))
_SIR = "m"
"""« M. Durand » is nobody's initial."""

MOST_NAMES = 6
"""Words between a first name and the family name that it shares with others."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
"""Letters that Unicode does not take apart."""

_PARTICLES = frozenset(("d", "da", "de", "del", "des", "di", "du", "la", "le", "les", "van", "von"))
"""Words that begin a name and stand before any other name, too."""


@dataclass(frozen=True)
class Mention:
    """`text[start:stop]` calls this person by their name."""

    person: str
    start: int
    stop: int


@dataclass(frozen=True)
class Mentions:
    """What finds the names of people. `people` are their identifiers by the letters of a name;
    `alone` are names of one word, which count where they begin with a capital: « rose » is a
    flower; `initialled` are those that begin or end with initials, which have to be written as
    such. Nothing of it is ever printed.
    """

    people: Mapping[str, str] = field(default_factory=dict, repr=False)
    alone: frozenset[str] = field(default=frozenset(), repr=False)
    initialled: frozenset[str] = field(default=frozenset(), repr=False)
    beginnings: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> Mentions:
        """By identifier, each way to write the name of a person, its words in any order."""
        people: dict[str, str] = {}
        alone: set[str] = set()
        initialled: dict[str, str] = {}
        for person, spellings in names.items():
            for name in spellings:
                words = [letters for word in name.split() if (letters := letters_of(word))]
                for written in (*orders(words), *halves(name.split())):
                    people.setdefault(written, person)
                for written in initials(name.split()):
                    initialled.setdefault(written, person)
                if len(words) == 1:
                    alone.add(words[0])
        short = initialled.keys() - people.keys()
        people = {**initialled, **people}
        starts = {name[:length] for name in people for length in range(1, len(name) + 1)}
        return cls(people, frozenset(alone), frozenset(short), frozenset(starts))

    def __bool__(self) -> bool:
        return bool(self.people)

    def within(self, text: str) -> Iterator[Mention]:
        """In the order of the text; the longest of those that begin at the same word."""
        words = tuple(_words(text)) if self.people else ()
        done = 0
        for at, (letters, start, _) in enumerate(words):
            if letters not in self.beginnings or start < done:
                continue
            if mention := self._from(text, words, at) or self._shared(text, words, at):
                done = mention.stop
                yield mention

    def _from(self, text: str, words: tuple[_Word, ...], at: int) -> Mention | None:
        """The name that begins at this word; an initial in the middle may be one word more."""
        written, found, start = "", None, words[at][1]
        for place in range(at, len(words)):
            letters, first, last = words[place]
            if place > at and not _goes_on(text, words[place - 1], first):
                break
            if (
                place > at
                and written + letters not in self.beginnings
                and _initial(text, words[place])
            ):
                continue
            written += letters
            if written in self.people and self._counts(text[start : last + 1], written):
                found = Mention(self.people[written], start, _end(text, last))
            if written not in self.beginnings:
                break
        return found

    def _counts(self, words: str, written: str) -> bool:
        """Whether it is written as a name of its kind has to be."""
        if written in self.initialled:
            return bool(_INITIALS.match(words) or _INITIALS_LAST.search(words))
        return written not in self.alone or words[0].isupper()

    def _shared(self, text: str, words: tuple[_Word, ...], at: int) -> Mention | None:
        """The first name in « Inès et Paul Durand », where both are called Durand."""
        first = ""
        for last in range(at, min(at + 2, len(words))):
            first += words[last][0]
            for family in _families(text, words, last):
                if (person := self.people.get(first + family)) is not None:
                    return Mention(person, words[at][1], words[last][2])
        return None


_Word = tuple[str, int, int]
"""Its letters, where it begins, where it ends."""


def letters_of(text: str) -> str:
    """All letters, without accents and case: as names are compared."""
    return re.sub(r"\d", "", plain(text)).translate(_LIGATURES)


def _goes_on(text: str, before: _Word, at: int) -> bool:
    """Whether a name may go on from a word to the one that begins `at`."""
    if _BETWEEN.fullmatch(text, before[2], at):
        return True
    return _initial(text, before) and bool(_AFTER_INITIAL.fullmatch(text, before[2], at))


def _initial(text: str, word: _Word) -> bool:
    return word[2] - word[1] == 1 and text[word[1]].isupper()


def _end(text: str, stop: int) -> int:
    """Past the other half of a name."""
    match = _JOINED.match(text, stop)
    return match.end() if match and text[stop + 1].isupper() else stop


def _families(text: str, words: tuple[_Word, ...], first: int) -> Iterator[str]:
    """The family names, if such they are, after a list of first names that has « et » in it: words
    with a capital, after at least one that follows « et ».
    """
    since: int | None = None
    for place in range(first + 1, min(first + 1 + MOST_NAMES, len(words))):
        letters, start, _ = words[place]
        gap = text[words[place - 1][2] : start]
        if not (_LISTED.fullmatch(gap) or _BETWEEN.fullmatch(gap)):
            return
        if letters in _AND:
            since = 0
            continue
        if not text[start].isupper():
            return
        since = 0 if "&" in gap else since
        if since:
            yield letters
            yield from (letters + more for more, _, _ in words[place + 1 : place + 2])
        since = since if since is None else since + 1


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        start = match.start()
        for letters, length in _parts(match[0]):
            yield letters, start, start + length
            start += length


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[tuple[str, int], ...]:
    """The letters of each part of a word, and how long it is; most words come again."""
    return tuple((letters_of(part), len(part)) for part in _HUMP.split(word))


def orders(words: Sequence[str]) -> Iterator[str]:
    """All words, begun anywhere; and the first and the last of several, in both orders."""
    for at in range(len(words)):
        yield "".join((*words[at:], *words[:at]))
    own = [word for word in words if word not in _PARTICLES]
    if len(own) > 1:
        yield own[0] + own[-1]
        yield own[-1] + own[0]


def halves(words: Sequence[str]) -> Iterator[str]:
    """« Inès Durand-Cœur » by one half of the family name, in both orders."""
    *first, family = words or ("",)
    parts = [letters_of(part) for part in _HYPHEN.split(family)]
    if first and len(parts) > 1:
        called = "".join(map(letters_of, first))
        yield from (name for part in parts if part for name in (called + part, part + called))


def initials(words: Sequence[str]) -> Iterator[str]:
    """« J.-N. Cœur » of « Jean-Noël Cœur », in both orders."""
    for count in range(1, len(words)):
        parts = (part for word in words[:count] for part in _HYPHEN.split(word))
        short = "".join(letters_of(part)[:1] for part in parts)
        family = "".join(map(letters_of, words[count:]))
        if short != _SIR and family:
            yield from (short + family, family + short)


_HYPHEN = re.compile("[-\u2010\u2011]")
_CAPITAL = "[^\\W\\d_a-z]"
_INITIALS = re.compile(rf"{_CAPITAL}[.\-\u2010\u2011]")
_INITIALS_LAST = re.compile(rf"[\s,](?:{_CAPITAL}[.\-\u2010\u2011]{{1,2}})+$")
"""One as it is written before a family name, and after it: « LE MARTIN » is no Léa-Eve."""
