"""Both files, in the folder of an edition."""

from __future__ import annotations

from pathlib import Path

from ceremonie.comparing import Record, written
from ceremonie.edition.changes.sheet import sheet, since_last
from ceremonie.edition.outputs import CHANGES, RECORD
from ceremonie.planning.model import Plan


def write(folder: Path, plan: Plan, record: Record) -> None:
    """The record, and the sheet where there was an edition before."""
    texts = {RECORD: written(record)}
    if record.changes or record.lost:
        texts[CHANGES] = sheet(plan, since_last(plan.title), record)
    for name, text in texts.items():
        folder.joinpath(name).write_text(text, "utf-8", newline="\n")
