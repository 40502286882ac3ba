"""The guests of the sports world: who they are, what they practise."""

from __future__ import annotations

from ceremonie.media.material import Picture
from ceremonie.planning.content import Person
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import captions
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import HARD, closed, french, sentence
from ceremonie.storyboard.people import Athlete
from ceremonie.storyboard.programme import Section

SECONDS = 4


def moments(script: Script) -> tuple[Moment, ...]:
    return tuple(_moment(script, i, a) for i, a in script.chosen(script.storyboard.athletes))


def _moment(script: Script, index: int, athlete: Athlete) -> Moment:
    person = _person(script, athlete)
    return Moment(
        id=f"athlete-{index + 1}",
        kind="athlete",
        section=Section.ATHLETES,
        title=f"{script.language.encounter}{HARD}{index + 1}, {person.name}",
        path=("athletes", index),
        screen=person,
        slide=person,
        length=readable(SECONDS, person.name, *person.facts),
        notes=_notes(script, athlete, person.portrait),
    )


def _person(script: Script, athlete: Athlete) -> Person:
    portrait = script.materials.of(athlete.photo)
    return Person(
        kicker=script.language.encounter,
        illustration=script.language.illustration if athlete.illustrative else "",
        name=french(athlete.name),
        facts=(french(athlete.sport), french(athlete.club or ""), french(athlete.record or "")),
        number=athlete.number or "",
        portrait=portrait if isinstance(portrait, Picture) else None,
    )


def _notes(script: Script, athlete: Athlete, portrait: Picture | None) -> Notes:
    facts = sentence(athlete.name, athlete.sport, athlete.club, athlete.record)
    caption = captions.noted([portrait] if portrait else [], script.language)
    invented = script.language.illustrative_text if athlete.illustrative else ""
    return Notes(
        say=(closed(facts),),
        do=(script.language.call_on_stage.format(who=athlete.name),),
        know=items(caption, invented, athlete.notes),
    )
