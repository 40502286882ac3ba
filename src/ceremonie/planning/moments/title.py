"""The title: the event's name, where and when."""

from __future__ import annotations

from ceremonie.planning.content import Title
from ceremonie.planning.headline import headline
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import (
    capitalised,
    closed,
    french,
    full_date,
    period,
    sentence,
)
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section

SECONDS = 5


def moments(script: Script) -> tuple[Moment, ...]:
    board = script.storyboard
    title = _title(script)
    return (
        Moment(
            id="titre",
            kind="titre",
            section=Section.TITLE,
            title=french(board.title),
            path=("titre",),
            screen=title,
            slide=title,
            length=readable(SECONDS, board.title, board.short_title or "", board.subtitle or ""),
            notes=_notes(script),
        ),
    )


def _title(script: Script) -> Title:
    """A short title is shown large, the whole one leads in to it, on lines of its own."""
    board = script.storyboard
    whole, short = french(board.title), french(board.short_title or "")
    lead_in, giants = headline(short or whole, script.language.small_words)
    official = whole if short and short != whole else ""
    return Title(f"{official}\n{lead_in}".strip(), giants, _foot(board), official)


def _foot(board: Storyboard) -> tuple[str, str]:
    """The subtitle, parted at its first comma; without one, who organises and when."""
    if board.subtitle:
        first, _, rest = french(board.subtitle).partition(",")
        return first.strip(), rest.strip()
    dates = [day.date for day in board.days if day.date]
    when = capitalised(period(min(dates), max(dates))) if dates else ""
    return french(board.organiser), when


def _notes(script: Script) -> Notes:
    board, language = script.storyboard, script.language
    where = sentence(board.ceremony.place, full_date(board.ceremony.date))
    ceremony = language.ceremony.format(title=board.title, where=where)
    organiser = language.organised_by.format(organiser=board.organiser)
    return Notes(do=(language.welcome,), know=(closed(ceremony), closed(organiser)))
