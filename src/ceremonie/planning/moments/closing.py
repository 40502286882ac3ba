"""The end: a last word, and who is to be thanked."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.planning.content import Block, Farewell
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.moments.credited import unbroken
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.passages import SHOWN_AT_MOST, SPOKEN_AT_MOST, Part, parts
from ceremonie.planning.reading import Length, readable
from ceremonie.planning.typography import french
from ceremonie.storyboard.programme import Section
from ceremonie.units import frames

BURNING = 5
"""Seconds that the last word has at least, however short the film: its lanes meet and rise, the
flame is lit halfway and burns on.
"""

BLOCKS = 3
"""Of the credits, that stand below a word without a message."""


def moments(script: Script) -> tuple[Moment, ...]:
    """A long message is said in several shots and on several slides, which hold more of it."""
    message = parts(french(script.storyboard.closing.message or ""), SPOKEN_AT_MOST, SHOWN_AT_MOST)
    return tuple(
        Moment(
            id=part.named("cloture"),
            kind="cloture",
            section=Section.CLOSING,
            title=script.language.part(french(script.storyboard.closing.title), part.number),
            path=("cloture",),
            screen=_filmed(_farewell(script, part.shot, part, len([p for p in message if p.shot]))),
            slide=_farewell(script, part.slide, part, len([p for p in message if p.slide])),
            length=_length(part),
            notes=_notes(script, part),
        )
        for part in message
    )


def _length(part: Part) -> Length:
    length = readable(0, part.shot or "")
    least = 0 if part.number else frames(BURNING)
    return Length(*(max(least, count) for count in (length.least, length.usual, length.longest)))


def _farewell(script: Script, words: str | None, part: Part, count: int) -> Farewell | None:
    """With the words of one part of `count`."""
    if words is None:
        return None
    board = script.storyboard
    return Farewell(
        word=french(board.closing.title),
        message=words,
        blocks=tuple(
            Block(french(block.title), tuple(french(line) for line in block.lines))
            for block in board.credits[:BLOCKS]
        ),
        parted=count > 1,
        continued=part.number > 0,
    )


def _filmed(farewell: Farewell | None) -> Farewell | None:
    """With the names of licences in one piece; on slides credits are as they were written."""
    if farewell is None:
        return None
    blocks = (replace(b, lines=tuple(map(unbroken, b.lines))) for b in farewell.blocks)
    return replace(farewell, blocks=tuple(blocks))


def _notes(script: Script, part: Part) -> Notes:
    if part.number:
        return Notes(say=items(part.slide))
    return Notes(
        say=items(part.slide),
        do=(script.language.thank_all,),
        know=items(script.storyboard.closing.notes),
    )
