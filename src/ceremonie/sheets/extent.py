"""How far the cells of a spreadsheet reach, looked at before a library reads it.

A library that reads sheets holds every cell between the first and the last that are filled, and
every repetition: a file of a kilobyte may ask for more memory than there is. So each part is first
read as XML, piece by piece, and positions are counted as the library (calamine) counts them. The
cells whose formula came to nothing, which the library leaves empty, are found on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zipfile import ZipFile

from ceremonie.sheets import package
from ceremonie.sheets.markup import Seen, local, scan, whole
from ceremonie.sheets.package import MOST_CELLS, Kind, RefusedError

MOST_IN_ALL = 4_000_000
"""Cells of all sheets together."""

_LONGEST_ERROR = 40
"""Letters of a failed formula that are shown: « #REF! » has five."""


@dataclass(frozen=True)
class Failed:
    """A cell whose formula came to nothing, and what is shown in it."""

    sheet: str
    row: int
    column: int
    shown: str


def looked_at(data: bytes, form: Kind) -> tuple[Failed, ...]:
    """The cells whose formula came to nothing. Raises RefusedError where the filled cells lie too
    far apart, where there is too much text, or where a part is no XML or not there.
    """
    size = _Size()
    with package.opened(data) as archive:
        if form is Kind.OPEN_DOCUMENT:
            scan(package.part(archive, "content.xml"), _Table(size))
            return ()
        return tuple(_excel(archive, size))


class _Size:
    """What all sheets ask for; refused as soon as it is too much."""

    def __init__(self) -> None:
        self.rows = self.columns = self.before = self.letters = 0

    def sheet(self) -> None:
        """Another one begins."""
        self.before += self.rows * self.columns
        self.rows = self.columns = 0

    def reach(self, row: int, column: int) -> None:
        """A cell that holds something."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        area = self.rows * self.columns
        if area > MOST_CELLS or self.before + area > MOST_IN_ALL:
            raise RefusedError("tableau-cellule-au-loin")

    def write(self, letters: int) -> None:
        self.letters += letters
        if self.letters > package.MOST_UNPACKED:
            raise RefusedError("tableau-trop-grand")


def _excel(archive: ZipFile, size: _Size) -> Iterator[Failed]:
    """Every part that holds rows is looked at, named by the workbook or not: the library may
    understand a name in another way.
    """
    names = _sheets(archive)
    lengths = _Lengths()
    for item in archive.infolist():
        if _plain(item.filename) == "xl/sharedstrings.xml":
            scan(package.part(archive, item), lengths)
    for item in archive.infolist():
        part = package.part(archive, item)
        sheet = names.pop(_plain(item.filename), "")
        if sheet or b"sheetData" in part:
            size.sheet()
            scan(part, cells := _Cells(sheet, size, lengths.letters))
            yield from cells.failed
    if names:  # what the workbook names is not there
        raise RefusedError("tableau-abime")


def _plain(path: str) -> str:
    """Large and small letters are the same in the name of a part (ECMA-376 part 2, 6.2.2.3)."""
    return path.replace("\\", "/").lower()


def _sheets(archive: ZipFile) -> dict[str, str]:
    """File in the package → name of the sheet."""
    relations = _elements(package.part(archive, "xl/_rels/workbook.xml.rels"), "Relationship")
    files = {one.get("Id", ""): _plain(_path(one.get("Target", ""))) for one in relations}
    sheets = _elements(package.part(archive, "xl/workbook.xml"), "sheet")
    return {files.get(one.get("id", ""), ""): one.get("name", "") for one in sheets}


def _path(target: str) -> str:
    if target.startswith("/xl/"):
        return target[1:]
    return target if target.startswith("xl/") else f"xl/{target}"


def _elements(part: bytes, name: str) -> list[dict[str, str]]:
    """The attributes of each element of this name."""
    scan(part, elements := _Elements(name))
    return elements.attributes


class _Elements(Seen):
    def __init__(self, name: str) -> None:
        self.name, self.attributes = name, list[dict[str, str]]()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == self.name:
            self.attributes.append({local(key): value for key, value in attributes.items()})


class _Lengths(Seen):
    """How many letters each of the texts has that the cells share."""

    def __init__(self) -> None:
        self.letters: list[int] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "si":
            self.letters.append(0)

    def text(self, written: str) -> None:
        if self.letters:
            self.letters[-1] += len(written)


_REFERENCE = re.compile(r"\$?([A-Za-z]{1,9})\$?([0-9]{1,9})")


class _Cells(Seen):
    """A sheet of Excel. A row that does not tell its number follows the one above, a cell that does
    not tell its place the one to the left; a cell without anything in it counts for nothing.
    """

    def __init__(self, sheet: str, size: _Size, shared: Sequence[int]) -> None:
        self.sheet, self.size, self.shared = sheet, size, shared
        self.failed: list[Failed] = []
        self.row = self.column = 1
        self.at: tuple[int, int] | None = None
        self.type = self.value = ""
        self.in_value = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = local(name)
        if name == "row" and "r" in attributes:
            self.row = whole(attributes["r"])
        elif name == "c":
            self.at = self._place(attributes.get("r"))
            self.column = self.at[1] + 1
            self.type, self.value = attributes.get("t", ""), ""
        elif self.at is not None:
            self.size.reach(*self.at)
            self.in_value = name == "v" and self.type in {"e", "s"}

    def _place(self, reference: str | None) -> tuple[int, int]:
        if reference is None:
            return self.row, self.column
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise RefusedError("tableau-abime")
        return int(match[2]), number(match[1].upper())

    def text(self, written: str) -> None:
        if self.in_value:
            self.value += written[:_LONGEST_ERROR]

    def end(self, name: str) -> None:
        name = local(name)
        if name == "row":
            self.row, self.column = self.row + 1, 1
        elif name == "v":
            self.in_value = False
        elif name == "c" and self.at is not None:
            self._close(*self.at)
            self.at = None

    def _close(self, row: int, column: int) -> None:
        value = self.value.strip()
        if self.type == "e" and value:
            self.failed.append(Failed(self.sheet, row, column, value[:_LONGEST_ERROR]))
        elif self.type == "s" and value:
            index = whole(value)
            self.size.write(self.shared[index] if index < len(self.shared) else 0)


def number(name: str) -> int:
    """The column of this name: A → 1, AA → 27."""
    value = 0
    for letter in name:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value


_CELLS = {"table:table-cell", "table:covered-table-cell"}


class _Table(Seen):
    """The sheets of an .ods, where rows, cells and spaces may be repeated, empty or not. The
    library holds the empty cells of a row too, up to where its last one begins.
    """

    def __init__(self, size: _Size) -> None:
        self.size = size
        self.inside = False
        self.row = self.column = self.held = 0
        self.down = self.across = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table:table" and not self.inside:
            self.size.sheet()
            self.inside, self.row = True, 0
        elif name == "table:table-row":
            self.down = _repeated(attributes, "rows")
            self.row, self.column = self.row + self.down, 0
        elif name in _CELLS:
            self._cell(attributes)
        elif name == "text:s":
            self._write(whole(attributes.get("text:c", "1")))

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self._hold(self.across)
        self.across = _repeated(attributes, "columns")
        self.column += self.across
        if any("value" in key or "formula" in key for key in attributes):
            self.size.reach(self.row, self.column)
            self._write(sum(map(len, attributes.values())))

    def _hold(self, cells: int) -> None:
        self.held += cells
        if self.held > MOST_IN_ALL:
            raise RefusedError("tableau-cellule-au-loin")

    def _write(self, letters: int) -> None:
        """In a cell that is repeated, the text is too."""
        self.size.write(letters * max(1, self.across) * max(1, self.down))

    def text(self, written: str) -> None:
        if self.across:
            self._write(len(written))

    def end(self, name: str) -> None:
        if name == "table:table":
            self.inside = False
        elif name == "table:table-row":
            self.across = 0


def _repeated(attributes: Mapping[str, str], what: str) -> int:
    return whole(attributes.get(f"table:number-{what}-repeated", "1"))
