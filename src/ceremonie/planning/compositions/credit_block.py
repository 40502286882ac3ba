"""A heading of the credits and its first line, as they stand under the last word."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.planning.content import Block
from ceremonie.planning.drawing import Role, Text
from ceremonie.planning.entrances import Entrance
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import ladder
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import FLOOR

SIZE = 40
"""px of both on a slide."""


def credit_block(
    index: int, block: Block, place: Bounds, staging: Staging, entrance: Entrance
) -> list[Text]:
    """The heading, and below it the line, from the top of `place`; `index` counts the blocks of a
    drawing from 0 and tells their names apart.
    """
    if staging.viewing.edited:
        return [_together(index, block, place, staging)]
    small, baseline = staging.scale.small, place.top + 46
    parted = replace(place, bottom=baseline + 14), replace(place, top=baseline + 14)
    pen = pen_on(Colour.INK, entrance)
    bright = Pen(Colour.BRIGHT, Colour.INK, entrance)
    heading = bright.block(
        f"rubrique {index + 1}",
        block.title,
        parted[0],
        baseline,
        ladder(small, (40, 1), (36, 1)),
        role=Role.CREDIT,
    )
    line = pen.block(
        f"mention {index + 1}",
        block.lines[0],
        parted[1],
        baseline + 60,
        ladder(small, (40, 2), (36, 3)),
        role=Role.CREDIT,
    )
    return [heading, line]


def _together(index: int, block: Block, place: Bounds, staging: Staging) -> Text:
    """As one text, for a slide."""
    style = staging.scale.style(SIZE, 400)
    words = f"{block.title}\n{block.lines[0]}"
    slot = Slot(place, SIZE, least=FLOOR)
    text = slot.text(pen_on(Colour.INK), f"mention {index + 1}", words, style, role=Role.CREDIT)
    return replace(text, headings=frozenset({0}))
