"""A day opens: its number, and the other days waiting on their lanes at equal distance."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.text_place import TextPlace
from ceremonie.planning.content import Chapter
from ceremonie.planning.drawing import Drawing, Element, Role, Stroke, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.theme.grid import BAR, line_width
from ceremonie.theme.palette import LANE_COLOURS, Colour, day_colour
from ceremonie.theme.track import Bend, Point, Track, circle
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

RADII = (1960, 1700)
PITCH = 260
FINISH = -60
FIRST_START = -97
"""Degrees: the lanes finish together at -60, out of the frame; the outer one starts at -97."""

LABELS = (196, 172)
"""How far inside its lane's outer line each number stands, px: the inner lane is cropped."""

BESIDE_BAR = 3.6
"""Degrees from a start bar to the number behind it."""


@dataclass(frozen=True)
class Numeral:
    """The giant number: between which edges it stands, and its size on which baseline. The 1, the
    narrowest, is larger than the others.
    """

    left: float
    right: float
    one: tuple[float, float]
    others: tuple[float, float]


@dataclass(frozen=True)
class _Layout:
    """`lanes` is the point about which they turn. Days without numbers have no numeral."""

    lanes: Point
    name: TextPlace
    theme: TextPlace
    date: TextPlace | None = None
    numeral: Numeral | None = None


_NUMBERED = {
    "wide": _Layout(
        lanes=(1430, 2620),
        name=TextPlace(
            Bounds(96, 110, 956, 370), 318, ((260, 1), (200, 1), (150, 1), (112, 1), (96, 2))
        ),
        date=TextPlace(Bounds(96, 376, 956, 474), 446, ((88, 1), (72, 1))),
        theme=TextPlace(
            Bounds(96, 490, 956, 704), 566, ((60, 2), (52, 2), (44, 3), (40, 4), (36, 5))
        ),
        numeral=Numeral(956, 1824, one=(1780, 1128), others=(1500, 944)),
    ),
    "square": _Layout(
        lanes=(810, 2680),
        name=TextPlace(
            Bounds(54, 54, 1026, 248), 207, ((220, 1), (180, 1), (150, 1), (112, 1), (80, 2))
        ),
        date=TextPlace(Bounds(54, 250, 520, 390), 300, ((64, 2), (56, 2))),
        theme=TextPlace(Bounds(54, 400, 520, 716), 456, ((52, 3), (44, 5), (40, 6), (36, 7))),
        numeral=Numeral(540, 1026, one=(1068, 960), others=(960, 890)),
    ),
    "tall": _Layout(
        lanes=(810, 3400),
        name=TextPlace(
            Bounds(54, 150, 1026, 420), 360, ((290, 1), (240, 1), (180, 1), (128, 1), (104, 2))
        ),
        date=TextPlace(Bounds(54, 428, 1026, 540), 500, ((88, 1), (80, 1), (72, 1))),
        theme=TextPlace(Bounds(54, 556, 1026, 870), 632, ((64, 3), (56, 4), (52, 5))),
        numeral=Numeral(400, 1026, one=(1376, 1834), others=(1160, 1690)),
    ),
}
_NAMED = {
    "wide": _Layout(
        lanes=(1430, 2620),
        name=TextPlace(
            Bounds(96, 54, 1536, 376), 318, ((230, 1), (190, 1), (160, 1), (136, 2), (116, 2))
        ),
        date=TextPlace(Bounds(96, 376, 956, 474), 446, ((72, 1), (64, 1))),
        theme=TextPlace(
            Bounds(96, 490, 956, 704), 566, ((60, 2), (52, 2), (44, 3), (40, 4), (36, 5))
        ),
    ),
    "square": _Layout(
        lanes=(810, 2680),
        name=TextPlace(
            Bounds(54, 54, 1026, 330), 258, ((220, 1), (180, 1), (150, 1), (112, 2), (96, 2))
        ),
        date=TextPlace(Bounds(54, 338, 1026, 430), 400, ((64, 1), (56, 1))),
        theme=TextPlace(Bounds(54, 444, 640, 716), 504, ((56, 3), (48, 4), (44, 5), (40, 6))),
    ),
    "tall": _Layout(
        lanes=(810, 3364),
        name=TextPlace(
            Bounds(54, 250, 1026, 660), 590, ((290, 1), (220, 1), (180, 1), (160, 2), (132, 2))
        ),
        date=TextPlace(Bounds(54, 670, 1026, 780), 738, ((88, 1), (80, 1), (72, 1))),
        theme=TextPlace(Bounds(54, 800, 1026, 1250), 880, ((72, 2), (64, 3), (56, 4), (52, 5))),
    ),
}
"""A name and a date below it, and no number."""


def _undated(layout: _Layout) -> _Layout:
    """The theme begins where the date would stand."""
    assert layout.date
    room = replace(layout.theme.room, top=layout.date.room.top)
    theme = replace(layout.theme, room=room, baseline=layout.date.baseline)
    return replace(layout, theme=theme)


_UNDATED = {shape: _undated(layout) for shape, layout in _NAMED.items()}

_ALONE = {
    "wide": _Layout(
        lanes=(1430, 2620),
        name=TextPlace(Bounds(96, 76, 1536, 526), 250, ((220, 2), (190, 2), (160, 2))),
        theme=TextPlace(Bounds(96, 534, 956, 704), 604, ((60, 2), (52, 2), (40, 4), (36, 4))),
    ),
    "square": _Layout(
        lanes=(810, 2680),
        name=TextPlace(Bounds(54, 54, 1026, 454), 208, ((200, 2), (168, 2), (150, 2))),
        theme=TextPlace(Bounds(54, 456, 640, 716), 516, ((56, 3), (48, 4), (44, 5), (40, 6))),
    ),
    "tall": _Layout(
        lanes=(810, 3364),
        name=TextPlace(Bounds(54, 360, 1026, 890), 562, ((290, 2), (220, 2), (168, 2), (150, 2))),
        theme=TextPlace(Bounds(54, 910, 1026, 1320), 990, ((72, 2), (64, 3), (56, 4), (52, 5))),
    ),
}
"""A heading and no number: the date of the event's only day."""


def compose(content: Chapter, staging: Staging) -> Drawing:
    layout = staging.by_shape(**_layouts(content))
    elements = (
        *numeral(content, layout.numeral, staging),
        *lanes(content, layout.lanes, staging),
        *_words(content, layout, staging),
    )
    return staging.drawing(day_colour(content.day), elements)


def _layouts(content: Chapter) -> dict[str, _Layout]:
    if content.numbered:
        return _NUMBERED
    if not content.named:
        return _ALONE
    return _NAMED if content.date else _UNDATED


def _words(content: Chapter, layout: _Layout, staging: Staging) -> Iterator[Text]:
    scale, field = staging.scale, day_colour(content.day)
    rows = (
        ("jour", content.name, layout.name, scale.chapter, Role.TITLE),
        ("date", content.date, layout.date, scale.date, Role.SUBTITLE),
        ("thème", content.theme, layout.theme, scale.name, Role.BODY),
    )
    for index, (label, words, place, style, role) in enumerate(rows):
        if words and place:
            pen = pen_on(field, motion.text(staging.lead + motion.BAR, index))
            yield place.text(pen, label, words, style, role=role)


def numeral(content: Chapter, place: Numeral | None, staging: Staging) -> Iterator[Text]:
    """Decoration: the day is said beside it."""
    if place:
        digits = str(content.day + 1)
        size, baseline = place.one if digits == "1" else place.others
        whole = width(digits, staging.scale.style(size, 800, 1.0))
        narrowed = size * min(1, (place.right - place.left) / whole)
        style = staging.scale.style(narrowed, 800, 1.0)
        at = (place.right - width(digits, style), baseline)
        yield pen_on(day_colour(content.day)).line(
            "grand chiffre", digits, at, style, role=Role.DECORATION
        )


@dataclass(frozen=True)
class _Lane:
    """A lane about `centre`, the outer one first (`index` 0), and the number of the day that waits
    on it, if one does. Where the lane is not `lit`, nobody starts.
    """

    index: int
    centre: Point
    colour: Colour
    number: str = ""
    lit: bool = True

    @property
    def radius(self) -> float:
        return RADII[self.index]

    @property
    def middle(self) -> float:
        return self.radius - PITCH / 2

    @property
    def start(self) -> float:
        """Degrees: all lanes are as long from here to their common finish."""
        distance = math.radians(FINISH - FIRST_START) * (RADII[0] - PITCH / 2)
        return FINISH - math.degrees(distance / self.middle)

    def arc(self, radius: float, start: float = -160, angle: float = 140) -> Track:
        """Clockwise from `start`; else the part of the circle that a canvas may show."""
        first = circle(self.centre, radius, start)
        return Track(first.start, first.heading, (Bend(radius, angle),))


def lanes(content: Chapter, centre: Point, staging: Staging) -> Iterator[Element]:
    """Those of the next days, which turn about this point."""
    for index in range(len(RADII)):
        yield from _drawn(_lane(content, centre, index), staging)


def _lane(content: Chapter, centre: Point, index: int) -> _Lane:
    """That of one of the next days, the first following the last. Without numbers, two lanes are
    ornament; beside the lane of the other of two days, one is left in the colour of the field.
    """
    day, days = content.day + 1 + index, content.days
    if not content.numbered:
        return _Lane(index, centre, day_colour(day))
    if index + 1 == days:
        return _Lane(index, centre, day_colour(content.day), lit=False)
    return _Lane(index, centre, _waiting(day, days), str(day % days + 1))


def _waiting(day: int, days: int) -> Colour:
    """The day's own colour; of more days than there are colours, the next one in their order, so
    that no lane is like its neighbour.
    """
    return day_colour(day % days if days <= len(LANE_COLOURS) else day)


def _drawn(lane: _Lane, staging: Staging) -> Iterator[Element]:
    yield from ground(_band(lane, staging.lead), _line(lane, staging.lead))
    if lane.lit:
        yield from ground(_bar(lane, staging.lead))
    if lane.number:
        yield _label(lane, staging.scale.card_title, staging.lead)


def _band(lane: _Lane, start: int) -> Stroke:
    return Stroke(
        name=f"couloir {lane.index + 1}",
        course=lane.arc(lane.middle).line(0),
        width=PITCH,
        colour=lane.colour,
        entrance=motion.lane(start, lane.index),
    )


def _line(lane: _Lane, start: int) -> Stroke:
    return Stroke(
        name=f"ligne {lane.index + 1}",
        course=lane.arc(lane.radius).line(0),
        width=line_width(PITCH),
        colour=Colour.PAPER,
        entrance=motion.lane(start, lane.index),
    )


def _bar(lane: _Lane, start: int) -> Stroke:
    half = math.degrees(BAR / 2 / lane.middle)
    return Stroke(
        name=f"départ {lane.index + 1}",
        course=lane.arc(lane.middle, lane.start - half, 2 * half).line(0),
        width=PITCH,
        colour=Colour.PAPER,
        entrance=motion.bar(start + motion.BEAT, lane.index),
    )


def _label(lane: _Lane, style: Style, start: int) -> Text:
    """The number behind its start bar, upright for who runs there."""
    angle = lane.start + BESIDE_BAR
    turned = math.radians(angle)
    inwards = lane.radius - LABELS[lane.index]
    half = width(lane.number, style) / 2
    x = lane.centre[0] + inwards * math.cos(turned) + half * math.sin(turned)
    y = lane.centre[1] + inwards * math.sin(turned) - half * math.cos(turned)
    return pen_on(lane.colour, motion.appear(start + motion.LANE)).line(
        f"jour suivant {lane.index + 1}",
        lane.number,
        (x, y),
        style,
        role=Role.DECORATION,
        angle=angle + 90,
    )
