"""The rows of a sheet that are written for people and are no entries: the help and the example that
`ceremonie tableau` writes, and the heads once more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ceremonie.sheets.cell import Cell
from ceremonie.sheets.columns import column_of
from ceremonie.sheets.kinds import DAY, Column, Form, Kind
from ceremonie.text import plain

HELP, EXAMPLE = "Aide : ", "Exemple : "
"""How the help begins, in its first cell, and the example, in that of `exemplary`."""

_CHOSEN = {Form.YES_NO, Form.WORD}

Row = Sequence[Cell]


def is_chosen(column: Column) -> bool:
    """Whether its values are those of a list and no other."""
    return column.path == (DAY,) or column.form in _CHOSEN


def exemplary(kind: Kind) -> Column:
    """The column in which the example says that it is one: the first that people type into."""
    return next(one for one in kind.columns if one.example and not is_chosen(one))


@dataclass(frozen=True)
class Below:
    """What stands below the heads: the entries, and the first cells of rows that look like help or
    an example, yet say something else than ours.
    """

    entries: tuple[Row, ...]
    doubtful: tuple[Cell, ...]


def parted(rows: Sequence[Row], kind: Kind, heads: Row) -> Below:
    """Entries apart from what guides people."""
    columns = {head.column: one.column for head in heads if (one := column_of(head.text, kind))}
    above = {head.column: head.value for head in heads}
    entries, doubtful = [], []
    for row in rows:
        if all(above.get(cell.column) == cell.value for cell in row):
            continue
        guiding = _example(row, kind, columns) or _help(row, columns, top=row is rows[0])
        if guiding is None:
            entries.append(row)
        elif not _is_ours(row, columns):
            doubtful.append(guiding)
    return Below(tuple(entries), tuple(doubtful))


def _example(row: Row, kind: Kind, columns: Mapping[int, Column]) -> Cell | None:
    own = (cell for cell in row if columns.get(cell.column) is exemplary(kind))
    return next((cell for cell in own if _begins(cell, EXAMPLE)), None)


def _help(row: Row, columns: Mapping[int, Column], *, top: bool) -> Cell | None:
    """It stands right below the heads, or, where people have sorted the rows, in our words."""
    first = row[0]
    return first if _begins(first, HELP) and (top or _is_ours(row[:1], columns)) else None


def _begins(cell: Cell, word: str) -> bool:
    pattern = rf"{word.rstrip(' :')}\s*:"
    return isinstance(cell.value, str) and bool(re.match(pattern, cell.value, re.IGNORECASE))


def _is_ours(row: Row, columns: Mapping[int, Column]) -> bool:
    """Whether nobody has written over it: all that is typed is our help or our example."""
    typed = [(cell, columns[cell.column]) for cell in row if cell.column in columns]
    return all(
        plain(cell.text) in _ours(column)
        for cell, column in typed
        if not is_chosen(column) or _begins(cell, HELP)
    )


def _ours(column: Column) -> frozenset[str]:
    """The words alone, too, behind which earlier tables said nothing."""
    helps, examples = (HELP, HELP + column.help), (EXAMPLE, EXAMPLE + column.example)
    texts = (column.help, column.example, *helps, *examples)
    return frozenset(map(plain, texts))
