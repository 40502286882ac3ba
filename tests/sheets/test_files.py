"""Files that cannot be read are told with the reason, at the line that names them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie.sheets import package
from ceremonie.storyboard import read

from .books import HEADS, ROW, board, excel, open_document, told, workshops

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _excel(folder: Path) -> bytes:
    return excel(folder / "whole.xlsx", {"Ateliers": [HEADS, ROW]}).read_bytes()


def _package(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in parts.items():
            opened.writestr(name, text)
    return data.getvalue()


SHEET, NAMES = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"


def _parts(table: Path) -> dict[str, str]:
    with zipfile.ZipFile(table) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def _with(folder: Path, row: str, old: str = "</sheetData>") -> bytes:
    """A whole table with one more row as other programs may write it."""
    parts = _parts(excel(folder / "far.xlsx", {"Ateliers": [HEADS, ROW]}))
    return _package(parts | {SHEET: parts[SHEET].replace(old, row + old)})


def _moved(folder: Path, there: bool) -> bytes:
    """The workbook names a sheet in another folder, which holds a cell far away, or is not."""
    parts = _parts(excel(folder / "far.xlsx", {"Ateliers": [HEADS, ROW]}))
    parts[NAMES] = parts[NAMES].replace('"worksheets/sheet1.xml"', "'/xl/Autres/a.xml'")
    far = "<row r='2000'><c r='ZZ2000'><v>1</v></c></row></sheetData>"
    moved = {"xl/autres/A.xml": parts.pop(SHEET).replace("</sheetData>", far)}
    return _package(parts | moved if there else parts)


def _open(folder: Path, old: str, new: str) -> bytes:
    parts = _parts(open_document(folder / "repeated.ods", "Ateliers", [("x",)]))
    content = parts["content.xml"].replace(old, new, 1)
    return _package(parts | {"content.xml": content})


def _often(name: str, times: int) -> str:
    return f"table:number-{name}-repeated='{times}'"


FAR: dict[str, Callable[[Path], bytes]] = {
    "a cell": lambda f: _with(f, '<row r="2000"><c r="ZZ2000"><v>1</v></c></row>'),
    "in single quotes": lambda f: _with(f, "<row r='2000'><c r='ZZ2000'><v>1</v></c></row>"),
    "in small letters": lambda f: _with(f, '<row r="2000"><c r="zz2000"><v>1</v></c></row>'),
    "counted": lambda f: _with(f, "<row/>" * 1998 + f"<row>{'<c/>' * 701}<c><v>1</v></c></row>"),
    "in another folder": lambda f: _moved(f, there=True),
    "rows without end": lambda f: _open(f, "row>", f"row {_often('rows', 2000000)}>"),
    "cells without end": lambda f: _open(f, "cell", f"cell {_often('columns', 2000000)}"),
    "empty cells": lambda f: _open(
        f, "<table:table-cell", f"<table:table-cell {_often('columns', 5000000)}/><table:table-cell"
    ),
}


BROKEN: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    "half saved": ("tableau-abime", lambda folder: _excel(folder)[:3000]),
    "damaged inside": (
        "tableau-abime",
        lambda _: _package({"xl/workbook.xml": "<workbook", "xl/worksheets/sheet1.xml": "<a"}),
    ),
    "protected": ("tableau-protege", lambda _: OLE + "EncryptedPackage".encode("utf-16-le")),
    "protected, open": (
        "tableau-protege",
        lambda f: open_document(f / "p.ods", "A", [], "<manifest:encryption-data/>").read_bytes(),
    ),
    "old": ("tableau-autre-format", lambda _: OLE + bytes(2000)),
    "a letter": ("tableau-autre-format", lambda _: _package({"word/document.xml": "<a/>"})),
    "a picture": ("tableau-autre-format", lambda _: b"\xff\xd8\xff\xe0" + bytes(200)),
    "no text": ("tableau-autre-format", lambda _: bytes(range(256)) * 20),
    "a sheet that is not there": ("tableau-abime", lambda f: _moved(f, there=False)),
    "abbreviations": ("tableau-abime", lambda f: _with(f, "<!DOCTYPE a>", "<worksheet")),
    "spaces without end": (
        "tableau-trop-grand",
        lambda f: _open(f, "<text:p>", "<text:p><text:s text:c='90000000'/>"),
    ),
    "a long text without end": (
        "tableau-trop-grand",
        lambda f: _open(
            f, "cell", f"cell office:string-value='{'x' * 100}' {_often('columns', 900000)}"
        ),
    ),
    "empty": ("tableau-vide", lambda _: b""),
}


BROKEN |= {f"far: {kind}": ("tableau-cellule-au-loin", made) for kind, made in FAR.items()}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_cannot_be_read_is_told_at_the_line_that_names_it(
    tmp_path: Path, kind: str
) -> None:
    slug, made = BROKEN[kind]
    (tmp_path / "tableau.xlsx").write_bytes(made(tmp_path))
    (one,) = read(board(tmp_path)).diagnostics
    assert one.slug == slug
    assert one.remedy
    assert one.place
    assert (one.place.line, one.place.cell) == (4, "")


def _told_of(folder: Path, row: str) -> set[tuple[str, str]]:
    (folder / "tableau.xlsx").write_bytes(_with(folder, row))
    return told(board(folder))


def test_what_a_formula_came_to_is_told_however_the_cell_is_written(tmp_path: Path) -> None:
    day, one = "<c r='A4'><v>45629</v></c>", "<c t='e'><v>#N/A</v></c>"
    other = "<c r='C4' t=\"e\"><f>1</f><v>#REF!</v></c>"
    assert _told_of(tmp_path, f"<row r='4'>{day}{one}{other}</row>") == {
        ("tableau-formule-rompue", "Ateliers B4"),
        ("tableau-formule-rompue", "Ateliers C4"),
    }


@pytest.mark.parametrize("value", ["NaN", "inf", "-1e999"])
def test_a_number_that_is_none_is_told_at_its_cell(tmp_path: Path, value: str) -> None:
    row = f"<row><c><v>{value}</v></c><c><v>1</v></c></row>"
    assert ("tableau-jour-inconnu", "Ateliers A3") in _told_of(tmp_path, row)


def test_a_number_is_shown_as_the_spreadsheet_shows_it(tmp_path: Path) -> None:
    town = "<c t='inlineStr'><is><t>Orly</t></is></c>"
    row = f"<row><c><v>45629</v></c><c><v>0.30000000000000004</v></c>{town}</row>"
    (tmp_path / "tableau.xlsx").write_bytes(_with(tmp_path, row))
    assert [title for _, title, _ in workshops(read(board(tmp_path)))] == [ROW[1], "0,3"]


def test_a_file_that_unpacks_to_far_more_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 1000)
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [HEADS, ROW]})
    assert [one.slug for one in read(board(tmp_path)).diagnostics] == ["tableau-trop-grand"]


@pytest.mark.parametrize(
    ("named", "slug", "word"),
    [("tablaeu.xlsx", "tableau-introuvable", "tableau.xlsx"), ("../x.xlsx", "tableau-dehors", "x")],
)
def test_a_file_that_is_not_there_is_told_with_the_one_that_is(
    tmp_path: Path, named: str, slug: str, word: str
) -> None:
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [HEADS, ROW]})
    (one,) = read(board(tmp_path, named)).diagnostics
    assert one.slug == slug
    assert word in one.message + one.remedy


@pytest.mark.parametrize("lock", ["~$tableau.xlsx", "~$bleau.xlsx", ".~lock.tableau.xlsx#"])
def test_a_table_that_is_open_elsewhere_is_read_and_told(tmp_path: Path, lock: str) -> None:
    excel(tmp_path / "tableau.xlsx", {"Ateliers": [HEADS, ROW]})
    (tmp_path / lock).write_bytes(b"")
    reading = read(board(tmp_path))
    assert reading.storyboard is not None
    assert [one.slug for one in reading.diagnostics] == ["tableau-ouvert"]
