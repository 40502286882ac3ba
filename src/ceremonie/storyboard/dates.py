"""Dates as people write them: the one form that is read, and the form that was probably meant."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

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


def meant(text: str) -> dt.date | None:
    """The day that was probably meant by « 28/11/2023 », « 28 novembre 2023 », « 2023-28-11 »."""
    bare = _TIME.sub("", text.strip())
    for parts in (_YEAR_FIRST.fullmatch(bare), _DAY_FIRST.fullmatch(bare)):
        if parts:
            year, month, number = (int(parts[name]) for name in ("year", "month", "day"))
            return _existing(year, month, number) or _existing(year, number, month)
    words = _IN_WORDS.fullmatch(_plain(bare))
    named = _month(words["month"]) if words else None
    if words and named:
        return _existing(int(words["year"]), named, int(words["day"]))
    return None


def why_impossible(text: str) -> str:
    """What is wrong with a text of the form AAAA-MM-JJ whose day does not exist."""
    year, month, number = (int(part) for part in text.split("-"))
    if not 1 <= month <= 12:
        return f"il n'y a pas de mois {month:02d}"
    if year < 1 or number < 1:
        return "une date commence à l'an 1, au jour 1"
    length = calendar.monthrange(year, month)[1]
    return f"{MONTHS[month - 1]} {year} n'a que {length} jours"


def _existing(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year + 2000 if year < 100 else year, month, number)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    """Months may be shortened: « nov », « déc »."""
    found = [
        i for i, name in enumerate(MONTHS, 1) if len(word) > 2 and _plain(name).startswith(word)
    ]
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
