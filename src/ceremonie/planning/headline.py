"""How a title is parted: which of its words are shown large, which lead in to them.

A title is read in phrases, each begun by small words (« Journées départementales / de l'égalité /
des chances »). The last ones that are short enough are the giants; a long one gives its last words.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from ceremonie.planning.content import Giant

LANES = 3
"""Giants at most."""

LANE_SIGNS = 16
"""Signs of a giant at most, so that it is set at twice the size of a headline's floor and more."""

_ELISION = re.compile(r"[cdjlmnst]’|qu’", re.IGNORECASE)
_ENDS_A_PHRASE = re.compile(r"[,;:.!?…–—]$")
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True)
class _Unit:
    """A word with the small ones before it; `opens` where a phrase begins with it."""

    small: tuple[str, ...]
    word: str
    opens: bool


def headline(title: str, small_words: Set[str]) -> tuple[str, tuple[Giant, ...]]:
    """What leads in, and one to three giants: no small word is one, or stands alone."""
    phrases = _phrases(_units(_tokens(title), small_words))
    giants: list[Giant] = []
    while phrases and len(giants) < LANES:
        phrase = phrases.pop()
        whole = _giant(phrase)
        if len(whole.text) <= LANE_SIGNS and (giants or phrases):
            giants.insert(0, whole)
            continue
        if len(giants) < LANES - 1:
            most = LANES - len(giants)
            giants[:0] = [_giant((unit,)) for unit in phrase[-most:]]
            phrase = phrase[:-most]
        phrases.append(phrase)
        break
    lead_in = " ".join(_giant(phrase).text for phrase in phrases if phrase)
    return lead_in, tuple(giants)


def _tokens(title: str) -> list[str]:
    """Its words; a dash or another sign that stands alone goes with the word before it."""
    tokens: list[str] = []
    for token in title.split():
        if tokens and _NO_WORD.fullmatch(token):
            tokens[-1] += f" {token}"
        else:
            tokens.append(token)
    return tokens


def _units(tokens: list[str], small_words: Set[str]) -> list[_Unit]:
    units: list[_Unit] = []
    small: tuple[str, ...] = ()
    for token in tokens:
        if token.split()[0].casefold() in small_words:
            small = (*small, token)
            continue
        ended = not units or bool(_ENDS_A_PHRASE.search(units[-1].word))
        opens = bool(small) or ended or bool(_ELISION.match(token))
        units.append(_Unit(small, token, opens))
        small = ()
    return _closed(units, " ".join(small))


def _closed(units: list[_Unit], rest: str) -> list[_Unit]:
    """Small words that nothing follows belong to what is before them, or are all there is."""
    if not rest:
        return units
    if not units:
        return [_Unit((), rest, True)]
    last = units[-1]
    return [*units[:-1], _Unit(last.small, f"{last.word} {rest}", last.opens)]


def _phrases(units: list[_Unit]) -> list[tuple[_Unit, ...]]:
    phrases: list[tuple[_Unit, ...]] = []
    for unit in units:
        if unit.opens or not phrases:
            phrases.append((unit,))
        else:
            phrases[-1] = (*phrases[-1], unit)
    return phrases


def _giant(phrase: tuple[_Unit, ...]) -> Giant:
    first = phrase[0]
    return Giant(" ".join(first.small), " ".join(unit.word for unit in phrase))
