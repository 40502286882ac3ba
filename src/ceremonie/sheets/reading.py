"""A spreadsheet's file → its cells: .xlsx and .xlsm (nothing in them is ever run), .ods, .csv."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.sheets import delimited, extent, package
from ceremonie.sheets.cell import Cell, Sheet, Value, Workbook
from ceremonie.unchanged import digest_of_bytes

MAXIMUM_BYTES = 20_000_000
"""A sheet of 10 000 rows has about one million."""

_LOCKS = ("~${name}", ".~lock.{name}#")
"""What Microsoft Office and LibreOffice lay beside a file that is open."""


class UnreadableError(Exception):
    """The file holds nothing that can be read; `diagnostics` say why, the first one above all. What
    has no place yet is told where the file is named.
    """

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics

    @property
    def diagnostic(self) -> Diagnostic:
        return self.diagnostics[0]


def read(path: Path) -> Workbook:
    """All sheets of the file, in their order. Raises UnreadableError."""
    data = _content(path)
    try:
        form = package.kind(data)
        if form is package.Kind.TEXT:
            sheets: tuple[Sheet, ...] = (_listed(path, delimited.rows(data)),)
        else:
            sheets = _opened(path, data, extent.looked_at(data, form))
    except package.RefusedError as refusal:
        raise _refused(refusal.slug, path, refusal.form) from None
    return Workbook(str(path), sheets, _open_elsewhere(path), digest_of_bytes(data))


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise _refused("tableau-verrouille", path)
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        raise _refused("tableau-introuvable", path) from None
    except (OSError, ValueError):
        raise _refused("tableau-verrouille", path) from None
    if len(data) > MAXIMUM_BYTES:
        raise _refused("tableau-trop-grand", path)
    return data


def _refused(slug: str, path: Path, form: str = "") -> UnreadableError:
    return UnreadableError(problem(slug, name=path.name, format=form))


def _open_elsewhere(path: Path) -> tuple[Diagnostic, ...]:
    """What is not saved yet is not read. Word and Excel cut long names: `~$` for the first two."""
    names = [lock.format(name=path.name) for lock in _LOCKS] + [f"~${path.name[2:]}"]
    if any(path.with_name(name).exists() for name in names):
        return (problem("tableau-ouvert", severity=Severity.WARNING, name=path.name),)
    return ()


def _listed(path: Path, rows: Sequence[Sequence[str]]) -> Sheet:
    """The only sheet of a CSV bears the name of its file."""
    filled = (
        tuple(
            Cell(text.strip(), path.stem, row, column, str(path))
            for column, text in enumerate(texts, 1)
            if text.strip()
        )
        for row, texts in enumerate(rows, 1)
    )
    return Sheet(path.stem, tuple(row for row in filled if row))


def _opened(path: Path, data: bytes, failed: Sequence[extent.Failed]) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(
            _sheet(path, workbook.get_sheet_by_name(told.name), told, failed)
            for told in workbook.sheets_metadata
            if told.typ == SheetTypeEnum.WorkSheet
        )
    except PasswordError:
        raise package.RefusedError("tableau-protege") from None
    except (CalamineError, OSError, ValueError):
        raise package.RefusedError("tableau-abime") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what Rust raises where it gives up
            raise
        raise package.RefusedError("tableau-abime") from None


def _sheet(path: Path, sheet: Any, told: Any, failed: Sequence[extent.Failed]) -> Sheet:
    from python_calamine import SheetVisibleEnum

    name = told.name
    cells = {(cell.row, cell.column): cell for cell in _cells(path, name, sheet)}
    for one in failed:
        if one.sheet == name:
            at = one.row, one.column
            cells[at] = Cell(one.shown, name, *at, str(path), error=True)
    across = _spread(cells, sheet.merged_cell_ranges or ())
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(cells.items()):
        rows.setdefault(row, []).append(cell)
    hidden = told.visible != SheetVisibleEnum.Visible
    return Sheet(name, tuple(map(tuple, rows.values())), hidden, across)


def _cells(path: Path, name: str, sheet: Any) -> Iterator[Cell]:
    if sheet.start is None:
        return
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1):
            if value != "" and (cleaned := _cleaned(value)) != "":
                yield Cell(cleaned, name, row, column, str(path))


def _cleaned(value: Value) -> Value:
    """Without spaces around; whole numbers are whole, and what is no number is a text."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _spread(cells: dict[tuple[int, int], Cell], ranges: Sequence[Any]) -> tuple[Cell, ...]:
    """What was merged down one column counts for every row of it, as it is meant: a day beside its
    workshops; below the last row that is filled there is nothing to count for. The first cells of
    what was merged across columns are given back: nobody knows what the others hold.
    """
    last = max((row for row, _ in cells), default=0)
    down, across = list[Cell](), dict[Cell, None]()
    for (top, left), (bottom, right) in ranges:
        first = cells.get((top + 1, left + 1))
        if first is None:
            continue
        if right > left:
            across[first] = None
        rows = range(top + 2, min(bottom + 1, last) + 1)
        if len(down) + len(rows) > package.MOST_CELLS:  # more than there is: they overlap
            break
        down += (replace(first, row=row) for row in rows)
    cells.update(((cell.row, cell.column), cell) for cell in down)
    return tuple(across)
