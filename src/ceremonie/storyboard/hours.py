"""Hours of the day as people write them: « 18:30 », « 18h30 », « 18 h », 18.

Without quotes, 18:30 is a text to this reader of YAML (`scalars`), so it is read as it stands. A
reader of YAML 1.1 makes of it the number 1110, and people who mean 9:30 write 930: a number that
is no hour by itself has two readings, so it is refused, with both.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

HOURS, MINUTES = 24, 60

_HOUR = re.compile(r"(?P<hour>\d{1,2})\s*(?:[:hH]\s*(?P<minutes>\d{2})?)?")
_NEARLY = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:heures?|[:h.,;'’-])\s*(?P<minutes>\d{2})?\s*(?:min|mn|:00)?", re.I
)
_DIGITS = re.compile(r"(?P<hour>\d{1,2})(?P<minutes>\d{2})")
_WORDS = {"midi": dt.time(12), "minuit": dt.time(0)}


def _hour(value: Any) -> Any:
    if isinstance(value, dt.time):
        return value
    whole = isinstance(value, int) and not isinstance(value, bool)
    text = str(value).strip() if whole or isinstance(value, str) else ""
    if time := _time(_HOUR.fullmatch(text)):
        return time
    raise PydanticCustomError("hour_form", "an hour is written « 18:30 »")


def _time(match: re.Match[str] | None) -> dt.time | None:
    if match is None:
        return None
    hour, minutes = int(match["hour"]), int(match["minutes"] or 0)
    return dt.time(hour, minutes) if hour < HOURS and minutes < MINUTES else None


Hour = Annotated[
    dt.time,
    BeforeValidator(_hour),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{1,2} *([:hH] *\d{2}|[hH])?$"},
                {"type": "integer", "minimum": 0, "maximum": HOURS - 1},
            ]
        }
    ),
]


def written(hour: dt.time) -> str:
    """« 9:30 », « 00:00 » for midnight, which is no hour that anybody misses a digit of."""
    return f"{hour:%H:%M}" if not hour.hour else f"{hour.hour}:{hour.minute:02d}"


def is_midnight(value: object) -> bool:
    """« 24:00 », « 24 h », « minuit »."""
    text = str(value).strip().casefold()
    return text == "minuit" or re.fullmatch(r"24(\s*[:h.]\s*(00)?)?|2400", text) is not None


def meant(value: object) -> tuple[dt.time, ...]:
    """The hours that may be meant by what is no hour, the likeliest first: « 18.30 » is 18:30; 930
    is 9:30, or else the 930th minute of the day.
    """
    return tuple(dict.fromkeys(_meant(str(value).strip().casefold())))


def _meant(text: str) -> Iterator[dt.time]:
    if text in _WORDS:
        yield _WORDS[text]
    for form in (_NEARLY, _DIGITS):
        if hour := _time(form.fullmatch(text)):
            yield hour
    if text.isdecimal() and len(text) < 5 and HOURS <= int(text) < HOURS * MINUTES:
        yield dt.time(int(text) // MINUTES, int(text) % MINUTES)
