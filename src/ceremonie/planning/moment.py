"""What is said, shown and heard at one place of the ceremony."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ceremonie.diagnostics import NodePath
from ceremonie.formats import Screen
from ceremonie.media.material import Clip, Materials, Picture
from ceremonie.planning.content import Content
from ceremonie.planning.language import Language
from ceremonie.planning.model import Link
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import Length
from ceremonie.planning.typography import french
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.steps import Act
from ceremonie.storyboard.towns import shared_town

T = TypeVar("T")

PROGRAMME = "deroule"
"""The id of the slide of the running order."""

CHAPTER = "chapitre"
"""The kind of a moment that opens a day: its cut is on a bar, and the camera goes down to it."""


@dataclass(frozen=True)
class Script:
    """What every moment is told from. Of a part that is a list, `items` are those that are told, by
    their indices; None for all. Where one of them stands by itself it is `single`; `on_stage` are
    the seconds that `deroule` gives to it.
    """

    storyboard: Storyboard
    materials: Materials
    language: Language
    items: tuple[int, ...] | None = None
    single: bool = False
    on_stage: float | None = None

    @property
    def screen(self) -> Screen:
        """That of the slides: a template's own goes before what the storyboard asks for."""
        return self.materials.screen or self.storyboard.deck.screen

    def picture(self, entry: Media | None) -> Picture | None:
        """The picture of an entry; None where there is none."""
        medium = self.materials.of(entry)
        return medium if isinstance(medium, Picture) else None

    @property
    def has_narrow_slides(self) -> bool:
        """Whether they are too narrow for three columns of names."""
        return self.screen is Screen.CLASSIC

    def of(self, act: Act, items: tuple[int, ...]) -> Script:
        """With the items of a part that an entry of `deroule` shows."""
        single = act.index is not None
        return replace(self, items=items, single=single, on_stage=act.on_stage)

    def chosen(self, entries: Sequence[T]) -> tuple[tuple[int, T], ...]:
        """The items of its part that are told, each with its index among all of them."""
        every = enumerate(entries)
        return tuple(one for one in every if self.items is None or one[0] in self.items)

    def day_name(self, index: int) -> str:
        """The name of a day, or « Jour 2 » for the second, whose index is 1; nothing where the
        event has but one day, and no name for it.
        """
        days = self.storyboard.days
        numbered = self.language.day(index) if len(days) > 1 else ""
        return french(days[index].name or "") or numbered

    def day_label(self, index: int) -> str:
        """As it stands beside a workshop: nothing where all are of the same day."""
        return self.day_name(index) if len(self.storyboard.days) > 1 else ""

    @property
    def shared_town(self) -> str:
        """The commune of all workshops, where the storyboard names it once."""
        return french(shared_town(self.storyboard))


@dataclass(frozen=True)
class Moment:
    """It knows no px and no colour: `screen` is what its shot of the film shows for a `length`,
    `slide` what its slide shows; either may be missing. `on_stage` are the seconds that are planned
    for what it begins, where the storyboard says them.

    `path` leads to its storyboard node; `clip` is heard as its shot shows it; `film` marks the
    slide on which the recap film itself is played; `hidden`, `morph`, `builds`, `part` and `step`
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
    step: int = 0
    on_stage: float | None = None
    home: str = PROGRAMME
