"""A drawing: a flat list of shapes and texts on the canvas of its format, back to front.

It is data. The deck paints it at rest, the film paints it at any frame; neither decides anything.
All lengths are px of the canvas, y down; all frames count from the start of the shot.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from ceremonie.formats import WHOLE, WIDE, Bounds, Format
from ceremonie.media.material import Clip, Picture, SubtitleCue
from ceremonie.planning.breath import Breath
from ceremonie.planning.camera_move import ALWAYS, CameraMove, hastened, stilled
from ceremonie.planning.entrances import (
    AT_ONCE,
    Departure,
    Easing,
    Entrance,
    Follow,
    Run,
    Show,
    changing,
    jumping,
)
from ceremonie.theme.letters import MARKS, SOFT_HYPHEN
from ceremonie.theme.palette import HOUSE, Colour, Palette
from ceremonie.theme.track import Outline
from ceremonie.theme.type import Style
from ceremonie.units import FrameSpan, merged


def ground(*elements: Element) -> tuple[Element, ...]:
    """The elements, marked as alike in all drawings of their composition and colour."""
    return tuple(replace(element, fixed=True) for element in elements)


class Role(StrEnum):
    """What a text is for; the deck turns it into a placeholder, the transcript into a heading."""

    TITLE = "titre"
    SUBTITLE = "sous-titre"
    KICKER = "surtitre"
    BODY = "texte"
    PLACE = "lieu"
    NAME = "nom"
    LABEL = "étiquette"
    FIGURE = "chiffre"
    CREDIT = "mention"
    DECORATION = "décor"


@dataclass(frozen=True, kw_only=True)
class Element:
    """`name` is unique in a drawing; `until` is the frame at which the element is gone again at
    once, `leaves` how it goes before the shot ends: a composition sets that only for what leaves
    in the middle of its shot, the plan all else.

    `fixed` marks the ground: what is alike in all drawings of one composition and colour, whatever
    they say (lanes, the arch). All else carries content.

    Elements of one `group` are one shape on a slide, which has its name.

    `page` counts, from 0, the pages that follow each other in one shot where its shape cannot show
    everything at once: without motion too, each stands for its own time.
    """

    name: str
    entrance: Entrance = AT_ONCE
    until: int | None = None
    leaves: Departure | None = None
    fixed: bool = False
    group: str = ""
    page: int | None = None

    def visible(self, frame: int) -> bool:
        return self.presence(frame) > 0

    def presence(self, frame: int) -> float:
        """0 where nothing of it is seen, up to 1 as it comes in, from 1 towards 2 as it leaves."""
        if self.until is not None and frame >= self.until:
            return 0.0
        if self.leaves and frame >= self.leaves.start:
            gone = self.leaves.progress(frame)
            return 1 + gone if gone < 1 else 0.0
        return self.entrance.progress(frame)


@dataclass(frozen=True, kw_only=True)
class Area(Element):
    """Closed outlines filled with the even-odd rule, perhaps lined. One that says something has an
    `alternative` for those who do not see it.
    """

    outlines: tuple[Outline, ...]
    colour: Colour
    line: Colour | None = None
    line_width: float = 0
    alternative: str = ""


@dataclass(frozen=True, kw_only=True)
class Stroke(Element):
    """A lane, a line or a start bar: a course drawn with a butt-ended pen `width` px wide."""

    course: Outline
    width: float
    colour: Colour


@dataclass(frozen=True, kw_only=True)
class Lines(Element):
    """Courses that meet, each drawn once with a pen `width` px wide: the borders of a map."""

    courses: tuple[Outline, ...]
    width: float
    colour: Colour


@dataclass(frozen=True, kw_only=True)
class Disc(Element):
    x: float
    y: float
    radius: float
    colour: Colour | None
    ring: Colour | None = None
    ring_width: float = 0


@dataclass(frozen=True, kw_only=True)
class Box(Element):
    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Hang(StrEnum):
    """Which edge of its room a text keeps to when its words become more or fewer."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Anchor(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, kw_only=True)
class Text(Element):
    """Lines already broken; the first baseline is at `baseline`, the ink begins (or ends) at `x`.

    `ground` is the colour behind (contrast is checked against it). `angle` turns the text
    clockwise about (x, baseline). `plain_zero` draws 0 without its stroke, for large figures.
    `most` is how many of its signs would fit where it does not: the plan's checks report it. `room`
    is all the place that its words may take, whatever they are; they keep to the edge of it that
    `hang` names. `full` is the style that the words have there where they are few. `said` are the
    words before they were broken into lines, with the author's own line feeds; `headings` are the
    indices of those of its paragraphs that are set bold. `apart` is the part of a line that stays
    free between two paragraphs; in the film, all lines but the first begin `hanging` px
    further on.
    """

    lines: tuple[str, ...]
    x: float
    baseline: float
    style: Style
    colour: Colour
    ground: Colour
    role: Role = Role.LABEL
    anchor: Anchor = Anchor.START
    angle: float = 0
    plain_zero: bool = False
    most: int | None = None
    room: Bounds | None = None
    hang: Hang = Hang.TOP
    full: Style | None = None
    said: str = ""
    headings: frozenset[int] = frozenset()
    apart: float = 0
    hanging: float = 0

    @property
    def fits(self) -> bool:
        return self.most is None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words without the breaks that are not the author's."""
        return tuple((self.said or self.text).split("\n"))

    @property
    def text(self) -> str:
        """The lines in one, without marks of direction; a word that was parted is whole again."""
        lines = "\n".join(line.lstrip("".join(MARKS)) for line in self.lines)
        return re.sub(f"{SOFT_HYPHEN}\n|(?<=\\w-)\n", "", lines).replace("\n", " ")


class Fit(StrEnum):
    COVER = "cover"
    CONTAIN = "contain"


@dataclass(frozen=True, kw_only=True)
class Photo(Element):
    """A picture in a box, cut by `mask` (a closed outline) where there is one.

    Without a `camera` it stands still: `zoom` times as large as it must be to cover the box, of
    which nothing lies over `clear` (parts of the box, 0 to 1); `cropping.window` tells what shows.
    Until frame `loose` it is seen to its own edges wherever these are: box and mask come later.
    One that is `dimmed` is its own ground: out of focus and dark.
    """

    picture: Picture
    x: float
    y: float
    width: float
    height: float
    mask: Outline | None = None
    fit: Fit = Fit.COVER
    zoom: float = 1.0
    clear: Bounds = WHOLE
    camera: CameraMove | None = None
    loose: int = 0
    dimmed: bool = False


@dataclass(frozen=True, kw_only=True)
class Footage(Element):
    """A clip playing in a box from frame `start` of the shot, cut by `mask`; covers the box."""

    clip: Clip
    x: float
    y: float
    width: float
    height: float
    start: int = 0
    mask: Outline | None = None


@dataclass(frozen=True, kw_only=True)
class Pictogram(Element):
    """A symbol of `data/pictograms` in a square `size` px wide, (x, y) its top left corner. One
    that says something has an `alternative`.
    """

    symbol: str
    x: float
    y: float
    size: float
    colour: Colour
    alternative: str = ""


@dataclass(frozen=True, kw_only=True)
class Flame(Element):
    """(x, y) is the centre of the bend, `radius` the outer one: 2r wide, 3r high, the tip up.

    One that `flickers` does so from frame to frame, and is in front of everything.
    """

    x: float
    y: float
    radius: float
    flickers: bool = False


@dataclass(frozen=True, kw_only=True)
class Caption(Element):
    """Subtitles burned in: white on a black band, centred on `x`, last baseline at `baseline`; film
    only.
    """

    cue: SubtitleCue
    style: Style
    x: float = WIDE.width / 2
    baseline: float = 1000


@dataclass(frozen=True)
class Drawing:
    """`frames` is the length of the shot for which entrances and drifts were planned."""

    field: Colour
    elements: tuple[Element, ...]
    frames: int = 0
    format: Format = WIDE
    palette: Palette = HOUSE
    breath: Breath | None = None

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all that it says: what is kept is named by it. It is long in the making where
        there are many drawings, and found once for each.
        """
        return hashlib.sha256(repr(self).encode()).hexdigest()

    def closes(self, element: Element) -> bool:
        """Whether an element leaves because the shot ends, and not before."""
        return element.leaves is not None and element.leaves.stop >= self.frames

    def staying(self) -> Drawing:
        """The same before its end: what it shows until then does not hang on the next."""
        kept = (replace(e, leaves=None) if self.closes(e) else e for e in self.elements)
        return replace(self, elements=tuple(kept))

    def at_rest(self) -> Drawing:
        """Without what is gone at the end: what a slide or a still shows."""
        kept = (e for e in self.elements if e.until is None)
        kept = (replace(e, leaves=None) if e.leaves else e for e in kept)
        return replace(self, elements=tuple(kept))

    def still(self) -> Drawing:
        """Without motion: everything is there at once (theme.mouvement: reduit)."""
        kept = (e for e in self.elements if e.until is None or _is_read(e))
        return replace(self, elements=tuple(_stilled(e) for e in kept), breath=None)

    def abrupt(self) -> Drawing:
        """With the same timings, but whatever comes in is there at once, stands still while it is
        read, and stays until the cut or is gone at once: as a draft shows it.
        """
        kept = (_abrupt(e) for e in self.staying().elements)
        return replace(self, elements=tuple(kept), breath=None)

    def settled(self) -> int:
        """The first frame from which nothing changes any more, until it leaves."""
        ends = [changing(e.entrance)[1] for e in self.elements]
        ends += [e.until for e in self.elements if e.until is not None]
        return max(ends, default=0)

    def motion(self, length: int) -> tuple[FrameSpan, ...]:
        """Which frames, of the first `length`, do not simply repeat the frame before: spans in
        order that neither touch nor overlap. Frame 0 repeats nothing.
        """
        spans = [span for element in self.elements for span in _motion(element)]
        spans += [(self.breath.start, self.breath.stop)] if self.breath else []
        clipped = ((start, min(stop, length)) for start, stop in spans)
        seen = (FrameSpan(start, stop) for start, stop in clipped if start < stop)
        return merged((FrameSpan(0, min(1, length)), *seen)) if length else ()


def _is_read(element: Element) -> bool:
    """Whether what goes again is words of its own, not a step of a motion."""
    return isinstance(element, Caption) or element.page is not None


def _abrupt(element: Element) -> Element:
    until = element.leaves.stop if element.leaves else element.until
    return replace(_calm(element), entrance=jumping(element.entrance), leaves=None, until=until)


def _calm(element: Element) -> Element:
    match element:
        case Flame():
            return replace(element, flickers=False)
        case Photo(camera=CameraMove() as move):
            return replace(element, camera=hastened(move))
    return element


def _stilled(element: Element) -> Element:
    if isinstance(element, Caption | Footage):
        return element
    entrance = AT_ONCE if element.page is None else Show(changing(element.entrance)[0])
    if isinstance(element, Photo):
        loose = ALWAYS if element.loose == ALWAYS else 0
        return replace(element, entrance=entrance, camera=stilled(element.camera), loose=loose)
    return replace(_calm(element), entrance=entrance, leaves=None)


def _motion(element: Element) -> Iterator[tuple[int, int]]:
    """Spans of frames at which an element does not look as it did a frame before."""
    match element.entrance:
        case Run(keys, Easing.JUMP) | Follow(_, Run(keys, Easing.JUMP)):
            yield from ((max(0, key), max(0, key) + 1) for key, _ in keys)
        case entrance:
            first, last = changing(entrance)
            yield max(0, first), last + 1
    if element.until is not None:
        yield element.until, element.until + 1
    if element.leaves:
        yield max(0, element.leaves.start), element.leaves.stop + 1
    gone = element.until or sys.maxsize
    match element:
        case Photo(camera=CameraMove() as move):
            yield from ((max(0, a), min(gone, b)) for a, b in move.spans if a < gone and b > 0)
        case Flame(flickers=True):
            yield max(0, changing(element.entrance)[0]), gone
        case Footage(clip=clip, start=start):
            yield max(0, start), min(gone, start + clip.frames)
