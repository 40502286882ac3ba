"""The end: a last word, and who is to be thanked."""

from __future__ import annotations

from ceremonie.planning.content import Block, Farewell
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.passages import SPOKEN_AT_MOST, passages
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Closing
from ceremonie.storyboard.programme import Section

SECONDS = 9
BLOCKS = 3
"""Of the credits, that stand below a word without a message."""


def moments(script: Script) -> tuple[Moment, ...]:
    """The film says a long message in several shots; its slide holds the whole."""
    closing = script.storyboard.closing
    whole = french(closing.message or "")
    parts = passages(whole, SPOKEN_AT_MOST)
    return tuple(
        Moment(
            id="cloture" + (f"-suite-{part}" if part else ""),
            kind="cloture",
            section=Section.CLOSING,
            title=french(closing.title),
            path=("cloture",),
            screen=_farewell(script, words, parted=len(parts) > 1, continued=part > 0),
            slide=None if part else _farewell(script, whole),
            frames=readable(0 if part else SECONDS, words),
            notes=_notes(script, closing),
        )
        for part, words in enumerate(parts)
    )


def _farewell(
    script: Script, message: str, *, parted: bool = False, continued: bool = False
) -> Farewell:
    board = script.storyboard
    return Farewell(
        word=french(board.closing.title),
        message=message,
        blocks=tuple(
            Block(french(block.title), tuple(french(line) for line in block.lines))
            for block in board.credits[:BLOCKS]
        ),
        parted=parted,
        continued=continued,
    )


def _notes(script: Script, closing: Closing) -> str:
    said = (script.language.farewell_note, closing.message, closing.notes)
    return french("\n".join(x for x in said if x))
