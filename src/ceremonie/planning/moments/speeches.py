"""The speeches: who speaks, what stays of it, or the name alone."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.planning.content import Person, Speech
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments import captions
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.passages import SHOWN_AT_MOST, SPOKEN_AT_MOST, Part, parts
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import HARD, french, sentence
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.stage import SpeechEntry

SECONDS = 6
NAMED = 4
"""Seconds of a name alone."""


def moments(script: Script) -> tuple[Moment, ...]:
    speeches = script.chosen(script.storyboard.speeches)
    return tuple(m for index, speech in speeches for m in _moments(script, index, speech))


def _moments(script: Script, index: int, speech: SpeechEntry) -> Iterator[Moment]:
    """A long summary is told in several shots and on several slides, which hold more of it."""
    title = f"{script.language.speech}{HARD}{index + 1}, {french(speech.speaker)}"
    for part in parts(french(speech.summary or ""), SPOKEN_AT_MOST, SHOWN_AT_MOST):
        words, who = part.shot or "", (speech.speaker, speech.position or "")
        told = (words,) if part.number else (words, *who)
        yield Moment(
            id=part.named(f"discours-{index + 1}"),
            kind="discours",
            section=Section.SPEECHES,
            title=script.language.part(title, part.number),
            path=("discours", index),
            screen=_content(script, speech, part.shot, part.number),
            slide=_content(script, speech, part.slide, part.number),
            length=readable(0 if part.number else SECONDS if words else NAMED, *told),
            notes=_notes(script, speech, part),
        )


def _content(
    script: Script, speech: SpeechEntry, words: str | None, number: int
) -> Speech | Person | None:
    if words is None:
        return None
    if not words:
        return _named(script, speech)
    return Speech(
        kicker=script.language.speech,
        message=words,
        mention="",
        speaker=french(speech.speaker),
        position=french(speech.position or ""),
        continued=number > 0,
        portrait=script.picture(speech.portrait),
        signed=speech.signed,
    )


def _named(script: Script, speech: SpeechEntry) -> Person:
    return Person(
        kicker=script.language.speech,
        illustration="",
        name=french(speech.speaker),
        facts=(french(speech.position or ""), "", ""),
        number="",
        portrait=script.picture(speech.portrait),
        signed=speech.signed,
    )


def _notes(script: Script, speech: SpeechEntry, part: Part) -> Notes:
    """What somebody else says is good to know, at their own length: its words are not timed."""
    language, summary = script.language, part.slide
    if part.number:
        return Notes(know=items(summary))
    who = sentence(speech.speaker, speech.position)
    return Notes(
        do=items(
            language.give_the_floor.format(who=who),
            language.light_interpreter if speech.signed else "",
        ),
        know=(
            *items(language.speech_says.format(summary=summary) if summary else ""),
            *(f"– {point}" for point in speech.points),
            *items(captions.of(script, speech.portrait), speech.notes),
        ),
    )
