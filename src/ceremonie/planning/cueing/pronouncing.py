"""How names are said, wherever the presenter reads them: in the notes of slides and in the rows of
the evening.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ceremonie.planning.cueing import people
from ceremonie.planning.cueing.roll import everyone
from ceremonie.planning.cues import CueRow, Speaker
from ceremonie.planning.moment import Moment
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Storyboard


def pronounced(moments: Iterable[Moment], board: Storyboard) -> tuple[Moment, ...]:
    """The moments, each with a line for every name in its title or its notes of which the
    storyboard says how it is said: first of what is good to know.
    """
    known = _known(board)
    return tuple(_with(moment, known) if known else moment for moment in moments)


def heard(rows: Iterable[CueRow], board: Storyboard) -> tuple[CueRow, ...]:
    """The rows, each with those whom it names of whom it is known how they are said."""
    known = _known(board)
    return tuple(replace(row, pronounced=_in_row(row, known)) for row in rows)


def _known(board: Storyboard) -> tuple[Speaker, ...]:
    """Everybody whose name is said in a way of its own, each once: as it is written first, beside
    a name sooner than under `conducteur`.
    """
    once: dict[str, Speaker] = {}
    for speaker in (*everyone(board), *people.others(board)):
        if speaker.pronunciation:
            once.setdefault(speaker.name, replace(speaker, position="", path=()))
    return tuple(once.values())


def _with(moment: Moment, known: Sequence[Speaker]) -> Moment:
    notes = moment.notes
    words = _words(moment.title, *notes.say, *notes.do, *notes.know)
    lines = tuple(f"{one.told}." for one in _in_words(words, known))
    if not lines:
        return moment
    return replace(moment, notes=replace(notes, know=(*lines, *notes.know)))


def _in_row(row: CueRow, known: Sequence[Speaker]) -> tuple[Speaker, ...]:
    names = (one.name for one in row.speakers)
    return tuple(_in_words(_words(row.title, *names, *row.say, *row.do, *row.know), known))


def _words(*texts: str) -> str:
    return "\n".join(map(french, texts))


def _in_words(words: str, known: Iterable[Speaker]) -> Iterator[Speaker]:
    return (one for one in known if people.is_said(one.name, words))
