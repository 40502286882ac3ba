"""A table in the looks of a template: its style, its fonts, its colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.text import run
from ceremonie.deck.markup.xml import Node, node
from ceremonie.planning.tables import Table, TableRow
from ceremonie.units import emu

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""« Medium Style 2, accent 1 »: what programs themselves give a new table."""

_LARGEST, _SMALLEST = 40.0, 24.0
"""px of letters (20 and 12 pt)."""

_LINE = 1.9
"""Height of a row of one line, in sizes of its letters."""


def table(one: Table, own: Node, frame: Frame, mark: Node | None) -> Node:
    """`p:graphicFrame`; `own` is its `p:cNvPr`, `mark` its placeholder's."""
    rows = len(one.rows)
    size = max(_SMALLEST, min(_LARGEST, frame.height / rows / _LINE))
    high = min(frame.height / rows, size * _LINE * 1.3)
    return node(
        "p:graphicFrame",
        node(
            "p:nvGraphicFramePr",
            own,
            node("p:cNvGraphicFramePr", node("a:graphicFrameLocks", noGrp=True)),
            node("p:nvPr", mark),
        ),
        node(
            "p:xfrm",
            node("a:off", x=emu(frame.x), y=emu(frame.y)),
            node("a:ext", cx=emu(frame.width), cy=emu(high * rows)),
        ),
        node("a:graphic", node("a:graphicData", _grid(one, frame, size, high), uri=_TABLE)),
    )


def _grid(one: Table, frame: Frame, size: float, high: float) -> Node:
    """Columns as wide as ours, in parts of the whole."""
    columns = [node("a:gridCol", w=emu(part * frame.width)) for part in _parts(one)]
    rows = [node("a:tr", *_cells(row, size), h=emu(high)) for row in one.rows]
    style = node("a:tblPr", node("a:tableStyleId", _STYLE), firstRow=True, bandRow=True)
    return node("a:tbl", style, node("a:tblGrid", *columns), *rows)


def _parts(one: Table) -> Iterator[float]:
    ground = one.rows[0].ground
    edges = (*one.columns, ground.x + ground.width)
    for left, right in pairwise(edges):
        yield (right - left) / ground.width


def _cells(row: TableRow, size: float) -> Iterator[Node]:
    for text in row.cells:
        line = run(" ".join(text.paragraphs).replace("^", ""))
        line[0].set("sz", str(round(size * 50)))
        end = node("a:endParaRPr", lang=LANGUAGE)
        words = node("a:txBody", node("a:bodyPr"), node("a:lstStyle"), node("a:p", line, end))
        yield node("a:tc", words, node("a:tcPr", anchor="ctr"))
