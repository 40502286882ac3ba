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

from ceremonie.theme.faces import vertical_metrics
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

LEAST_SPACING = 0.85
"""Of a font's own line: below, the accents of a line reach into the line above in the fonts with
the lowest lines (1.15 em)."""

BOLD_FROM = 600
"""Weights from here on are set in Bold: programs know regular and bold alone."""

STEP = 0.025
"""From one scale to the next on the way down: PowerPoint's own steps are as fine."""

SMALLEST = 0.25
"""PowerPoint shrinks no further."""


@dataclass(frozen=True)
class Substitute:
    """A font set instead of ours: its widths over ours, in regular and in bold, at the worst of
    common French words; the height of its line in em.
    """

    regular: float
    bold: float
    line: float

    def wide(self, weight: int) -> float:
        """How much wider than ours."""
        return self.bold if weight >= BOLD_FROM else self.regular


SUBSTITUTES = (
    Substitute(0.93, 0.93, 1.22),
    Substitute(1.09, 1.09, 1.15),
    Substitute(1.10, 1.10, 1.362),
    Substitute(1.15, 1.22, 1.164),
)
"""Carlito (for Calibri), Liberation Sans (for Arial), Noto Sans, DejaVu Sans: measured on the words
of the samples and of the guide, each word by itself."""


@dataclass(frozen=True)
class Room:
    """Width and height of a box, px."""

    width: float
    height: float


def weight_shown(weight: int) -> int:
    """The weight that programs set: regular or bold."""
    return 700 if weight >= BOLD_FROM else 400


def natural_line(style: Style) -> float:
    """Of the style's own font, in em."""
    return sum(vertical_metrics(weight_shown(style.weight), style.family))


def spacing(style: Style) -> float:
    """The style's leading as a part of its font's own line."""
    return max(LEAST_SPACING, style.leading / natural_line(style))


@lru_cache(maxsize=4096)
def scale(paragraphs: tuple[str, ...], style: Style, room: Room) -> float:
    """The largest part of the style's size, at most 1, at which the words stay in the room in
    every font; SMALLEST where none does. Paragraphs are those of the author.
    """
    fonts = (Substitute(1.0, 1.0, natural_line(style)), *SUBSTITUTES)
    pieces = [list(_pieces(paragraph, style)) for paragraph in paragraphs]
    steps = range(round((1 - SMALLEST) / STEP) + 1)
    for part in (1 - STEP * n for n in steps):
        if all(_fits(pieces, style, room, font, part) for font in fonts):
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
    paragraphs: list[list[Piece]], style: Style, room: Room, font: Substitute, part: float
) -> bool:
    wide = font.wide(style.weight) * part
    lines = sum(_lines(pieces, room.width / wide) for pieces in paragraphs)
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
