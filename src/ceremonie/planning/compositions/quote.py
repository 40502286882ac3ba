"""A testimony: two chevrons of lanes are the opening guillemet, the words are the picture."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions import round_head
from ceremonie.planning.content import Quote
from ceremonie.planning.drawing import Box, Drawing, Element, Role, Stroke, Text, ground
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, Setting, fit, ladder, settle
from ceremonie.planning.typography import HARD
from ceremonie.theme.grid import column
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track, circle
from ceremonie.theme.type import Style

FIELD = Colour.BRIGHT
INDENT = 56
"""px from the bar to the author's name beside it."""
RING, RING_GAP = 20, 8
"""px of the lane around a portrait, and from one to the other."""
HANGING = 4
"""px by which letters of the last line hang below the foot of the bar."""


@dataclass(frozen=True)
class Guillemet:
    """Where its chevrons point from, and how large they are."""

    chevrons: tuple[float, float]
    middle: float
    arm: float
    bend: float
    pitch: float


Head = tuple[tuple[float, float], float]
"""The centre and the radius of a disc."""


@dataclass(frozen=True)
class _Layout(Guillemet):
    """The rooms of quote and author.

    `sizes` are those of the quote with the most lines of each. Its first baseline is at `baseline`;
    a quote of many lines begins higher, up to `highest`. `head` is the disc of a portrait: its
    centre and its radius.
    """

    quote: Bounds
    baseline: float
    highest: float
    sizes: tuple[tuple[float, int], ...]
    author: Bounds
    head: Head | None = None


_WIDE = _Layout(
    chevrons=(-44, 200),
    middle=415,
    arm=270,
    bend=96,
    pitch=60,
    quote=Bounds(column(3) + 60, 54, WIDE.safe.right, 840),
    baseline=196,
    highest=140,
    sizes=((120, 5), (104, 6), (88, 7), (80, 7)),
    author=Bounds(column(3) + 60, 880, WIDE.safe.right, 988),
)
_SQUARE = _Layout(
    chevrons=(-110, 34),
    middle=170,
    arm=120,
    bend=56,
    pitch=36,
    quote=Bounds(54, 330, 1026, 838),
    baseline=410,
    highest=390,
    sizes=((88, 5), (80, 5), (72, 6), (64, 7)),
    author=Bounds(54, 890, 1026, 998),
)
_TALL = _Layout(
    chevrons=(-90, 114),
    middle=370,
    arm=190,
    bend=80,
    pitch=50,
    quote=Bounds(54, 640, 1026, 1340),
    baseline=756,
    highest=720,
    sizes=((104, 6), (96, 7), (88, 7), (80, 8), (72, 9)),
    author=Bounds(54, 1400, 1026, 1508),
)
_WIDE_PORTRAIT = replace(
    _WIDE, chevrons=(-36, 118), middle=262, arm=168, bend=68, pitch=44, head=((298, 766), 202)
)
_SQUARE_PORTRAIT = replace(_SQUARE, head=((872, 178), 118))
_TALL_PORTRAIT = replace(_TALL, head=((766, 370), 208))


def compose(content: Quote, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    if content.portrait:
        layout = staging.by_shape(wide=_WIDE_PORTRAIT, square=_SQUARE_PORTRAIT, tall=_TALL_PORTRAIT)
    start = staging.lead
    return staging.drawing(
        FIELD,
        (
            *ground(*chevrons(layout, start)),
            *head(content, layout.head, start),
            _quote(content, layout, staging, start + motion.BAR),
            *_author(content, layout, staging, start + 2 * motion.BEAT),
        ),
    )


def _quote(content: Quote, layout: _Layout, staging: Staging, start: int) -> Text:
    closing = f"{HARD}»" if content.closes else ""
    words = _settled(content.quote + closing, layout, staging.scale.quote)
    rise = max(0, words.height - 4 * 130) / 2
    return pen_on(FIELD, motion.lines(start, len(words.lines))).set(
        "citation",
        words,
        layout.quote,
        max(layout.highest, layout.baseline - rise),
        role=Role.BODY,
    )


def _settled(quote: str, layout: _Layout, style: Style) -> Setting:
    """Each sentence on a line of its own where there is room for that."""
    sizes = ladder(style, *layout.sizes)
    room = layout.quote.width
    sentences = fit(re.sub(r"(?<=[.!?…]) (?!»)", "\n", quote), sizes[:1], room)
    if sentences.fits and not sentences.orphan:
        return sentences
    return _without_orphan(quote, sizes, room) or settle(quote, sizes, room)


def _without_orphan(quote: str, sizes: Sequence[Measure], room: float) -> Setting | None:
    settings = (fit(quote, sizes[index:], room) for index in range(len(sizes)))
    return next((words for words in settings if words.fits and not words.orphan), None)


def chevrons(guillemet: Guillemet, start: int) -> list[Element]:
    """Both, the one on the left first."""
    first = _chevron(guillemet, 0, start)
    return [*first, *_chevron(guillemet, 1, start + motion.LANE_OFFSET)]


def _chevron(layout: Guillemet, index: int, start: int) -> list[Element]:
    """A straight, a bend of 90° to the left, a straight: it points to the left."""
    half = math.sqrt(0.5)
    centre = layout.chevrons[index] + layout.bend * math.sqrt(2)
    enter = (centre - layout.bend * half, layout.middle - layout.bend * half)
    begin = (enter[0] + layout.arm * half, enter[1] - layout.arm * half)
    parts = (Straight(layout.arm), Bend(layout.bend, -90), Straight(layout.arm))
    colours = (Colour.MIDDLE, Colour.INK)
    bundle = Bundle(Track(begin, 135, parts), layout.pitch, colours, -layout.pitch, line_px=8)
    strokes = (*bands(bundle, start), *lines(bundle, start))
    return [replace(stroke, name=f"chevron {index + 1}, {stroke.name}") for stroke in strokes]


def head(content: Quote, place: Head | None, start: int) -> Iterator[Element]:
    """The portrait in its disc, and the lane that has run around it."""
    if content.portrait is None or place is None:
        return
    centre, radius = place
    yield Stroke(
        name="couloir du portrait",
        course=circle(centre, radius + RING / 2 + RING_GAP, -90).line(0),
        width=RING,
        colour=Colour.MIDDLE,
        entrance=motion.lane(start),
        fixed=True,
    )
    enters = motion.drop(start + motion.BEAT)
    yield round_head.disc("portrait", content.portrait, centre, radius, enters)


def _author(content: Quote, layout: _Layout, staging: Staging, start: int) -> list[Element]:
    """Who says it, beside a bar; below, in what capacity."""
    place = layout.author
    room = replace(place, left=place.left + INDENT)
    bar = Box(
        name="trait",
        x=place.left,
        y=place.top,
        width=24,
        height=place.height,
        colour=Colour.INK,
        fixed=True,
        entrance=motion.bar(start),
    )
    name = pen_on(FIELD, motion.text(start)).block(
        "auteur",
        content.author,
        replace(room, bottom=place.top + 63),
        place.top + 50,
        ladder(staging.scale.name, (56, 1), (48, 1)),
        role=Role.NAME,
        is_name=True,
    )
    detail = f"{content.position} {content.illustration}".strip()
    if not detail:
        return [bar, name]
    position = pen_on(FIELD, motion.text(start, 1)).block(
        "à quel titre",
        detail,
        replace(room, top=place.top + 64, bottom=place.bottom + HANGING),
        place.top + 104,
        ladder(staging.scale.small, (40, 1), (36, 1)),
        role=Role.CREDIT,
    )
    return [bar, name, position]
