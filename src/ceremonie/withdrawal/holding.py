"""What holds an edition, and where a person is in it, by its manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.edition import manifest
from ceremonie.edition.appearance import FILE, is_open
from ceremonie.edition.outputs import DECK, FILMS
from ceremonie.formats import Shape


class Kind(StrEnum):
    """What it is, as it is told; of these, what is sealed or elsewhere is never altered."""

    EDITION = "édition"
    REMAINS = "reste d'une production"
    FORMER = "ancienne édition"
    COPY = "copie"
    STICK = "clé pour la salle"
    BAG = "paquet scellé"
    ARCHIVE = "archive"


OURS = {Kind.EDITION, Kind.REMAINS, Kind.FORMER}


@dataclass(frozen=True, eq=False)
class Holding:
    """A folder or an archive with an edition in it. `facts` is what its manifest tells, empty where
    none can be read; `others` are files in it that the manifest does not know.
    """

    path: Path
    kind: Kind
    facts: Mapping[str, Any]
    others: tuple[str, ...] = ()

    @property
    def edition(self) -> str:
        return str(self.facts.get(manifest.EDITION, ""))

    @property
    def is_known(self) -> bool:
        """Whether its manifest tells who appears where."""
        return isinstance(self.facts.get(manifest.PEOPLE), dict)

    @property
    def is_published(self) -> bool:
        """Whether it is what left the house, whose manifest tells of nobody."""
        return manifest.PUBLIC in self.facts

    @property
    def made_from(self) -> frozenset[str]:
        """The digests of what its manifest says that it was made from."""
        entered = self.facts.get(manifest.INPUTS)
        named = entered.values() if isinstance(entered, dict) else ()
        listed = self.facts.get(manifest.SOURCES)
        return frozenset(map(str, (*named, *(listed if isinstance(listed, list) else ()))))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Files in which anybody may appear."""
        return tuple(map(str, self.facts.get(manifest.UNKNOWN, ())))

    def of(self, person: str) -> tuple[Mapping[str, Any], ...]:
        """Where a person appears, as the manifest tells it."""
        people = self.facts.get(manifest.PEOPLE)
        told = people.get(person, ()) if isinstance(people, dict) else ()
        return tuple(one for one in told if isinstance(one, dict))

    def shows(self, person: str) -> bool:
        """Whether they can be recognised in it."""
        return any(map(is_open, self.of(person)))

    def may_show(self, person: str) -> bool:
        """The same, or that it cannot be known."""
        return not self.is_known or bool(self.unknown) or self.shows(person)


@dataclass(frozen=True)
class Making:
    """How an edition is made again as it was."""

    audiences: tuple[Audience, ...]
    shapes: tuple[Shape, ...]
    draft: bool
    only: str | None


def making(holding: Holding) -> Making:
    """For the audiences of which something is there, with the options that were asked for last; of
    the hall's, the parts that are there.
    """
    told = holding.facts.get(manifest.ORDER)
    asked: Mapping[str, Any] = told if isinstance(told, dict) else {}
    outputs = holding.facts.get(manifest.OUTPUTS)
    names = tuple(outputs) if isinstance(outputs, dict) else ()
    has_film, has_deck = bool({*names} & {*FILMS.values()}), DECK in names
    only = None if has_film == has_deck else "film" if has_film else "diaporama"
    return Making(
        tuple(one for one in Audience if _is_served(one, names)) or (Audience.HALL,),
        tuple(Shape(one) for one in asked.get("formats", ()) if one in tuple(Shape)),
        _is_draft(holding.facts, asked),
        only,
    )


def _is_served(audience: Audience, names: tuple[str, ...]) -> bool:
    if audience.is_hall:
        return DECK in names or any(film in names for film in FILMS.values())
    return any(name.startswith(f"{audience.folder}/") for name in names)


def _is_draft(facts: Mapping[str, Any], asked: Mapping[str, Any]) -> bool:
    """Where one film is no draft, all are made well."""
    films = facts.get(manifest.FILM_FACTS)
    drafts = [one.get("brouillon") for one in films.values()] if isinstance(films, dict) else []
    return all(drafts) if drafts else bool(asked.get("brouillon"))


def file_of(appearance: Mapping[str, Any]) -> str:
    return str(appearance.get(FILE, ""))
