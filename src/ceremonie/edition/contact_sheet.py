"""planche.jpg: every shot of the film at a glance, with its time and its title."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ceremonie.edition.running_order import clock
from ceremonie.film.stills import still
from ceremonie.plan.model import Plan
from ceremonie.theme.faces import font_file
from ceremonie.theme.palette import Colour, rgb

COLUMNS = 5
CELL = (480, 270)
GAP = 24
LABEL = 56
TEXT = 22


def write(plan: Plan, target: Path) -> None:
    """One still a shot: the first frame on which all has come in."""
    rows = -(-len(plan.shots) // COLUMNS)
    size = (
        GAP + COLUMNS * (CELL[0] + GAP),
        GAP + rows * (CELL[1] + LABEL + GAP),
    )
    sheet = Image.new("RGB", size, rgb(Colour.IVORY))
    draw = ImageDraw.Draw(sheet)
    bold = ImageFont.truetype(str(font_file(700)), TEXT)
    for index, shot in enumerate(plan.shots):
        row, column = divmod(index, COLUMNS)
        x, y = GAP + column * (CELL[0] + GAP), GAP + row * (CELL[1] + LABEL + GAP)
        draw.rectangle((x - 1, y - 1, x + CELL[0], y + CELL[1]), outline=rgb(Colour.NIGHT))
        sheet.paste(Image.fromarray(still(shot, *CELL)), (x, y))
        label = _fitting(f"{clock(shot.span.start)}  {shot.title}", bold)
        draw.text((x, y + CELL[1] + 12), label, rgb(Colour.NIGHT), bold)
    sheet.save(target, quality=88, optimize=True)


def _fitting(text: str, font: ImageFont.FreeTypeFont) -> str:
    """The text, or as much of its beginning as one cell is wide."""
    shown = text.replace("\u202f", " ")
    if font.getlength(shown) <= CELL[0]:
        return shown
    while font.getlength(shown + "…") > CELL[0]:
        shown = shown[:-1].rstrip()
    return shown + "…"
