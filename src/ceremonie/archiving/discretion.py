"""What must not be sealed: names of people, and pictures of those who have withdrawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from ceremonie import rights
from ceremonie.audiences import Audience
from ceremonie.control import Form, Sought, pieces, wording
from ceremonie.diagnostics import UsageError
from ceremonie.edition import manifest
from ceremonie.edition.appearance import NAME, SOURCE, is_open
from ceremonie.messages import listed, problem
from ceremonie.rights.register import register
from ceremonie.storyboard import Reading, identifiers
from ceremonie.storyboard.location import ENDINGS, TABLES
from ceremonie.storyboard.query import mappings_with

WORDED = frozenset((*ENDINGS, *TABLES, ".srt", ".vtt", ".txt", ".py", ".json", ".geojson"))
"""Endings of sources that are words: in these, names are looked for."""

PEOPLE = ("personnes", "voix")
"""The keys by which a medium says who is in it."""


def called(people: Iterable[str]) -> str:
    return listed([f"« {identifiers.shown(one)} »" for one in people])


def appearances(facts: Mapping[str, Any], person: str) -> tuple[Mapping[str, Any], ...]:
    people = facts.get(manifest.PEOPLE)
    told = people.get(person, ()) if isinstance(people, dict) else ()
    return tuple(one for one in told if isinstance(one, dict))


def is_shown(facts: Mapping[str, Any], person: str) -> bool:
    """Whether they can be recognised in the edition, by its manifest."""
    return any(map(is_open, appearances(facts, person)))


def barred(
    sources: Mapping[str, object], facts: Mapping[str, Any], reading: Reading
) -> tuple[str, ...]:
    """Names of the media that show or let hear somebody who has withdrawn: what was made shows them
    no more, and the originals that do are not handed on.
    """
    gone = register(reading.source.data).withdrawn
    names = {_same(name) for name in showing(reading, gone)}
    for person in gone:
        told = (one.get(SOURCE) for one in appearances(facts, person))
        names |= {_same(str(one.get(NAME, ""))) for one in told if isinstance(one, dict)}
    return tuple(sorted(name for name in sources if _same(name) in names))


def showing(reading: Reading, people: Iterable[str]) -> Iterator[str]:
    """Names of the media that say that one of these people is in them."""
    wanted = set(people)
    for _, entry in mappings_with(reading.source.data, "fichier"):
        listed_there = (entry.get(key) for key in PEOPLE)
        there = {
            str(one).strip() for some in listed_there if isinstance(some, list) for one in some
        }
        if there & wanted:
            yield str(entry["fichier"])


def _same(name: str) -> str:
    """Case and Unicode form are of no importance, as where media are found."""
    path = PurePosixPath(name.replace("\\", "/"))
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(path)).casefold())


def demand_nameless(sources: Mapping[str, Path], reading: Reading) -> None:
    """Raises UsageError where a source that is words says the name of somebody whose agreement does
    not allow it.
    """
    names = rights.unnamed(reading, Audience.HALL)
    told = sorted(set(_named(sources, Sought(names=names)))) if names else ()
    if told:
        raise UsageError(
            *(problem("archive-nom", name=n, person=identifiers.shown(p)) for n, p in told)
        )


def nameless(sources: Mapping[str, Path], reading: Reading) -> Iterator[Audience]:
    """Those who are not told a name that a source says: without the key it would be told them."""
    for audience in Audience:
        names = rights.unnamed(reading, audience)
        if names and any(True for _ in _named(sources, Sought(names=names))):
            yield audience


def _named(sources: Mapping[str, Path], sought: Sought) -> Iterator[tuple[str, str]]:
    worded = {n: file for n, file in sources.items() if file.suffix.lower() in WORDED}
    for name, file in worded.items():
        for piece in pieces(file.parent, file.name):
            if piece.form is Form.TEXT:
                texts = " ".join(wording.read(piece))
                yield from ((name, mention.person) for mention in sought.mentions.within(texts))
