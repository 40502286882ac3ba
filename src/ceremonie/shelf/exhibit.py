"""An edition as it stands on the shelf, as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Seal:
    """A bag in which the edition was archived: where it lies from the shelf on, and the `day` on
    which that was done, empty where the bag does not tell.
    """

    path: str
    day: str = ""


@dataclass(frozen=True)
class Exhibit:
    """`name` is that of its folder. `frames` are those of its film, `slides` those of its deck,
    `thanked` counts people and groups; None where that is not known or not there. `files` are those
    of the edition that the shelf may lead to, relative to its folder.
    """

    name: str
    title: str
    day: dt.date | None = None
    place: str = ""
    draft: bool = False
    frames: int | None = None
    slides: int | None = None
    thanked: int | None = None
    files: frozenset[str] = frozenset()
    seals: tuple[Seal, ...] = ()

    @property
    def year(self) -> str:
        """What tells it from the others at a glance."""
        return str(self.day.year) if self.day else self.name

    @property
    def rank(self) -> tuple[str, str]:
        """Their order: by day, those without one first; whatever that of the folder is."""
        return (self.day.isoformat() if self.day else "", self.name)
