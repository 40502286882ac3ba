"""Tables as programs know them: a header row, cells that are read one by one and can be edited."""

from __future__ import annotations

from itertools import pairwise

from ceremonie.deck.markup import text as typesetting
from ceremonie.deck.markup.scheme import fill
from ceremonie.deck.markup.xml import Node, node
from ceremonie.deck.template.place import Place
from ceremonie.deck.template.placeholders import mark
from ceremonie.planning.drawing import Text
from ceremonie.planning.tables import Table, TableRow
from ceremonie.units import emu

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def frame(table: Table, own: Node, place: Place | None) -> Node:
    """The table as a graphic frame; `own` is its `p:cNvPr`, `place` its placeholder."""
    first, last = table.rows[0].ground, table.rows[-1].ground
    return node(
        "p:graphicFrame",
        node(
            "p:nvGraphicFramePr",
            own,
            node("p:cNvGraphicFramePr", node("a:graphicFrameLocks", noGrp=True)),
            node("p:nvPr", mark(place) if place else None),
        ),
        node(
            "p:xfrm",
            node("a:off", x=emu(first.x), y=emu(first.y)),
            node("a:ext", cx=emu(first.width), cy=emu(last.y + last.height - first.y)),
        ),
        node("a:graphic", node("a:graphicData", _table(table), uri=_TABLE)),
    )


def _table(table: Table) -> Node:
    ground = table.rows[0].ground
    edges = (*table.columns, ground.x + ground.width)
    columns = [node("a:gridCol", w=emu(right - left)) for left, right in pairwise(edges)]
    return node(
        "a:tbl",
        node("a:tblPr", firstRow=True),
        node("a:tblGrid", *columns),
        *(_row(table, index) for index in range(len(table.rows))),
    )


def _row(table: Table, index: int) -> Node:
    """As high as its box and the line below it; the last one has none below."""
    row, below = table.rows[index], table.rows[index + 1 : index + 2]
    bottom = below[0].ground.y if below else row.ground.y + row.ground.height
    cells = zip(table.columns, row.cells, strict=True)
    return node(
        "a:tr",
        *(_cell(table, row, left, text) for left, text in cells),
        h=emu(bottom - row.ground.y),
    )


def _cell(table: Table, row: TableRow, left: float, text: Text) -> Node:
    """Its words as one line, which programs break to the width of the column."""
    margin = emu(text.x - left)
    return node(
        "a:tc",
        typesetting.cell(text),
        node(
            "a:tcPr",
            *(node(f"a:ln{side}", node("a:noFill"), w=0) for side in "LR"),
            *(_between(f"a:ln{side}", table) for side in "TB"),
            fill(row.ground.colour),
            marL=margin,
            marR=margin,
            marT=0,
            marB=0,
            anchor="ctr",
        ),
    )


def _between(tag: str, table: Table) -> Node:
    return node(tag, fill(table.field), w=emu(table.gap), cap="flat")
