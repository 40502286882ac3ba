"""What an edition shows and says, slide by slide and shot by shot: a record that outlives its
sources.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Presence:
    """A person of the register, by identifier: `how` they appear, as the manifest tells it."""

    person: str
    how: str
    blurred: bool = False


@dataclass(frozen=True)
class Evening:
    """Who presents it, the hour at which it begins (« 18:30 », empty where none is given), and the
    seconds that it takes.
    """

    presenter: str = ""
    start: str = ""
    seconds: int = 0


@dataclass(frozen=True)
class Entry:
    """A slide or a shot; `id` tells it from all others of its kind. `number` counts from 1. `start`
    and `length` are frames of the film, 0 for slides. `words` are in reading order, `notes` the
    presenter's, `speakers` who speaks on it and how they are told. `media` are digests of what is
    pictured, `drawing` is that of all that is drawn.

    `people` are those of the register who appear there, `sources` the digests of the files that
    its media were made from: by these it is known later what may no longer be recalled of it. Of
    one that is `withheld`, nothing else is told than where it was.
    """

    id: str
    number: int
    title: str
    words: tuple[str, ...]
    drawing: str
    notes: str = ""
    media: tuple[str, ...] = ()
    start: int = 0
    length: int = 0
    speakers: tuple[str, ...] = ()
    people: tuple[Presence, ...] = ()
    sources: tuple[str, ...] = ()
    withheld: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.words)


@dataclass(frozen=True)
class Content:
    """An edition: its film lasts `frames`. Without a deck it has no slides, without a film no
    shots.
    """

    title: str
    frames: int
    slides: tuple[Entry, ...]
    shots: tuple[Entry, ...]
    evening: Evening = Evening()
