"""Lengths of time as people write them: « 1 h 30 », « 2 min 45 », « 90 s », 2:45, or seconds."""

from __future__ import annotations

import re
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

MINUTE = 60
"""Seconds."""

HOUR = 60 * MINUTE

_COUNT = r"\d{1,5}(?:[.,]\d+)?"
_UNITS = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*(?:h|heures?)\s*)?"
    r"(?:(?P<minutes>\d{1,3})\s*(?:min|mn|m|minutes?|['’′])\s*)?"
    rf"(?:(?P<seconds>{_COUNT})\s*(?:s|sec|secondes?|[\"”″])|(?P<rest>{_COUNT}))?",
    re.IGNORECASE,
)
"""A number without a unit counts the next smaller one: the minutes of « 1 h 30 », the seconds of
« 1 min 30 »; alone, seconds.
"""

_CLOCK = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*:\s*(?=\d+\s*:))?(?P<minutes>\d{1,3})\s*:\s*"
    r"(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*s?"
)
"""As players and phones show it: hours if any, minutes, seconds and a part of one."""


class _Length:
    """Marks the type of a field that holds a length of time."""


def seconds(text: str) -> float | None:
    """How many a text means; None where it is no length."""
    if clock := _CLOCK.fullmatch(text.strip()):
        return _sum(clock["hours"], clock["minutes"], clock["seconds"])
    match = _UNITS.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        return None
    hours, minutes, rest = match["hours"], match["minutes"], match["rest"]
    if rest and hours and not minutes:
        return _sum(hours, rest, None) if rest.isdecimal() else None
    return _sum(hours, minutes, match["seconds"] or rest)


def _sum(hours: str | None, minutes: str | None, seconds: str | None) -> float | None:
    """None where sixty of a unit are written beside a greater one."""
    rest = float((seconds or "0").replace(",", "."))
    if (hours and int(minutes or 0) >= MINUTE) or ((hours or minutes) and rest >= MINUTE):
        return None
    return int(hours or 0) * HOUR + int(minutes or 0) * MINUTE + rest


def _duration(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    length = seconds(value) if isinstance(value, str) else None
    if length is None:
        raise PydanticCustomError("duration_form", "a duration is written « 2 min 45 »")
    return length


Duration = Annotated[
    float, BeforeValidator(_duration), WithJsonSchema({"type": ["string", "number"]}), _Length()
]
"""Seconds."""


def is_length(annotation: Any) -> bool:
    """Whether a field of this type holds a length of time."""
    return isinstance(annotation, _Length) or any(map(is_length, get_args(annotation)))


def written(length: float) -> str:
    """A number of seconds as the storyboard takes it: « 1 h 30 », « 2 min 45 », « 20 s »; below one
    second « 0,5 s », else whole ones.
    """
    if length < 1:
        return f"{length:g} s".replace(".", ",")
    minutes, rest = divmod(round(length), MINUTE)
    hours, minutes = divmod(minutes, MINUTE)
    if hours and not rest:
        return f"{hours} h {minutes:02d}" if minutes else f"{hours} h"
    parts = ((hours, f"{hours} h"), (minutes, f"{minutes} min"), (rest, f"{rest} s"))
    text = " ".join(part for count, part in parts if count)
    return text.removesuffix(" s") if minutes else text


def minutes_meant(value: object) -> int | None:
    """Seconds, where a number that stands without a unit may count minutes."""
    text = str(value).strip()
    return int(text) * MINUTE if text.isdecimal() and 0 < len(text) < 4 else None
