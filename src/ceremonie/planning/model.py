"""The plan: everything that both painters need, decided before a pixel exists."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.formats import WIDE, Format
from ceremonie.media.material import Clip, Sound, Track
from ceremonie.planning.cues import UNPLANNED, CueSheet
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.told import Told
from ceremonie.planning.transition import Transition
from ceremonie.storyboard.programme import Section
from ceremonie.theme.faces import OURS, Family
from ceremonie.theme.palette import HOUSE, Palette
from ceremonie.units import FrameSpan, seconds

if TYPE_CHECKING:  # both read storyboards, and bring along what workers would never use
    from ceremonie.planning.language import Language
    from ceremonie.storyboard.media import Manner


def _french() -> Language:
    from ceremonie.planning.language import FRENCH

    return FRENCH


@dataclass(frozen=True)
class Shot:
    """A shot of the film. During its `transition` the shot before goes on past its own end; frame n
    of the drawing is frame `span.start` + n of the film. `path` leads to its storyboard node.
    Shots of one `chapter` that follow each other are one of the film. In its last `fade` frames it
    goes to black. `told` is what there is to say of it to those who cannot see it.
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
    told: tuple[Told, ...] = ()

    @property
    def fading(self) -> FrameSpan | None:
        """The frames of the shot, counted from its start, in which it goes to black. What it has
        more by where its beats fall is black.
        """
        length = min(len(self.span), self.drawing.frames)
        return FrameSpan(max(0, length - self.fade), length) if self.fade else None

    @property
    def telling(self) -> int:
        """The frame that tells it best, counted from its start: the first on which everything has
        come in, and nothing has left.
        """
        drawing = self.drawing.staying()
        leaving = (e.leaves.start - 1 for e in drawing.elements if e.leaves)
        return min(drawing.settled(), len(self.span) - 1, *leaving)


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
class Described:
    """What is seen, for whoever does not see it: read aloud over `span`, on the film's clock."""

    span: FrameSpan
    text: str


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
    groups) that come in with each. `step` is the entry of `deroule` that shows it, counted from 0.
    `on_stage` are the seconds that are planned for what begins with it: its part or its item. The
    next slide comes by itself after `advance` seconds, and then only so, where that is not 0.
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
    step: int = 0
    on_stage: float | None = None
    advance: float = 0


@dataclass(frozen=True)
class Event:
    """What is told of it beside film and deck: where it ends, on which days it was, whom to ask."""

    place: str = ""
    days: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Cut:
    """The film in one shape: the same shots on another canvas."""

    format: Format
    shots: tuple[Shot, ...]


@dataclass(frozen=True)
class WalkIn:
    """What the screen shows before anybody speaks. `loop` is a film that goes round, and the slides
    of the same pages; `countdown` is a film that ends on the title. `card` is a still picture.
    """

    loop: Plan
    card: Drawing
    countdown: Plan | None = None


@dataclass(frozen=True)
class Plan:
    """`shots` are the film in `format`; `cuts` are the same film in further shapes: the same spans,
    sound, subtitles and descriptions; `undescribed` is why it has none, `narration` the recorded
    voice of a sound track of its own. `palette` and `family` are those of every drawing; `language`
    is what all words are in; `event` is what only documents tell, `evening` the cue sheet
    of the ceremony.

    One that `loops` goes round: its first shot comes out of its last, and what sounds past its end
    sounds over its beginning. `tracks` are the pieces of music that are heard in it, in their order
    there, and how the storyboard asks for them.
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
    described: tuple[Described, ...] = ()
    undescribed: str = ""
    narration: Cue | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    format: Format = WIDE
    cuts: tuple[Cut, ...] = ()
    palette: Palette = HOUSE
    family: Family = OURS
    language: Language = field(default_factory=_french)
    event: Event = Event()
    evening: CueSheet = UNPLANNED
    loops: bool = False
    tracks: tuple[Track, ...] = ()
    welcome: WalkIn | None = None

    @property
    def in_each_shape(self) -> tuple[Plan, ...]:
        """A plan for each shape of the film, which has no other; this one's own is the first."""
        own = replace(self, cuts=())
        return (own, *(replace(own, format=c.format, shots=c.shots) for c in self.cuts))

    @property
    def cover(self) -> Shot:
        """The shot that stands for the film on its poster: its title, or else its first."""
        return next((s for s in self.shots if s.section is Section.TITLE), self.shots[0])

    @property
    def is_silent(self) -> bool:
        """Whether nothing is heard in the film for the hall."""
        return not (self.music or self.speech)

    @property
    def frames(self) -> int:
        return self.shots[-1].span.stop if self.shots else 0

    def part(self, shot: Shot) -> str:
        """What the part of a shot is called: each interlude is one of its own."""
        own = shot.section is Section.INTERLUDES
        return shot.chapter if own else self.language.parts[shot.section]

    def on_stage(self, page: Page) -> float | None:
        """Seconds on the stage of what begins with a page; the film is as long as it is."""
        if page.film and page.on_stage is None and self.shots:
            return float(seconds(self.frames))
        return page.on_stage

    @property
    def shares(self) -> Mapping[Section, int]:
        """Frames of each part of the film, in its order."""
        counted: Counter[Section] = Counter()
        for shot in self.shots:
            counted[shot.section] += len(shot.span)
        return counted
