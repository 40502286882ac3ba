"""Dates as people write them: the one form that is read, and the form that was probably meant."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ceremonie.text import unaccented

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

FORM = "AAAA-MM-JJ"
"""How a date is written: year, month, day."""

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s*[-/.]?\s*(?P<month>\d{1,2})\s*[-/.]?\s*(?P<day>\d{1,2})"
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})\s*[-/. ]\s*(?P<month>\d{1,2})\s*[-/. ]\s*(?P<year>\d{4}|\d{2})"
)
_IN_WORDS = re.compile(
    r"(?:[a-z]+\.? +)?(?P<day>\d{1,2})(?:er)?[ -]+(?P<month>[a-z]+)\.?[ -]+(?P<year>\d{4})"
)
_TIME = re.compile(r"[T ]\d{1,2}[:h]\d{2}.*$")


def is_iso(text: str) -> bool:
    """Whether the text has the form AAAA-MM-JJ; the day may still not exist."""
    return _ISO.fullmatch(text, endpos=len(text)) is not None and text.isascii()


def day(text: object) -> dt.date | None:
    """The day written AAAA-MM-JJ, None for every other form and for days that do not exist."""
    if not isinstance(text, str) or not is_iso(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True)
class Written:
    """A day in numbers as it was written, be there such a day or not."""

    year: int
    month: int
    number: int

    @property
    def day(self) -> dt.date | None:
        """The day that was probably meant, month and day in the order in which they exist."""
        return _existing(self.year, self.month, self.number) or _existing(
            self.year, self.number, self.month
        )


def written(text: str) -> Written | None:
    """The parts of « 28/11/2023 », « 28 novembre 2023 », « 2023-28-11 »: the day comes before the
    month, but for what begins with the year.
    """
    bare = _TIME.sub("", text.strip())
    if parts := _YEAR_FIRST.fullmatch(bare) or _DAY_FIRST.fullmatch(bare):
        year, month, number = (int(parts[name]) for name in ("year", "month", "day"))
        return Written(year + 2000 if year < 100 else year, month, number)
    words = _IN_WORDS.fullmatch(unaccented(bare))
    named = _month(words["month"]) if words else None
    return Written(int(words["year"]), named, int(words["day"])) if words and named else None


def meant(text: str) -> dt.date | None:
    """The day that was probably meant, in whatever form it is written."""
    parts = written(text)
    return parts.day if parts else None


def last_of_month(text: str) -> dt.date | None:
    """The last day of the month that was written; None if there is no such month."""
    parts = written(text)
    if parts is None or not 1 <= parts.month <= 12 or not 1 <= parts.year <= dt.MAXYEAR:
        return None
    return dt.date(parts.year, parts.month, calendar.monthrange(parts.year, parts.month)[1])


def said(day: dt.date) -> str:
    """« 1er décembre 2023 »."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


def why_impossible(text: str) -> str:
    """What is wrong with a date whose day does not exist."""
    parts = written(text)
    if parts is None:
        return "ce n'est pas un jour"
    year, month, number = parts.year, parts.month, parts.number
    if not 1 <= month <= 12:
        return f"il n'y a pas de mois {month:02d}"
    if year < 1 or number < 1:
        return "une date commence à l'an 1, au jour 1"
    length = calendar.monthrange(year, month)[1]
    return f"{MONTHS[month - 1]} {year} n'a que {length} jours"


def _existing(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    """Months may be shortened: « nov », « déc »."""
    months = [
        i for i, name in enumerate(MONTHS, 1) if len(word) > 2 and unaccented(name).startswith(word)
    ]
    return months[0] if len(months) == 1 else None


_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WITHIN = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAYS)}) +)?(?<!\d)(?P<day>\d{{1,2}})(?:er)? +"
    rf"(?P<month>{'|'.join(map(unaccented, MONTHS))})\b(?: +(?P<year>20\d\d)\b)?"
)
_NUMBERS_WITHIN = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>20\d\d)(?![\d/-])"
)


@dataclass(frozen=True)
class Mentioned:
    """A day that a text says: without its `year`, or with its `weekday` (0 is Monday), or not."""

    number: int
    month: int
    year: int | None
    weekday: int | None

    @property
    def said(self) -> str:
        """« vendredi 6 décembre 2024 »."""
        day = "1er" if self.number == 1 else str(self.number)
        named = [] if self.weekday is None else [_WEEKDAYS[self.weekday]]
        year = [] if self.year is None else [str(self.year)]
        return " ".join((*named, day, MONTHS[self.month - 1], *year))

    def is_on(self, date: dt.date) -> bool:
        """Whether it means this date, as far as it says."""
        return (
            (self.number, self.month) == (date.day, date.month)
            and self.year in (None, date.year)
            and self.weekday in (None, date.weekday())
        )


def mentioned(text: str) -> Iterator[Mentioned]:
    """The days within a text: « vendredi 6 décembre », « 06/12/2024 »."""
    bare = " ".join(unaccented(text).split())
    for match in _WITHIN.finditer(bare):
        month, weekday = _month(match["month"]), match["weekday"]
        if month:
            named = _WEEKDAYS.index(weekday) if weekday else None
            year = int(match["year"]) if match["year"] else None
            yield Mentioned(int(match["day"]), month, year, named)
    for match in _NUMBERS_WITHIN.finditer(bare):
        if 1 <= int(match["month"]) <= len(MONTHS):
            yield Mentioned(int(match["day"]), int(match["month"]), int(match["year"]), None)


def said_in_full(day: dt.date) -> str:
    """« vendredi 1er décembre 2023 »."""
    return f"{_WEEKDAYS[day.weekday()]} {said(day)}"
