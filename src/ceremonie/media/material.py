"""What a media file became: normalised copies and their facts, ready for both painters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie.formats import Screen
from ceremonie.territory.values import Territory
from ceremonie.theme.faces import OURS, Family

if TYPE_CHECKING:
    from ceremonie.diagnostics import NodePath
    from ceremonie.media.entries import Medium
    from ceremonie.media.examination import Face, Swatch
    from ceremonie.storyboard.media import Manner, Music


def upright(width: int, height: int) -> bool:
    """Whether a picture is composed as a portrait; a square one is not."""
    return height > width * 1.05


@dataclass(frozen=True)
class Cast:
    """Who is seen in a medium and heard in it, by identifier; of those that are seen, the ones who
    are `blurred`. `path` leads to its entry in the source.
    """

    path: NodePath = ()
    seen: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    blurred: tuple[str, ...] = ()


NOBODY = Cast()


@dataclass(frozen=True)
class Picture:
    """An upright sRGB picture, reduced to what 1080p needs (JPEG, or PNG where it has alpha).

    `digest` is the SHA-256 of the normalised copy; `path` is where it lies now and takes no part
    in comparisons. Keys of rendered parts are made from `repr`, which leaves out `path` and the
    words about a medium: they are no pixels. `focus` is the point that a crop keeps, 0 to 1 from
    the top left. `swatches` are the main colours of a picture that has alpha: red, green, blue and
    the part of the whole. `faces` are the boxes around the heads that are seen. The same pixels
    are the same picture, whoever `cast` says that they show.
    """

    digest: str
    width: int
    height: int
    alternative: str = field(repr=False)
    caption: str | None = field(default=None, repr=False)
    credit: str | None = field(default=None, repr=False)
    focus: tuple[float, float] = (0.5, 0.5)
    alpha: bool = False
    path: Path = field(default=Path(), compare=False, repr=False)
    swatches: tuple[Swatch, ...] = field(default=(), compare=False, repr=False)
    faces: tuple[Face, ...] = ()
    cast: Cast = field(default=NOBODY, compare=False, repr=False)

    @property
    def portrait(self) -> bool:
        return upright(self.width, self.height)


@dataclass(frozen=True)
class SubtitleCue:
    """Words shown from frame `start` to frame `stop`, counted from the start of their clip."""

    start: int
    stop: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Clip:
    """A clip cut to its bounds: upright, 25 fps, yuv420p BT.709 H.264, AAC 48 kHz stereo.

    `manner` is how its sound is to lie with the music, where that is written.
    """

    digest: str
    width: int
    height: int
    frames: int
    has_sound: bool
    poster: Picture
    alternative: str = field(repr=False)
    caption: str | None = field(default=None, repr=False)
    credit: str | None = field(default=None, repr=False)
    subtitles: tuple[SubtitleCue, ...] = field(default=(), repr=False)
    manner: Manner | None = field(default=None, repr=False)
    path: Path = field(default=Path(), compare=False, repr=False)
    cast: Cast = field(default=NOBODY, compare=False, repr=False)

    @property
    def portrait(self) -> bool:
        return upright(self.width, self.height)


@dataclass(frozen=True)
class Tempo:
    """A steady beat. `first` is the second of the sound's first beat, `period` the seconds from one
    to the next; of `bar` beats, number `downbeat` (from 0) begins each bar.
    """

    first: float
    period: float
    downbeat: int = 0
    bar: int = 4


@dataclass(frozen=True)
class Extent:
    """Where a piece of music sounds, in samples: silent before `begins` and from `ends` on, at its
    level from `full` to `fades`; at `seam`, before that, it is quietest.
    """

    begins: int
    full: int
    fades: int
    ends: int
    seam: int


@dataclass(frozen=True)
class Sound:
    """A sound file, to be decoded to 48 kHz stereo. One that is not `whole` breaks off: it must
    not start again from there. Without an `extent` it sounds from its first sample to its last.
    """

    digest: str
    samples: int
    credit: str | None = field(default=None, repr=False)
    path: Path = field(default=Path(), compare=False, repr=False)
    whole: bool = True
    tempo: Tempo | None = None
    extent: Extent | None = None


@dataclass(frozen=True)
class Track:
    """A piece of music, and how the storyboard asks for it: `path` leads to its entry."""

    sound: Sound
    entry: Music
    path: NodePath


@dataclass(frozen=True)
class Missing:
    """A file that is not there (drafts only): painters show a labelled card in its place."""

    name: str


Material = Picture | Clip | Missing


@dataclass(frozen=True)
class Materials:
    """Every media entry of a storyboard and what became of it; what it is written in; the shape of
    slides that a template of others asks for; the territory of contours of one's own; the names
    that the map knows, of towns that stand for others; the voice that tells what the film shows;
    the walk-in's own music.
    """

    media: Mapping[Medium, Material]
    music: tuple[Track, ...] = ()
    family: Family = OURS
    screen: Screen | None = None
    ground: Territory | None = None
    towns: Mapping[str, str] = field(default_factory=dict)
    narration: Sound | None = None
    walk_in: Track | None = None

    def of(self, entry: Medium | None) -> Material | None:
        return self.media[entry] if entry else None

    def town(self, written: str) -> str:
        """What a town is called on the map."""
        return self.towns.get(written, written)
