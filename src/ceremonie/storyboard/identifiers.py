"""Identifiers of the register: what may be one, what looks like a person's name, what is free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.query import EACH, find
from ceremonie.text import quotable

_WORD = r"[^\W\d_]+[.’']?"
_SEVERAL_WORDS = re.compile(rf"{_WORD}(?:[ \u00a0\u202f_-]+{_WORD})+")
_ONE_CAPITALISED = re.compile(r"[^\W\d_][^\W\d_]{2,}")
_NUMBERED = re.compile(r"(?P<letters>[A-Za-z]*)(?P<number>\d{1,6})")

FIRST = "P001"

_NAMING, _LISTING = ("personne", "qui"), ("personnes", "voix")
"""The keys that hold the identifier of a person, and those that hold several."""


def looks_like_a_name(text: str) -> bool:
    """« Léa Martin », « MARTIN », « Léa »: words without a number, of which one is capitalised. An
    identifier has a number (P012), or is written small (eleve-a).
    """
    text = text.strip()
    if _SEVERAL_WORDS.fullmatch(text):
        spaced = any(c.isspace() for c in text)
        return spaced or sum(part[:1].isupper() for part in re.split(r"[_-]+", text)) > 1
    return _ONE_CAPITALISED.fullmatch(text) is not None and text[0].isupper()


def written(data: Any) -> Iterator[tuple[NodePath, str]]:
    """Every identifier of a person, wherever a storyboard and its register name one."""
    for path, entry in _mappings(data):
        for key in _NAMING:
            if isinstance(entry.get(key), str | int | float):
                yield from _text((*path, key), entry[key])
        for key in _LISTING:
            if isinstance(entry.get(key), list):
                for number, one in enumerate(entry[key]):
                    yield from _text((*path, key, number), one)


def _mappings(value: Any, path: NodePath = ()) -> Iterator[tuple[NodePath, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _mappings(inner, (*path, step))


def _text(path: NodePath, value: Any) -> Iterator[tuple[NodePath, str]]:
    if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
        yield path, str(value).strip()


HIDDEN = "…"
"""What stands for an identifier that looks like a name."""


def shown(person: str) -> str:
    """An identifier as messages have it; one that may be a name is kept from them."""
    return HIDDEN if looks_like_a_name(person) else quotable(person)


def free(data: Any, others: Iterable[str] = ()) -> str:
    """An identifier that nobody has, in the register or elsewhere (`others`), written as those of
    the register are: P013 after P012.
    """
    used = list(_numbered(person for _, person in find(data, "droits", EACH, "personne")))
    if not used:
        return FIRST
    letters, digits, _ = max(used, key=lambda one: one[2])
    everywhere = (person for _, person in written(data))
    numbers = [number for *_, number in _numbered((*everywhere, *others))]
    return f"{letters}{max(numbers) + 1:0{digits}}"


def _numbered(people: Iterable[Any]) -> Iterator[tuple[str, int, int]]:
    """Letters, how many digits, and the number, of those that are written so."""
    for person in people:
        if hit := _NUMBERED.fullmatch(str(person).strip()):
            yield hit["letters"], len(hit["number"]), int(hit["number"])
