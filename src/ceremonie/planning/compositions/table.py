"""Rows and columns under a header, at the largest size at which all stand in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.drawing import Box, Element
from ceremonie.planning.pen import pen_on
from ceremonie.planning.reserve import WIDER
from ceremonie.planning.staging import Staging
from ceremonie.planning.tables import Table, TableRow
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.palette import LANE_COLOURS, Colour

FIELD = Colour.PAPER
PAD, GAP = 28, 8
"""px from the edges of a row or a column to its words, and between two rows."""

WEIGHTS = (600, 800, 400)
"""Of the columns: the second says what matters most."""

LEADING = 1.1
AROUND = 1.55
"""Height of a row of one line, by its size."""

MOST_LINES, MOST_LINES_ON_SLIDES = 8, 16
"""Of a cell: a slide that nobody hurries past holds more, rather than smaller letters."""

Rows = Sequence[Sequence[str]]


def table(
    rows: Rows,
    place: Bounds,
    shares: Sequence[float],
    sizes: Sequence[float],
    *,
    staging: Staging,
    alternative: str,
) -> Iterator[Element]:
    """The rows, of which the first is the header, from the top of `place` down: boxes, texts, and
    the table that says that they are one. `shares` part the width among the columns.
    """
    tried = [_Columns(rows, place, shares, size, staging) for size in sizes]
    columns = next((one for one in tried if one.height <= place.height), tried[-1])
    placed = tuple(columns.rows_placed())
    for row in placed:
        yield from (row.ground, *row.cells)
    yield Table(
        name="tableau",
        rows=placed,
        columns=columns.lefts,
        gap=GAP,
        field=FIELD,
        alternative=alternative,
    )


@dataclass(frozen=True)
class _Columns:
    """The rows at one size, px."""

    rows: Rows
    place: Bounds
    shares: Sequence[float]
    size: float
    staging: Staging

    @property
    def lefts(self) -> tuple[float, ...]:
        place = self.place
        starts = accumulate(self.shares[:-1], initial=0.0)
        return tuple(place.left + place.width * share for share in starts)

    @property
    def edges(self) -> tuple[float, ...]:
        return (*self.lefts, self.place.right)

    @property
    def height(self) -> float:
        return sum(high + GAP for high in self._heights()) - GAP

    def rows_placed(self) -> Iterator[TableRow]:
        top = self.place.top
        for index, (row, high) in enumerate(zip(self._settings(), self._heights(), strict=True)):
            yield self._row(index, row, top, high)
            top += high + GAP

    def _settings(self, wider: float = 1) -> list[list[Setting]]:
        """The cells, in a font that is so many times as wide as ours."""
        scale = self.staging.scale
        most = MOST_LINES_ON_SLIDES if self.staging.viewing.edited else MOST_LINES
        styles = [scale.style(self.size, weight, LEADING) for weight in WEIGHTS]
        rooms = [(right - left - 2 * PAD) / wider for left, right in pairwise(self.edges)]
        return [
            [
                settle(cell, ladder(style, (self.size, most)), room, is_name=True)
                for cell, style, room in zip(row, styles, rooms, strict=False)
            ]
            for row in self.rows
        ]

    def _heights(self) -> list[float]:
        """Of the rows: what people edit has the height that it takes in whatever font."""
        rows = self._settings(WIDER if self.staging.viewing.edited else 1)
        return [max(words.height for words in row) + AROUND * self.size for row in rows]

    def _row(self, index: int, row: Sequence[Setting], top: float, high: float) -> TableRow:
        """The header is dark; each row below has the colour of the next lane."""
        colour = LANE_COLOURS[(index - 1) % len(LANE_COLOURS)] if index else Colour.INK
        start = self.staging.lead + round(index * motion.BEAT / len(self.rows))
        box = Box(
            name=f"rangée {index + 1}",
            x=self.place.left,
            y=top,
            width=self.place.width,
            height=high,
            colour=colour,
            entrance=motion.row(start),
        )
        pen = pen_on(colour, motion.text(start + motion.BAR))
        cells = (
            pen.set(
                f"case {index + 1}.{column + 1}",
                words,
                Bounds(left + PAD, top, right - PAD, top + high),
                top + high / 2 + 0.34 * words.style.size - words.height / 2,
            )
            for column, (words, (left, right)) in enumerate(
                zip(row, pairwise(self.edges), strict=True)
            )
        )
        return TableRow(box, tuple(cells))
