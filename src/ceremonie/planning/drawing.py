"""A drawing: a flat list of shapes and texts on the canvas of its format, back to front.

It is data. The deck paints it at rest, the film paints it at any frame; neither decides anything.
All lengths are px of the canvas, y down; all frames count from the start of the shot.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ceremonie.formats import WIDE, Bounds, Format
from ceremonie.media.material import Clip, Picture, SubtitleCue
from ceremonie.theme.letters import MARKS, SOFT_HYPHEN
from ceremonie.theme.palette import HOUSE, Colour, Palette
from ceremonie.theme.track import Outline
from ceremonie.theme.type import Style
from ceremonie.units import FrameSpan


class Easing(StrEnum):
    LINEAR = "linear"
    DRAW = "draw"
    ENTER = "enter"
    JUMP = "jump"


_CURVES: dict[Easing, Callable[[float], float]] = {
    Easing.LINEAR: lambda t: t,
    Easing.DRAW: lambda t: 4 * t**3 if t < 0.5 else 1 - (2 - 2 * t) ** 3 / 2,
    Easing.ENTER: lambda t: 1.0 if t >= 1 else 1 - 2.0 ** (-10 * t),
    Easing.JUMP: lambda t: 1.0 if t >= 1 else 0.0,
}


def eased(easing: Easing, part: float) -> float:
    """0 to 1 along the curve; `part` outside 0 to 1 is held."""
    return _CURVES[easing](min(1.0, max(0.0, part)))


@dataclass(frozen=True)
class Show:
    """There from frame `start` on, at once."""

    start: int = 0

    def progress(self, frame: int) -> float:
        return 1.0 if frame >= self.start else 0.0


@dataclass(frozen=True)
class Run:
    """A stroke draws itself along its course; `keys` are (frame, part of its length)."""

    keys: tuple[tuple[int, float], ...]
    easing: Easing = Easing.DRAW

    def progress(self, frame: int) -> float:
        if frame < self.keys[0][0]:
            return 0.0
        index = bisect_right(self.keys, frame, key=lambda k: k[0])
        if index == len(self.keys):
            return self.keys[-1][1]
        (t0, v0), (t1, v1) = self.keys[index - 1], self.keys[index]
        return v0 + (v1 - v0) * eased(self.easing, (frame - t0) / (t1 - t0))


@dataclass(frozen=True)
class Slide:
    """Arrives from (`dx`, `dy`) px away; with `wipe` it is uncovered in that direction meanwhile.

    A wipe with dx = -48 uncovers from left to right, with dy = 60 from bottom to top: the shape
    comes from behind an edge that lies on the side it comes from.
    """

    start: int
    frames: int = 14
    dx: float = 0
    dy: float = 0
    wipe: bool = True
    easing: Easing = Easing.ENTER

    def progress(self, frame: int) -> float:
        if frame < self.start:
            return 0.0
        return eased(self.easing, (frame - self.start + 1) / self.frames)


@dataclass(frozen=True)
class Grow:
    """Grows from nothing about its own centre."""

    start: int
    frames: int = 10
    easing: Easing = Easing.ENTER

    def progress(self, frame: int) -> float:
        if frame < self.start:
            return 0.0
        return eased(self.easing, (frame - self.start + 1) / self.frames)


@dataclass(frozen=True)
class Follow:
    """Moves along `course` as a `Run` of the same keys draws it; at rest where the run ends.

    A shape that follows is placed by its own coordinates at the end of the course.
    """

    course: Outline
    run: Run

    def progress(self, frame: int) -> float:
        return self.run.progress(frame)


Entrance = Show | Run | Slide | Grow | Follow
AT_ONCE = Show()


def run(start: int, frames: int = 24, easing: Easing = Easing.DRAW) -> Run:
    """Drawn from nothing to the whole course."""
    return Run(((start, 0.0), (start + frames, 1.0)), easing)


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
    """`name` is unique in a drawing; `until` is the frame at which the element is gone again.

    `fixed` marks the ground: what is alike in all drawings of one composition and colour, whatever
    they say (lanes, the arch). All else carries content.
    """

    name: str
    entrance: Entrance = AT_ONCE
    until: int | None = None
    fixed: bool = False

    def visible(self, frame: int) -> bool:
        return (self.until is None or frame < self.until) and self.entrance.progress(frame) > 0


@dataclass(frozen=True, kw_only=True)
class Area(Element):
    """Closed outlines filled with the even-odd rule, perhaps lined."""

    outlines: tuple[Outline, ...]
    colour: Colour
    line: Colour | None = None
    line_width: float = 0


@dataclass(frozen=True, kw_only=True)
class Stroke(Element):
    """A lane, a line or a start bar: a course drawn with a butt-ended pen `width` px wide."""

    course: Outline
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
    is all the place that its words may take, whatever they are.
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

    @property
    def fits(self) -> bool:
        return self.most is None

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

    `drift` is the scale that the picture reaches, linearly, at the end of the shot (1 = still);
    it grows about its focus point.
    """

    picture: Picture
    x: float
    y: float
    width: float
    height: float
    mask: Outline | None = None
    fit: Fit = Fit.COVER
    drift: float = 1.0


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
    """A symbol of `data/pictograms` in a square `size` px wide, (x, y) its top left corner."""

    symbol: str
    x: float
    y: float
    size: float
    colour: Colour


@dataclass(frozen=True, kw_only=True)
class Flame(Element):
    """(x, y) is the centre of the bend, `radius` the outer one: 2r wide, 3r high, the tip up."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, kw_only=True)
class Caption(Element):
    """Subtitles burned in: white on a black band, centred on `x`, last baseline at `baseline`; film
    only.
    """

    cue: SubtitleCue
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

    def at_rest(self) -> Drawing:
        """Without what is gone at the end: what a slide or a still shows."""
        return replace(self, elements=tuple(e for e in self.elements if e.until is None))

    def still(self) -> Drawing:
        """Without motion: everything is there at once (theme.mouvement: reduit)."""
        kept = (e for e in self.elements if e.until is None or isinstance(e, Caption))
        return replace(self, elements=tuple(_stilled(e) for e in kept))

    def abrupt(self) -> Drawing:
        """With the same timings, but whatever comes in is there at once: as a draft shows it."""
        return replace(
            self, elements=tuple(replace(e, entrance=_jumping(e.entrance)) for e in self.elements)
        )

    def settled(self) -> int:
        """The first frame from which no entrance changes anything any more."""
        ends = [_span(e.entrance)[1] for e in self.elements]
        ends += [e.until for e in self.elements if e.until is not None]
        return max(ends, default=0)

    def motion(self, length: int) -> tuple[FrameSpan, ...]:
        """Which frames, of the first `length`, do not simply repeat the frame before: spans in
        order that neither touch nor overlap. Frame 0 repeats nothing.
        """
        found = sorted(span for element in self.elements for span in _motion(element))
        merged = [(0, 1)]
        for start, stop in found:
            if start > merged[-1][1]:
                merged.append((start, stop))
            elif stop > merged[-1][1]:
                merged[-1] = (merged[-1][0], stop)
        return tuple(FrameSpan(a, min(b, length)) for a, b in merged if a < length)


def _stilled(element: Element) -> Element:
    if isinstance(element, Caption | Footage):
        return element
    if isinstance(element, Photo):
        return replace(element, entrance=AT_ONCE, drift=1.0)
    return replace(element, entrance=AT_ONCE)


def _jumping(entrance: Entrance) -> Entrance:
    match entrance:
        case Show():
            return entrance
        case Run():
            return replace(entrance, easing=Easing.JUMP)
        case Follow(_, run):
            return replace(entrance, run=replace(run, easing=Easing.JUMP))
        case Slide() | Grow():
            return Show(entrance.start)


def _span(entrance: Entrance) -> tuple[int, int]:
    """The first and the last frame at which the entrance changes anything."""
    match entrance:
        case Show(start):
            return start, start
        case Run(keys) | Follow(_, Run(keys)):
            return keys[0][0], keys[-1][0]
        case Slide() | Grow():
            return entrance.start, entrance.start + entrance.frames - 1


def _motion(element: Element) -> Iterator[tuple[int, int]]:
    """Spans of frames at which an element does not look as it did a frame before."""
    match element.entrance:
        case Run(keys, Easing.JUMP) | Follow(_, Run(keys, Easing.JUMP)):
            yield from ((max(0, key), max(0, key) + 1) for key, _ in keys)
        case entrance:
            first, last = _span(entrance)
            yield max(0, first), last + 1
    if element.until is not None:
        yield element.until, element.until + 1
    gone = element.until or sys.maxsize
    match element:
        case Photo(drift=drift) if drift != 1:
            yield max(0, _span(element.entrance)[0]), gone
        case Footage(clip=clip, start=start):
            yield max(0, start), min(gone, start + clip.frames)
