"""What is said, shown and heard at one place of the ceremony."""

from __future__ import annotations

from dataclasses import dataclass, field

from ceremonie.diagnostics import NodePath
from ceremonie.formats import Screen
from ceremonie.media.material import Clip, Materials
from ceremonie.planning.content import Content
from ceremonie.planning.language import Language
from ceremonie.planning.model import Link
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import Length
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section

PROGRAMME = "deroule"
"""The id of the slide of the running order."""

CHAPTER = "chapitre"
"""The kind of a moment that opens a day: its cut is on a bar, and the camera goes down to it."""


@dataclass(frozen=True)
class Script:
    """What every moment is told from."""

    storyboard: Storyboard
    materials: Materials
    language: Language

    @property
    def screen(self) -> Screen:
        """That of the slides: a template's own goes before what the storyboard asks for."""
        return self.materials.screen or self.storyboard.deck.screen

    def day_name(self, index: int) -> str:
        """« Jour 2 » for the second, whose index is 1; nothing where the event has but one day."""
        return self.language.day(index) if len(self.storyboard.days) > 1 else ""


@dataclass(frozen=True)
class Moment:
    """It knows no px and no colour: `screen` is what its shot of the film shows for a `length`,
    `slide` what its slide shows; either may be missing.

    `path` leads to its storyboard node; `clip` is heard as its shot shows it; `film`
    marks the slide on which the recap film itself is played; `hidden`, `morph`, `builds` and `part`
    are those of its `Page`. `home` is the slide that its way back leads to.
    """

    id: str
    kind: str
    section: Section
    title: str
    path: NodePath
    screen: Content | None = None
    slide: Content | None = None
    length: Length = field(default_factory=Length)
    notes: Notes = field(default_factory=Notes)
    links: tuple[Link, ...] = ()
    clip: Clip | None = None
    film: bool = False
    hidden: bool = False
    morph: bool = False
    builds: tuple[tuple[str, ...], ...] = ()
    part: str = ""
    home: str = PROGRAMME
