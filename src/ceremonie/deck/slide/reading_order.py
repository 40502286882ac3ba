"""Reading order: a slide's shapes are read from back to front, and its title must come first.

The title is brought to the back as far as nothing that it stands on covers it: only what lies
under it, directly or through others, stays before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatch

import cv2
import numpy as np
from numpy.typing import NDArray

from ceremonie.deck.markup.text import plain
from ceremonie.deck.template.design import standing
from ceremonie.planning.drawing import (
    Area,
    Box,
    Disc,
    Element,
    Flame,
    Footage,
    Lines,
    Photo,
    Pictogram,
    Role,
    Stroke,
    Text,
)
from ceremonie.planning.model import Page
from ceremonie.planning.tables import Table
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.track import Outline
from ceremonie.theme.typeface import width
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

_CELL = 4
"""px of the canvas per cell of the grid on which overlaps are found."""

_CORE = np.ones((5, 5), np.uint8)
"""What is left of a shape two cells from its edge."""

Grid = NDArray[np.uint8]
"""Rows × columns of the canvas in cells, 1 where a shape is."""


def drawn_titles(pages: Sequence[Page]) -> dict[str, Text]:
    """Page id → the text that is the slide's title as it stands; pages without one are left out.

    Such a text is the only one of its role, or says the page's title; no other slide has it.
    """
    owner = {plain(page.title): page.id for page in pages}
    taken: set[str] = set()
    titles: dict[str, Text] = {}
    for page in pages:
        text = _drawn_title(page)
        said = plain(text.text) if text else ""
        free = said not in taken and owner.get(said, page.id) == page.id
        if text and free and title_first(standing(page.drawing), text):
            taken.add(said)
            titles[page.id] = text
    return titles


def _drawn_title(page: Page) -> Text | None:
    texts = [e for e in page.drawing.at_rest().elements if isinstance(e, Text) and not e.angle]
    titles = [text for text in texts if text.role is Role.TITLE]
    if len(titles) == 1:
        return titles[0] if _whole(plain(titles[0].text), plain(page.title)) else None
    alike = [text for text in texts if plain(text.text) == plain(page.title)]
    return alike[0] if not titles and alike else None


def _whole(drawn: str, title: str) -> bool:
    """Whether the drawn words do not break off a word of the title that a shape completes."""
    return drawn not in title or bool(re.search(rf"(?<!\w){re.escape(drawn)}(?!\w)", title))


def title_first(elements: Sequence[Element], title: Text) -> tuple[Element, ...] | None:
    """The same picture with the title read first; None where it stands on what is read."""
    index = elements.index(title)
    grids = [_grid(element) for element in elements[: index + 1]]
    under = {index}
    for below in range(index - 1, -1, -1):
        if any(_overlap(grids[below], grids[above]) for above in under if above > below):
            under.add(below)
    under.discard(index)
    if any(is_read(elements[below]) for below in under):
        return None
    first = [e for i, e in enumerate(elements) if i in under]
    rest = [e for i, e in enumerate(elements) if i not in under and i != index]
    return (*first, title, *rest)


def is_read(element: Element) -> bool:
    """Whether a screen reader should tell it: texts, and what has an alternative text."""
    if isinstance(element, Photo):
        return bool(element.picture.alternative)
    if isinstance(element, Text):
        return element.role is not Role.DECORATION
    return isinstance(element, Footage | Table)


def _overlap(one: Grid, other: Grid) -> bool:
    """Shapes that merely touch do not overlap: one of them is shrunk by two cells."""
    shrunk = cv2.erode(one, _CORE) & other | one & cv2.erode(other, _CORE)
    return bool(shrunk.any())


@singledispatch
def _grid(element: Element) -> Grid:
    return _empty()


def _empty() -> Grid:
    return np.zeros((CANVAS_HEIGHT // _CELL, CANVAS_WIDTH // _CELL), np.uint8)


def _cells(outline: Outline) -> NDArray[np.int32]:
    return np.round(np.asarray(outline) / _CELL).astype(np.int32)


def _box(x: float, y: float, width: float, height: float) -> Grid:
    return _filled((((x, y), (x + width, y), (x + width, y + height), (x, y + height)),))


def _filled(outlines: Sequence[Outline]) -> Grid:
    grid = _empty()
    cv2.fillPoly(grid, [_cells(outline) for outline in outlines], 1)
    return grid


@_grid.register
def _(element: Area) -> Grid:
    return _filled(element.outlines)


@_grid.register
def _(element: Stroke) -> Grid:
    grid = _empty()
    thickness = max(1, round(element.width / _CELL))
    cv2.polylines(grid, [_cells(element.course)], False, 1, thickness)
    return grid


@_grid.register
def _(element: Lines) -> Grid:
    grid = _empty()
    cv2.polylines(grid, [_cells(course) for course in element.courses], False, 1)
    return grid


@_grid.register
def _(element: Disc) -> Grid:
    grid = _empty()
    centre = (round(element.x / _CELL), round(element.y / _CELL))
    radius = round((element.radius + element.ring_width / 2) / _CELL)
    hollow = element.colour is None
    cv2.circle(grid, centre, radius, 1, max(1, round(element.ring_width / _CELL)) if hollow else -1)
    return grid


@_grid.register
def _(element: Box) -> Grid:
    return _box(element.x, element.y, element.width, element.height)


@_grid.register
def _(element: Table) -> Grid:
    first, last = element.rows[0].ground, element.rows[-1].ground
    return _box(first.x, first.y, first.width, last.y + last.height - first.y)


@_grid.register(Photo)
@_grid.register(Footage)
def _(element: Photo | Footage) -> Grid:
    if element.mask:
        return _filled((element.mask,))
    return _box(element.x, element.y, element.width, element.height)


@_grid.register
def _(element: Pictogram) -> Grid:
    return _box(element.x, element.y, element.size, element.size)


@_grid.register
def _(element: Flame) -> Grid:
    return _box(element.x - element.radius, element.y - 2 * element.radius,
                2 * element.radius, 3 * element.radius)  # fmt: skip


@_grid.register
def _(element: Text) -> Grid:
    """The lines' box from the top of the capitals to below the baseline, not turned."""
    size = element.style.size
    wide = max(width(line, element.style) for line in element.lines)
    left = {"start": 0.0, "middle": wide / 2, "end": wide}[element.anchor]
    tall = (len(element.lines) - 1) * element.style.line_height + size * (CAP_HEIGHT + 0.2)
    return _box(element.x - left, element.baseline - size * CAP_HEIGHT, wide, tall)
