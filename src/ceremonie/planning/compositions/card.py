"""A card without a photo: the pictogram of the subject, and lanes that turn around it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.colours import field_of, second_lane
from ceremonie.planning.content import Card
from ceremonie.planning.drawing import Drawing, Element, Pictogram, Role, Stroke, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.track import Bend, Outline, Point, Track, circle
from ceremonie.theme.typeface import width

LINES = 4
FIRST_RING = 0.56
"""Radius of the innermost line, by the size of the pictogram."""

CLEAR = 24
"""px between a title and the lines that turn about the pictogram, as long as they can give way."""

UNTOUCHED = 12
"""px from words to the middle of a line: one that comes nearer is left out."""

STEP = 8
"""px: centres lie on few places, so that hundreds of cards share the rings about them."""

LIT = (96.0, 262.0)
"""Degrees clockwise from the right: the lane is lit from below to its start bar on top."""

LIT_BEYOND = 3
"""Lines from the innermost outwards that the lit lane needs."""

_WHEELCHAIR = "fauteuil"
"""Its lanes turn about the hub of its wheel; every other pictogram is their centre itself."""

HUB = (313 / 960, 687 / 960)
WHEEL = 193 / 960
"""Where the hub lies in that pictogram, and how large its wheel is, by the size of the pictogram;
`ROOM_AROUND` px lie between the wheel and the innermost line where it is 1080 px high.
"""

ROOM_AROUND = 72 / 1080

Sizes = tuple[tuple[float, int], ...]
"""px, and the most lines of that size."""


@dataclass(frozen=True)
class _Layout:
    """`centre` is that of a pictogram of `size` px and of its rings; both move to the right for a
    long title, up to `rightmost`. The wheelchair has a hub and a size of its own. The title's first
    baseline lies `ascent` of its size below the top of `words`; the place follows by `gap` px.
    """

    centre: Point
    rightmost: float
    size: float
    pitch: float
    hub: Point
    wheelchair: float
    wheel_pitch: float
    words: Bounds
    ascent: float
    gap: float
    titles: Sizes
    places: Sizes

    @property
    def stacked(self) -> bool:
        """Whether the words stand above the pictogram rather than beside it."""
        return self.words.right > self.centre[0]


_WIDE = _Layout(
    centre=(1440, 560),
    rightmost=1600,
    size=620,
    pitch=96,
    hub=(952 + HUB[0] * 1080, 16 + HUB[1] * 1080),
    wheelchair=1080,
    wheel_pitch=96,
    words=Bounds(WIDE.safe.left, 102, 996, WIDE.safe.bottom),
    ascent=0.885,
    gap=114,
    titles=((190, 2), (160, 2), (136, 3), (116, 3), (96, 4)),
    places=((52, 2), (48, 2), (44, 2), (40, 3), (36, 4)),
)
_SQUARE = _Layout(
    centre=(648, 812),
    rightmost=648,
    size=380,
    pitch=60,
    hub=(600, 812),
    wheelchair=600,
    wheel_pitch=56,
    words=Bounds(54, 54, 1026, 560),
    ascent=0.95,
    gap=76,
    titles=((152, 1), (132, 2), (120, 2), (104, 2), (88, 3), (72, 4), (60, 5), (52, 6)),
    places=((48, 2), (44, 2), (40, 3), (36, 4)),
)
_TALL = _Layout(
    centre=(648, 1240),
    rightmost=648,
    size=560,
    pitch=88,
    hub=(590, 1230),
    wheelchair=900,
    wheel_pitch=84,
    words=Bounds(54, 96, 1026, 900),
    ascent=0.95,
    gap=100,
    titles=((190, 2), (168, 2), (148, 3), (128, 3), (108, 4), (92, 5), (80, 6), (72, 7)),
    places=((56, 2), (52, 2), (48, 3), (44, 4)),
)


def compose(content: Card, staging: Staging) -> Drawing:
    """Heading and place, the pictogram with its lanes beside or below them."""
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    field = field_of(content.subject)
    words = tuple(_texts(content, layout, field, staging))
    picture = _picture(content.subject.symbol, layout, words)
    return staging.drawing(field, (*_turning(picture, field, staging.lead, words), *words))


def _texts(content: Card, layout: _Layout, field: Colour, staging: Staging) -> Iterator[Text]:
    room, scale = layout.words, staging.scale
    title = settle(content.heading, ladder(scale.card_title, *layout.titles), room.width)
    place = settle(content.detail, ladder(scale.label_plain, *layout.places), room.width)
    first = room.top + title.style.size * layout.ascent
    below = first + title.height + max(layout.gap, title.style.size * 0.6)
    split = below - place.style.size
    pen = pen_on(field, motion.text(staging.lead))
    top = max(staging.format.safe.top, min(room.top, first - title.style.size))
    upper = Bounds(room.left, top, room.right, split)
    yield pen.set("titre", title, upper, first, role=Role.TITLE)
    if content.detail:
        pen = pen_on(field, motion.text(staging.lead + motion.BEAT))
        yield pen.set("lieu", place, replace(room, top=split), below, role=Role.PLACE)


@dataclass(frozen=True)
class _Turning:
    """A pictogram whose top left corner lies at `corner`, and the radii of the lines about it."""

    symbol: str
    corner: Point
    size: float
    centre: Point
    radii: tuple[float, ...]
    pitch: float
    in_place: bool


def _picture(symbol: str, layout: _Layout, words: Sequence[Text]) -> _Turning:
    if symbol == _WHEELCHAIR:
        return _wheel(layout, words)
    foot = layout.centre[1] + layout.size / 2
    size = _size(layout.size, foot, layout, words)
    radii = _radii(size * FIRST_RING, layout.pitch)
    x, y = _clear_of(words[0], radii[-1], layout), foot - size / 2
    return _Turning(
        symbol=symbol,
        corner=(x - size / 2, y - size / 2),
        size=size,
        centre=(x, y),
        radii=radii,
        pitch=layout.pitch,
        in_place=(x, y) == layout.centre,
    )


def _wheel(layout: _Layout, words: Sequence[Text]) -> _Turning:
    below = 1 - HUB[1]
    foot = layout.hub[1] + below * layout.wheelchair
    size = _size(layout.wheelchair, foot, layout, words)
    hub = layout.hub[0], foot - below * size
    return _Turning(
        symbol=_WHEELCHAIR,
        corner=(hub[0] - HUB[0] * size, hub[1] - HUB[1] * size),
        size=size,
        centre=hub,
        radii=_radii(size * (WHEEL + ROOM_AROUND), layout.wheel_pitch),
        pitch=layout.wheel_pitch,
        in_place=size == layout.wheelchair,
    )


def _size(usual: float, foot: float, layout: _Layout, words: Sequence[Text]) -> float:
    """Of a pictogram that stands on `foot`: smaller where many words are above it."""
    if not layout.stacked:
        return usual
    last = max(t.baseline + (len(t.lines) - 1) * t.style.line_height for t in words)
    return min(usual, foot - last - 2 * CLEAR)


def _radii(first: float, pitch: float) -> tuple[float, ...]:
    return tuple(first + pitch * index for index in range(LINES))


def _clear_of(title: Text, reach: float, layout: _Layout) -> float:
    """Where the centre lies so that the lines about it, `reach` px wide, are clear of the title."""
    end = title.x + max(width(line, title.style) for line in title.lines)
    clear = math.ceil((end + CLEAR + reach) / STEP) * STEP
    return min(max(layout.centre[0], clear), layout.rightmost)


def _turning(
    picture: _Turning, field: Colour, start: int, words: Sequence[Text]
) -> tuple[Element, ...]:
    """The pictogram with the rings that are clear of all words."""
    edges = [point for text in words for point in _edges(text, picture.centre)]
    nearest = min(math.dist(picture.centre, point) for point in edges)
    radii = tuple(radius for radius in picture.radii if radius + UNTOUCHED <= nearest)
    lanes: tuple[Element, ...] = (
        *_lit(picture, radii, field, start),
        *_rings(picture.centre, radii, start),
        *_bar(picture, radii, start),
    )
    alike = picture.in_place and radii == picture.radii
    return (*(ground(*lanes) if alike else lanes), _symbol(picture, field, start))


def _edges(text: Text, centre: Point) -> Iterator[Point]:
    """Of each line, the point that lies nearest to the centre."""
    size = text.style.size
    for index, line in enumerate(text.lines):
        baseline = text.baseline + index * text.style.line_height
        right = text.x + width(line, text.style)
        x = min(max(centre[0], text.x), right)
        y = min(max(centre[1], baseline - CAP_HEIGHT * size), baseline + DESCENT * size)
        yield x, y


def _symbol(picture: _Turning, field: Colour, start: int) -> Element:
    return Pictogram(
        name="grand pictogramme",
        symbol=picture.symbol,
        x=picture.corner[0],
        y=picture.corner[1],
        size=picture.size,
        colour=ink_on(field),
        entrance=motion.rise(start + motion.BEAT, 48),
    )


def _rings(centre: Point, radii: Sequence[float], start: int) -> Iterator[Stroke]:
    for index, radius in enumerate(radii):
        yield Stroke(
            name=f"ligne {index + 1}",
            course=circle(centre, radius, 96).line(0),
            width=8,
            colour=Colour.PAPER,
            entrance=motion.lane(start, index),
        )


def _lit(picture: _Turning, radii: Sequence[float], field: Colour, start: int) -> Iterator[Stroke]:
    """The lane in the middle, where the lines on both its sides are there."""
    if len(radii) >= LIT_BEYOND:
        yield Stroke(
            name="couloir",
            course=_arc(picture.centre, _middle(picture), *LIT),
            width=picture.pitch,
            colour=second_lane(field),
            entrance=motion.lane(start),
        )


def _bar(picture: _Turning, radii: Sequence[float], start: int) -> Iterator[Stroke]:
    if len(radii) >= LIT_BEYOND:
        yield Stroke(
            name="départ",
            course=_arc(picture.centre, _middle(picture), LIT[1] - 1.6, LIT[1] + 1.6),
            width=picture.pitch,
            colour=Colour.PAPER,
            entrance=motion.bar(start),
        )


def _middle(picture: _Turning) -> float:
    return (picture.radii[1] + picture.radii[2]) / 2


def _arc(centre: Point, radius: float, start: float, stop: float) -> Outline:
    """Clockwise, in degrees from the right of the centre."""
    whole = circle(centre, radius, start)
    return Track(whole.start, whole.heading, (Bend(radius, stop - start),)).line(0)
