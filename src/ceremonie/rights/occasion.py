"""What people's agreements have to cover: a use, and the days of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.messages.rights import CEREMONY, FIRST, LAST, USES
from ceremonie.messages.wording import listed
from ceremonie.storyboard.query import day, find
from ceremonie.storyboard.source import Source

KEY = "publication"
_START, _END = (KEY, "debut"), (KEY, "fin")


@dataclass(frozen=True)
class Occasion:
    """For whom, from the `first` day to the `last`; None where they are not written. `ceremony`:
    both are its day, else those of a publication.
    """

    audience: Audience
    first: dt.date | None
    last: dt.date | None
    ceremony: bool

    @property
    def since(self) -> str:
        """How a message names its first day."""
        return (CEREMONY if self.ceremony else FIRST).format(use=self.use, day=self.first)

    @property
    def until(self) -> str:
        return (CEREMONY if self.ceremony else LAST).format(use=self.use, day=self.last)

    @property
    def use(self) -> str:
        return USES[self.audience]


def occasion(data: Any, audience: Audience) -> Occasion:
    """The ceremony's day for the hall, and for the house where no publication has its days."""
    start, end = day(data, *_START), day(data, *_END)
    if audience.manner.public or (start and end and not audience.is_hall):
        return Occasion(audience, start, end, ceremony=False)
    held = day(data, "ceremonie", "date")
    return Occasion(audience, held, held, ceremony=True)


def faults(source: Source, audience: Audience) -> Iterator[Diagnostic]:
    """What is wrong with the days of the publication."""
    start, end = day(source.data, *_START), day(source.data, *_END)
    if start and end and end < start:
        yield problem("publication-inversee", path=_END, start=start, end=end)
    if audience.manner.public and not source.unread((KEY,)):
        yield from _lacking(source.data)


def _lacking(data: Any) -> Iterator[Diagnostic]:
    """What stands there and is no day is told by the vocabulary."""
    lacking = [f"« {path[-1]} »" for path in (_START, _END) if not any(find(data, *path))]
    if lacking:
        yield problem("publication-absente", path=(KEY,), keys=listed(lacking))
