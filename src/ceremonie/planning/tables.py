"""Tables of a drawing: what is drawn cell by cell in the film and is one thing on a slide."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.planning.drawing import Box, Element, Text
from ceremonie.theme.palette import Colour


@dataclass(frozen=True)
class TableRow:
    """A row of a table: the box under it, as wide as the table, and a text for each column."""

    ground: Box
    cells: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Table(Element):
    """Says that boxes and texts of the drawing, which are drawn one by one in the film, are the
    rows and cells of one table: a slide holds it as such. The first row is the header.

    `columns` are the left edges of the columns; rows are parted by lines `gap` px wide in the
    colour of the field. `alternative` says what is in it.
    """

    rows: tuple[TableRow, ...]
    columns: tuple[float, ...]
    gap: float
    field: Colour
    alternative: str

    @property
    def members(self) -> frozenset[str]:
        """The names of the elements that it is made of."""
        rows = ((row.ground, *row.cells) for row in self.rows)
        return frozenset(element.name for row in rows for element in row)
