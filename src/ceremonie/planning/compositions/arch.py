"""The portrait arch: lanes go up, turn and come down around a picture or a pictogram."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds, Format
from ceremonie.planning import motion
from ceremonie.planning.compositions.badge import badge
from ceremonie.planning.compositions.colours import field_of, three_lanes
from ceremonie.planning.compositions.frame import Frame
from ceremonie.planning.drawing import Element, Role, Stroke, Text, ground
from ceremonie.planning.lanes import Bundle, bands, lines
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Subject
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Outline, Point, Straight, Track

FLOOR_LINE = 8
ABOVE_THE_FLOOR = 44
"""px from the last baseline of a subtitle to where the arch ends."""

Sizes = tuple[tuple[float, int], ...]
"""px, and the most lines of that size."""


@dataclass(frozen=True)
class Arch:
    """The infield is `radius` px to each side of `centre`; three lanes of `pitch` px lie around it,
    from `top` down to `foot`.
    """

    centre: float
    radius: float
    pitch: float
    top: float
    foot: float

    @property
    def outer(self) -> float:
        return self.radius + 3 * self.pitch

    @property
    def mask(self) -> Outline:
        """The infield, closed at the foot."""
        return self.course(self.radius).line(0)

    def course(self, radius: float) -> Track:
        """Up, round and down again at this distance from the middle."""
        leg = Straight(self.foot - self.top - self.outer)
        return Track((self.centre - radius, self.foot), -90, (leg, Bend(radius, 180), leg))

    def box(self, canvas: Format) -> Bounds:
        """The infield, as far as it is seen."""
        left, right = self.centre - self.radius, self.centre + self.radius
        return Bounds(left, self.top + 3 * self.pitch, right, min(self.foot, canvas.height))


@dataclass(frozen=True)
class _Layout(Arch):
    """The heading begins at the top of `column`, or on `baseline` where that is given; the place
    follows it by `gap` px.
    """

    badge: Point
    badge_radius: float
    column: Bounds
    titles: Sizes
    places: Sizes
    gap: float
    subtitles: float
    baseline: float | None = None

    def first(self, size: float) -> float:
        top = self.column.top + size * CAP_HEIGHT
        return top if self.baseline is None else self.baseline


_WIDE = _Layout(
    centre=1434,
    radius=318,
    pitch=48,
    top=48,
    foot=1100,
    badge=(184, 148),
    badge_radius=88,
    column=Bounds(WIDE.safe.left, 260, 924, WIDE.safe.bottom),
    titles=((148, 2), (128, 2), (112, 3), (96, 3), (80, 4)),
    places=((52, 2), (48, 2), (44, 2), (40, 3), (36, 4)),
    gap=100,
    subtitles=1000,
    baseline=404,
)
_SQUARE = _Layout(
    centre=540,
    radius=270,
    pitch=32,
    top=44,
    foot=700,
    badge=(122, 122),
    badge_radius=68,
    column=Bounds(54, 752, 1026, 1026),
    titles=((112, 1), (104, 1), (92, 2), (80, 2), (72, 2), (60, 3)),
    places=((48, 1), (44, 2), (40, 2)),
    gap=72,
    subtitles=700 - ABOVE_THE_FLOOR,
)
_TALL = _Layout(
    centre=540,
    radius=400,
    pitch=40,
    top=56,
    foot=1080,
    badge=(118, 160),
    badge_radius=64,
    column=Bounds(54, 1148, 1026, 1536),
    titles=((136, 1), (120, 2), (108, 2), (96, 3), (84, 3)),
    places=((52, 1), (48, 2), (44, 2)),
    gap=84,
    subtitles=1080 - ABOVE_THE_FLOOR,
)
_LONG = ((72, 3), (64, 4), (60, 5), (56, 6), (52, 6), (48, 7))
_LONG_PLACES = ((44, 2), (40, 3), (36, 5))
_CROWDED_SQUARE = replace(
    _SQUARE,
    radius=178,
    pitch=28,
    foot=456,
    column=Bounds(54, 504, 1026, 1026),
    titles=_LONG,
    places=_LONG_PLACES,
    gap=64,
    subtitles=456 - ABOVE_THE_FLOOR,
)
_CROWDED_TALL = replace(
    _TALL, foot=900, column=Bounds(54, 960, 1026, 1536), titles=_LONG,
    places=_LONG_PLACES, subtitles=900 - ABOVE_THE_FLOOR,
)  # fmt: skip


@dataclass(frozen=True)
class _Column:
    """The words beside or under the arch; `below` is the first baseline of the place."""

    title: Setting
    place: Setting
    first: float
    below: float

    @property
    def split(self) -> float:
        return self.below - self.place.style.size

    @property
    def bottom(self) -> float:
        return self.below + self.place.height + DESCENT * self.place.style.size


def frame(heading: str, detail: str, subject: Subject, staging: Staging, opening: int) -> Frame:
    """The arch with its words; where those are long, a smaller one above them. From frame `opening`
    on, lanes and field run in as ribbons over a picture that fills the canvas until then.
    """
    usual, crowded = staging.by_shape(
        wide=(_WIDE, _WIDE), square=(_SQUARE, _CROWDED_SQUARE), tall=(_TALL, _CROWDED_TALL)
    )
    layout, column = usual, _column(heading, detail, usual, staging)
    if not _holds(usual, column):
        layout, column = crowded, _column(heading, detail, crowded, staging)
    enters, around = opening + motion.ON_RIBBON, tuple(_ribbons(layout, subject, staging, opening))
    front = (
        *(ground(*around) if layout is usual else around),
        *badge(subject, layout.badge, layout.badge_radius, enters),
        *_texts(column, layout, field_of(subject), enters),
    )
    return _around(layout, front, staging)


def usual_box(staging: Staging) -> Bounds:
    """Of the picture, beside words of a usual length."""
    return staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL).box(staging.format)


def _holds(layout: _Layout, column: _Column) -> bool:
    at_usual_sizes = column.title.style.size >= layout.titles[-1][0]
    fits = column.title.fits and column.place.fits
    return at_usual_sizes and fits and column.bottom <= layout.column.bottom


def _column(heading: str, detail: str, layout: _Layout, staging: Staging) -> _Column:
    room = layout.column.width
    title = settle(heading, ladder(staging.scale.headline, *layout.titles), room)
    place = settle(detail, ladder(staging.scale.label_plain, *layout.places), room)
    first = layout.first(title.style.size)
    below = first + title.height + max(layout.gap, title.style.size * 0.76)
    return _Column(title, place, first, below)


def _around(layout: _Layout, front: tuple[Element, ...], staging: Staging) -> Frame:
    box = layout.box(staging.format)
    return Frame(box, box, layout.mask, front, layout.subtitles)


def lanes(layout: Arch, subject: Subject, staging: Staging) -> Iterator[Stroke]:
    """Three lanes around the infield and, where they end in the frame, the line they stand on."""
    middle = 1.5 * layout.pitch
    track = layout.course(layout.outer - middle)
    bundle = Bundle(track, layout.pitch, three_lanes(field_of(subject)), -middle)
    yield from bands(bundle, staging.lead)
    yield from lines(bundle, staging.lead)
    if layout.foot < staging.format.height:
        yield Stroke(
            name="sol",
            course=((0.0, layout.foot), (float(staging.format.width), layout.foot)),
            width=FLOOR_LINE,
            colour=Colour.PAPER,
            entrance=motion.lane(staging.lead),
        )


def _ribbons(layout: _Layout, subject: Subject, staging: Staging, opening: int) -> Iterator[Stroke]:
    """The field all around the arch and below it, then the lanes, all at once."""
    corner = math.hypot(layout.centre, layout.top + layout.outer)
    beyond, canvas = corner - layout.outer, staging.format
    enters, field = motion.ribbon(opening), field_of(subject)
    course = layout.course(layout.outer + beyond / 2).line(0)
    yield Stroke(name="champ", course=course, width=beyond, colour=field, entrance=enters)
    if layout.foot < canvas.height:
        low = (layout.foot + canvas.height) / 2
        course = ((0.0, low), (float(canvas.width), low))
        high = canvas.height - layout.foot
        yield Stroke(name="sol, champ", course=course, width=high, colour=field, entrance=enters)
    for lane in lanes(layout, subject, staging):
        yield replace(lane, entrance=enters)


def _texts(column: _Column, layout: _Layout, field: Colour, enters: int) -> Iterator[Text]:
    room, split = layout.column, column.split
    pen = pen_on(field, motion.text(enters))
    above = replace(room, top=min(room.top, column.first - column.title.style.size), bottom=split)
    yield pen.set("titre", column.title, above, column.first, role=Role.TITLE)
    if any(column.place.lines):
        pen = pen_on(field, motion.text(enters + motion.AFTER_TITLE))
        below = replace(room, top=split)
        yield pen.set("lieu", column.place, below, column.below, role=Role.PLACE)
