"""Prizes: a few one by one, each with its picture; many as tables that are read at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from ceremonie.media.material import Picture
from ceremonie.planning import signs
from ceremonie.planning.content import Award, Awards
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import captions
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import Length, readable
from ceremonie.planning.stage_time import HANDING_OVER
from ceremonie.planning.table_room import FILMED, SLIDES, TableRoom
from ceremonie.planning.typography import (
    HARD,
    closed,
    french,
    in_sentence,
    sentence,
    uncapitalised,
)
from ceremonie.storyboard.people import Prize
from ceremonie.storyboard.programme import Section

ONE_BY_ONE = 4
"""Prizes that are shown one by one; five or more are a table."""

SECONDS = 5
BETWEEN = 0.6
"""Lines that the space around a row takes."""


Cells = tuple[str, str, str]


def moments(script: Script) -> tuple[Moment, ...]:
    prizes = script.chosen(script.storyboard.prizes)
    if len(prizes) <= ONE_BY_ONE:
        return tuple(_alone(script, index, prize) for index, prize in prizes)
    return _table(script, [prize for _, prize in prizes])


def _alone(script: Script, index: int, prize: Prize) -> Moment:
    award = _award(script, prize)
    return Moment(
        id=f"prix-{index + 1}",
        kind="prix",
        section=Section.PRIZES,
        title=f"{script.language.prize}{HARD}{index + 1}, {award.winner}",
        path=("prix", index),
        screen=award,
        slide=award,
        length=readable(SECONDS, award.title, award.winner, award.presenter),
        notes=_notes(script, (prize,), [award.photo] if award.photo else []),
    )


def _award(script: Script, prize: Prize) -> Award:
    language, photo = script.language, script.materials.of(prize.photo)
    presenter = language.presented_by(prize.presenter) if prize.presenter else ""
    return Award(
        title=french(prize.title),
        winner=french(prize.winner),
        presenter=french(presenter),
        illustration=language.illustration if prize.illustrative else "",
        photo=photo if isinstance(photo, Picture) else None,
    )


def _table(script: Script, prizes: Sequence[Prize]) -> tuple[Moment, ...]:
    """Slides hold fewer at once than the film: a moment has a shot, a slide, or both."""
    room = SLIDES[script.screen]
    filmed = [prize for prize in prizes if prize.in_film is not False]
    shared = zip_longest(_parted(filmed, FILMED), _parted(prizes, room), fillvalue=())
    return tuple(_shared(script, number, *both) for number, both in enumerate(shared, 1))


def _shared(script: Script, number: int, filmed: Sequence[Prize], slide: Sequence[Prize]) -> Moment:
    title = script.language.parts[Section.PRIZES]
    screen = _awards(script, filmed) if filmed else None
    return Moment(
        id=f"prix-tableau-{number}",
        kind="prix",
        section=Section.PRIZES,
        title=title if number == 1 else f"{title} ({number})",
        path=("prix",),
        screen=screen,
        slide=_awards(script, slide) if slide else None,
        length=_read(filmed),
        notes=_notes(script, slide, []),
        on_stage=_handed_over(slide),
    )


def _handed_over(prizes: Sequence[Prize]) -> float | None:
    """Where a time is planned for some of them, the others take as long as usual."""
    planned = any(prize.on_stage for prize in prizes)
    return sum(prize.on_stage or HANDING_OVER for prize in prizes) if planned else None


def _awards(script: Script, prizes: Sequence[Prize]) -> Awards:
    language, rows = script.language, tuple(_cells(prize) for prize in prizes)
    invented = any(prize.illustrative for prize in prizes)
    return Awards(
        title=language.parts[Section.PRIZES],
        illustration=language.illustration if invented else "",
        rows=_filled((language.prize_columns, *rows)),
        frames=_read(prizes).usual,
    )


def _read(prizes: Sequence[Prize]) -> Length:
    return readable(SECONDS, *(cell for prize in prizes for cell in _cells(prize)))


def _cells(prize: Prize) -> Cells:
    return french(prize.title), french(prize.winner), french(prize.presenter or "")


def _filled(rows: tuple[Cells, ...]) -> tuple[tuple[str, ...], ...]:
    """Without the last column where nobody fills it."""
    return rows if any(row[-1] for row in rows[1:]) else tuple(row[:-1] for row in rows)


def _parted(prizes: Sequence[Prize], room: TableRoom) -> list[tuple[Prize, ...]]:
    """As few tables as can be, each with as many rows as it holds, and about as many each."""
    fewest = len(_greedy(prizes, room, room.lines))
    limits = (room.lines * part / 20 for part in range(1, 21))
    return next(p for limit in limits if len(p := _greedy(prizes, room, limit)) <= fewest)


def _greedy(prizes: Sequence[Prize], room: TableRoom, most: float) -> list[tuple[Prize, ...]]:
    parts: list[tuple[Prize, ...]] = []
    for prize in prizes:
        if parts and _height((*parts[-1], prize), room) <= most:
            parts[-1] = (*parts[-1], prize)
        else:
            parts.append((prize,))
    return parts


def _height(prizes: Sequence[Prize], room: TableRoom) -> float:
    """Of a table of these, in lines."""
    breadth = room.three if any(prize.presenter for prize in prizes) else room.two
    rows = (zip(_cells(prize), breadth, strict=False) for prize in prizes)
    return sum(BETWEEN + max(signs.rows(*cell) for cell in row) for row in rows)


def _notes(script: Script, prizes: Sequence[Prize], photos: Sequence[Picture]) -> Notes:
    invented = any(prize.illustrative for prize in prizes)
    return Notes(
        say=tuple(_announced(script, prize) for prize in prizes),
        know=items(
            captions.noted(photos, script.language),
            script.language.illustrative_text if invented else "",
            *(prize.notes for prize in prizes),
        ),
    )


def _announced(script: Script, prize: Prize) -> str:
    language, presenter = script.language, prize.presenter
    by_whom = uncapitalised(language.presented_by(presenter)) if presenter else ""
    return closed(sentence(prize.title, in_sentence(prize.winner), by_whom))
