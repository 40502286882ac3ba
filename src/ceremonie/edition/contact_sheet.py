"""planche.jpg: every shot of the film at a glance, with its time and its title."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from ceremonie.edition.running_order import clock
from ceremonie.film.painting.stills import paint, still
from ceremonie.formats import Shape
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.model import Plan
from ceremonie.planning.typesetting import excess
from ceremonie.theme.palette import Colour, Palette
from ceremonie.theme.type import Style

COLUMNS = {Shape.WIDE: 5, Shape.SQUARE: 6, Shape.TALL: 8}
REDUCTION = {Shape.WIDE: 4, Shape.SQUARE: 3, Shape.TALL: 3}
"""px of the canvas to a px of its cell: wide enough for a title below it."""

GAP = 24
LABEL = 56
SIZE = 84
"""px of a label as it is drawn."""

SMALLER = 4
"""Times that a label is smaller on the sheet than it is drawn."""


def write(plan: Plan, target: Path) -> None:
    """One still a shot: the first frame on which all has come in."""
    columns, reduction = COLUMNS[plan.format.shape], REDUCTION[plan.format.shape]
    wide, high = plan.format.reduced(reduction)
    palette, style = plan.palette, Style(SIZE, 700, family=plan.family)
    rows = -(-len(plan.shots) // columns)
    size = (GAP + columns * (wide + GAP), GAP + rows * (high + LABEL + GAP))
    sheet = Image.new("RGB", size, palette.rgb(Colour.PAPER))
    draw = ImageDraw.Draw(sheet)
    for index, shot in enumerate(plan.shots):
        row, column = divmod(index, columns)
        x, y = GAP + column * (wide + GAP), GAP + row * (high + LABEL + GAP)
        draw.rectangle((x - 1, y - 1, x + wide, y + high), outline=palette.rgb(Colour.INK))
        sheet.paste(Image.fromarray(still(shot, reduction)), (x, y))
        label = _label(f"{clock(shot.span.start)}  {shot.title}", wide, palette, style)
        sheet.paste(label, (x, y + high + 2))
    sheet.save(target, quality=88, optimize=True)


def _label(text: str, wide: int, palette: Palette, style: Style) -> Image.Image:
    """A line below a cell, drawn by the film's own painter: it knows every letter of a title."""
    line = Text(
        name="étiquette",
        lines=(_fitting(text, wide * SMALLER - SIZE, style),),
        x=0,
        baseline=120,
        style=style,
        colour=Colour.INK,
        ground=Colour.PAPER,
    )
    strip = paint(Drawing(Colour.PAPER, (line,), palette=palette), 0, SMALLER)
    return Image.fromarray(strip[: LABEL - 4, :wide])


def _fitting(text: str, wide: float, style: Style) -> str:
    """The text, or as much of its beginning as fits into `wide` px."""
    fitting = excess(text, style, wide)
    return text if fitting is None else text[:fitting].rstrip() + "…"
