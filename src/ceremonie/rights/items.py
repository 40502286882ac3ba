"""Who speaks, is honoured or receives a prize: what an audience is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.messages.rights import ROLES
from ceremonie.rights.policy import Policy
from ceremonie.rights.register import identifier
from ceremonie.rights.verdict import Court, Verdict
from ceremonie.storyboard.publication import Otherwise
from ceremonie.storyboard.query import EACH, find

NAMES = {
    "ouverture": "orateur",
    "discours": "orateur",
    "temoignages": "auteur",
    "athletes": "nom",
    "prix": "laureat",
}
"""The parts that may say `qui`, and the key that holds the person's name."""

WHO, NAMELESS, POSITION = "qui", "sans_nom", "fonction"


class Done(Enum):
    REFUSED = auto()
    REMOVED = auto()
    NAMELESS = auto()


@dataclass(frozen=True)
class Told:
    """What is done with an item whose person may not be named: `words` then stand for the name."""

    path: NodePath
    verdict: Verdict
    done: Done
    words: str = ""

    @property
    def name(self) -> NodePath:
        """Where the name stands."""
        return (*self.path, NAMES[str(self.path[0])])

    @property
    def who(self) -> NodePath:
        return (*self.path, WHO)


def told(data: Any, court: Court, policy: Policy) -> Iterator[Told]:
    """Of every item that says who it is about, those that cannot be told as they are."""
    for path, entry, person in people(data):
        verdict = court.verdict(person)
        if not verdict.unnamed:
            continue
        done = _done(verdict, policy.usual)
        yield Told(path, verdict, done, _words(str(path[0]), entry))


def people(data: Any) -> Iterator[tuple[NodePath, Mapping[str, Any], str]]:
    """Every item that says who it is about: where it stands, what it says, and the identifier."""
    for part in NAMES:
        for path, entry in (*find(data, part), *find(data, part, EACH)):
            if isinstance(entry, dict) and (person := identifier(entry.get(WHO))):
                yield path, entry, person


def _done(verdict: Verdict, usual: Otherwise) -> Done:
    if usual is Otherwise.REFUSE:
        return Done.REFUSED
    gone = usual is Otherwise.REMOVE and not verdict.covered
    return Done.REMOVED if gone else Done.NAMELESS


def _words(part: str, entry: Mapping[str, Any]) -> str:
    written = (identifier(entry.get(key)) for key in (NAMELESS, POSITION))
    return next(filter(None, written), ROLES[part])
