"""A person in what was made, by identifier and never by name, and how the manifest tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ceremonie.units import FrameSpan, seconds


class How(StrEnum):
    """The ways to appear; `QUOTED` without one's name."""

    SEEN = "vu"
    HEARD = "entendu"
    NAMED = "nommé"
    QUOTED = "cité"


@dataclass(frozen=True)
class Source:
    """A file that an edition was made from: its SHA-256, and its name beside the storyboard."""

    digest: str
    name: str


@dataclass(frozen=True)
class Spot:
    """Where in a file: in what `part` of the ceremony, on which slide (from 1), over which frames
    of the film.
    """

    part: str
    slide: int | None = None
    span: FrameSpan | None = None


@dataclass(frozen=True)
class Sight:
    """Who appears, how, and in which medium, where it is one."""

    person: str
    how: How
    source: Source | None = None
    blurred: bool = False


@dataclass(frozen=True)
class Appearance:
    """`file` is named from the edition's folder."""

    audience: str
    file: str
    spot: Spot
    sight: Sight

    @property
    def as_json(self) -> dict[str, Any]:
        """Times are seconds of the film; what does not apply is left out."""
        spot, sight = self.spot, self.sight
        told: dict[str, Any] = {AUDIENCE: self.audience, FILE: self.file, HOW: sight.how}
        told |= {"partie": spot.part, SLIDE: spot.slide}
        if spot.span:
            told |= {START: _second(spot.span.start), STOP: _second(spot.span.stop)}
        if sight.source:
            told[SOURCE] = {"sha256": sight.source.digest, NAME: sight.source.name}
        told[BLURRED] = sight.blurred or None
        return {key: value for key, value in told.items() if value is not None}


BLURRED, FILE, SLIDE, START, STOP = "floute", "fichier", "diapositive", "de", "a"
AUDIENCE, HOW, SOURCE, NAME = "public", "comment", "source", "chemin"
"""The keys under which the manifest tells it."""


def is_open(appearance: Mapping[str, Any]) -> bool:
    """Whether a person can be recognised there: neither blurred nor quoted without a name."""
    return not appearance.get(BLURRED) and appearance.get(HOW) != How.QUOTED


def _second(frame: int) -> float:
    return float(seconds(frame))


People = Mapping[str, list[dict[str, Any]]]
"""As the manifest has it: by identifier, all that `Appearance.as_json` tells."""


def by_person(every: Iterable[Appearance]) -> dict[str, list[dict[str, Any]]]:
    """As the manifest has it: each once, in the order of files, slides and time."""
    told: dict[str, list[dict[str, Any]]] = {}
    for one in sorted(dict.fromkeys(every), key=_order):
        told.setdefault(one.sight.person, []).append(one.as_json)
    return told


def _order(one: Appearance) -> tuple[object, ...]:
    spot, sight = one.spot, one.sight
    span = spot.span or FrameSpan(0, 0)
    return (
        *(sight.person, one.file, spot.slide or 0, span.start, span.stop),
        *(sight.how, str(sight.source), sight.blurred, one.audience),
    )


def carried(people: People, names: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """What a former manifest tells of the files that came along from its edition."""
    kept = {person: [one for one in all_ if one[FILE] in names] for person, all_ in people.items()}
    return {person: some for person, some in kept.items() if some}


def embedded(
    people: People, film: str, deck: str, slides: Collection[int]
) -> dict[str, list[dict[str, Any]]]:
    """The same, where slides of a deck hold a film, and with it all who appear in that."""
    return {
        person: [
            *some,
            *({**one, FILE: deck, SLIDE: s} for s in slides for one in some if one[FILE] == film),
        ]
        for person, some in people.items()
    }
