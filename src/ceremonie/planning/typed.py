"""Words that nobody has written yet: a place on a slide that whoever presents types into."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.planning.drawing import Role, Text
from ceremonie.planning.pen import Pen
from ceremonie.planning.slot import RISING, Slot
from ceremonie.theme.type import Style

APART = 0.35
"""The part of a line between two paragraphs: nobody knows how many there will be."""


@dataclass(frozen=True)
class Blank(Text):
    """A text without a word, of which a slide show shows nothing; `prompt` is what the program that
    edits the slide shows in its place.
    """

    prompt: str = ""


def blank(pen: Pen, name: str, prompt: str, slot: Slot, style: Style, *, role: Role) -> Blank:
    """A place for words that begin at the slot's largest size."""
    full, room = style.at(slot.size), slot.room
    return Blank(
        name=name, lines=("",), x=room.left, baseline=room.top + RISING * slot.size, style=full,
        colour=pen.ink, ground=pen.ground, role=role, room=room, hang=slot.hang, full=full,
        apart=APART, prompt=prompt,
    )  # fmt: skip
