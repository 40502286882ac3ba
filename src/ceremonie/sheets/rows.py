"""From a workbook to the entries that its rows stand for, each value with its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from ceremonie import pictograms
from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.messages.sheets import CONSENT_COLUMN, NO_CONSENTS
from ceremonie.sheets import days, guidance, pictures
from ceremonie.sheets.cell import Cell, Sheet, Workbook
from ceremonie.sheets.columns import (
    Match,
    beginning,
    column_of,
    head_row,
    is_title,
    kind_of,
    lists_consents,
    suggested,
)
from ceremonie.sheets.glossary import KINDS, WORKSHOPS
from ceremonie.sheets.kinds import DAY, HELP_SHEET, Kind
from ceremonie.sheets.people import CONSENTS
from ceremonie.sheets.values import meaning
from ceremonie.storyboard import vocabulary
from ceremonie.storyboard.programme import HOUSE_TOPICS
from ceremonie.storyboard.query import EACH, texts
from ceremonie.storyboard.rights import Scope
from ceremonie.storyboard.suggestions import did_you_mean
from ceremonie.text import plain, quotable

_FORMULA = re.compile(r"=|[+@-]\s*[A-Za-z][\w.]*\s*[(|!]")
"""What a spreadsheet would take for a formula, were it typed in."""

_BROKEN = {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#NOM?", "#VALEUR!"}


@dataclass(frozen=True)
class Given:
    """A value of an entry: the way to it from the entry, what the storyboard would say, its cell.
    None stands for a cell that is left empty where something must be said.
    """

    path: NodePath
    value: Any
    cell: Cell


@dataclass(frozen=True)
class Record:
    """An entry of a list: its values in the order of the list's columns. `list` is the way to the
    list in the storyboard, `first` the first cell of its row.
    """

    kind: Kind
    list: NodePath
    values: tuple[Given, ...]
    first: Cell

    @property
    def data(self) -> dict[str, Any]:
        """The entry as dictionaries and lists, without what was left empty."""
        return nested((given.path, given.value) for given in self.values if given.value is not None)


@dataclass(frozen=True)
class Rows:
    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_rows(workbook: Workbook, data: Any, *, register: bool = False) -> Rows:
    """All entries of all sheets that are known, in their order; `data` is what the storyboard says:
    its days and its topics. In a `register` there are consents and nothing else: its only sheet may
    bear any title.
    """
    table = _Table(data, register=register)
    for sheet in workbook.sheets:
        table.read(sheet, alone=_is_alone(sheet, workbook))
    if not table.records and not any(d.severity is Severity.ERROR for d in table.told):
        name = workbook.file.replace("\\", "/").split("/")[-1]
        slug = "registre-vide" if register else "tableau-vide"
        table.told.append(problem(slug, name=name, severity=Severity.WARNING))
    return Rows(tuple(table.records), (*workbook.diagnostics, *table.told))


def _is_alone(sheet: Sheet, workbook: Workbook) -> bool:
    """Whether it is the only one that people see and have filled in."""
    return [one for one in workbook.sheets if one.rows and not one.hidden and not _helps(one)] == [
        sheet
    ]


def _helps(sheet: Sheet) -> bool:
    return plain(sheet.name) == plain(HELP_SHEET)


@dataclass
class _Table:
    """What was read so far."""

    data: Any
    register: bool = False
    records: list[Record] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)

    def tell(self, slug: str, cell: Cell, *, warning: bool = False, **values: Any) -> None:
        severity = Severity.WARNING if warning else Severity.ERROR
        self.told.append(problem(slug, place=cell.place, severity=severity, **values))

    def read(self, sheet: Sheet, *, alone: bool) -> None:
        if not sheet.rows or _helps(sheet):
            return
        kind = self._kind(sheet, alone=alone)
        if sheet.hidden:
            self._tell_hidden(sheet, kind)
            return
        if kind is None:
            self._tell_strange(sheet)
            return
        first = sheet.rows[0][0]
        heads = head_row(sheet, kind)
        if not heads:
            shown = ", ".join(kind.heads[:4])
            self.tell("tableau-titres-absents", first, sheet=sheet.name, heads=shown)
            return
        self._read_below(sheet, kind, heads)

    def _kind(self, sheet: Sheet, *, alone: bool) -> Kind | None:
        if not self.register:
            return kind_of(sheet)
        return CONSENTS if alone or kind_of(sheet) is CONSENTS or lists_consents(sheet) else None

    def _tell_hidden(self, sheet: Sheet, kind: Kind | None) -> None:
        """A refusal may stand in a sheet that nobody sees."""
        named = kind and plain(sheet.name) in map(plain, (kind.sheet, *kind.names))
        if named or kind is CONSENTS:
            self.tell(
                "tableau-feuille-masquee",
                sheet.rows[0][0],
                warning=kind is not CONSENTS,
                sheet=sheet.name,
            )

    def _tell_strange(self, sheet: Sheet) -> None:
        """One that may hold consents has to be read before anybody is shown."""
        kinds = (CONSENTS,) if self.register else KINDS
        self.tell(
            "tableau-feuille-inconnue",
            sheet.rows[0][0],
            warning=not (self.register or lists_consents(sheet)),
            sheet=sheet.name,
            names=", ".join(one.sheet for one in kinds),
            remedy=NO_CONSENTS if self.register else None,
        )

    def _read_below(self, sheet: Sheet, kind: Kind, heads: Sequence[Cell]) -> None:
        rows = tuple(row for row in sheet.rows if row[0].row > heads[0].row)
        below = guidance.parted(rows, kind, heads)
        for cell in below.doubtful:
            self._tell_unread("tableau-ligne-passee", cell, kind, value=quotable(cell.text))
        for cell in sheet.merged:
            if cell.row > heads[0].row:
                self.tell("tableau-cases-fusionnees", cell, warning=True)
        columns = self._columns(kind, heads, below.entries)
        if self._is_whole(sheet, kind, heads, columns):
            for row in below.entries:
                self._read_row(row, kind, columns, sheet)

    def _columns(
        self, kind: Kind, heads: Sequence[Cell], below: Sequence[Sequence[Cell]]
    ) -> dict[int, Match]:
        """Column of the sheet → what it says; what cannot be read in it is told."""
        used = {cell.column: cell for row in reversed(below) for cell in row}
        columns: dict[int, Match] = {}
        firsts: dict[NodePath, Cell] = {}
        for head in sorted(heads, key=lambda head: not is_title(head.text, kind)):
            match = column_of(head.text, kind)
            if match and match.path in firsts:
                match = beginning(head.text, kind, firsts) or match
            if match is None:
                if head.column in used:
                    self._tell_unknown(head, kind)
            elif match.path in firsts:
                first = firsts[match.path]
                self.tell(
                    "tableau-colonne-double",
                    head,
                    head=quotable(head.text),
                    first=quotable(first.text),
                    where=first.reference,
                )
            else:
                firsts[match.path] = head
                columns[head.column] = match
        for column in sorted(used.keys() - {head.column for head in heads}):
            self._tell_unread("tableau-colonne-sans-titre", used[column], kind)
        return columns

    def _tell_unknown(self, head: Cell, kind: Kind) -> None:
        heads = ", ".join(kind.heads)
        near = did_you_mean(suggested(head.text, kind))
        self._tell_unread(
            "tableau-colonne-inconnue",
            head,
            kind,
            head=quotable(head.text),
            heads=heads,
            remedy=near or (CONSENT_COLUMN.format(heads=heads) if kind is CONSENTS else None),
        )

    def _tell_unread(self, slug: str, cell: Cell, kind: Kind, **values: Any) -> None:
        """What is left unread of the consents may be that one was withdrawn: nobody is shown before
        that is clear.
        """
        self.tell(slug, cell, warning=kind is not CONSENTS, **values)

    def _is_whole(
        self, sheet: Sheet, kind: Kind, heads: Sequence[Cell], columns: Mapping[int, Match]
    ) -> bool:
        """Whether every value that an entry must have has a column."""
        there = {match.column.path for match in columns.values()}
        asked = required(kind)
        absent = [c.head for c in kind.columns if c.path[0] in asked and c.path not in there]
        for head in absent:
            self.tell("tableau-colonne-absente", heads[0], sheet=sheet.name, head=head)
        return not absent

    def _read_row(
        self, row: Sequence[Cell], kind: Kind, columns: Mapping[int, Match], sheet: Sheet
    ) -> None:
        cells = {cell.column: cell for cell in row}
        values, day = [], None
        for column, match in columns.items():
            cell = cells.get(column)
            if match.column.path == (DAY,):
                day = cell
            elif cell is not None:
                values.append(Given(match.path, self._value(cell, match), cell))
            elif match.column.path[0] in needed(kind, self.data):
                empty = Cell("", sheet.name, row[0].row, column, row[0].file)
                values.append(Given(match.path, None, empty))
        if all(given.value is None and not given.cell.error for given in values):
            return
        if (list_ := self._list(kind, day, row[0], sheet)) is not None:
            ordered = sorted(pictures.spread(values), key=lambda g: _rank(kind, g.path))
            self.records.append(Record(kind, list_, tuple(ordered), row[0]))

    def _value(self, cell: Cell, match: Match) -> Any:
        if cell.error or cell.value in _BROKEN:
            self.tell("tableau-formule-rompue", cell, value=quotable(cell.text))
            return None
        if isinstance(cell.value, str) and _FORMULA.match(cell.value):
            self.tell("tableau-formule-texte", cell, warning=True, value=quotable(cell.text))
        return meaning(cell.value, match.column.form, words_of(match.column.path[-1], self.data))

    def _list(self, kind: Kind, cell: Cell | None, first: Cell, sheet: Sheet) -> NodePath | None:
        """The list that the entry joins; None where its day cannot be known."""
        if kind.place() == kind.place(1):
            return kind.place()
        if cell is not None:
            number = days.number_of(cell.value, self.data)
            if number is None:
                shown, listed = quotable(cell.text), days.listed(self.data)
                self.tell("tableau-jour-inconnu", cell, value=shown, days=listed)
            return None if number is None else kind.place(number)
        number = 0 if len(days.names(self.data)) == 1 else days.number_of(sheet.name, self.data)
        if number is None:
            self.tell("tableau-jour-absent", first, days=days.listed(self.data))
        return None if number is None else kind.place(number)


def needed(kind: Kind, data: Any) -> frozenset[str]:
    """The keys that every entry of the list must have; a workshop its commune, unless the
    storyboard names one for all.
    """
    said = data.get("commune") if isinstance(data, dict) else None
    return required(kind) | ({"commune"} if kind is WORKSHOPS and not said else frozenset())


@cache
def required(kind: Kind) -> frozenset[str]:
    """Those that the vocabulary itself asks for."""
    entry = vocabulary.entry_at((*kind.place(), 0))
    assert entry is not None
    return frozenset(k for k, told in vocabulary.fields(entry).items() if told.is_required())


def words_of(key: str | int, data: Any) -> tuple[str, ...]:
    """The words that the storyboard knows for a key."""
    match key:
        case "thematique":
            own = (name for _, name in texts(data, "thematiques", EACH, "nom"))
            return (*own, *(topic.name for topic in HOUSE_TOPICS))
        case "pictogramme":
            return tuple(pictograms.names())
        case "portees":
            return tuple(Scope)
    return ()


def _rank(kind: Kind, path: NodePath) -> tuple[int, ...]:
    """Where a value stands in an entry: in the order of the columns, picture by picture."""
    order = [column.path for column in kind.columns]
    number = next((step for step in path if isinstance(step, int)), 0)
    bare = tuple(0 if isinstance(step, int) else step for step in path)
    first = next(i for i, own in enumerate(order) if own[0] == bare[0])
    return first, number, order.index(bare)


def nested(values: Iterator[tuple[NodePath, Any]]) -> dict[str, Any]:
    """Values by their paths → dictionaries, and lists of them; numbers follow each other."""
    data: dict[str, Any] = {}
    for path, value in values:
        holder: Any = data
        for step, following in pairwise(path):
            holder = _inside(holder, step, [] if isinstance(following, int) else {})
        holder[path[-1]] = value
    return data


def _inside(holder: Any, step: str | int, fresh: Any) -> Any:
    if isinstance(holder, list):
        if step == len(holder):
            holder.append(fresh)
        return holder[int(step)]
    return holder.setdefault(step, fresh)
