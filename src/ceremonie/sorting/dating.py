"""When a photo or a clip was taken: told by its camera, its container or its name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from ceremonie.media.glance import Glance
from ceremonie.media.likeness import unmarked

FIRST_YEAR = 1995
"""Before digital cameras: a clock that says so has never been set (most begin in 1970 or 1980)."""

BEYOND = 3000
"""Of clocks: from this year on Windows cannot tell local time."""

MOST_AHEAD = dt.timedelta(days=1)
"""A later moment than this from now is that of a clock that is wrong."""


class Origin(IntEnum):
    """Who tells a moment, the most reliable first."""

    CAMERA = 0
    NAME = 1
    PROGRAM = 2


@dataclass(frozen=True)
class Dated:
    """`time` is None where only the day is told, as in the names of messengers."""

    day: dt.date
    time: dt.time | None
    origin: Origin

    @property
    def moment(self) -> dt.datetime:
        """The first of the day where no hour is told."""
        return dt.datetime.combine(self.day, self.time or dt.time())


def dated(glance: Glance, name: str, now: dt.datetime) -> Dated | None:
    """By the clock of the place; a container's UTC becomes that of this machine. None where nothing
    tells it, or only what cannot be.
    """
    told = (one for one in _told(glance, name) if _plausible(one.moment, now))
    return next(told, None)


def clock_is_wrong(glance: Glance, now: dt.datetime) -> bool:
    """Whether the camera tells a moment that cannot be."""
    return glance.taken is not None and not _plausible(glance.taken, now)


def _plausible(moment: dt.datetime, now: dt.datetime) -> bool:
    return moment.year >= FIRST_YEAR and moment <= now + MOST_AHEAD


def _told(glance: Glance, name: str) -> Iterator[Dated]:
    if glance.taken:
        yield _at(glance.taken, Origin.CAMERA)
    if glance.recorded and FIRST_YEAR <= glance.recorded.year < BEYOND:  # 1904 where left out
        yield _at(glance.recorded.astimezone(), Origin.CAMERA)
    if by_name := of_name(name):
        yield by_name
    if glance.changed:
        yield _at(glance.changed, Origin.PROGRAM)


def _at(moment: dt.datetime, origin: Origin) -> Dated:
    return Dated(moment.date(), moment.time().replace(microsecond=0, tzinfo=None), origin)


_DAY = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<part>[-_. ]?)(?P<month>\d\d)(?P=part)(?P<day>\d\d)"
_DAY_FIRST = r"(?<!\d)(?P<day>\d\d)(?P<part>[-_.])(?P<month>\d\d)(?P=part)(?P<year>20\d\d)(?!\d)"
_TIME = (
    r"(?:(?:[-_ .T]| (?:at|à|a) )"
    r"(?:(?P<hour>\d{1,2})(?P<colon>[-_.h: ])(?P<minute>\d\d)(?:[-_.m: ](?P<second>\d\d))?"
    r"|(?P<hours>\d\d)(?P<minutes>\d\d)(?P<seconds>\d\d)(?:\d{3})?)"
    r"(?!\d)(?:\W?(?P<half>[AP])\.?M)?)?"
)
"""« 10.15.00 », « 1:15:00 PM », « 10h15 », « 101500 », « 101500123 »."""

_NAMES = tuple(re.compile(day + _TIME, re.IGNORECASE) for day in (_DAY, _DAY_FIRST))
_IN_UTC = re.compile(r"(?i)pxl_")
"""How Google's cameras begin a name whose hour is UTC."""


def of_name(name: str) -> Dated | None:
    """From names such as `IMG_20241203_101500`, `PXL_20241203_091500123`, `VID-20241203-WA0001`,
    `WhatsApp Image 2024-12-03 at 10.15.00`, `Capture d'écran 2024-12-03 à 10.15.00`,
    `signal-2024-12-03-10-15-00-123`, `03.12.2024 10h15`.
    """
    plain = unmarked(name)
    for pattern in _NAMES:
        for match in pattern.finditer(plain):
            if made := _from(match, utc=_IN_UTC.match(plain) is not None):
                return made
    return None


def _from(match: re.Match[str], *, utc: bool) -> Dated | None:
    part = match.groupdict()
    try:
        day = dt.date(int(part["year"]), int(part["month"]), int(part["day"]))
    except ValueError:
        return None
    time = _time(part)
    if time and utc:
        return _at(dt.datetime.combine(day, time, dt.UTC).astimezone(), Origin.NAME)
    return Dated(day, time, Origin.NAME)


def _time(part: dict[str, str | None]) -> dt.time | None:
    hour, minute, second = (
        int(part[short] or part[long] or 0)
        for short, long in (("hour", "hours"), ("minute", "minutes"), ("second", "seconds"))
    )
    if not part["minute"] and not part["minutes"]:
        return None
    if part["half"]:
        hour = hour % 12 + (12 if part["half"].upper() == "P" else 0)
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None
