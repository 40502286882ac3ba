"""A day opens: its number, or its date where the event has one day only."""

from __future__ import annotations

from ceremonie.planning.content import Chapter
from ceremonie.planning.language import Language
from ceremonie.planning.moment import CHAPTER, Moment, Script
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import capitalised, closed, french, sentence, weekday
from ceremonie.storyboard.model import EventDay
from ceremonie.storyboard.programme import Section

SECONDS = 2.2


def moment(script: Script, index: int, *, lists: bool) -> Moment:
    """Of day `index`, counted from 0; its notes list the workshops where no slide shows them
    together.
    """
    day = script.storyboard.days[index]
    chapter = _chapter(script, index, day)
    return Moment(
        id=f"jour-{index + 1}",
        kind=CHAPTER,
        section=Section.DAYS,
        title=sentence(chapter.name, chapter.date),
        path=("jours", index),
        screen=chapter,
        slide=chapter,
        length=readable(SECONDS, day.title or ""),
        notes=_notes(day, script.language, lists=lists),
    )


def _chapter(script: Script, index: int, day: EventDay) -> Chapter:
    number, date = script.day_name(index), weekday(day.date)
    return Chapter(
        name=number or capitalised(date),
        day=index,
        days=len(script.storyboard.days),
        date=date if number else "",
        theme=french(day.title or ""),
    )


def _notes(day: EventDay, language: Language, *, lists: bool) -> Notes:
    head = f"{capitalised(weekday(day.date))} : {day.title or language.workshops_of_the_day}"
    titles = listed(day) if lists else ()
    return Notes(say=(closed(head), *titles), know=items(day.notes))


def listed(day: EventDay) -> tuple[str, ...]:
    """Its workshops, a line each."""
    return tuple(f"– {workshop.title}, {workshop.town}" for workshop in day.workshops)
