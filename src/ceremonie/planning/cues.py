"""The cue sheet of the evening: what happens when, who speaks, what those at work do. All of its
documents are written from these values and from nothing else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.planning.typography import HARD
from ceremonie.storyboard.programme import Section


@dataclass(frozen=True)
class Speaker:
    """A person or a group that is named on the stage: as it is written, in which function, and how
    it is said where the storyboard tells.
    """

    name: str
    position: str = ""
    pronunciation: str = ""
    path: NodePath = ()

    @property
    def told(self) -> str:
        """How it is said, in a sentence without its full stop."""
        return f"{self.name} se dit «{HARD}{self.pronunciation}{HARD}»"


@dataclass(frozen=True)
class Aside:
    """A slide on which nothing is said, by its number, from 1: passed over where it is `hidden`, or
    a black one, which is shown.
    """

    number: int
    kind: str
    hidden: bool


@dataclass(frozen=True)
class CueRow:
    """A passage of the evening, on one slide or on several.

    `start` are seconds after the ceremony's hour, `seconds` how long it takes: as the storyboard
    says where it is `planned`, else reckoned from words, clips and film. `fixed` is the hour that
    the storyboard sets for it, which stands at `fixed_at`. `slides` are the numbers of its slides,
    from 1, with those of its `asides`; `film` is the first and the last frame that is played, where
    the recap film is. `columns` are what the columns of one's own say, in their order. `pronounced`
    are those whom it names of whom the storyboard says how they are said.

    `id` is that of its first page, `say`, `do` and `know` are the presenter's notes, whole.
    """

    number: int
    id: str
    section: Section
    part: str
    title: str
    start: float
    seconds: float
    planned: bool
    path: NodePath
    fixed: dt.time | None = None
    fixed_at: NodePath = ()
    slides: tuple[int, ...] = ()
    asides: tuple[Aside, ...] = ()
    film: tuple[int, int] | None = None
    playing: int = 0
    heard: bool = False
    speakers: tuple[Speaker, ...] = ()
    pronounced: tuple[Speaker, ...] = ()
    voice: str = ""
    microphone: str = ""
    sound: str = ""
    light: str = ""
    screen: str = ""
    words: str = ""
    columns: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    know: tuple[str, ...] = ()

    @property
    def hidden(self) -> tuple[int, ...]:
        """The numbers of its slides that are passed over."""
        return tuple(one.number for one in self.asides if one.hidden)

    @property
    def stop(self) -> float:
        """Seconds after the ceremony's hour."""
        return self.start + self.seconds


@dataclass(frozen=True)
class CueSheet:
    """The rows in the order of the evening. `start` is the hour at which it begins, `end` that at
    which the hall is given back; None where the storyboard does not say. `columns` are the heads of
    one's own columns. `names` are all who are named, each once, with the numbers of their rows.
    """

    rows: tuple[CueRow, ...] = ()
    start: dt.time | None = None
    end: dt.time | None = None
    columns: tuple[str, ...] = ()
    presenter: str = ""
    names: tuple[tuple[Speaker, tuple[int, ...]], ...] = ()

    def hour(self, after: float) -> str:
        """« 18:30 », so many seconds after the beginning; counted from 0:00 where the storyboard
        gives no hour.
        """
        begun = self.start.hour * 60 + self.start.minute if self.start else 0
        hours, minutes = divmod(begun + int(after) // 60, 60)
        return f"{hours % 24}:{minutes:02d}"

    @property
    def seconds(self) -> float:
        """How long the evening takes."""
        return self.rows[-1].stop if self.rows else 0.0


UNPLANNED = CueSheet()
"""Of a plan that is none of an evening."""
