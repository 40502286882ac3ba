"""What makes an entry of a list itself, so that a row of a sheet is known to mean it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ceremonie.text import plain

BEGINNING = 16
"""Letters of a quote by which it is known: some four words; what comes later may be corrected."""

_BEGINNINGS = {"citation": BEGINNING}


@dataclass(frozen=True)
class Identity:
    """Two entries are the same where all texts of `same` are, without accents, case and spaces. Of
    several that are, the texts of `apart` tell which one is meant; two that differ in one of
    `always` are never the same. `near` says whether a name that is almost the same is worth a
    question.
    """

    same: tuple[str, ...]
    apart: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    near: bool = True

    def key(self, data: Mapping[str, Any]) -> tuple[str, ...] | None:
        """None where something of it is missing."""
        words = tuple(said(data, key)[: _BEGINNINGS.get(key)] for key in self.same)
        return words if all(words) else None

    def likeness(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> int | None:
        """How many of the texts that tell them apart are the same; None where one contradicts."""
        pairs = [(said(one, key), said(other, key)) for key in self.apart]
        if any(a and b and a != b for a, b in pairs):
            return None
        return sum(1 for a, b in pairs if a and a == b)

    def parts(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        """Whether they are two, however alike: « Vitry » and « Vitry-sur-Seine » may be one town,
        « Créteil » is another.
        """
        pairs = ((said(one, key), said(other, key)) for key in self.always)
        return any(not a.startswith(b) and not b.startswith(a) for a, b in pairs)

    def tells(self, key: str) -> bool:
        """Whether a key is one of those by which entries are known: how it is spelt counts less."""
        return key in {*self.same, *self.apart}

    def name(self, data: Mapping[str, Any]) -> str:
        """How a message calls it."""
        return str(data.get(self.same[-1]) or data.get(self.same[0]) or "")

    def long_name(self, data: Mapping[str, Any]) -> str:
        """How a message calls it beside one of the same name: « Boxe, Créteil »."""
        return ", ".join((self.name(data), *(str(data[k]) for k in self.always if data.get(k))))


def said(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return bare(value) if isinstance(value, str | int | float) else ""


@lru_cache(maxsize=8192, typed=True)
def bare(value: str | float) -> str:
    """Without accents, case and spaces; signs alone stay."""
    return plain(str(value)) or "".join(str(value).split())


IDENTITIES = {
    "ateliers": Identity(("titre",), ("commune", "lieu", "participants"), ("commune",)),
    "temoignages": Identity(("auteur", "citation"), ("citation",)),
    "athletes": Identity(("nom",), ("discipline", "club")),
    "discours": Identity(("orateur",), ("fonction", "resume")),
    "prix": Identity(("titre",), ("laureat",)),
    "partenaires": Identity(("nom",)),
    "droits": Identity(("personne",), near=False),
}
"""By the key of the list. A near identifier of the register is another person's: never a question.
"""
