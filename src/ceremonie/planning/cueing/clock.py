"""The evening's clock: when each passage begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

DAY = 24 * 3600
LONGEST = 8 * 3600
"""Seconds: no evening lasts longer. An hour that lies further after the beginning is not past
midnight, but before it.
"""


def after(hour: dt.time, start: dt.time) -> float | None:
    """Seconds from `start` to an `hour`, over midnight where that is plausible; None where the hour
    lies before the start.
    """
    distance = (_seconds(hour) - _seconds(start)) % DAY
    return float(distance) if distance <= LONGEST else None


def starts(
    passages: Iterable[tuple[float, dt.time | None]], start: dt.time | None
) -> Iterator[float]:
    """Of passages of so many seconds, some of which have a fixed hour, when each begins: those
    after a fixed one count on from it, whatever came before.
    """
    now = 0.0
    for length, fixed in passages:
        given = after(fixed, start) if fixed and start else None
        now = now if given is None else given
        yield now
        now += length


def _seconds(hour: dt.time) -> int:
    return hour.hour * 3600 + hour.minute * 60 + hour.second
