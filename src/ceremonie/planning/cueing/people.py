"""Who is named in a passage, and how their names are said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ceremonie.diagnostics import NodePath
from ceremonie.planning.cues import CueRow, Speaker
from ceremonie.planning.typography import french, in_sentence
from ceremonie.storyboard.model import Opening, Storyboard
from ceremonie.storyboard.people import Athlete, Prize, Testimony
from ceremonie.storyboard.stage import Performance, SpeechEntry
from ceremonie.storyboard.values import Entry

Named = tuple[Speaker, tuple[int, ...]]


def named(entry: Entry, path: NodePath) -> Iterator[Speaker]:
    """Those whom an item names, as it says that they are said."""
    for key, name, position, pronounced in _names(entry):
        if name:
            yield _speaker(name, position or "", pronounced or "", (*path, key))


def _speaker(name: str, position: str, pronunciation: str, path: NodePath) -> Speaker:
    return Speaker(french(name), french(position), french(pronunciation), path)


def _names(entry: Entry) -> Iterator[tuple[str, str | None, str | None, str | None]]:
    """The key of each name, the name, what of, and how it is said."""
    match entry:
        case Opening() | SpeechEntry():
            yield "orateur", entry.speaker, entry.position, entry.pronounced
        case Testimony():
            yield "auteur", entry.author, entry.position, entry.pronounced
        case Athlete():
            yield "nom", entry.name, entry.sport, entry.pronounced
        case Prize():
            yield "laureat", entry.winner, None, entry.pronounced
            yield "remis_par", entry.presenter, None, None
        case Performance():
            yield "artistes", entry.artists, None, entry.pronounced


def speaks(entry: Entry) -> bool:
    """Whether whoever an item names speaks themselves; a testimony is read by who presents."""
    return isinstance(entry, Opening | SpeechEntry)


def all_names(rows: Sequence[CueRow], board: Storyboard) -> tuple[Named, ...]:
    """Those whom the presenter names, each once: those of all rows, then partners, then other names
    for which the storyboard says how they are said, with the rows in which they are said. What is
    written of somebody at one place counts at all.
    """
    met: dict[str, tuple[Speaker, list[int]]] = {}
    for row in rows:
        for speaker in row.speakers:
            known, numbers = met.get(speaker.name, (speaker, []))
            met[speaker.name] = _completed(known, speaker), [*numbers, row.number]
    for speaker in (*partners(board), *others(board)):
        numbers = [row.number for row in rows if _said(speaker, row)]
        known, before = met.get(speaker.name, (speaker, numbers))
        met[speaker.name] = _completed(known, speaker), before
    return tuple((speaker, tuple(dict.fromkeys(numbers))) for speaker, numbers in met.values())


def _completed(known: Speaker, other: Speaker) -> Speaker:
    return replace(
        known,
        position=known.position or other.position,
        pronunciation=known.pronunciation or other.pronunciation,
    )


def partners(board: Storyboard) -> Iterator[Speaker]:
    """All of them, for the presenter reads their names."""
    for index, partner in enumerate(board.partners):
        path = ("partenaires", index, "nom")
        yield _speaker(partner.name, "", partner.pronounced or "", path)


def volunteers(board: Storyboard) -> Iterator[Speaker]:
    """All who are thanked by name."""
    for index, name in enumerate(board.volunteers.names if board.volunteers else ()):
        yield _speaker(name, "", "", ("benevoles", "noms", index))


def others(board: Storyboard) -> Iterator[Speaker]:
    """The names of which `conducteur` says how they are said."""
    for name, pronounced in board.conduct.pronunciations.items():
        yield _speaker(name, "", pronounced, ("conducteur", "prononciations", name))


def is_said(name: str, text: str) -> bool:
    """Whether a text calls somebody so: in whole words, as « Ana » is in « d’Ana » and neither in
    « Anatole » nor in « Ana-Maria »; a role with a capital or without.
    """
    forms = {name, in_sentence(name)}
    return any(form in text and bool(_whole(form).search(text)) for form in forms)


@lru_cache(maxsize=4096)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!\w[-\u2011]){re.escape(name)}(?!\w)(?![-\u2011]\w)")


def _said(speaker: Speaker, row: CueRow) -> bool:
    """Whether the presenter says the name, or has it at hand."""
    return any(is_said(speaker.name, text) for text in (*row.say, *row.know))
