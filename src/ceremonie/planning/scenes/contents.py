"""The running order: the deck's own page of links, one to each part."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ceremonie.planning.drawing import Anchor, Box, Disc, Drawing, Element, Role
from ceremonie.planning.model import Link
from ceremonie.planning.scene import Scene
from ceremonie.planning.words import line
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import MARGIN_X, column
from ceremonie.theme.palette import LANE_COLOURS, Colour, ink_on
from ceremonie.theme.type import FLOOR, HEADLINE, LABEL, Style
from ceremonie.theme.typeface import width

FIELD = Colour.PAPER
TOP, BOTTOM = 260, 1010
LARGEST_ROW = 124
GAP = 28
ROOM = 660


def scene(parts: Sequence[tuple[str, str]]) -> Scene:
    """`parts` are (words, id of the slide that begins the part), in order."""
    rows = math.ceil(len(parts) / 2)
    pitch = min(LARGEST_ROW, (BOTTOM - TOP) / max(1, rows))
    elements: list[Element] = [
        line(
            "titre",
            "Au programme",
            MARGIN_X,
            190,
            HEADLINE.at(120),
            Colour.INK,
            FIELD,
            role=Role.TITLE,
        )
    ]
    style = _style([words for words, _ in parts], pitch - GAP)
    for i, (words, _) in enumerate(parts):
        elements += _row(i, words, rows, pitch, style)
    return Scene(
        "deroule",
        "deroule",
        Section.TITLE,
        "Au programme",
        ("deroule",),
        page=Drawing(FIELD, tuple(elements)),
        notes="Chaque ligne mène à sa partie d’un clic.\n"
        + "\n".join(f"{i}. {words}" for i, (words, _) in enumerate(parts, 1)),
        links=tuple(Link(f"partie {i + 1}", target) for i, (_, target) in enumerate(parts)),
    )


def _style(names: Sequence[str], height: float) -> Style:
    """The largest size at which every name fits its lane."""
    sizes = [LABEL.at(size) for size in (56, 48, 44, 40, 36) if size <= height * 0.66]
    fitting = (s for s in sizes if all(width(name, s) <= ROOM for name in names))
    return next(fitting, LABEL.at(FLOOR))


def _row(index: int, words: str, rows: int, pitch: float, style: Style) -> list[Element]:
    """A lane for each part: its number on a disc at the start, its words behind it."""
    colour = LANE_COLOURS[index % 3]
    column_index, row = divmod(index, rows)
    height = pitch - GAP
    radius = height / 2
    x, y = column(6 * column_index), TOP + row * pitch
    digits = Style(max(36, min(44, radius)), 800)
    return [
        Box(
            name=f"couloir {index + 1}",
            x=x + radius,
            y=y,
            width=818 - radius,
            height=height,
            colour=colour,
        ),
        Disc(
            name=f"pastille {index + 1}",
            x=x + radius,
            y=y + radius,
            radius=radius,
            colour=Colour.INK,
        ),
        line(
            f"rang {index + 1}",
            str(index + 1),
            x + radius,
            y + radius + digits.size * 0.34,
            digits,
            Colour.PAPER,
            Colour.INK,
            role=Role.DECORATION,
            anchor=Anchor.MIDDLE,
        ),
        line(
            f"partie {index + 1}",
            words,
            x + 2 * radius + 28,
            y + radius + style.size * 0.33,
            style,
            ink_on(colour),
            colour,
        ),
    ]
