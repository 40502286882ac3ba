"""`clef.csv` beside a storyboard: the name of each person of the register, by identifier.

Names are used to find them in texts and to fill in papers to sign. They stand in no output and in
no message: what is wrong is told at its cell, without what that holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Place, Severity
from ceremonie.messages import listed, problem
from ceremonie.messages.register import NO_IDENTIFIERS, NO_NAMES
from ceremonie.sheets.cell import Cell, Sheet
from ceremonie.sheets.columns import column_of, head_row
from ceremonie.sheets.kinds import HELP_SHEET
from ceremonie.sheets.people import FIRST_NAME, IDENTIFIER, NAME, NAME_KEY, NAMELESS
from ceremonie.sheets.reading import UnreadableError, read
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.beside import is_inside
from ceremonie.storyboard.location import called_key
from ceremonie.storyboard.query import EACH, find
from ceremonie.storyboard.source import Source
from ceremonie.text import plain, quotable


@dataclass(frozen=True)
class Named:
    """`name` is the first name before the last; `spellings` are all ways to write it that are
    looked for; `nameless` replaces it where it may not be said, empty where nothing is written.
    """

    name: str = field(repr=False)
    spellings: tuple[str, ...] = field(repr=False)
    nameless: str = ""


@dataclass(frozen=True)
class NameKey:
    """`people` by identifier; `files` are the key files that there are, read or not; `digest` is
    that of the bytes of the first one, where it was read.
    """

    people: Mapping[str, Named] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    digest: str = ""


NO_KEY = NameKey()


def beside(folder: Path, source: Source) -> NameKey:
    """The key of the edition whose storyboard, with its register, is `source`."""
    called = called_key(folder)
    files = tuple(file for file in called if file.is_file())
    if not called:
        return NO_KEY
    if len(called) > 1:
        names = listed([f"« {quotable(file.name)} »" for file in called])
        told = problem("clef-deux", place=Place(str(called[-1])), names=names)
        return NameKey(files=files, diagnostics=(told,))
    return replace(_read(called[0], folder, source), files=files)


def _read(file: Path, folder: Path, source: Source) -> NameKey:
    name, place = quotable(file.name), Place(str(file))
    if not is_inside(file, folder):
        return NameKey(diagnostics=(problem("clef-dehors", place=place, name=name),))
    if not file.is_file():  # a pipe would be waited for without end
        return NameKey(diagnostics=(problem("clef-pas-un-fichier", place=place, name=name),))
    try:
        workbook = read(file)
    except UnreadableError as unreadable:
        return NameKey(diagnostics=tuple(replace(d, place=place) for d in unreadable.diagnostics))
    table = _Table(source.data, place, name)
    for sheet in workbook.sheets:
        if sheet.rows and plain(sheet.name) != plain(HELP_SHEET):
            table.read(sheet)
    told = [*workbook.diagnostics, *table.told, *_strangers(table, source)]
    return NameKey(table.people, diagnostics=tuple(told), digest=workbook.digest)


def _strangers(table: _Table, source: Source) -> Iterator[Diagnostic]:
    """Identifiers that the register lacks, as far as all of that could be read."""
    if source.unread(("droits",)):
        return
    registered = {str(one).strip() for _, one in find(source.data, "droits", EACH, "personne")}
    if absent := [person for person in table.people if person not in registered]:
        people = listed([f"« {identifiers.shown(person)} »" for person in absent])
        yield _told("clef-inconnu", table.cells[absent[0]], warning=True, people=people)


@dataclass
class _Table:
    """What was read so far. `cells` are those of the identifiers, `owners` whose a name is."""

    data: Any
    file: Place
    name: str
    people: dict[str, Named] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    owners: dict[frozenset[str], str] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)

    def read(self, sheet: Sheet) -> None:
        if sheet.hidden:
            self.told.append(problem("clef-masquee", place=self.file, name=self.name))
            return
        heads = head_row(sheet, NAME_KEY)
        columns = _columns(heads)
        missing = [
            title
            for column, title in ((IDENTIFIER, NO_IDENTIFIERS), (NAME, NO_NAMES))
            if column not in columns
        ]
        if missing:
            lacking = listed(missing)
            told = problem("clef-colonnes", place=self.file, name=self.name, missing=lacking)
            self.told.append(told)
            return
        for row in sheet.rows:
            if row[0].row > heads[0].row:
                self._read_row({cell.column: cell for cell in row}, columns)

    def _read_row(self, cells: Mapping[int, Cell], columns: Mapping[str, int]) -> None:
        given = {key: cells[column] for key, column in columns.items() if column in cells}
        texts = {key: " ".join(cell.text.split()) for key, cell in given.items()}
        named = _named(texts)
        if IDENTIFIER in given:
            self._enter(given[IDENTIFIER], texts[IDENTIFIER], named)
        elif named.name:
            first = next(iter(given.values()))
            self.told.append(_told("clef-sans-identifiant", first))

    def _enter(self, cell: Cell, person: str, named: Named) -> None:
        """Of two names for one person the first counts."""
        shown = identifiers.shown(person)
        if shown == identifiers.HIDDEN:
            free = identifiers.free(self.data, self.people)
            self.told.append(_told("identifiant-nom", cell, warning=True, free=free))
        if not named.name:
            self.told.append(_told("clef-sans-nom", cell, warning=True, person=shown))
            return
        words = _words(named.name)
        if person in self.people:
            self._tell_twice(cell, person, shown, words)
            return
        if other := self.owners.get(words):
            values = {
                "person": shown,
                "other": identifiers.shown(other),
                "first": _at(self.cells[other]),
            }
            self.told.append(_told("clef-homonyme", cell, warning=True, **values))
        self.people[person], self.cells[person] = named, cell
        self.owners.setdefault(words, person)

    def _tell_twice(self, cell: Cell, person: str, shown: str, words: frozenset[str]) -> None:
        if words != _words(self.people[person].name):
            free = identifiers.free(self.data, self.people)
            first = _at(self.cells[person])
            self.told.append(_told("clef-double", cell, person=shown, first=first, free=free))


def _columns(heads: Sequence[Cell]) -> dict[str, int]:
    """What each column says that is understood; those of one's own are not read."""
    columns: dict[str, int] = {}
    for head in heads:
        if match := column_of(head.text, NAME_KEY):
            columns.setdefault(str(match.path[0]), head.column)
    return columns


def _named(texts: Mapping[str, str]) -> Named:
    """« Léa Martin », and « Martin Léa » where first and last name stand apart."""
    first, last = texts.get(FIRST_NAME, ""), texts.get(NAME, "")
    name = f"{first} {last}".strip()
    spellings = (name, f"{last} {first}") if first and last else (name,)
    return Named(name, spellings, texts.get(NAMELESS, ""))


def _words(name: str) -> frozenset[str]:
    """The same for « Léa Martin » and « MARTIN Léa »."""
    return frozenset(map(plain, name.replace("-", " ").split()))


def _told(slug: str, cell: Cell, *, warning: bool = False, **values: Any) -> Diagnostic:
    """At a cell, of which nothing is shown."""
    place = replace(cell.place, width=1, excerpt=())
    severity = Severity.WARNING if warning else Severity.ERROR
    return problem(slug, place=place, severity=severity, **values)


def _at(cell: Cell) -> str:
    return cell.place.beside
