"""planche.jpg: every shot of the film at a glance, with its time and its title."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from ceremonie.edition.running_order import clock
from ceremonie.film.painting.stills import paint, still
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.model import Plan
from ceremonie.planning.typesetting import excess
from ceremonie.theme.palette import Colour, rgb
from ceremonie.theme.type import Style
from ceremonie.units import CANVAS_WIDTH

COLUMNS = 5
CELL = (480, 270)
GAP = 24
LABEL = 56
TEXT = Style(84, 700)
"""px of a canvas that is as wide as one cell."""


def write(plan: Plan, target: Path) -> None:
    """One still a shot: the first frame on which all has come in."""
    rows = -(-len(plan.shots) // COLUMNS)
    size = (
        GAP + COLUMNS * (CELL[0] + GAP),
        GAP + rows * (CELL[1] + LABEL + GAP),
    )
    sheet = Image.new("RGB", size, rgb(Colour.PAPER))
    draw = ImageDraw.Draw(sheet)
    for index, shot in enumerate(plan.shots):
        row, column = divmod(index, COLUMNS)
        x, y = GAP + column * (CELL[0] + GAP), GAP + row * (CELL[1] + LABEL + GAP)
        draw.rectangle((x - 1, y - 1, x + CELL[0], y + CELL[1]), outline=rgb(Colour.INK))
        sheet.paste(Image.fromarray(still(shot, *CELL)), (x, y))
        sheet.paste(_label(f"{clock(shot.span.start)}  {shot.title}"), (x, y + CELL[1] + 2))
    sheet.save(target, quality=88, optimize=True)


def _label(text: str) -> Image.Image:
    """A line below a cell, drawn by the film's own painter: it knows every letter of a title."""
    line = Text(
        name="étiquette",
        lines=(_fitting(text),),
        x=0,
        baseline=120,
        style=TEXT,
        colour=Colour.INK,
        ground=Colour.PAPER,
    )
    strip = paint(Drawing(Colour.PAPER, (line,)), 0, *CELL)[: LABEL - 4]
    return Image.fromarray(strip)


def _fitting(text: str) -> str:
    """The text, or as much of its beginning as one cell is wide."""
    fitting = excess(text, TEXT, CANVAS_WIDTH - TEXT.size)
    return text if fitting is None else text[:fitting].rstrip() + "…"
