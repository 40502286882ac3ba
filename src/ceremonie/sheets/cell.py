"""A workbook as people left it: sheets of rows of cells, each of which knows where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ceremonie.diagnostics import Diagnostic, Place

Value = str | int | float | bool | dt.date | dt.time | dt.timedelta
"""What a cell holds; a whole number is an int, an instant a `datetime`."""


_DIGITS = 15
"""Significant ones that a spreadsheet shows of a number: 0,3 for 0.1 + 0.2."""

EMPTY = "(vide)"
"""What a message shows of a cell that lacks its value."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty, or an empty one that is meant; row and column count from 1.

    `error` is True where a formula came to nothing: the value is then what is shown, « #REF! ».
    """

    value: Value
    sheet: str
    row: int
    column: int
    file: str = ""
    error: bool = False

    @property
    def reference(self) -> str:
        """« C4 »."""
        return f"{letters(self.column)}{self.row}"

    @property
    def empty(self) -> bool:
        return self.value == ""

    @property
    def text(self) -> str:
        """The value as people would type it."""
        return said(self.value)

    @property
    def place(self) -> Place:
        return Place(
            self.file,
            self.row,
            self.column,
            max(1, len(self.text)),
            ((self.row, " ".join(self.text.split()) or EMPTY),),
            sheet=self.sheet,
            cell=self.reference,
        )


@dataclass(frozen=True)
class Sheet:
    """The rows that are not empty, from top to bottom, each with its cells that are not empty;
    `hidden` sheets are not seen by who opens the file. `merged` are the first cells of what was
    merged over several columns.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    merged: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Workbook:
    """`diagnostics` are what is worth a look in a file that could be read, `digest` is that of the
    bytes that were.
    """

    file: str
    sheets: tuple[Sheet, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    digest: str = ""


def letters(column: int) -> str:
    """The name of a column: 1 → A, 27 → AA."""
    name = ""
    while column:
        column, last = divmod(column - 1, 26)
        name = chr(ord("A") + last) + name
    return name


def said(value: Value) -> str:
    """As a French spreadsheet shows it."""
    match value:
        case bool():
            return "oui" if value else "non"
        case float():
            return f"{value:.{_DIGITS}g}".replace(".", ",")
        case dt.datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case dt.date():
            return f"{value:%d/%m/%Y}"
        case dt.time():
            return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
    return str(value)
