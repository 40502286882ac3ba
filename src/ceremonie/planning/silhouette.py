"""The person that the track draws: it runs in flat, rises into shoulders, and runs out again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.drawing import Area, Box, Disc, Element, Role, Stroke, Text, ground
from ceremonie.planning.entrances import Easing, Entrance, Run, Slide
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import pen_on
from ceremonie.planning.typesetting import Measure, Setting, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.grid import LOW_AXIS, line_width
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FLOOR, Style

PITCH = 84
CLOSE = 0.96
"""Leading of two lines in one lane: any wider and they touch its lines."""

BEYOND = 20
"""px by which lanes begin and end outside the frame."""


@dataclass(frozen=True, kw_only=True)
class Silhouette:
    """`axis` is the height at which its lanes run flat, in a frame `width` px wide.

    Where the frame is too narrow for words beside the shoulders, the person stands on lanes
    `shelf` px wide that run from edge to edge; without a shelf the words run in its own.
    """

    centre: float
    radius: float
    head_radius: float
    colours: tuple[Colour, Colour, Colour]
    body: Colour
    head: Colour
    pitch: float = PITCH
    foot: float = 24
    gap: float = 24
    axis: float = LOW_AXIS
    width: float = 1920
    shelf: float | None = None

    @property
    def bundle(self) -> Bundle:
        half = 1.5 * self.pitch
        track = Track(
            (-BEYOND, self.axis),
            0,
            (
                Straight(self.centre - self.radius - self.foot + BEYOND),
                Bend(self.foot + half, -90),
                Bend(self.radius - half, 180),
                Bend(self.foot + half, -90),
                Straight(self.width + 380 - self.centre),
            ),
        )
        return Bundle(track, self.pitch, self.colours, -half)

    @property
    def shoulders(self) -> float:
        """Height of the centre of the shoulders' bend."""
        return self.top - self.foot

    @property
    def head_y(self) -> float:
        return self.shoulders - self.radius - self.gap - self.head_radius

    @property
    def top(self) -> float:
        """The upper edge of the lanes, where they run flat."""
        return self.axis - 1.5 * self.pitch

    @property
    def lane_pitch(self) -> float:
        """Of the lanes in which words run."""
        return self.shelf or self.pitch

    def lane(self, index: int, left: float, right: float) -> Bounds:
        """The room of words in lane 0 to 2, clear of its lines."""
        top = self.top + index * self.lane_pitch
        line = line_width(self.lane_pitch) / 2
        return Bounds(left, top + line, right, top + self.lane_pitch - line)


def person(who: Silhouette, start: int, head: Element | None = None) -> tuple[Element, ...]:
    """The person's shapes, back to front; `head` replaces the disc (a portrait in it)."""
    bundle = who.bundle
    stand = _shelf(who, start) if who.shelf else (_base(who, start),)
    ribbon = (_rising(stroke, start) for stroke in (*bands(bundle, start), *lines(bundle, start)))
    track = ground(_body(who, start), *ribbon, *stand)
    return (*track, head or replace(_head(who, start), fixed=True))


def _rising(lane: Stroke, start: int) -> Stroke:
    """A lane of the ribbon: all of them rise together, whenever each sets out."""
    assert isinstance(lane.entrance, Run)
    return replace(lane, entrance=replace(motion.shoulders(start), run=lane.entrance))


def _body(who: Silhouette, start: int) -> Area:
    half, reach = 1.5 * who.pitch, who.radius + who.foot
    inner = who.bundle.track.line(half)
    under = tuple(p for p in inner if abs(p[0] - who.centre) <= reach)
    return Area(name="buste", entrance=motion.shoulders(start), outlines=(under,), colour=who.body)


def _base(who: Silhouette, start: int) -> Box:
    reach, width = who.radius + who.foot, line_width(who.pitch)
    return Box(
        name="ligne du buste",
        entrance=_passed(start),
        x=who.centre - reach,
        y=who.axis + 1.5 * who.pitch - width / 2,
        width=2 * reach,
        height=width,
        colour=who.bundle.line,
    )


def _shelf(who: Silhouette, start: int) -> tuple[Element, ...]:
    """Lanes from edge to edge, before those from which the person rises."""
    track = Track((-BEYOND, who.top), 0, (Straight(who.width + 2 * BEYOND),))
    bundle = Bundle(track, who.lane_pitch, who.colours, 0)
    strokes = (*bands(bundle, start), *lines(bundle, start))
    return tuple(replace(stroke, name=f"sol, {stroke.name}") for stroke in strokes)


def _head(who: Silhouette, start: int) -> Disc:
    return Disc(
        name="tête",
        entrance=motion.head(start),
        x=who.centre,
        y=who.head_y,
        radius=who.head_radius,
        colour=who.head,
    )


def _passed(start: int) -> Slide:
    """Uncovered when the ribbon runs over it."""
    return Slide(start + motion.BEAT, motion.LANE - motion.BEAT, dx=-1, easing=Easing.DRAW)


@dataclass(frozen=True)
class Running:
    """Words that run in lane 0 to 2 of a person, and what they are for."""

    name: str
    text: str
    lane: int
    role: Role
    is_name: bool = False


def in_lane(
    who: Silhouette, words: Running, across: tuple[float, float], style: Style, entrance: Entrance
) -> Text:
    """The words on one line of their lane, or on two small ones, from the left of `across`."""
    room = who.lane(words.lane, *across)
    setting = settle(words.text, _measures(style), room.width, is_name=words.is_name)
    pen = pen_on(who.colours[words.lane], entrance)
    return pen.set(words.name, setting, room, _baseline(setting, who, words.lane), role=words.role)


def _measures(style: Style) -> tuple[Measure, ...]:
    """On one line, down to the floor; then on two."""
    sizes = range(round(style.size), FLOOR - 1, -4)
    two = Measure(replace(style.at(FLOOR), leading=CLOSE), 2)
    return (*(Measure(style.at(size), 1) for size in sizes), two)


def _baseline(words: Setting, who: Silhouette, lane: int) -> float:
    """The first baseline of words in a lane: one line stands where it always does, two share the
    height with equal room above and below.
    """
    top = who.top + lane * who.lane_pitch
    if len(words.lines) == 1:
        return top + who.lane_pitch / 2 + 18
    size = words.style.size
    above = (who.lane_pitch - words.height - size * (CAP_HEIGHT + DESCENT)) / 2
    return top + above + size * CAP_HEIGHT
