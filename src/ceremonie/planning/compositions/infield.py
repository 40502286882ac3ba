"""The landscape bend: a picture is the infield, its heading and place run in two lanes below it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds, Format
from ceremonie.planning import motion
from ceremonie.planning.compositions import plate
from ceremonie.planning.compositions.badge import badge
from ceremonie.planning.compositions.colours import field_of, second_lane
from ceremonie.planning.compositions.frame import Frame
from ceremonie.planning.drawing import Element, Role, Stroke, Text, ground
from ceremonie.planning.entrances import Run
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Subject
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, filling, settle
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.grid import LOW_TOP, column
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Bend, Straight, Track

LINE = 8
BEYOND = 40
"""px that a course runs out of the frame."""

ABOVE_THE_LANES = 36
"""px from the last baseline of a subtitle to the lanes."""


@dataclass(frozen=True)
class _Layout:
    """The lanes begin at `top`; from `bend` on they turn upwards on `radius`. Words stand right of
    the badge, from `text` to where the line below them has risen by `rise` px; `padding` px at
    least lie between them and the lines, for accents.
    """

    top: float
    bend: float
    radius: float
    title_lane: float
    place_lane: float
    badge: float
    margin: float
    text: float
    rise: tuple[float, float]
    titles: tuple[float, ...]
    places: tuple[float, ...] = (48, 44, 40, 36)
    padding: float = 12

    @property
    def lines(self) -> tuple[float, float, float]:
        """How far each line lies from the picture's, px."""
        return 0, self.title_lane, self.title_lane + self.place_lane

    @property
    def edges(self) -> float:
        """What words leave of the height of a lane, px."""
        return LINE + 2 * self.padding

    @property
    def track(self) -> Track:
        turn = (Straight(self.bend + BEYOND), Bend(self.radius, -90), Straight(400))
        return Track((-BEYOND, self.top), 0, turn)

    @property
    def rooms(self) -> tuple[Bounds, Bounds]:
        """Of the heading and of the place."""
        return self._room(0), self._room(1)

    def _room(self, lane: int) -> Bounds:
        above, below = self.lines[lane], self.lines[lane + 1]
        end = self.risen(below, self.rise[lane])
        return Bounds(self.text, self.top + above, end, self.top + below)

    def beyond(self, canvas: Format) -> float:
        """How far the farthest corner of the canvas lies from the picture's line, px."""
        across, down = canvas.width - self.bend, canvas.height - self.top + self.radius
        return math.hypot(across, down) - self.radius + LINE

    def risen(self, line: float, height: float) -> float:
        """Where the line that lies `line` px from the picture's has risen by `height` px."""
        return self.bend + math.sqrt(2 * (self.radius + line) * height - height**2)


_WIDE = _Layout(
    top=LOW_TOP,
    bend=1360,
    radius=600,
    title_lane=156,
    place_lane=96,
    badge=54,
    margin=WIDE.safe.left,
    text=column(1),
    rise=(0, 8),
    titles=(*range(104, 64, -4), 64, 56, 48),
)
_SQUARE = _Layout(
    top=744,
    bend=740,
    radius=380,
    title_lane=156,
    place_lane=84,
    badge=48,
    margin=54,
    text=180,
    rise=(6, 8),
    titles=(*range(96, 64, -4), 64, 60, 56, 52),
    places=(44, 40, 36),
)
_TALL = _Layout(
    top=1130,
    bend=600,
    radius=520,
    title_lane=240,
    place_lane=96,
    badge=48,
    margin=54,
    text=180,
    rise=(8, 10),
    titles=(120, 108, 100, 92, 84, 76, 68, 64, 60, 56, 52),
    padding=16,
)
_LONG = (64, 60, 56, 52, 48, 44, 40, 36)
_CROWDED_WIDE = replace(_WIDE, top=662, title_lane=204, place_lane=144, titles=_LONG)
_CROWDED_SQUARE = replace(
    _SQUARE, top=510, bend=800, radius=300, title_lane=290, place_lane=212, titles=_LONG
)
_CROWDED_TALL = replace(
    _TALL, top=884, bend=700, radius=420, title_lane=388, place_lane=240, titles=_LONG
)


def frame(
    heading: str, detail: str, subject: Subject, staging: Staging, opening: int | None = None
) -> Frame:
    """The lanes with their words; where those are long, wider lanes below a lower picture. From
    frame `opening` on they run in as ribbons over a picture that fills the canvas until then.
    """
    usual, crowded = staging.by_shape(
        wide=(_WIDE, _CROWDED_WIDE),
        square=(_SQUARE, _CROWDED_SQUARE),
        tall=(_TALL, _CROWDED_TALL),
    )
    for layout in (usual, _long_heading(usual, crowded), crowded):
        words = _settled((heading, detail), layout, staging)
        if _holds(layout, words):
            break
    pace = _Uncovered(staging.lead) if opening is None else _Over(opening)
    lanes = (*pace.below(layout, subject, staging), *_lanes(layout, subject, pace))
    front = ground(*lanes) if layout is usual else lanes
    return _around(layout, (*front, *_words(words, layout, subject, pace)), staging)


def _long_heading(usual: _Layout, crowded: _Layout) -> _Layout:
    """The crowded lane above the usual one: most places are short."""
    lower = crowded.top + crowded.place_lane - usual.place_lane
    return replace(crowded, top=lower, place_lane=usual.place_lane)


def _holds(layout: _Layout, words: tuple[Setting, ...]) -> bool:
    """Whether all words fit at the sizes that the layout gives them."""
    smallest = layout.titles[-1], layout.places[-1]
    return all(w.fits and w.style.size >= s for w, s in zip(words, smallest, strict=True))


def _around(layout: _Layout, front: tuple[Element, ...], staging: Staging) -> Frame:
    """Everything above the bend is the picture's, closed beyond the top edge."""
    width = staging.format.width
    box = Bounds(0, 0, width, layout.top + LINE)
    return Frame(
        box=box,
        foot=replace(box, right=layout.risen(0, plate.INSET - LINE)),
        mask=(*layout.track.line(0, BEYOND), (width + float(BEYOND), 0.0), (0.0, 0.0)),
        front=front,
        subtitles=layout.top - ABOVE_THE_LANES,
    )


def _settled(texts: tuple[str, str], layout: _Layout, staging: Staging) -> tuple[Setting, ...]:
    scale = staging.scale
    measures = (
        filling(scale.lower_third, layout.title_lane - layout.edges, layout.titles),
        filling(scale.label_plain, layout.place_lane - layout.edges, layout.places),
    )
    return tuple(
        settle(text, steps, room.width)
        for text, steps, room in zip(texts, measures, layout.rooms, strict=True)
    )


@dataclass(frozen=True)
class _Uncovered:
    """Lanes around a picture that has their shape: the field is seen in the first of them and
    beyond the last.
    """

    start: int

    @property
    def words(self) -> int:
        return self.start + 2 * motion.LANE // 3

    @property
    def place(self) -> int:
        return self.words + motion.BEAT // 2

    @property
    def badge(self) -> int:
        return self.start + motion.BEAT

    def lane(self, index: int) -> Run:
        return motion.lane(self.start, index)

    def below(self, layout: _Layout, subject: Subject, staging: Staging) -> Iterator[Stroke]:
        yield from ()


@dataclass(frozen=True)
class _Over:
    """Ribbons that run in over a picture, with one for all that lies beyond the lanes."""

    start: int

    @property
    def words(self) -> int:
        return self.start + motion.ON_RIBBON

    badge = words

    @property
    def place(self) -> int:
        return self.words + motion.AFTER_TITLE

    def lane(self, index: int) -> Run:
        return motion.ribbon(self.start, index)

    def below(self, layout: _Layout, subject: Subject, staging: Staging) -> Iterator[Stroke]:
        field, lines = field_of(subject), layout.lines
        beyond = layout.beyond(staging.format)
        yield self._ribbon("couloir du titre", layout, lines[0], lines[1], field)
        yield self._ribbon("champ", layout, lines[2], beyond, field)

    def _ribbon(
        self, name: str, layout: _Layout, near: float, far: float, colour: Colour
    ) -> Stroke:
        course = layout.track.line((near + far) / 2)
        return Stroke(
            name=name, course=course, width=far - near, colour=colour, entrance=self.lane(0)
        )


def _lanes(layout: _Layout, subject: Subject, pace: _Uncovered | _Over) -> Iterator[Stroke]:
    yield Stroke(
        name="couloir du lieu",
        course=layout.track.line(layout.title_lane + layout.place_lane / 2),
        width=layout.place_lane,
        colour=second_lane(field_of(subject)),
        entrance=pace.lane(1),
    )
    for index, offset in enumerate(layout.lines):
        yield Stroke(
            name=f"ligne {index + 1}",
            course=layout.track.line(offset),
            width=LINE,
            colour=Colour.PAPER,
            entrance=pace.lane(index),
        )


def _words(
    words: tuple[Setting, ...], layout: _Layout, subject: Subject, pace: _Uncovered | _Over
) -> Iterator[Element]:
    """The badge, the heading and, where there is one, the place: each in the middle of its lane."""
    middle = layout.top + layout.title_lane / 2
    disc = layout.margin + layout.badge, middle
    yield from badge(subject, disc, layout.badge, pace.badge)
    yield from _texts(words, layout, field_of(subject), pace)


def _texts(
    words: tuple[Setting, ...], layout: _Layout, field: Colour, pace: _Uncovered | _Over
) -> Iterator[Text]:
    title, place = words
    room, below = layout.rooms
    pen = pen_on(field, motion.text(pace.words))
    yield pen.set("titre", title, room, _centred(title, room), role=Role.TITLE)
    if any(place.lines):
        pen = pen_on(second_lane(field), motion.text(pace.place))
        yield pen.set("lieu", place, below, round(_centred(place, below)), role=Role.PLACE)


def _centred(words: Setting, lane: Bounds) -> float:
    """The first baseline of words whose capitals stand in the middle of a lane."""
    return lane.centre[1] + words.style.size * CAP_HEIGHT / 2 - words.height / 2
