"""Who is missing what, for which audience, and where they are seen, heard or named.

`rights` judges; here its verdicts are gathered person by person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, NodePath, Place, errors, in_order
from ceremonie.rights import items, media
from ceremonie.rights.occasion import KEY as PUBLICATION
from ceremonie.rights.occasion import Occasion, occasion
from ceremonie.rights.occasion import faults as days_wrong
from ceremonie.rights.register import RIGHTS, Agreement, Register, register
from ceremonie.rights.verdict import Court, Lack
from ceremonie.storyboard import Reading
from ceremonie.storyboard.query import day, find


class Way(StrEnum):
    """How somebody is there."""

    SEEN = "vue"
    HEARD = "entendue"
    NAMED = "nommée"


@dataclass(frozen=True)
class Appearance:
    """Where somebody is: `medium` is the file, empty where a text names them; `words` describe it
    for people who do not know files.
    """

    way: Way
    path: NodePath
    place: Place
    medium: str
    words: str

    def as_json(self) -> dict[str, Any]:
        return {
            "maniere": str(self.way),
            "fichier": self.place.file,
            "ligne": self.place.line,
            "case": self.place.cell or None,
            "media": self.medium or None,
            "texte": self.words or None,
        }


@dataclass(frozen=True)
class Person:
    """`lacks` are what is missing, in words, for each audience for which something is; `expires`
    says that the agreement ends before the day that was asked about.
    """

    identifier: str
    agreement: Agreement | None
    appearances: tuple[Appearance, ...] = ()
    lacks: Mapping[Audience, tuple[str, ...]] = field(default_factory=dict)
    expires: bool = False

    @property
    def minor(self) -> bool:
        return self.agreement is not None and self.agreement.minor

    @property
    def end(self) -> dt.date | None:
        return self.agreement.end if self.agreement else None

    def as_json(self) -> dict[str, Any]:
        return {
            "personne": self.identifier,
            "mineur": self.minor if self.agreement else None,
            "manque": {str(audience): list(why) for audience, why in self.lacks.items()},
            "fin": self.end and str(self.end),
            "expire": self.expires,
            "ou": [one.as_json() for one in self.appearances],
        }

    @property
    def asked(self) -> bool:
        """Whether a paper is to be signed: those who took an agreement back are not asked again."""
        return bool(self.lacks) or self.expires


@dataclass(frozen=True)
class Collection:
    """Everybody who is seen, heard or named, and those of the register who are not; `unsaid` are
    media that do not say who is seen. `diagnostics` are what is wrong with the register, with the
    key to names and with the days of the publication.
    """

    reading: Reading
    occasions: tuple[Occasion, ...]
    people: tuple[Person, ...]
    withdrawn: frozenset[str]
    unsaid: int = 0
    before: dt.date | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def audiences(self) -> tuple[Audience, ...]:
        return tuple(one.audience for one in self.occasions)

    @property
    def missing(self) -> tuple[Person, ...]:
        return tuple(one for one in self.people if one.lacks)

    @property
    def expiring(self) -> tuple[Person, ...]:
        return tuple(one for one in self.people if one.expires)

    @property
    def asked(self) -> tuple[Person, ...]:
        """Whose agreement is to be asked for."""
        return tuple(p for p in self.people if p.asked and p.identifier not in self.withdrawn)

    def as_json(self) -> dict[str, Any]:
        return {
            "publics": [str(one) for one in self.audiences],
            "avant": self.before and str(self.before),
            "personnes": [one.as_json() for one in self.people if one.appearances],
            "a_demander": [one.identifier for one in self.asked],
            "retires": sorted(self.withdrawn),
            "medias_sans_personnes": self.unsaid,
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }

    @property
    def well(self) -> tuple[Person, ...]:
        return tuple(p for p in self.people if p.appearances and not p.asked)


def usual(data: Any) -> tuple[Audience, ...]:
    """For whom agreements are asked where nobody says it: the hall, and the web where the
    publication has its days.
    """
    published = day(data, "publication", "debut") and day(data, "publication", "fin")
    return (Audience.HALL, Audience.WEB) if published else (Audience.HALL,)


def collection(
    reading: Reading, audiences: Sequence[Audience], before: dt.date | None = None
) -> Collection:
    """What is missing for these audiences, and what ends `before` a day."""
    data = reading.source.data
    entered = register(data, whole=not reading.source.unread((RIGHTS,)))
    occasions = tuple(occasion(data, audience) for audience in audiences or usual(data))
    courts = [Court(entered, one) for one in occasions]
    where: dict[str, list[Appearance]] = {person: [] for person in entered.agreements}
    for person, appearance in _appearances(reading):
        where.setdefault(person, []).append(appearance)
    people = tuple(
        _person(one, where[one], entered, courts, before) for one in sorted(where, key=_in_order)
    )
    return Collection(
        reading,
        occasions,
        people,
        frozenset(entered.withdrawn),
        sum(not medium.said for medium in media.mediums(data)),
        before,
        _wrong(reading, occasions),
    )


def _wrong(reading: Reading, occasions: Iterable[Occasion]) -> tuple[Diagnostic, ...]:
    """Of what is wrong with the storyboard, what concerns agreements."""
    faults = (one for each in occasions for one in days_wrong(reading.source, each.audience))
    own = [one for one in errors(reading.diagnostics) if _concerns(one, reading)]
    return in_order(dict.fromkeys((*own, *reading.source.located(faults))))


def _concerns(diagnostic: Diagnostic, reading: Reading) -> bool:
    named = diagnostic.path and diagnostic.path[0] in {RIGHTS, PUBLICATION}
    return bool(named or (diagnostic.place and diagnostic.place.file != str(reading.path)))


def _in_order(identifier: str) -> tuple[int, str]:
    return len(identifier), identifier


def _person(
    identifier: str,
    where: Sequence[Appearance],
    entered: Register,
    courts: Iterable[Court],
    before: dt.date | None,
) -> Person:
    agreement = entered.agreements.get(identifier)
    lacks = {
        court.occasion.audience: why
        for court in courts
        if where and (why := tuple(_lacks(identifier, where, court)))
    }
    end = agreement.end if agreement and identifier not in entered.withdrawn else None
    expires = bool(where and before and end and end < before)
    return Person(identifier, agreement, tuple(where), lacks, expires)


def _lacks(identifier: str, where: Sequence[Appearance], court: Court) -> Iterator[str]:
    """What is missing for the ways in which somebody is there, each once."""
    verdict = court.verdict(identifier)
    if not verdict.judged:
        return
    ways = {one.way for one in where}
    lacks: dict[str, Lack] = {}
    for way, own in (
        (Way.SEEN, verdict.lacks),
        (Way.HEARD, verdict.unheard),
        (Way.NAMED, verdict.unnamed),
    ):
        if way in ways:
            lacks |= {lack.slug: lack for lack in own}
    yield from (lack.why for lack in lacks.values())


def _appearances(reading: Reading) -> Iterator[tuple[str, Appearance]]:
    """In the order of the text."""
    data, source = reading.source.data, reading.source
    for medium in media.mediums(data):
        said = _described(data, medium.path, medium.entry)
        name = str(medium.entry.get(medium.key))
        for way, people in ((Way.SEEN, medium.seen()), (Way.HEARD, medium.heard())):
            for path, person in _once(people):
                yield person, Appearance(way, path, source.place(path), name, said)
    for path, entry, person in items.people(data):
        own = (*path, items.WHO)
        words = _quoted(entry)
        yield person, Appearance(Way.NAMED, own, source.place(own), "", words)


def _once(people: Iterable[tuple[NodePath, str]]) -> Iterator[tuple[NodePath, str]]:
    places: dict[str, NodePath] = {}
    for path, person in people:
        places.setdefault(person, path)
    yield from ((path, person) for person, path in places.items())


_DESCRIBING = ("alt", "legende")
_TITLES = ("titre", "nom")


def _described(data: Any, path: NodePath, entry: Mapping[str, Any]) -> str:
    """« Deux élèves courent (Relais, 3 décembre) »: what is seen, and the entry that shows it."""
    said = next((text for key in _DESCRIBING if (text := _text(entry.get(key)))), "")
    holders = (path[:length] for length in range(len(path) - 1, 0, -1))
    titles = (_title(data, holder) for holder in holders)
    title = next(filter(None, titles), "")
    return f"{said} ({title})" if said and title else said or title


def _title(data: Any, path: NodePath) -> str:
    entry = next((one for _, one in find(data, *path)), None)
    if not isinstance(entry, dict):
        return ""
    return next((text for key in _TITLES if (text := _text(entry.get(key)))), "")


def _quoted(entry: Mapping[str, Any]) -> str:
    """The words of who is named, or what it is about."""
    if quote := _text(entry.get("citation")):
        return f"« {quote} »"
    keys = ("titre", "discipline", "resume", "fonction", "message")
    return next((text for key in keys if (text := _text(entry.get(key)))), "")


def _text(value: Any) -> str:
    return value.strip().rstrip(".") if isinstance(value, str) else ""
