"""conducteur.xlsx: the table as Ontime imports it with nothing to set, and the film's shots.

The rules of Ontime (github.com/cpvalente/ontime), read in its sources:

- `apps/server/src/api-data/excel/excel.service.ts`: the sheet is asked for by its name, and rows
  are taken as the texts that cells show (SheetJS, `sheet_to_json` with `header: 1, raw: false`);
  empty ones are left out. The name that the client's form offers (`createDefaultFormValues`) is
  « event schedule ».
- `packages/utils/src/feature/spreadsheet-import/spreadsheetImport.ts`, `defaultImportMap`: which
  head means which field: cue, title, time start, time end, duration, link start, notes, colour,
  timer type, end action, skip, flag, count to end, warning time, danger time, id. Heads count
  wherever they stand, whatever their case and the spaces around them.
- `apps/server/src/api-data/excel/excel.parser.ts`: a row whose « timer type » is neither empty nor
  one that it knows (count-down, count-up, clock, none, event, group, milestone…) is dropped. Where
  « link start » is not « false », an event begins as the one before it ends, whatever stands under
  « time start ».
- `apps/server/src/utils/time.ts`, `parseExcelDate`, and
  `packages/utils/src/date-utils/parseUserTime.ts`: « 18:30:05 » is hours, minutes, seconds, in a
  time and in a length alike; a bare number would be minutes. So both are written as such texts,
  which no time zone moves.
- `excel.utils.ts`, `getCustomFieldData`: further columns are custom fields, which the person who
  imports names. Their labels hold Latin letters without accents, digits and spaces alone: so do
  these heads.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

from ceremonie.edition.running_order import table
from ceremonie.edition.running_order.table import Line
from ceremonie.planning.cueing import heads
from ceremonie.planning.model import Plan
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour

SHEET, FILM_SHEET = "event schedule", "film"
"""The name that Ontime offers, and that of the film's shots."""

TIMER, END_ACTION = "count-down", "none"
"""The names that Ontime knows for a timer that counts down, and for nothing that happens then."""

FIELD_WIDTHS = (6, 30, 11, 11, 11, 9, 60)
"""In signs, as all widths here."""

CUSTOM = (
    ("Qui parle", 24),
    ("Micro", 14),
    ("Son", 20),
    ("Lumière", 20),
    ("Écran", 26),
    ("Top", 20),
    ("Cumul", 10),
    (heads.TASKS, 36),
    (heads.KNOWN, 36),
)
"""Custom fields; one's own follow them."""

SETTING_WIDTHS = (12, 11, 10, 16)
"""Fields that only Ontime reads."""

OWN_WIDTH = 20
FILM_WIDTHS = (10, 24, 50, 10)

_COLOURS: Mapping[Section, Colour] = {
    Section.OPENING: Colour.MIDDLE,
    Section.SPEECHES: Colour.MIDDLE,
    Section.FILM: Colour.INK,
    Section.PERFORMANCES: Colour.BRIGHT,
    Section.INTERLUDES: Colour.BRIGHT,
}
"""Who has the floor, the film and the stage are told apart; all else is deep."""


def workbook(plan: Plan) -> bytes:
    """The whole file, the same bytes each time: its date is the ceremony's."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": dt.datetime.combine(plan.date, dt.time())})
        looks = _looks(book)
        _fill_evening(book.add_worksheet(SHEET), plan, looks)
        _fill_film(book.add_worksheet(FILM_SHEET), plan, looks)
    return file.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
    head = {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": "#2B2D6E"}
    return {"cell": book.add_format(base), "head": book.add_format(head)}


def _fill_evening(page: Any, plan: Plan, looks: Mapping[str, Any]) -> None:
    own = [(head, OWN_WIDTH) for head in plan.evening.columns]
    custom = [(heads.label(head), width) for head, width in (*CUSTOM, *own)]
    fields = zip(heads.FIELDS, FIELD_WIDTHS, strict=True)
    columns = (*fields, *custom, *zip(heads.SETTINGS, SETTING_WIDTHS, strict=True))
    rows = [_row(line, plan) for line in table.lines(plan)]
    _fill(page, columns, rows, looks)
    page.freeze_panes(1, 2)


def _row(line: Line, plan: Plan) -> tuple[str, ...]:
    row = line.row
    follows = row.number > 1 and not line.gap
    known = (*row.know, *filter(None, (line.names, line.gap)))
    return (
        *(str(row.number), row.title, line.start, line.stop, table.digits(row.seconds)),
        *("true" if follows else "false", "\n".join(row.say)),
        *(row.voice, row.microphone, line.sound, row.light, line.screen, row.words, line.total),
        *("\n".join(row.do), "\n".join(known), *row.columns),
        *(TIMER, END_ACTION, f"#{plan.palette.hex(_colour(row.section))}", row.id),
    )


def _colour(section: Section) -> Colour:
    return _COLOURS.get(section, Colour.DEEP)


def _fill_film(page: Any, plan: Plan, looks: Mapping[str, Any]) -> None:
    columns = tuple(zip(table.SHOT_HEADS, FILM_WIDTHS, strict=True))
    _fill(page, columns, [shot.cells for shot in table.shots(plan)], looks)
    page.freeze_panes(1, 0)


def _fill(
    page: Any,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str]],
    looks: Mapping[str, Any],
) -> None:
    """Every cell is a text: nothing becomes a formula, a link or a date of somebody's time zone."""
    for number, (head, width) in enumerate(columns):
        page.set_column(number, number, width)
        page.write_string(0, number, head, looks["head"])
    for at, cells in enumerate(rows, 1):
        for number, cell in enumerate(cells):
            page.write_string(at, number, cell, looks["cell"])
    page.set_landscape()
    page.set_paper(9)  # A4
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
