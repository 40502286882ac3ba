"""What `ceremonie tableau` writes: for each list its heads, help, an example, the values to choose
from, and what the storyboard already says. Plain values, without a library.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.sheets import days
from ceremonie.sheets.columns import picture_columns
from ceremonie.sheets.glossary import KINDS
from ceremonie.sheets.guidance import EXAMPLE, HELP, exemplary
from ceremonie.sheets.kinds import DAY, MOST_PICTURES, Column, Form, Kind
from ceremonie.sheets.people import CONSENTS
from ceremonie.sheets.rows import needed, words_of
from ceremonie.storyboard import dates
from ceremonie.storyboard.query import EACH, find

PICTURES = 2
"""So many pictures of a workshop have columns where the storyboard has no more."""

YES_NO = ("oui", "non")

Shown = str | int | float | dt.date | None


@dataclass(frozen=True)
class OfferedColumn:
    """`choices` are the values of its drop-down list; `strict` ones stand alone."""

    column: Column
    head: str
    choices: tuple[str, ...] = ()
    strict: bool = False

    @property
    def long(self) -> bool:
        """Whether it holds sentences."""
        return str(self.column.path[-1]) in {
            "texte",
            "citation",
            "resume",
            "points",
            "notes",
            "alt",
        }


@dataclass(frozen=True)
class OfferedSheet:
    """Every row has a value for each column."""

    kind: Kind
    columns: tuple[OfferedColumn, ...]
    help: tuple[str, ...]
    example: tuple[Shown, ...]
    rows: tuple[tuple[Shown, ...], ...]


def offered(data: Any, *, register: bool = False) -> tuple[OfferedSheet, ...]:
    """A sheet for each list; `data` is what the storyboard says. Where the consents have a
    `register` of their own, they are written nowhere else.
    """
    return tuple(_sheet(one, data) for one in KINDS if not (register and one is CONSENTS))


def _sheet(kind: Kind, data: Any) -> OfferedSheet:
    entries = tuple(_entries(kind, data))
    columns = tuple(_column(kind, one, data) for one in _columns(kind, entries))
    helps = [one.column.help for one in columns]
    rows = tuple(tuple(_value(entry, one.column, day) for one in columns) for entry, day in entries)
    example = _example(kind, columns)
    return OfferedSheet(kind, columns, (HELP + helps[0], *helps[1:]), example, rows)


def _entries(kind: Kind, data: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Each entry of the list, and the name of its day."""
    names = days.names(data)
    for path, entry in find(data, *(EACH if step == 0 else step for step in kind.place()), EACH):
        if isinstance(entry, dict):
            yield entry, names[int(path[1])] if path[0] == "jours" else ""


def _columns(kind: Kind, entries: Sequence[tuple[dict[str, Any], str]]) -> Iterator[Column]:
    """Those of a picture once for each picture, with its number."""
    repeated = tuple(picture_columns(kind))
    for column in kind.columns:
        if column not in repeated:
            yield column
        elif column is repeated[0]:
            most = max((_count(entry, column) for entry, _ in entries), default=0)
            for number in range(min(MOST_PICTURES, max(PICTURES, most))):
                yield from (_numbered(one, number) for one in repeated)


def _count(entry: dict[str, Any], column: Column) -> int:
    listed = entry.get(str(column.path[0]))
    return len(listed) if isinstance(listed, list) else 0


def _numbered(column: Column, number: int) -> Column:
    path = tuple(number if isinstance(step, int) else step for step in column.path)
    return replace(column, path=path, head=f"{column.head} {number + 1}")


def _column(kind: Kind, column: Column, data: Any) -> OfferedColumn:
    asked = column.path[0] in {DAY, *needed(kind, data)}
    head = f"{column.head} *" if asked else column.head
    if column.path == (DAY,):
        return OfferedColumn(column, head, days.names(data), strict=True)
    if column.form is Form.YES_NO:
        return OfferedColumn(column, head, YES_NO, strict=True)
    if column.form is Form.WORD:
        words = tuple(map(str, words_of(column.path[-1], data)))
        return OfferedColumn(column, head, words, strict=True)
    return OfferedColumn(column, head, column.offered)


def _example(kind: Kind, columns: Sequence[OfferedColumn]) -> tuple[Shown, ...]:
    """One of its values says that this is one."""
    values = [_shown_example(one) for one in columns]
    first = next(i for i, one in enumerate(columns) if one.column is exemplary(kind))
    values[first] = f"{EXAMPLE}{values[first]}"
    return tuple(values)


def _shown_example(one: OfferedColumn) -> str:
    return one.column.example or (one.choices[0] if one.strict and one.choices else "")


def _value(entry: Any, column: Column, day: str) -> Shown:
    """As people would type it."""
    if column.path == (DAY,):
        return day
    value = _at(entry, column.path)
    if isinstance(value, bool):
        return YES_NO[0] if value else YES_NO[1]
    if isinstance(value, list):
        return " ; ".join(str(one) for one in value)
    if column.form is Form.LENGTH and isinstance(value, int | float):
        minutes, seconds = divmod(round(value), 60)
        return f"{minutes} min {seconds:02d}"
    if column.form is Form.DAY and isinstance(value, str):
        return dates.day(value) or value
    return value if isinstance(value, str | int | float | None) else None


def _at(value: Any, path: NodePath) -> Any:
    return next((one for _, one in find(value, *path)), None)
