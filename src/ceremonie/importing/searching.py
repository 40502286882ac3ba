"""Which storyboard a spreadsheet is meant for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ceremonie.diagnostics import UsageError
from ceremonie.messages import problem
from ceremonie.sheets.reading import UnreadableError
from ceremonie.sheets.writing import NAME
from ceremonie.storyboard import joining, location


def table_of(given: Path) -> Path:
    """The spreadsheet itself, or that of an edition: by its folder, its storyboard or its name."""
    if given.is_dir():
        return given / NAME
    if given.exists() and given.suffix.lower() not in location.ENDINGS:
        return given
    storyboard = location.found(given)
    return storyboard.with_name(NAME) if storyboard.is_file() else given


def storyboard_for(table: Path) -> Path:
    """The one in the folder of the spreadsheet, else that of the only edition. Raises UsageError
    where there is none, or more than one.
    """
    beside = location.found(table.resolve().parent)
    if beside.is_file():
        return beside
    editions = Path(location.EDITIONS)
    folders = sorted(editions.iterdir()) if editions.is_dir() else []
    there = [file for one in folders if one.is_dir() and (file := location.found(one)).is_file()]
    if len(there) == 1:
        return there[0]
    raise UsageError(problem("importer-quel-storyboard", name=table.name))


def check_apart(table: Path, storyboard: Path, data: Any) -> None:
    """Raises UsageError where the storyboard reads this spreadsheet by itself."""
    try:
        own = joining.table_of(data, storyboard.parent)
    except UnreadableError:
        return  # What cannot be found is not this one, which was read.
    if own and own.samefile(table):
        raise UsageError(problem("importer-deja-lu", name=table.name))
