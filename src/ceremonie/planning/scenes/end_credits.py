"""Credits: every block of the storyboard and the author of every picture, in three columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.media.entries import mediums
from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Role, Stroke
from ceremonie.planning.reading import skimmed
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import wrap
from ceremonie.planning.typography import french
from ceremonie.planning.words import line
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import MARGIN_X, column
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.type import SMALL, STATEMENT, Style

FIELD = Colour.INK
COLUMNS = 3
COLUMN_WIDTH = 560
TOP = 270
BOTTOM = 1000
TEXT = SMALL.at(36)
HEADING = Style(40, 700, 1.3)
LEADING = 50
SECONDS = 7
ILLUSTRATIVE = "Une partie des textes est illustrative."


@dataclass(frozen=True)
class _Row:
    text: str
    heading: bool


def scenes(stage: Stage) -> tuple[Scene, ...]:
    board = stage.storyboard
    rows = [row for title, lines in _blocks(board) for row in _rows(title, lines)]
    screens = _screens(rows)
    return tuple(_scene(stage, i, screen, len(screens)) for i, screen in enumerate(screens))


def _blocks(board: Storyboard) -> list[tuple[str, tuple[str, ...]]]:
    blocks = [(b.title, b.lines) for b in board.credits]
    told = " ".join(text for b in board.credits for text in b.lines)
    pictures = [c for c in media_credits(board) if c not in told]
    if pictures:
        blocks.append(("Images", tuple(pictures)))
    if board.music and board.music.credit and board.music.credit not in told:
        blocks.append(("Musique", (board.music.credit,)))
    if _invented(board) and "illustrati" not in told.lower():
        blocks.append(("Illustration", (ILLUSTRATIVE,)))
    return blocks


def _invented(board: Storyboard) -> bool:
    """Whether any text is marked as an illustration: the credits then say so."""
    items = (
        *(workshop for day in board.days for workshop in day.workshops),
        *board.testimonies,
        *board.athletes,
        *board.performances,
    )
    return any(getattr(item, "illustrative", False) for item in items)


def media_credits(board: Storyboard) -> tuple[str, ...]:
    """Every credit that a media entry names, once, in the order of the storyboard."""
    return tuple(dict.fromkeys(entry.credit for _, entry in mediums(board) if entry.credit))


def _rows(title: str, lines: Sequence[str]) -> list[_Row]:
    rows = [_Row(french(title), True)]
    for text in lines:
        rows += [_Row(part, False) for part in wrap(french(text), TEXT, COLUMN_WIDTH)]
    return rows


def _screens(rows: Sequence[_Row]) -> list[list[list[_Row]]]:
    """Rows into columns, columns into screens; a heading never ends a column, and a block that
    goes on in another column says its heading again.
    """
    depth = int((BOTTOM - TOP) // LEADING) + 1
    columns: list[list[_Row]] = [[]]
    heading = rows[0] if rows else _Row("", False)
    for row in rows:
        heading = row if row.heading else heading
        needed = 3 if row.heading and columns[-1] else 1
        if len(columns[-1]) + needed > depth:
            columns.append([] if row.heading else [_Row(f"{heading.text} (suite)", True)])
        elif row.heading and columns[-1]:
            columns[-1].append(_Row("", False))
        columns[-1].append(row)
    return [columns[i : i + COLUMNS] for i in range(0, len(columns), COLUMNS) if columns[0]]


def _scene(stage: Stage, index: int, screen: list[list[_Row]], total: int) -> Scene:
    drawing = _draw(screen, stage.lead)
    title = "Générique" if total == 1 else f"Générique ({index + 1}/{total})"
    return Scene(
        f"generique-{index + 1}",
        "generique",
        Section.CREDITS,
        title,
        ("generique",),
        shot=drawing,
        page=drawing,
        notes="Générique : laisser défiler pendant la sortie du public.",
    )


def _draw(screen: list[list[_Row]], start: int) -> Drawing:
    elements: list[Element] = [
        line(
            "titre",
            "Générique",
            MARGIN_X,
            146,
            STATEMENT,
            Colour.BRIGHT,
            FIELD,
            role=Role.TITLE,
            entrance=motion.text(start),
        ),
        *(
            Stroke(
                name=f"couloir {i + 1}",
                course=((-10.0, y), (1930.0, y)),
                width=8,
                colour=colour,
                entrance=motion.lane(start, i),
            )
            for i, (y, colour) in enumerate(zip((180.0, 188.0, 196.0), LANE_COLOURS, strict=True))
        ),
    ]
    for c, rows in enumerate(screen):
        for r, row in enumerate(rows):
            if row.text:
                style, colour = (HEADING, Colour.BRIGHT) if row.heading else (TEXT, Colour.PAPER)
                elements.append(
                    line(
                        f"mention {c + 1}.{r + 1}",
                        row.text,
                        column(4 * c),
                        TOP + r * LEADING,
                        style,
                        colour,
                        FIELD,
                        role=Role.CREDIT,
                        entrance=motion.appear(start + motion.BEAT + 4 * c),
                    )
                )
    words = [row.text for rows in screen for row in rows]
    return Drawing(FIELD, tuple(elements), start + skimmed(SECONDS, *words))
