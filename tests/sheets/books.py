"""Spreadsheets as colleagues send them, written by the tests."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from ceremonie.diagnostics import Diagnostic
from ceremonie.storyboard import Reading, read

Rows = Sequence[Sequence[Any]]

BOARD = """\
edition: essai
titre: Journées de l'égalité
organisateur: Préfecture
tableau: {table}
ceremonie: {{date: 2024-12-05, lieu: Salle des fêtes}}
jours:
  - {{date: 2024-12-03, titre: Bouger}}
  - {{date: 2024-12-04, nom: Le grand jour}}
"""

HEADS = ("Jour", "Titre", "Commune", "Participants", "Thème")
ROW = ("03/12/2024", "Boxe", "Créteil", "Seniors", "sport")


def board(folder: Path, table: str = "tableau.xlsx", more: str = "") -> Path:
    path = folder / "storyboard.yaml"
    path.write_text(BOARD.format(table=table) + more, "utf-8")
    return path


def excel(path: Path, sheets: Mapping[str, Rows], merged: Mapping[str, str] | None = None) -> Path:
    """`merged` are ranges of the first sheet, with what they hold."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, dt.date):
                        page.write_datetime(number, column, _instant(value), day)
                    elif value is not None:
                        page.write(number, column, value)
        for where, value in (merged or {}).items():
            book.worksheets()[0].merge_range(where, value)
    return path


def _instant(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def text(path: Path, rows: Rows, sign: str = ";", encoding: str = "cp1252") -> Path:
    page = io.StringIO(newline="")
    csv.writer(page, delimiter=sign).writerows(rows)
    path.write_bytes(page.getvalue().encode(encoding))
    return path


_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def open_document(path: Path, name: str, rows: Rows, manifest: str = "") -> Path:
    """As LibreOffice writes it, with a thousand empty rows below."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"/>'
    content = (
        f"<office:document-content {_NAMES}><office:body><office:spreadsheet><table:table "
        f'table:name="{name}">{lines}{empty}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIMETYPE)
        package.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
        package.writestr("content.xml", content)
    return path


def _cell(value: Any) -> str:
    if isinstance(value, dt.date):
        kind, shown = f'"date" office:date-value="{value}"', f"{value:%d/%m/%Y}"
    elif isinstance(value, int):
        kind, shown = f'"float" office:value="{value}"', str(value)
    else:
        kind, shown = '"string"', html.escape(str(value))
    return f"<table:table-cell office:value-type={kind}><text:p>{shown}</text:p></table:table-cell>"


def told(reading: Reading | Path) -> set[tuple[str, str]]:
    """The code of each problem, and the cell where it is told."""
    found = read(reading) if isinstance(reading, Path) else reading
    return {(one.slug, where(one)) for one in found.diagnostics}


def where(one: Diagnostic) -> str:
    return f"{one.place.sheet} {one.place.cell}".strip() if one.place else ""


def workshops(reading: Reading) -> Iterable[tuple[int, str, str]]:
    """The day's number, the title and the commune of each."""
    assert reading.storyboard is not None, [one.render() for one in reading.diagnostics]
    return [
        (number, one.title, str(one.town))
        for number, day in enumerate(reading.storyboard.days, 1)
        for one in day.workshops
    ]
