"""Key figures: each stands on its own lane, a step further on than the one before."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.text_place import TextPlace
from ceremonie.planning.content import Figure, Figures
from ceremonie.planning.drawing import Drawing, Role, Stroke, Text, ground
from ceremonie.planning.entrances import Entrance
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, excess, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import upright, width

FIELD = Colour.DEEP
COLOURS = (Colour.MIDDLE, Colour.BRIGHT, Colour.PAPER)

PITCH = 120
STAGGER = 1.5 * math.pi * PITCH
"""On the wide canvas the lanes have three quarters of a turn before them: 565 px."""

LOWEST = 924
"""The upper edge of the lowest lane on the wide canvas."""

LARGEST, SMALLEST = 430, 100
"""Sizes of a number, px."""

PLAIN_ZERO_FROM = 150
"""px from which a zero is drawn without its stroke."""

INDENT = 28
"""px from the start of a lane to its words."""

AIR = 14
"""px at least between the ink of a number and its lane."""

OVERSHOOT, HANGING = 7, 10
"""px by which round figures rise above the line, and by which the words above them hang down."""

WORDS = 46
"""px from the baseline of the words above a number to the top of their accents."""

TALLEST = 520
"""px of a figure's share of the height, its lane included, where there are few."""


@dataclass(frozen=True)
class _Step:
    """Where figure `index` stands: on the lane that begins at `left`, whose upper edge is `top`.

    Its number is at most `largest` px, `foot` above the lane, and does not reach beyond
    `number_right`; the words above it stand `over` px from its top. The label ends before
    `label_right` and above `bottom`.
    """

    index: int
    left: float
    top: float
    bottom: float
    pitch: float
    largest: float
    foot: float
    over: float
    number_right: float
    label_right: float
    label_sizes: tuple[tuple[float, int], ...]

    @property
    def lane(self) -> Bounds:
        """What may be seen of it everywhere: the room of the label."""
        bottom = min(self.top + self.pitch, self.bottom)
        return Bounds(self.left + INDENT, self.top, self.label_right, bottom)

    @property
    def column(self) -> float:
        """px for the number and for the words above it."""
        return self.number_right - self.left


@dataclass(frozen=True)
class _Stack:
    """How figures stand one above the other, down to `bottom`: their lanes have a bend of 45°
    before them, which is how far each starts ahead of the one above. At least `between` px part a
    lane from what stands below it.
    """

    title: TextPlace
    left: float
    right: float
    top: float
    bottom: float
    pitch: float
    foot: float
    over: float
    between: float
    label_sizes: tuple[tuple[float, int], ...]

    def steps(self, figures: Sequence[Figure]) -> tuple[_Step, ...]:
        """All numbers are as large as the height of one allows."""
        height = min((self.bottom - self.top) / len(figures), TALLEST)
        words = self.over + WORDS if any(figure.above for figure in figures) else 0
        room = height - self.pitch - self.foot - words - self.between
        first = self.bottom - self.pitch - (len(figures) - 1) * height
        return tuple(
            _Step(
                index=index,
                left=self.left + index * math.pi / 4 * self.pitch,
                top=first + index * height,
                bottom=self.bottom,
                pitch=self.pitch,
                largest=min(LARGEST, room / CAP_HEIGHT),
                foot=self.foot,
                over=self.over,
                number_right=self.right,
                label_right=self.right,
                label_sizes=self.label_sizes,
            )
            for index in range(len(figures))
        )


_SQUARE = _Stack(
    title=TextPlace(Bounds(54, 54, 1026, 128), 112, ((72, 1),)),
    left=54,
    right=1026,
    top=148,
    bottom=1026,
    pitch=80,
    foot=20,
    over=18,
    between=16,
    label_sizes=((44, 1), (40, 1), (36, 2)),
)
_TALL = _Stack(
    title=TextPlace(Bounds(54, 140, 1026, 256), 222, ((96, 1),)),
    left=54,
    right=1026,
    top=270,
    bottom=1536,
    pitch=112,
    foot=26,
    over=28,
    between=28,
    label_sizes=((50, 1), (44, 2), (40, 2), (36, 2)),
)
_WIDE_TITLE = TextPlace(Bounds(WIDE.safe.left, 66, 1200, 178), 146, ((88, 1),))
SOURCE = 96
"""px that the line of the source takes under the title, where there is one."""

_SOURCES: tuple[tuple[float, int], ...] = ((40, 1), (36, 1), (36, 2))


def compose(content: Figures, staging: Staging) -> Drawing:
    stack = staging.by_shape(wide=None, square=_SQUARE, tall=_TALL)
    title = stack.title if stack else _WIDE_TITLE
    if stack and content.source:
        stack = replace(stack, top=stack.top + SOURCE)
    steps = stack.steps(content.figures) if stack else _stairs(len(content.figures))
    lanes = _straight(steps, staging) if stack else _bent(len(steps), staging.lead)
    pen = Pen(Colour.BRIGHT, FIELD, motion.text(staging.lead + motion.BAR))
    elements = (
        *ground(*lanes),
        *(
            text
            for figure, step in zip(content.figures, steps, strict=True)
            for text in _texts(figure, step, staging)
        ),
        title.text(pen, "titre", content.title, staging.scale.statement, role=Role.TITLE),
        *_source(content, title, staging),
    )
    return staging.drawing(FIELD, elements)


def _source(content: Figures, title: TextPlace, staging: Staging) -> Iterator[Text]:
    """Where they come from, under the title."""
    if content.source:
        top = title.room.bottom + 4
        room = replace(title.room, top=top, bottom=top + SOURCE)
        pen = pen_on(FIELD, motion.text(staging.lead + motion.BEAT))
        sizes = ladder(staging.scale.label_plain, *_SOURCES)
        yield pen.block("source", content.source, room, top + 38, sizes, role=Role.CREDIT)


def _stairs(count: int) -> tuple[_Step, ...]:
    """On the wide canvas each step rises from the lane before."""
    return tuple(_stair(index) for index in range(count))


def _stair(index: int) -> _Step:
    left = WIDE.safe.left + index * STAGGER
    highest = index == len(COLOURS) - 1
    return _Step(
        index=index,
        left=left,
        top=LOWEST - index * PITCH,
        bottom=WIDE.safe.bottom,
        pitch=PITCH,
        largest=LARGEST,
        foot=26,
        over=50,
        number_right=WIDE.safe.right if highest else left + STAGGER - 24,
        label_right=WIDE.safe.right if highest else left + 2 * STAGGER - 40,
        label_sizes=((50, 1), (44, 1), (40, 1), (36, 1), (40, 2), (36, 2)),
    )


def _bent(count: int, start: int) -> Iterator[Stroke]:
    """The lanes of the wide canvas: they run to a bend and out below, thin lines between them."""
    lanes = len(COLOURS)
    track = Track((-40, LOWEST), 0, (Straight(1730), Bend(240, 90), Straight(300)))
    bundle = Bundle(track, PITCH, COLOURS[::-1], (1 - lanes) * PITCH, FIELD, line_px=8)
    starts = [WIDE.safe.left + index * STAGGER + 40 for index in reversed(range(lanes))]
    unused = lanes - count
    yield from bands(bundle, start, starts)[unused:]
    for index, stroke in enumerate(lines(bundle, start)):
        if unused < index < lanes:
            offset = bundle.first + index * PITCH
            yield replace(stroke, course=track.line(offset, starts[index] - 8))


def _straight(steps: Sequence[_Step], staging: Staging) -> Iterator[Stroke]:
    """Lanes that run out of the frame."""
    for step in steps:
        middle = step.top + step.pitch / 2
        yield Stroke(
            name=f"couloir {step.index + 1}",
            course=((step.left, middle), (staging.format.width + 20.0, middle)),
            width=step.pitch,
            colour=COLOURS[step.index],
            entrance=motion.lane(staging.lead, step.index),
        )


def _texts(figure: Figure, step: _Step, staging: Staging) -> Iterator[Text]:
    enters = staging.lead + motion.BAR + step.index * motion.BEAT // 2
    number = _number(figure, step, staging.scale.figure)
    yield _figure(number, step, motion.rise(enters))
    pen = pen_on(COLOURS[step.index], motion.text(enters + motion.BAR))
    yield _label(figure.label, step, staging.scale.label, pen)
    if figure.above:
        line = step.top - number.bottom - number.top - step.over
        pen = pen_on(FIELD, motion.text(enters))
        yield _above(figure.above, step, staging.scale.label, pen, line)


@dataclass(frozen=True)
class _Number:
    """A number at one size: how far it reaches above and below its baseline."""

    written: str
    style: Style
    foot: float

    @property
    def top(self) -> float:
        """px from the baseline to the line under the words above; digits stand on the capitals'."""
        rise, _ = upright(self.written, self.style)
        return max(self.style.size * CAP_HEIGHT, rise - OVERSHOOT)

    @property
    def bottom(self) -> float:
        """px from the baseline to the lane: what hangs below the line (a comma) stays off it."""
        _, depth = upright(self.written, self.style)
        return max(self.foot, depth + AIR)

    def fits(self, step: _Step) -> bool:
        high = step.foot + step.largest * CAP_HEIGHT
        narrow = width(self.written, self.style) <= step.column
        return narrow and self.top + self.bottom <= high


def _number(figure: Figure, step: _Step, style: Style) -> _Number:
    """As large as its place allows."""
    largest = math.floor(step.largest / 10) * 10
    sizes = range(largest, SMALLEST - 1, -10)
    numbers = [_Number(figure.written, style.at(size), step.foot) for size in sizes]
    return next((number for number in numbers if number.fits(step)), numbers[-1])


def _figure(number: _Number, step: _Step, entrance: Entrance) -> Text:
    """It rises from behind its lane as it is: a count cannot be read from the last row."""
    baseline = step.top - number.bottom
    most = excess(number.written, number.style, step.column)
    text = pen_on(FIELD, entrance).set(
        f"chiffre {step.index + 1}",
        Setting((number.written,), number.style, fits=most is None, most=most),
        Bounds(step.left, baseline - number.top - OVERSHOOT, step.number_right, step.top),
        baseline,
        role=Role.FIGURE,
    )
    return replace(text, plain_zero=number.style.size >= PLAIN_ZERO_FROM)


def _label(label: str, step: _Step, style: Style, pen: Pen) -> Text:
    """On one line along the middle of the lane, or on two about that of what is seen of it."""
    close = replace(style, leading=1.0)
    words = settle(label, ladder(close, *step.label_sizes), step.lane.width)
    two = step.lane.centre[1] + words.style.size * (CAP_HEIGHT - DESCENT) / 2 - words.height / 2
    one = step.top + step.pitch / 2 + 17
    baseline = one if len(words.lines) == 1 else two
    return pen.set(f"libellé {step.index + 1}", words, step.lane, baseline)


def _above(above: str, step: _Step, style: Style, pen: Pen, baseline: float) -> Text:
    return pen.block(
        f"surtitre {step.index + 1}",
        above,
        Bounds(step.left, baseline - WORDS, step.number_right, baseline + HANGING),
        baseline,
        ladder(style, (50, 1), (44, 1)),
        role=Role.KICKER,
    )
