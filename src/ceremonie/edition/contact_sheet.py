"""planche.jpg: every shot of the film at a glance, with its time and its title."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from PIL import Image, ImageDraw

from ceremonie.edition.kept_pictures import kept
from ceremonie.film.painting.stills import paint, still
from ceremonie.film.work.segments import renderer
from ceremonie.formats import Shape
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.typesetting import excess
from ceremonie.theme.palette import Colour, Palette
from ceremonie.theme.type import Style
from ceremonie.units import clock

COLUMNS = {Shape.WIDE: 5, Shape.SQUARE: 6, Shape.TALL: 8}
REDUCTION = {Shape.WIDE: 4, Shape.SQUARE: 3, Shape.TALL: 3}
"""px of the canvas to a px of its cell: wide enough for a title below it."""

GAP = 24
LABEL = 56
SIZE = 84
"""px of a label as it is drawn."""

SMALLER = 4
"""Times that a label is smaller on the sheet than it is drawn."""


def write(
    plan: Plan,
    target: Path,
    *,
    cache: Path | None = None,
    tell: Callable[[float], None] = lambda _: None,
) -> None:
    """One still a shot: the first frame on which all has come in. `cache` keeps these from one run
    to the next; `tell` is told which part of them is there.
    """
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
        sheet.paste(_cell(shot, _Looks(reduction, wide, palette, style), cache), (x, y))
        draw.rectangle((x - 1, y - 1, x + wide, y + high), outline=palette.rgb(Colour.INK))
        tell((index + 1) / len(plan.shots))
    sheet.save(target, quality=88, optimize=True)


@dataclass(frozen=True)
class _Looks:
    """What all cells of a sheet have in common: how much smaller they are than the canvas, their
    width in px, and what their labels are drawn with.
    """

    reduction: int
    wide: int
    palette: Palette
    style: Style


def _cell(shot: Shot, looks: _Looks, cache: Path | None) -> Image.Image:
    """A still with its label below."""
    text = f"{clock(shot.span.start)}  {shot.title}"
    made_of = (shot.drawing.digest, len(shot.span), text, looks, renderer(), _recipe())
    return kept(made_of, partial(_drawn, shot, text, looks), cache)


@lru_cache(maxsize=1)
def _recipe() -> str:
    """This code draws a part of what is kept."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _drawn(shot: Shot, text: str, looks: _Looks) -> Image.Image:
    picture = Image.fromarray(still(shot, looks.reduction))
    cell = Image.new("RGB", (looks.wide, picture.height + LABEL), looks.palette.rgb(Colour.PAPER))
    cell.paste(picture, (0, 0))
    cell.paste(_label(text, looks.wide, looks.palette, looks.style), (0, picture.height + 2))
    return cell


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
