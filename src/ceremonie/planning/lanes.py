"""Bundles of lanes and what is made of them: bands, lines, start bars, the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ceremonie.planning import motion
from ceremonie.planning.drawing import Area, Box, Disc, Easing, Element, Slide, Stroke
from ceremonie.planning.typesetting import Measure, Setting
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.grid import LOW_AXIS, LOW_TOP, line_width
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Outline, Straight, Track
from ceremonie.theme.type import FLOOR, Style

PERSON_PITCH = 84
DESCENT = 0.2
"""What hangs below the baseline, in em."""


@dataclass(frozen=True)
class Bundle:
    """Lanes of one pitch on a track, the first at offset `first`; None is a lane left unfilled."""

    track: Track
    pitch: float
    colours: tuple[Colour | None, ...]
    first: float
    line: Colour = Colour.PAPER
    line_px: float | None = None

    def middle(self, lane: int) -> float:
        return self.first + (lane + 0.5) * self.pitch

    def course(self, lane: int, start: float = 0, stop: float | None = None) -> Outline:
        return self.track.line(self.middle(lane), start, stop)


def bands(bundle: Bundle, start: int, starts: Sequence[float] | None = None) -> tuple[Stroke, ...]:
    """The lit lanes, each from its own start line on."""
    return tuple(
        Stroke(
            name=f"couloir {lane + 1}",
            entrance=motion.lane(start, lane),
            course=bundle.course(lane, starts[lane] if starts else 0),
            width=bundle.pitch,
            colour=colour,
        )
        for lane, colour in enumerate(bundle.colours)
        if colour
    )


def lines(bundle: Bundle, start: int) -> tuple[Stroke, ...]:
    """The lines on both sides of every lane."""
    return tuple(
        Stroke(
            name=f"ligne {index + 1}",
            entrance=motion.lane(start, min(index, len(bundle.colours) - 1)),
            course=bundle.track.line(bundle.first + index * bundle.pitch),
            width=bundle.line_px or line_width(bundle.pitch),
            colour=bundle.line,
        )
        for index in range(len(bundle.colours) + 1)
    )


def start_bar(
    bundle: Bundle, lane: int, position: float, width: float, colour: Colour, start: int
) -> Stroke:
    """A bar across lane `lane`, `width` px of running direction before `position`."""
    return Stroke(
        name=f"départ {lane + 1}",
        entrance=motion.bar(start, lane),
        course=bundle.course(lane, position - width, position),
        width=bundle.pitch,
        colour=colour,
    )


@dataclass(frozen=True)
class Person:
    """The track draws a person: it runs in flat, rises into shoulders, and runs out again."""

    centre: float
    radius: float
    head_radius: float
    colours: tuple[Colour, Colour, Colour]
    body: Colour
    head: Colour
    pitch: float = PERSON_PITCH
    foot: float = 24
    gap: float = 24

    @property
    def bundle(self) -> Bundle:
        half = 1.5 * self.pitch
        track = Track(
            (-20, LOW_AXIS),
            0,
            (
                Straight(self.centre - self.radius - self.foot + 20),
                Bend(self.foot + half, -90),
                Bend(self.radius - half, 180),
                Bend(self.foot + half, -90),
                Straight(2300 - self.centre),
            ),
        )
        return Bundle(track, self.pitch, self.colours, -half)

    @property
    def shoulders(self) -> float:
        """Height of the centre of the shoulders' bend."""
        return LOW_AXIS - 1.5 * self.pitch - self.foot

    @property
    def head_y(self) -> float:
        return self.shoulders - self.radius - self.gap - self.head_radius


def person(who: Person, start: int, head: Element | None = None) -> tuple[Element, ...]:
    """The person's shapes, back to front; `head` replaces the disc (a portrait in it)."""
    bundle = who.bundle
    reach = who.radius + who.foot
    low = LOW_AXIS + 1.5 * who.pitch
    under = tuple(p for p in bundle.track.line(1.5 * who.pitch) if abs(p[0] - who.centre) <= reach)
    width = line_width(who.pitch)
    body = Area(name="buste", entrance=_raise(start), outlines=(under,), colour=who.body)
    base = Box(
        name="ligne du buste",
        entrance=_raise(start),
        x=who.centre - reach,
        y=low - width / 2,
        width=2 * reach,
        height=width,
        colour=bundle.line,
    )
    disc = Disc(
        name="tête",
        entrance=motion.drop(start + motion.LANE),
        x=who.centre,
        y=who.head_y,
        radius=who.head_radius,
        colour=who.head,
    )
    return (body, *bands(bundle, start), *lines(bundle, start), base, head or disc)


def _raise(start: int) -> Slide:
    return Slide(start + motion.BEAT, motion.LANE - motion.BEAT, dy=1, easing=Easing.DRAW)


def lane_measures(style: Style) -> tuple[Measure, ...]:
    """How words are set in one of a person's lanes: on one line, down to the floor; then on two."""
    sizes = range(round(style.size), FLOOR - 1, -4)
    two = Measure(replace(style.at(FLOOR), leading=1.0), 2)
    return (*(Measure(style.at(size), 1) for size in sizes), two)


def lane_baseline(words: Setting, lane: int) -> float:
    """The first baseline of words in a person's lane, from 0: one line stands where it always
    does, two share the height with equal room above and below.
    """
    top = LOW_TOP + lane * PERSON_PITCH
    if len(words.lines) == 1:
        return top + 60
    size = words.style.size
    above = (PERSON_PITCH - words.height - size * (CAP_HEIGHT + DESCENT)) / 2
    return top + above + size * CAP_HEIGHT
