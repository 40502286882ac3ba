"""Which day of the storyboard a cell means: by its date, its name, its number or its weekday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from ceremonie.sheets.cell import Value
from ceremonie.sheets.values import day_meant
from ceremonie.storyboard import dates
from ceremonie.storyboard.query import EACH, find
from ceremonie.text import plain, quoted, unaccented

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_NUMBERED = re.compile(r"(?:jour(?:nee)?|j)?\s*(?:n[°o]\s*)?(\d{1,2})")
_WITHOUT_YEAR = re.compile(r"(?:[a-z]+\.?\s+)?(\d{1,2})(?:er)?\s*(?:[-/. ]\s*)([a-z]+|\d{1,2})\.?")
_NAMING = ("id", "nom", "titre")


def number_of(value: Value, data: Any) -> int | None:
    """The day's number in `jours`, from 0; None where no day of it, or more than one, is meant."""
    days = [entry if isinstance(entry, dict) else {} for _, entry in find(data, "jours", EACH)]
    if date := day_meant(value):
        return _only(i for i, entry in enumerate(days) if _date(entry) == date)
    text = str(value)
    named = (
        i for i, one in enumerate(days) if plain(text) in {plain(str(one.get(k))) for k in _NAMING}
    )
    by_name = _only(named) if plain(text) else None
    return by_name if by_name is not None else _by_form(unaccented(text).strip(), days)


def _by_form(text: str, days: list[dict[str, Any]]) -> int | None:
    if numbered := _NUMBERED.fullmatch(text):
        number = int(numbered[1]) - 1
        return number if 0 <= number < len(days) else None
    if text in WEEKDAYS:
        wanted = WEEKDAYS.index(text)
        return _only(i for i, e in enumerate(days) if (d := _date(e)) and d.weekday() == wanted)
    if hit := _WITHOUT_YEAR.fullmatch(text):
        return _only(i for i, e in enumerate(days) if (d := _date(e)) and _is(d, hit[1], hit[2]))
    return None


def _is(day: dt.date, number: str, month: str) -> bool:
    """« 3 décembre », « 03/12 »."""
    return dates.meant(f"{number} {month} {day.year}") == day


def _date(entry: dict[str, Any]) -> dt.date | None:
    return dates.day(entry.get("date"))


def _only(numbers: Iterator[int]) -> int | None:
    several = list(numbers)
    return several[0] if len(several) == 1 else None


def names(data: Any) -> tuple[str, ...]:
    """What people may write for each day of the storyboard, in their order."""
    return tuple(
        _name(entry if isinstance(entry, dict) else {}, number)
        for number, (_, entry) in enumerate(find(data, "jours", EACH), 1)
    )


def _name(entry: dict[str, Any], number: int) -> str:
    if isinstance(entry.get("nom"), str):
        return str(entry["nom"])
    date = _date(entry)
    return f"{WEEKDAYS[date.weekday()]} {dates.said(date)}" if date else f"Jour {number}"


def listed(data: Any) -> str:
    """« mardi 3 décembre 2024 » ou « mercredi 4 décembre 2024 »."""
    return quoted(names(data)) or "les jours du storyboard"
