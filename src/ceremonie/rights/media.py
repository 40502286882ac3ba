"""Every medium and who is seen and heard in it: what an audience is given of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.rights.policy import Policy
from ceremonie.rights.register import identifier
from ceremonie.rights.verdict import Court, Verdict
from ceremonie.storyboard.media import is_clip, waits
from ceremonie.storyboard.publication import Otherwise
from ceremonie.storyboard.query import EACH, find, mappings_with

FILE, CODE, SUBSTITUTE = "fichier", "code", "remplacement"
_NAMING = (FILE, CODE)
"""The keys that name something to be shown."""

CROWD = "foule"
"""Said of people whom nobody could recognise; their voices may be."""

_NOBODY = {"logo", "marque", "musique", "carte"}
"""Media in which nobody can be recognised."""

Placed = tuple[NodePath, Verdict]
"""Somebody, and where the storyboard says that they are there."""


@dataclass(frozen=True)
class Medium:
    """An entry that shows something; `key` names what."""

    path: NodePath
    entry: Mapping[str, Any]
    key: str

    @property
    def said(self) -> bool:
        """Whether it is written who is seen."""
        return self.entry.get("personnes") is not None

    @property
    def voices_unsaid(self) -> bool:
        """Whether anybody of a crowd may be heard: of people who are named, all are."""
        crowd = self.entry.get("personnes") == CROWD
        return crowd and self.moving and not self.silent and self.entry.get("voix") is None

    @property
    def moving(self) -> bool:
        return self.key == FILE and is_clip(str(self.entry[FILE]))

    @property
    def silent(self) -> bool:
        """Whether it is asked for without its sound."""
        return bool(self.entry.get("son") == "coupé")

    @property
    def worded(self) -> bool:
        """Whether its words can be read, too."""
        return self.entry.get("sous_titres") is not None

    @property
    def substitute(self) -> Medium | None:
        other = self.entry.get(SUBSTITUTE)
        named = isinstance(other, dict) and other.get(FILE) is not None
        return Medium((*self.path, SUBSTITUTE), other, FILE) if named and other else None

    def seen(self) -> Iterator[tuple[NodePath, str]]:
        """Who can be recognised: a face that has a box is one of them."""
        yield from self._people("personnes", EACH)
        yield from self.boxed()

    def boxed(self) -> Iterator[tuple[NodePath, str]]:
        """Who is seen in a box."""
        yield from self._people("flous", EACH, "personne")

    def heard(self) -> Iterator[tuple[NodePath, str]]:
        """Whose voice can be heard: where it is not written, of all who are seen."""
        if not self.moving:
            return
        yield from self.seen() if self.entry.get("voix") is None else self._people("voix", EACH)

    def _people(self, *pattern: str | None) -> Iterator[tuple[NodePath, str]]:
        for step, value in find(self.entry, *pattern):
            if person := identifier(value):
                yield (*self.path, *step), person


@dataclass(frozen=True)
class Judged:
    """What an audience is given of a medium. `unseen` and `unheard` are the people who keep it from
    being given as it is; `done` is what is done for the unseen (None where everybody may be seen),
    and `muted` says that the sound is taken away. `substitute` is what is shown in its place, and
    `hidden` who keep it from that.
    """

    medium: Medium
    done: Otherwise | None = None
    unseen: tuple[Placed, ...] = ()
    unheard: tuple[Placed, ...] = ()
    muted: bool = False
    refused: bool = False
    substitute: Medium | None = None
    hidden: tuple[Placed, ...] = ()

    @property
    def path(self) -> NodePath:
        return self.medium.path

    @property
    def wordless(self) -> bool:
        """Whether somebody who is not covered at all would be quoted by the subtitles."""
        return any(not verdict.covered for _, verdict in self.unheard)

    @property
    def gone(self) -> bool:
        return self.done is Otherwise.REMOVE or (self.refused and bool(self.unseen))

    @property
    def muffled(self) -> bool:
        """Whether something that would be heard is not."""
        return self.muted and (not self.medium.silent or self.medium.worded)

    @property
    def whole(self) -> bool:
        """Whether all of the picture is blurred: somebody's face has no box."""
        boxed = {person for _, person in self.medium.boxed()}
        return any(verdict.person not in boxed for _, verdict in self.unseen)


def mediums(data: Any) -> Iterator[Medium]:
    """In the order of the text; of what stands in for another only where it does is judged."""
    for key in _NAMING:
        for path, entry in mappings_with(data, key):
            if not path or path[-1] == SUBSTITUTE or waits(path):
                continue
            if path[-1] not in _NOBODY and path[0] not in _NOBODY:
                yield Medium(path, entry, key)


def judged(medium: Medium, court: Court, policy: Policy) -> Judged:
    """The one place where it is decided what is done with a medium."""
    unseen = _lacking(medium.seen(), court, "lacks")
    unheard = _lacking(medium.heard(), court, "unheard")
    wanted = policy.of(medium.entry)
    if not unseen and not unheard:
        return Judged(medium)
    one = Judged(medium, unseen=unseen, unheard=unheard)
    if wanted is Otherwise.REFUSE:
        loud = bool(unheard) and not medium.silent
        return replace(one, muted=bool(unheard), refused=bool(unseen) or loud)
    if wanted is Otherwise.REPLACE:
        return _replaced(one, court)
    if not unseen:
        return replace(one, muted=True)
    blurred = wanted is Otherwise.BLUR and medium.key == FILE
    done = Otherwise.BLUR if blurred else Otherwise.REMOVE
    return replace(one, done=done, muted=bool(unheard))


def _replaced(one: Judged, court: Court) -> Judged:
    """By an image that may be shown; without one it is left out, or keeps its picture without its
    sound.
    """
    other = one.medium.substitute
    hidden = _hidden(other, court) if other else ()
    if other and not hidden:
        return replace(one, done=Otherwise.REPLACE, substitute=other)
    if not one.unseen:
        return replace(one, muted=True)
    return replace(one, done=Otherwise.REMOVE, hidden=hidden, muted=True)


def _hidden(other: Medium, court: Court) -> tuple[Placed, ...]:
    seen, heard = _lacking(other.seen(), court, "lacks"), _lacking(other.heard(), court, "unheard")
    return (*seen, *heard)


def _lacking(people: Iterator[tuple[NodePath, str]], court: Court, what: str) -> tuple[Placed, ...]:
    """Those whom something keeps from it, each once."""
    once: dict[str, Placed] = {}
    for path, person in people:
        verdict = court.verdict(person)
        if getattr(verdict, what):
            once.setdefault(person, (path, verdict))
    return tuple(once.values())
