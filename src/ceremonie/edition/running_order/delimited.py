"""conducteur.csv: the table of the running order."""

from __future__ import annotations

from ceremonie.edition.delimited import delimited as written
from ceremonie.edition.running_order import table
from ceremonie.planning.model import Plan


def delimited(plan: Plan) -> bytes:
    """The whole file."""
    return written(table.heads(plan), map(table.cells, table.lines(plan)))
