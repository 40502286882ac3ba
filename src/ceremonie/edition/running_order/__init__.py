"""The running order of the evening, as a page, a workbook and a delimited table, all three of one
table (`table.py`), which is written from the plan's cue sheet.
"""

from __future__ import annotations

from pathlib import Path

from ceremonie.edition.outputs import RUNNING_ORDER, RUNNING_ORDER_SHEET, RUNNING_ORDER_TABLE
from ceremonie.edition.running_order.delimited import delimited
from ceremonie.edition.running_order.page import page as running_order
from ceremonie.edition.running_order.workbook import workbook
from ceremonie.planning.model import Plan

__all__ = ["delimited", "running_order", "workbook", "write"]


def write(folder: Path, plan: Plan) -> None:
    """All three, under their names."""
    folder.joinpath(RUNNING_ORDER).write_text(running_order(plan), "utf-8", newline="\n")
    folder.joinpath(RUNNING_ORDER_SHEET).write_bytes(workbook(plan))
    folder.joinpath(RUNNING_ORDER_TABLE).write_bytes(delimited(plan))
