"""What a cell means in its column, as the storyboard would write it: days, numbers, yes or no and
lists in whatever way people type them. What cannot be understood stays as it is, to be told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from ceremonie.sheets.cell import Value, said
from ceremonie.sheets.kinds import Form
from ceremonie.storyboard import dates, durations
from ceremonie.storyboard.durations import HOUR, MINUTE
from ceremonie.text import plain

_EPOCH = dt.date(1899, 12, 30)
"""Day 0 of spreadsheets (ECMA-376 part 1, 18.17.4.1)."""

_SERIALS = range(20_000, 80_000)
"""Numbers that are days of our time, from 1954 to 2119, whose format was lost."""

_YES = {"oui", "x", "o", "ok", "vrai", "1", "yes", "true", "✓", "✔", "☑"}
_NO = {"non", "n", "faux", "0", "no", "false", "-", "—", "☐"}
_TIME = re.compile(r"[ T]\d{1,2}[:h]\d{2}.*$")


def meaning(value: Value, form: Form, words: Sequence[str] = ()) -> Any:
    """Text, number, bool or list of texts; None where nothing is meant. `words` are those that the
    storyboard knows for this column.
    """
    return _MEANINGS[form](value, words)


def _text(value: Value, words: Sequence[str]) -> str:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return dates.said(value)
    return said(value)


def _word(value: Value, words: Sequence[str]) -> str:
    written = said(value)
    return next((str(word) for word in words if plain(word) == plain(written)), written)


def parts(text: str) -> list[str]:
    """What semicolons and line feeds part; dashes and dots before the parts of a list go."""
    pieces = (re.sub(r"^\s*[-–•·]\s+", "", piece).strip() for piece in re.split(r"[;\n]", text))
    return [piece for piece in pieces if piece]


def _list(value: Value, words: Sequence[str]) -> list[str]:
    return parts(_text(value, words))


def _words(value: Value, words: Sequence[str]) -> list[str] | str:
    """« foule » and « aucune » stand alone, as the storyboard writes them."""
    pieces = [piece for part in parts(said(value)) for piece in re.split(r"\s*,\s*|\s+et\s+", part)]
    listed = [_word(piece, words) for piece in pieces if piece]
    alone = listed[0].casefold() if len(listed) == 1 else ""
    return alone if alone in {"foule", "aucune"} else listed


def _day(value: Value, words: Sequence[str]) -> str:
    day = day_meant(value)
    return day.isoformat() if day else said(value)


def day_meant(value: Value) -> dt.date | None:
    """The day of a date, of a number that was one, or of a text in a French form."""
    match value:
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case bool():
            return None
        case int() | float():
            return _EPOCH + dt.timedelta(days=int(value)) if int(value) in _SERIALS else None
        case str():
            return dates.meant(_TIME.sub("", value.strip()))
    return None


def _yes_no(value: Value, words: Sequence[str]) -> bool | str:
    written = said(value).strip().casefold()
    if written in _YES:
        return True
    return False if written in _NO else said(value)


def _number(value: Value, words: Sequence[str]) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    written = re.sub(r"[\s\u00a0\u202f]", "", said(value)).replace(",", ".")
    if re.fullmatch(r"-?\d{1,9}", written):
        return int(written)
    return float(written) if re.fullmatch(r"-?\d{1,9}\.\d{1,9}", written) else said(value)


def _length(value: Value, words: Sequence[str]) -> str:
    """« 2:45 » typed into a sheet becomes a time of the day: minutes and seconds are meant."""
    seconds = _seconds(value)
    if seconds is None:
        return said(value)
    return durations.written(seconds)


def _seconds(value: Value) -> float | None:
    match value:
        case dt.datetime():
            return None
        case dt.time():
            return _clock(value.hour * HOUR + value.minute * MINUTE + value.second)
        case dt.timedelta():
            return _clock(round(value.total_seconds()))
    count = _number(value, ())
    return count * MINUTE if isinstance(count, int | float) else None


def _clock(seconds: int) -> float:
    return seconds / MINUTE if seconds >= HOUR and seconds % MINUTE == 0 else seconds


_MEANINGS: dict[Form, Callable[[Value, Sequence[str]], Any]] = {
    Form.TEXT: _text,
    Form.WORD: _word,
    Form.LIST: _list,
    Form.WORDS: _words,
    Form.DAY: _day,
    Form.YES_NO: _yes_no,
    Form.NUMBER: _number,
    Form.LENGTH: _length,
}
