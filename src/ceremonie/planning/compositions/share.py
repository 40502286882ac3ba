"""A key figure that is a part of something: so much of a lap of the stadium is run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.figures import FIELD
from ceremonie.planning.content import Share
from ceremonie.planning.drawing import Anchor, Drawing, Hang, Role, Stroke, Text, ground
from ceremonie.planning.entrances import run
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FLOOR

LANE, RUN = Colour.INK, Colour.BRIGHT
LINE, BAR = 8, 16
"""px of the lines beside the lane, and of the bar from which the lap starts."""

LAP = 60
"""Frames that the whole lap takes."""

ALONE, HIGH = 0.6, 0.42
"""Of the inner radius: a number reaches so far above and below the middle of the infield, alone or
between other words; it is as wide as the infield is there.
"""

BETWEEN = 0.78
"""Of the inner radius: so far from the middle end the words above and below the number."""

NUMBER_LINE = 1.16
"""em that a line of digits takes in whatever font."""


@dataclass(frozen=True)
class Lap:
    """A stadium's lane about `centre`: two straights of so many px, two bends of `radius` to its
    middle, `pitch` px wide.
    """

    centre: tuple[float, float]
    straight: float
    radius: float
    pitch: float

    @property
    def track(self) -> Track:
        """Clockwise from the middle of the upper straight."""
        half, bend = Straight(self.straight / 2), Bend(self.radius, 180)
        x, y = self.centre
        return Track((x, y - self.radius), 0, (half, bend, Straight(self.straight), bend, half))

    def infield(self, top: float, bottom: float) -> Bounds:
        """The room between two heights, in parts of the inner radius below the middle."""
        inner = self.radius - self.pitch / 2 - LINE
        far = max(abs(top), abs(bottom))
        beside = self.straight / 2 + inner * (1 - far * far) ** 0.5 - LINE
        x, y = self.centre
        return Bounds(x - beside, y + top * inner, x + beside, y + bottom * inner)


@dataclass(frozen=True)
class _Layout:
    title: Slot
    lap: Lap
    label: Slot
    source: Slot


def _source(left: float, top: float, right: float, bottom: float, hang: Hang) -> Slot:
    return Slot(Bounds(left, top, right, bottom), 40, hang, least=FLOOR)


_WIDE = _Layout(
    Slot(Bounds(96, 66, 700, 190), 88),
    Lap((1262, 548), 310, 352, 104),
    Slot(Bounds(96, 220, 660, 810), 80, Hang.MIDDLE),
    _source(96, 830, 660, 1026, Hang.BOTTOM),
)
_LAPTOP = _Layout(
    Slot(Bounds(86.4, 66, 640, 190), 88),
    Lap((1142, 548), 240, 334, 104),
    Slot(Bounds(86.4, 220, 590, 780), 72, Hang.MIDDLE),
    _source(86.4, 800, 590, 1026, Hang.BOTTOM),
)
_CLASSIC = _Layout(
    Slot(Bounds(72, 66, 600, 190), 80),
    Lap((968, 548), 180, 272, 92),
    Slot(Bounds(72, 220, 520, 760), 64, Hang.MIDDLE),
    _source(72, 780, 520, 1026, Hang.BOTTOM),
)
_SQUARE = _Layout(
    Slot(Bounds(54, 54, 1026, 144), 72),
    Lap((540, 446), 400, 240, 84),
    Slot(Bounds(54, 764, 1026, 920), 60, Hang.MIDDLE),
    _source(54, 930, 1026, 1026, Hang.BOTTOM),
)
_TALL = _Layout(
    Slot(Bounds(54, 130, 1026, 256), 96),
    Lap((540, 716), 140, 364, 104),
    Slot(Bounds(54, 1190, 1026, 1420), 72, Hang.MIDDLE),
    _source(54, 1430, 1026, 1536, Hang.BOTTOM),
)


def compose(content: Share, staging: Staging) -> Drawing:
    layout = staging.by_shape(
        wide=_WIDE, square=_SQUARE, tall=_TALL, laptop=_LAPTOP, classic=_CLASSIC
    )
    lap, start = layout.lap, staging.lead
    elements = (
        *ground(*_lane(lap, start)),
        *_gone(lap, content.part, start + motion.LANE),
        *ground(_start(lap, start)),
        *_inside(content, lap, staging),
        *_beside(content, layout, staging),
    )
    return staging.drawing(FIELD, elements)


def _lane(lap: Lap, start: int) -> Iterator[Stroke]:
    """The whole lap between its lines."""
    entrance = motion.lane(start)
    pens = (("couloir", 0.0, lap.pitch, LANE), ("ligne 1", -lap.pitch / 2, LINE, Colour.PAPER),
            ("ligne 2", lap.pitch / 2, LINE, Colour.PAPER))  # fmt: skip
    for name, offset, width, colour in pens:
        yield Stroke(
            name=name,
            course=lap.track.line(offset),
            width=width,
            colour=colour,
            entrance=entrance,
        )


def _start(lap: Lap, start: int) -> Stroke:
    """The bar from which the lap is run."""
    (x, y), half = lap.track.start, (lap.pitch - LINE) / 2
    return Stroke(
        name="départ",
        course=((x, y - half), (x, y + half)),
        width=BAR,
        colour=Colour.PAPER,
        entrance=motion.bar(start + motion.LANE - motion.BAR),
    )


def _gone(lap: Lap, part: float, start: int) -> Iterator[Stroke]:
    """The part that is run, measured on the middle of the lane."""
    track = lap.track
    if part > 0:
        yield Stroke(
            name="part",
            course=track.line(0, 0, part * track.length()),
            width=lap.pitch - LINE,
            colour=RUN,
            entrance=run(start, max(motion.BEAT, round(LAP * part))),
            group="Part du tour",
        )


def _inside(content: Share, lap: Lap, staging: Staging) -> Iterator[Text]:
    figure, scale = content.figure, staging.scale
    reach = HIGH if figure.above or content.whole else ALONE
    room = lap.infield(-reach, reach)
    number = Slot(room, room.height / NUMBER_LINE, Hang.MIDDLE, Anchor.MIDDLE)
    enters = staging.lead + motion.BEAT
    pen = pen_on(FIELD, motion.rise(enters))
    written = number.text(pen, "chiffre 1", figure.written, scale.figure, role=Role.FIGURE)
    yield replace(written, plain_zero=True)
    plain, pen = scale.style(56, 700, 1.0), pen_on(FIELD, motion.text(enters + motion.BAR))
    if figure.above:
        over = Slot(lap.infield(-BETWEEN, -HIGH), 56, Hang.BOTTOM, Anchor.MIDDLE)
        yield over.text(pen, "surtitre 1", figure.above, plain, role=Role.KICKER)
    if content.whole:
        under = Slot(lap.infield(HIGH, BETWEEN), 64, Hang.TOP, Anchor.MIDDLE)
        yield under.text(pen, "ensemble", content.whole, plain, role=Role.LABEL)


def _beside(content: Share, layout: _Layout, staging: Staging) -> Iterator[Text]:
    scale, enters = staging.scale, staging.lead + motion.BAR
    title = Pen(Colour.BRIGHT, FIELD, motion.text(enters))
    yield layout.title.text(title, "titre", content.title, scale.statement, role=Role.TITLE)
    pen = pen_on(FIELD, motion.text(enters + motion.BEAT))
    label = scale.style(80, 700, 1.08)
    yield layout.label.text(pen, "libellé 1", content.figure.label, label, role=Role.LABEL)
    if content.source:
        plain = scale.style(40, 600, 1.0)
        yield layout.source.text(pen, "source", content.source, plain, role=Role.CREDIT)
