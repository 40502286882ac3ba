"""Identifiers of the register: what may be one, what looks like a person's name, what is free."""

from __future__ import annotations

import re
from typing import Any

from ceremonie.storyboard.query import EACH, find

_WORD = r"[^\W\d_]+[.’']?"
_SEVERAL_WORDS = re.compile(rf"{_WORD}(?:[ \u00a0\u202f_-]+{_WORD})+")
_ONE_CAPITALISED = re.compile(r"[^\W\d_][^\W\d_]{2,}")
_NUMBERED = re.compile(r"(?P<letters>[A-Za-z]*)(?P<number>\d{1,6})")

FIRST = "P001"


def looks_like_a_name(text: str) -> bool:
    """« Léa Martin », « MARTIN », « Léa »: words without a number, of which one is capitalised. An
    identifier has a number (P012), or is written small (eleve-a).
    """
    text = text.strip()
    if _SEVERAL_WORDS.fullmatch(text):
        spaced = any(c.isspace() for c in text)
        return spaced or sum(part[:1].isupper() for part in re.split(r"[_-]+", text)) > 1
    return _ONE_CAPITALISED.fullmatch(text) is not None and text[0].isupper()


def free(data: Any) -> str:
    """An identifier that nobody in the register has, written as the others are: P013 after P012."""
    used = [
        hit
        for _, person in find(data, "droits", EACH, "personne")
        if (hit := _NUMBERED.fullmatch(str(person).strip()))
    ]
    if not used:
        return FIRST
    last = max(used, key=lambda hit: int(hit["number"]))
    return f"{last['letters']}{int(last['number']) + 1:0{len(last['number'])}}"
