"""The plan: everything that both painters need, decided before a pixel exists."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.formats import WIDE, Format
from ceremonie.media.material import Clip, Sound
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.transition import Transition
from ceremonie.storyboard.media import Manner
from ceremonie.storyboard.programme import Section
from ceremonie.theme.faces import OURS, Family
from ceremonie.theme.palette import HOUSE, Palette
from ceremonie.units import FrameSpan


@dataclass(frozen=True)
class Shot:
    """A shot of the film. During its `transition` the shot before goes on past its own end; frame n
    of the drawing is frame `span.start` + n of the film. `path` leads to its storyboard node.
    Shots of one `chapter` that follow each other are one of the film. In its last `fade` frames it
    goes to black.
    """

    id: str
    kind: str
    section: Section
    title: str
    span: FrameSpan
    transition: Transition
    drawing: Drawing
    path: NodePath = ()
    chapter: str = ""
    fade: int = 0

    @property
    def fading(self) -> FrameSpan | None:
        """The frames of the shot, counted from its start, in which it goes to black. What it has
        more by where its beats fall is black.
        """
        length = min(len(self.span), self.drawing.frames)
        return FrameSpan(max(0, length - self.fade), length) if self.fade else None


@dataclass(frozen=True)
class Cue:
    """Sound from the film's sample `start` on: `samples` samples of the source from `offset` on,
    `gain` dB louder than it is. Over its first `rise` samples it comes in, over its last `fall` it
    goes, with equal power. `manner` is how a clip's sound lies with the music, where that is
    written; `spoken` are samples of the source, from one to another, in which somebody speaks for
    certain.
    """

    source: Sound | Clip
    start: int
    offset: int
    samples: int
    gain: float = 0.0
    rise: int = 0
    fall: int = 0
    manner: Manner | None = None
    spoken: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Subtitle:
    """Words on screen over `span`, on the film's clock."""

    span: FrameSpan
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """The element named `element` leads to the slide `target`."""

    element: str
    target: str


@dataclass(frozen=True)
class Page:
    """A slide. `title` is unique in the deck and stands first in reading order.

    Slides of one `part`, which follow each other, are one section of the deck.

    `film` marks the slide on which the recap film itself is embedded, over the drawing's element
    named « film ». `hidden` slides are passed over by « next », and reached by links. Where
    `morph` is set, shapes whose names begin with « !! » travel from their place on the slide before
    to their own. `builds` are steps of the presenter's clicks: the names of the elements (or
    groups) that come in with each.
    """

    id: str
    kind: str
    section: Section
    title: str
    drawing: Drawing
    notes: str
    links: tuple[Link, ...] = ()
    film: bool = False
    path: NodePath = ()
    hidden: bool = False
    morph: bool = False
    builds: tuple[tuple[str, ...], ...] = ()
    part: str = ""


@dataclass(frozen=True)
class Cut:
    """The film in one shape: the same shots on another canvas."""

    format: Format
    shots: tuple[Shot, ...]


@dataclass(frozen=True)
class Plan:
    """`shots` are the film in `format`; `cuts` are the same film in further shapes: the same spans,
    sound and subtitles. `palette` and `family` are those of every drawing.
    """

    edition: str
    title: str
    subtitle: str
    organiser: str
    date: dt.date
    shots: tuple[Shot, ...]
    pages: tuple[Page, ...]
    music: tuple[Cue, ...] = ()
    speech: tuple[Cue, ...] = ()
    subtitles: tuple[Subtitle, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    format: Format = WIDE
    cuts: tuple[Cut, ...] = ()
    palette: Palette = HOUSE
    family: Family = OURS

    @property
    def in_each_shape(self) -> tuple[Plan, ...]:
        """A plan for each shape of the film, which has no other; this one's own is the first."""
        own = replace(self, cuts=())
        return (own, *(replace(own, format=c.format, shots=c.shots) for c in self.cuts))

    @property
    def frames(self) -> int:
        return self.shots[-1].span.stop if self.shots else 0

    @property
    def shares(self) -> Mapping[Section, int]:
        """Frames of each part of the film, in its order."""
        counted: Counter[Section] = Counter()
        for shot in self.shots:
            counted[shot.section] += len(shot.span)
        return counted
