"""The register of consents and the withdrawals, from the raw tree: read even where other parts of
it, or of the storyboard, are faulty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.publication import PublicationTerms
from ceremonie.storyboard.query import EACH, day, find, texts
from ceremonie.storyboard.values import is_no, is_yes

RIGHTS, WITHDRAWALS = "droits", ("publication", "retraits")


@dataclass(frozen=True)
class Agreement:
    """A line of the register; `path` leads to it. None where a day cannot be read."""

    path: NodePath
    entry: Mapping[str, Any]

    @property
    def minor(self) -> bool:
        return is_yes(self.entry.get("mineur"))

    @property
    def names_shown(self) -> bool:
        return is_yes(self.entry.get("nom"))

    @property
    def voice_heard(self) -> bool:
        return is_yes(self.entry.get("voix"))

    @property
    def signatories(self) -> tuple[str, ...]:
        return tuple(text for _, text in texts(self.entry, "signataires", EACH))

    @property
    def scopes(self) -> frozenset[str]:
        return frozenset(text for _, text in texts(self.entry, "portees", EACH))

    @property
    def start(self) -> dt.date | None:
        return day(self.entry, "debut")

    @property
    def end(self) -> dt.date | None:
        return day(self.entry, "fin")


@dataclass(frozen=True)
class Withdrawn:
    """When somebody took an agreement back (None where the day cannot be read), and where it is
    written.
    """

    day: dt.date | None
    path: NodePath


@dataclass(frozen=True)
class Register:
    """`agreements` and `withdrawn` by identifier; not `whole` where lines could not be read, so
    that somebody may be in it who was not found. `parents` sign for a minor, and the `child` too.
    """

    agreements: Mapping[str, Agreement]
    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)
    whole: bool = True
    parents: int = 2
    child: bool = True

    @cached_property
    def strangers(self) -> tuple[tuple[str, Withdrawn], ...]:
        """Withdrawals of people who have no line."""
        return tuple(one for one in self.withdrawn.items() if one[0] not in self.agreements)


def register(data: Any, *, whole: bool = True) -> Register:
    """Of two lines for one person the first counts: that there are two is told elsewhere."""
    agreements: dict[str, Agreement] = {}
    for path, entry in find(data, RIGHTS, EACH):
        if isinstance(entry, dict) and (name := identifier(entry.get("personne"))):
            agreements.setdefault(name, Agreement(path, entry))
    parents, child = _demands(data)
    return Register(agreements, dict(_withdrawn(data, agreements)), whole, parents, child)


def identifier(value: Any) -> str:
    """Empty where there is none that can be read; people may be known by numbers."""
    readable = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if readable else ""


def _withdrawn(data: Any, agreements: Mapping[str, Agreement]) -> Iterator[tuple[str, Withdrawn]]:
    """A line's own `retrait` comes last, so that it is the one that is told."""
    for path, entry in find(data, *WITHDRAWALS, EACH):
        if isinstance(entry, dict) and (name := identifier(entry.get("personne"))):
            yield name, Withdrawn(day(entry, "date"), (*path, "personne"))
    for name, agreement in agreements.items():
        if agreement.entry.get("retrait") is not None:
            yield name, Withdrawn(day(agreement.entry, "retrait"), agreement.path)


def _demands(data: Any) -> tuple[int, bool]:
    """How many parents sign, and whether the child does."""
    usual = PublicationTerms()
    entry = next((one for _, one in find(data, "publication")), None)
    entry = entry if isinstance(entry, dict) else {}
    fewer = identifier(entry.get("parents")) == "1"
    return 1 if fewer else usual.parents, usual.child and not is_no(entry.get("enfant"))
