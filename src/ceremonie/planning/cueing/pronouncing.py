"""How names are said, in the notes of the slides whose words name somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ceremonie.planning.cueing import people
from ceremonie.planning.cueing.rows import entries
from ceremonie.planning.cues import Speaker
from ceremonie.planning.moment import Moment
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Storyboard


def pronounced(moments: Iterable[Moment], board: Storyboard) -> tuple[Moment, ...]:
    """The moments, each with a line for every name in its title or its notes of which the
    storyboard says how it is said: first of what is good to know.
    """
    told = tuple(dict.fromkeys(_told(board)))
    return tuple(_with(moment, told) if told else moment for moment in moments)


def _told(board: Storyboard) -> Iterator[Speaker]:
    """Everybody whose name is said in a way of its own."""
    said = board.conduct.pronunciations
    named = (
        one for path, entry in entries(board).items() for one in people.named(entry, path, said)
    )
    for speaker in (*named, *people.pronounced(board)):
        if speaker.pronunciation:
            yield replace(speaker, position="", path=())


def _with(moment: Moment, told: Sequence[Speaker]) -> Moment:
    notes = moment.notes
    words = "\n".join(french(one) for one in (moment.title, *notes.say, *notes.do, *notes.know))
    lines = tuple(f"{one.told}." for one in told if one.name in words)
    if not lines:
        return moment
    return replace(moment, notes=replace(notes, know=(*lines, *notes.know)))
