"""A day opens: its name or its number, or its date where the event has one day only."""

from __future__ import annotations

from ceremonie.planning.content import Chapter
from ceremonie.planning.moment import CHAPTER, Moment, Script
from ceremonie.planning.moments.prepared import prepared
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import (
    capitalised,
    closed,
    day_and_month,
    french,
    sentence,
    weekday,
)
from ceremonie.storyboard.programme import Section
from ceremonie.text import plain

SECONDS = 2.2


def moment(script: Script, index: int, *, lists: bool) -> Moment:
    """Of day `index`, counted from 0; its notes list the workshops where no slide shows them
    together.
    """
    day, chapter = script.storyboard.days[index], _chapter(script, index)
    return Moment(
        id=f"jour-{index + 1}",
        kind=CHAPTER,
        section=Section.DAYS,
        title=_title(script, index),
        path=("jours", index),
        screen=chapter,
        slide=chapter,
        length=readable(SECONDS, day.title or ""),
        notes=_notes(script, index, lists=lists),
    )


def _chapter(script: Script, index: int) -> Chapter:
    days = script.storyboard.days
    name, date = _heading(script, index)
    theme = french(days[index].title or "")
    return Chapter(
        name=name,
        day=index,
        days=len(days),
        date=date,
        theme="" if theme == name else theme,
        named=any(day.name for day in days),
    )


def _heading(script: Script, index: int) -> tuple[str, str]:
    """What the day is called, and its date beside that: an only day without a name by its date, or
    else by its theme. A name that says the weekday, or the whole date, is not said again.
    """
    day, name = script.storyboard.days[index], script.day_name(index)
    date = weekday(day.date) if day.date else ""
    if not name:
        theme = french(day.title or "") or script.language.parts[Section.DAYS]
        return (capitalised(date) or theme), ""
    if day.date and plain(date).startswith(plain(name)):
        return name, day_and_month(day.date) if plain(date) != plain(name) else ""
    return name, date


def _title(script: Script, index: int) -> str:
    """Told apart by a number where days before have the same: each is a part of its own."""
    titles = [sentence(*_heading(script, number)) for number in range(index + 1)]
    before = titles[:-1].count(titles[-1])
    return f"{titles[-1]} ({before + 1})" if before else titles[-1]


def _notes(script: Script, index: int, *, lists: bool) -> Notes:
    day = script.storyboard.days[index]
    date = capitalised(weekday(day.date)) if day.date else script.day_name(index)
    when = sentence(date, script.shared_town)
    what = day.title or script.language.workshops_of_the_day
    head = f"{when} : {what}" if when else capitalised(what)
    titles = listed(script, index) if lists else ()
    return Notes(say=(closed(head), *titles), know=items(day.notes))


def listed(script: Script, index: int) -> tuple[str, ...]:
    """Its workshops, a line each."""
    return tuple(f"– {sentence(one.title, one.place)}" for one in prepared(script, index))
