"""One name written in two ways, told from the names of two people."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from ceremonie.mentions import letters_of
from ceremonie.planning.typography import HARD, NARROW

_PARTED = re.compile(r"[\s\-\u2010\u2011]+")
_SPACES = str.maketrans({HARD: " ", NARROW: " ", "\u2010": "-", "\u2011": "-"})

_PARTICLES = frozenset(
    ("al", "ben", "bin", "d", "da", "de", "del", "den", "der", "des", "di", "dos", "du", "el")
).union(("la", "le", "van", "von"))
"""Small words within a name."""

_ROLES = frozenset(("le", "la", "les", "l", "un", "une", "des", "du", "notre", "nos"))
"""Words that begin a role (« La maire », « Une élève »), which is no name."""

_CIVILITY = re.compile(
    r"^(?:(?:m|mr|mme|mlle|dr|pr|me|madame|monsieur|mademoiselle|docteur|docteure|professeure?|"
    r"ma[iî]tre)\.?\s+)+",
    re.IGNORECASE,
)
"""What is said before a name and is no part of it, by the usual short forms and in full."""

_TAIL = re.compile(r"\s*[,;(]|\s+[-\u2013\u2014]\s+")
"""What parts a name from the function behind it: « Prénom Nom, maire », « Prénom Nom (maire) »."""

_SOUND_ALIKE = (("ph", "f"), ("h", ""), ("y", "i"))
"""Letters that the ear does not tell apart: « Nathalie » and « Natalie »."""

_LONG = 6
"""Letters of a family name in which one that differs is a slip sooner than another family, by a
rule of this house: « Morin » and « Marin » are two.
"""

_ENDINGS = ("e", "s", "x")
"""Letters that end the feminine or the plural of a name, or another family's (« Martin » and
« Martins »).
"""

Key = tuple[str, ...]


def key(name: str) -> Key:
    """What all ways to write one name share: its words in any order, without accents, case and
    hyphens, without what is said before it and the function behind it.
    """
    return tuple(sorted(_letters(bare(name))))


def bare(name: str) -> str:
    """The name alone, without « Mme » and « , députée »; as it stands where less than a first and a
    family name would be left: « Mme Nom », « NOM, Prénom ».
    """
    text = unicodedata.normalize("NFC", name).translate(_SPACES).strip()
    alone = _TAIL.split(_CIVILITY.sub("", text), maxsplit=1)[0].strip()
    return alone if len(alone.split()) > 1 else text


def has_function(name: str) -> bool:
    """Whether a function stands behind the name."""
    return _TAIL.search(name.translate(_SPACES)) is not None


def as_seen(name: str) -> str:
    """The name alone as it is told apart by eye: kinds of spaces and Unicode forms make no
    difference, nor does the capital that a role begins a line with.
    """
    text = bare(name)
    return text if is_person(text) else text[:1].upper() + text[1:]


def is_person(name: str) -> bool:
    """Whether it has the form of somebody's name: two words at least, in capitals, no role."""
    words = [word for word in re.split(r"[\s\u2019']+", bare(name)) if word]
    if len(words) < 2 or words[0].casefold() in _ROLES:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES for word in words)


def are_near(one: str, other: str) -> bool:
    """Whether two people's names differ so little that one person may be meant: in a single word,
    which sounds alike or, in a family name, has one letter that differs. Brothers and sisters have
    first names of their own, however near: « Léo » and « Léa ».
    """
    if not (is_person(one) and is_person(other)):
        return False
    words, others = _letters(bare(one)), _letters(bare(other))
    if len(words) != len(others):
        return False
    pairs = list(zip(words, others, strict=True))
    apart = [place for place, (first, second) in enumerate(pairs) if first != second]
    if len(apart) != 1:
        return False
    first, second = pairs[apart[0]]
    if not (first.isalpha() and second.isalpha()):
        return False
    family = apart[0] == len(pairs) - 1
    return _sounding(first) == _sounding(second) or (family and _is_slip(first, second))


def _letters(name: str) -> list[str]:
    """Of each word; figures are letters here, they tell one « Équipe 1 » from another."""
    parts = _PARTED.split(name)
    return [letters_of(part) + "".join(filter(str.isdigit, part)) for part in parts]


def _sounding(word: str) -> str:
    for letters, instead in _SOUND_ALIKE:
        word = word.replace(letters, instead)
    return word[:1] + "".join(second for first, second in pairwise(word) if first != second)


def _is_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or short[0] != long[0]:
        return False
    if long[:-1] == short and long.endswith(_ENDINGS):
        return False
    return OSA.distance(short, long) == 1
