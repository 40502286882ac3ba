"""The opening word: what is said, by whom."""

from __future__ import annotations

from ceremonie.planning.content import Speech
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import captions
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.passages import SHOWN_AT_MOST, SPOKEN_AT_MOST, Part, parts
from ceremonie.planning.reading import Length, readable
from ceremonie.planning.typography import french, sentence
from ceremonie.storyboard.model import Opening
from ceremonie.storyboard.programme import Section

SECONDS = 6


def moments(script: Script) -> tuple[Moment, ...]:
    """A long message is said in several shots and on several slides, which hold more of it."""
    opening = script.storyboard.opening
    if opening is None:
        return ()
    message = parts(french(opening.message), SPOKEN_AT_MOST, SHOWN_AT_MOST)
    return tuple(
        Moment(
            id=part.named("ouverture"),
            kind="ouverture",
            section=Section.OPENING,
            title=script.language.part(script.language.parts[Section.OPENING], part.number),
            path=("ouverture",),
            screen=_speech(script, opening, part.shot, part.number),
            slide=_speech(script, opening, part.slide, part.number),
            length=_length(opening, part.shot or "", continued=part.number > 0),
            notes=_notes(script, opening, part),
        )
        for part in message
    )


def _speech(script: Script, opening: Opening, words: str | None, number: int) -> Speech | None:
    if words is None:
        return None
    return Speech(
        kicker=script.language.parts[Section.OPENING],
        message=words,
        mention=french(opening.mention or ""),
        speaker=french(opening.speaker or ""),
        position=french(opening.position or ""),
        continued=number > 0,
        portrait=script.picture(opening.portrait),
        signed=opening.signed,
    )


def _length(opening: Opening, words: str, *, continued: bool) -> Length:
    """Who speaks was read in the first shot."""
    if continued:
        return readable(0, words)
    return readable(SECONDS, words, opening.speaker or "", opening.position or "")


def _notes(script: Script, opening: Opening, part: Part) -> Notes:
    """Points are what somebody speaks about, at their own length: their words are not timed."""
    who = sentence(opening.speaker, opening.position)
    if part.number:
        return Notes(say=items(part.slide))
    return Notes(
        say=items(part.slide),
        do=items(
            script.language.give_the_floor.format(who=who) if who else "",
            script.language.light_interpreter if opening.signed else "",
        ),
        know=(
            *(f"– {point}" for point in opening.points),
            *items(captions.of(script, opening.portrait), opening.notes),
        ),
    )
