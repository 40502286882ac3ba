"""How far a text must shrink to stay in its room, in our font and in those that replace it.

A program wraps the words itself, in the font that it has. It shows the scale that the file states
until somebody changes the words; so the scale is found for the widest and the highest of the fonts
that a presenter's machine may set instead.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ceremonie.planning.reserve import (
    SUBSTITUTES,
    Substitute,
    natural_line,
    spacing,
    weight_shown,
)
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

STEP = 0.025
"""From one scale to the next on the way down: PowerPoint's own steps are as fine."""

SMALLEST = 0.25
"""PowerPoint shrinks no further."""


@dataclass(frozen=True)
class Room:
    """Width and height of a box, px."""

    width: float
    height: float


@lru_cache(maxsize=4096)
def scale(paragraphs: tuple[str, ...], style: Style, room: Room, apart: float = 0) -> float:
    """The largest part of the style's size, at most 1, at which the words stay in the room in
    every font; SMALLEST where none does. Paragraphs are those of the author, `apart` the part of a
    line above each.
    """
    fonts = (Substitute(1.0, 1.0, natural_line(style)), *SUBSTITUTES)
    pieces = [list(_pieces(paragraph, style)) for paragraph in paragraphs]
    steps = range(round((1 - SMALLEST) / STEP) + 1)
    for part in (1 - STEP * n for n in steps):
        if all(_fits(pieces, style, room, font, part, apart) for font in fonts):
            return part
    return SMALLEST


Piece = tuple[float, float]
"""Width of what no program parts, and of the space before it; px at the full size."""


def _pieces(paragraph: str, style: Style) -> Iterator[Piece]:
    space = _wide(" ", style)
    for word in paragraph.replace("^", "").split(" "):
        for index, part in enumerate(re.findall(r"[^-]+-*|-+", word)):
            yield _wide(part, style), 0 if index else space


@lru_cache(maxsize=8192)
def _wide(words: str, style: Style) -> float:
    shown = Style(style.size, weight_shown(style.weight), style.leading, style.family)
    if words == " ":
        return width("a a", shown) - width("aa", shown)
    return width(words, shown)


def _fits(
    paragraphs: list[list[Piece]],
    style: Style,
    room: Room,
    font: Substitute,
    part: float,
    apart: float,
) -> bool:
    wide = font.wide(style.weight) * part
    wrapped = sum(_lines(pieces, room.width / wide) for pieces in paragraphs)
    lines = wrapped + apart * len(paragraphs)
    high = lines * spacing(style) * font.line * style.size * part
    return high <= max(room.height, spacing(style) * font.line * style.size * SMALLEST)


def _lines(pieces: list[Piece], room: float) -> float:
    """How many lines the pieces take, as programs wrap them; infinite where one is too wide."""
    lines, at = 1, 0.0
    for wide, space in pieces:
        if wide > room:
            return math.inf
        gap = space if at else 0.0
        if at + gap + wide > room:
            lines, at = lines + 1, wide
        else:
            at += gap + wide
    return lines
