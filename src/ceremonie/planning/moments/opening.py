"""The opening word: what is said, by whom."""

from __future__ import annotations

from ceremonie.planning.content import Speech
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.passages import SPOKEN_AT_MOST, passages
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import french, sentence
from ceremonie.storyboard.model import Opening
from ceremonie.storyboard.programme import Section

SECONDS = 9


def moments(script: Script) -> tuple[Moment, ...]:
    """The film says a long message in several shots; its slide holds the whole."""
    opening = script.storyboard.opening
    if opening is None:
        return ()
    whole = french(opening.message)
    return tuple(
        Moment(
            id="ouverture" + (f"-suite-{part}" if part else ""),
            kind="ouverture",
            section=Section.OPENING,
            title=script.language.parts[Section.OPENING],
            path=("ouverture",),
            screen=_speech(script, opening, words, continued=part > 0),
            slide=None if part else _speech(script, opening, whole),
            frames=_frames(opening, words, continued=part > 0),
            notes=_notes(opening),
        )
        for part, words in enumerate(passages(whole, SPOKEN_AT_MOST))
    )


def _speech(script: Script, opening: Opening, words: str, *, continued: bool = False) -> Speech:
    return Speech(
        kicker=script.language.parts[Section.OPENING],
        message=words,
        mention=french(opening.mention or ""),
        speaker=french(opening.speaker or ""),
        position=french(opening.position or ""),
        continued=continued,
    )


def _frames(opening: Opening, words: str, *, continued: bool) -> int:
    """Who speaks was read in the first shot."""
    if continued:
        return readable(0, words)
    return readable(SECONDS, words, opening.speaker or "", opening.position or "")


def _notes(opening: Opening) -> str:
    who = sentence(opening.speaker, opening.position)
    points = "\n".join(f"– {point}" for point in opening.points)
    return french("\n".join(x for x in (who, points, opening.notes) if x))
