"""The days of a storyboard, as far as it can be read, and the one that a moment belongs to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ceremonie.sorting.dating import Dated
from ceremonie.storyboard import dates
from ceremonie.storyboard.query import EACH, find
from ceremonie.text import plain

NIGHT_ENDS = dt.time(4)
"""Until then what is taken belongs to the evening before, if that was a day of the event."""


@dataclass(frozen=True)
class EventDay:
    """`index` counts from 0; `names` are what else people may call it by: its name, its `id`."""

    index: int
    date: dt.date | None
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """« Jour 2 (4 décembre 2024) », « Samedi (4 décembre 2024) »."""
        name = self.names[0] if self.names else f"Jour {self.index + 1}"
        return f"{name} ({dates.said(self.date)})" if self.date else name


def days_of(data: Any) -> tuple[EventDay, ...]:
    """From the raw tree, whatever else is wrong with it."""
    entries = (entry for _, entry in find(data, "jours", EACH))
    return tuple(
        EventDay(index, dates.day(entry.get("date")), tuple(_names(entry)))
        for index, entry in enumerate(entries)
        if isinstance(entry, dict)
    )


def _names(entry: dict[str, Any]) -> list[str]:
    return [entry[key] for key in ("nom", "id") if isinstance(entry.get(key), str)]


def day_of(dated: Dated | None, days: Sequence[EventDay]) -> EventDay | None:
    """None where the event has no such day."""
    if dated is None:
        return None
    by_date = {day.date: day for day in days if day.date}
    night = dated.time is not None and dated.time < NIGHT_ENDS
    before = by_date.get(dated.day - dt.timedelta(days=1)) if night else None
    return before or by_date.get(dated.day)


def called(word: str, days: Sequence[EventDay]) -> EventDay | None:
    """The day that a user names: by its number from 1, its date, its name or its `id`."""
    date = dates.meant(word)
    for day in days:
        names = {plain(name) for name in (str(day.index + 1), f"jour {day.index + 1}", *day.names)}
        if plain(word) in names or (date and date == day.date):
            return day
    return None
