"""The spreadsheet for colleagues, as an .xlsx: a sheet a list, with drop-down lists, protected
heads and what the storyboard already says. Every text is written as a text: nothing becomes a
formula.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import UsageError
from ceremonie.files import appearing
from ceremonie.messages import problem
from ceremonie.sheets.kinds import DAY, HELP_SHEET, Form
from ceremonie.sheets.offer import OfferedColumn, OfferedSheet, Shown, offered

NAME = "tableau.xlsx"
LISTS = "_listes"
"""The hidden sheet that holds the values of the drop-down lists."""

ROWS = 1000
"""So many rows have drop-down lists."""

_HEAD, _HELP, _EXAMPLE, _FIRST = 0, 1, 2, 3
"""Rows: the heads, what to write below them, an example, the first entry."""

_INK, _FIELD, _SOFT, _PAPER = "#FFFFFF", "#2B2D6E", "#5A5F73", "#F3F2FA"
_FONT = "Calibri"
_NARROWEST, _WIDEST, _LONG = 16, 34, 46
"""Signs: widths of columns; those of sentences are `_LONG`."""

_INDENT = 3
"""Signs that the space around a text takes."""

_DENSITY = 1.1
"""Signs of running text in the room of one that is as wide as a digit."""

_LINE, _BOLD_LINE, _AIR = 15, 21, 4
"""Points: the height of a line, of one in bold with air around it, and the air around others."""

_SMALL_PRINT = 60
"""Per cent of the size on screen, for wider ones."""

_INSTRUCTED = 90
"""Signs: the width of the instructions."""

_ON_A_PAGE = 260
"""Signs: so wide a sheet can still be read on one page across."""

_ALLOWED = dict.fromkeys(
    ("format_cells", "format_columns", "format_rows", "insert_rows", "insert_columns",
     "delete_rows", "sort", "autofilter"), True)  # fmt: skip
"""What a protected sheet lets people do."""

_TITLE = "Comment remplir ce tableau"
_INSTRUCTIONS = (
    "Une feuille par liste ; une ligne par atelier, témoignage, personne, prix ou partenaire.",
    "Les colonnes dont le titre finit par * sont indispensables, les autres peuvent rester vides.",
    "Les lignes « Aide » et « Exemple » ne sont pas reprises.",
    "Une case qui a une flèche propose une liste : choisissez-y.",
    "Plusieurs valeurs dans une case (partenaires, points) se séparent par des points-virgules.",
    "Les dates s'écrivent comme d'habitude : 03/12/2024, ou 3 décembre 2024.",
    "Une photo : le nom de son fichier, tel qu'il est dans le dossier (photos/boxe.jpg), et une "
    "phrase qui dit ce que l'on y voit.",
    "Les personnes que l'on reconnaît sur une photo : leur identifiant (P012), « foule » ou "
    "« aucune » ; jamais leur nom.",
    "Une colonne à vous peut être ajoutée à droite : elle n'est pas lue.",
)


def write_table(data: Any, folder: Path, name: str = NAME, *, register: bool = False) -> Path:
    """Write `name` into the edition's folder; `data` is what its storyboard says. Where that has a
    `register` in a file of its own, there is no sheet of consents.

    Raises UsageError where a file of this name is there or it is no name of an .xlsx, and OSError
    as the system does.
    """
    target = folder / name
    if Path(name).name != name or target.suffix.lower() != ".xlsx":
        raise UsageError(problem("tableau-nom", name=name))
    if target.exists():
        free = free_name(target)
        raise UsageError(problem("tableau-existe", name=name, free=free, folder=folder.name))
    with appearing(target) as partial:
        partial.touch()  # the writer wraps what the system says in an error of its own
        _write(offered(data, register=register), partial)
    return target


def free_name(target: Path) -> str:
    """« tableau-2.xlsx », or the next that no file has."""
    number = 2
    while target.with_stem(f"{target.stem}-{number}").exists():
        number += 1
    return f"{target.stem}-{number}{target.suffix}"


def _write(sheets: Sequence[OfferedSheet], file: Path) -> None:
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(file), options) as workbook:
        looks = _looks(workbook)
        _instruct(workbook.add_worksheet(HELP_SHEET), looks)
        pages = [workbook.add_worksheet(sheet.kind.sheet) for sheet in sheets]
        lists = _Lists(workbook.add_worksheet(LISTS))
        for sheet, page in zip(sheets, pages, strict=True):
            _fill(page, sheet, looks, lists)
        pages[0].activate()


def _looks(workbook: Any) -> dict[str, Any]:
    base = {
        "font_name": _FONT,
        "font_size": 11,
        "valign": "top",
        "text_wrap": True,
        "align": "left",
        "indent": 1,
    }
    soft = {**base, "italic": True, "font_color": _SOFT}
    free = {**base, "locked": False}
    looks = {
        "head": {**base, "bold": True, "font_color": _INK, "bg_color": _FIELD, "valign": "vcenter"},
        "help": {
            **soft,
            "bg_color": _PAPER,
            "font_size": 10,
            "valign": "vcenter",
            "bottom": 1,
            "bottom_color": _FIELD,
        },
        "example": {**soft, "valign": "vcenter", "locked": False},
        "free": free,
        "day": {**free, "num_format": "dd/mm/yyyy", "align": "left"},
        "title": {**base, "bold": True, "font_size": 18, "font_color": _FIELD},
        "words": {**base, "font_size": 12},
    }
    return {name: workbook.add_format(look) for name, look in looks.items()}


def _instruct(page: Any, looks: dict[str, Any]) -> None:
    page.hide_gridlines(2)
    page.set_column(0, 0, _INSTRUCTED)
    page.write_string(0, 0, _TITLE, looks["title"])
    for row, words in enumerate(_INSTRUCTIONS, 2):
        page.write_string(row, 0, words, looks["words"])
        page.set_row(row, _height([words], [_INSTRUCTED]) + _AIR)
    page.set_row(0, 2 * _LINE)
    page.protect()


class _Lists:
    """The values of drop-down lists, a column each: a list in the rule itself would be cut at 255
    signs.
    """

    def __init__(self, page: Any) -> None:
        self._page, self._places = page, dict[tuple[str, ...], str]()
        page.hide()

    def place(self, choices: tuple[str, ...]) -> str:
        """The formula of the range that holds them."""
        from xlsxwriter.utility import xl_range_abs

        if choices not in self._places:
            column = len(self._places)
            for row, choice in enumerate(choices):
                self._page.write_string(row, column, choice)
            cells = xl_range_abs(0, column, len(choices) - 1, column)
            self._places[choices] = f"='{LISTS}'!{cells}"
        return self._places[choices]


def _fill(page: Any, sheet: OfferedSheet, looks: dict[str, Any], lists: _Lists) -> None:
    for number, one in enumerate(sheet.columns):
        day = one.column.form is Form.DAY and one.column.path != (DAY,)
        page.set_column(number, number, _width(one, sheet, number), looks["day" if day else "free"])
        page.write_string(_HEAD, number, one.head, looks["head"])
        page.write_string(_HELP, number, sheet.help[number], looks["help"])
        _write_value(page, (_EXAMPLE, number), sheet.example[number], looks["example"])
        if one.choices:
            page.data_validation(_EXAMPLE, number, ROWS, number, _rule(one, lists))
        for row, values in enumerate(sheet.rows, _FIRST):
            _write_value(page, (row, number), values[number], looks["day" if day else "free"])
    page.set_column(len(sheet.columns), 255, None, looks["free"])
    _set_heights(page, sheet)
    page.freeze_panes(_HELP + 1, 2 if sheet.columns[0].column.path == (DAY,) else 1)
    page.protect("", _ALLOWED)
    _for_paper(page, sheet)


def _set_heights(page: Any, sheet: OfferedSheet) -> None:
    """Programs do not make room by themselves for texts over several lines."""
    widths = [_width(one, sheet, number) for number, one in enumerate(sheet.columns)]
    heads = [one.head for one in sheet.columns]
    page.set_row(_HEAD, _LINE + max(_BOLD_LINE, _height(heads, widths)))
    page.set_row(_HELP, _height(sheet.help, widths))
    for row, values in enumerate((sheet.example, *sheet.rows), _EXAMPLE):
        page.set_row(row, _height(values, widths))


def _height(values: Sequence[Shown], widths: Sequence[int]) -> float:
    """Points for the longest of these texts, as wide as its column."""
    lines = (
        sum(
            math.ceil(max(1, len(line)) / (_DENSITY * (width - _INDENT)))
            for line in str(value).split("\n")
        )
        for value, width in zip(values, widths, strict=True)
    )
    return _LINE * max(lines) + _AIR


def _for_paper(page: Any, sheet: OfferedSheet) -> None:
    """A wide sheet goes on over several pages, each with the heads and the first columns."""
    page.set_landscape()
    page.set_paper(9)  # A4
    page.repeat_rows(_HEAD)
    if sum(_width(one, sheet, n) for n, one in enumerate(sheet.columns)) <= _ON_A_PAGE:
        page.fit_to_pages(1, 0)
    else:
        page.repeat_columns(0, 1)
        page.set_print_scale(_SMALL_PRINT)


def _width(one: OfferedColumn, sheet: OfferedSheet, number: int) -> int:
    if one.long:
        return _LONG
    texts = [one.head, sheet.example[number], *(row[number] for row in sheet.rows)]
    longest = max(len(str(text or "")) for text in (*texts, *one.choices))
    return max(_NARROWEST, min(_WIDEST, longest + 3))


def _rule(one: OfferedColumn, lists: _Lists) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": lists.place(one.choices),
        "show_error": one.strict,
        "error_title": "Valeur inconnue",
        "error_message": "Choisissez dans la liste, ou laissez vide.",
    }


def _write_value(page: Any, at: tuple[int, int], value: Shown, look: Any) -> None:
    match value:
        case None | "":
            page.write_blank(*at, None, look)
        case dt.date():
            page.write_datetime(*at, dt.datetime.combine(value, dt.time()), look)
        case int() | float():
            page.write_number(*at, value, look)
        case str():
            page.write_string(*at, value, look)
