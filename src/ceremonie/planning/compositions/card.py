"""A card without a photo: the pictogram of the subject, and lanes that turn around it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.compositions.rings import (
    FIRST_RING,
    HUB,
    ROOM_AROUND,
    WHEEL,
    WHEELCHAIR,
    Turning,
    lanes,
    radii_from,
    symbol,
)
from ceremonie.planning.drawing import Drawing, Element, Role, Text, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Card
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import ladder, settle
from ceremonie.theme.faces import CAP_HEIGHT, DESCENT
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Point
from ceremonie.theme.typeface import width

CLEAR = 24
"""px between a title and the lines that turn about the pictogram, as long as they can give way."""

UNTOUCHED = 12
"""px from words to the middle of a line: one that comes nearer is left out."""

STEP = 8
"""px: centres lie on few places, so that hundreds of cards share the rings about them."""

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
    texts: Sizes

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
    texts=((64, 4), (60, 5), (56, 6), (52, 7), (48, 8)),
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
    texts=((52, 3), (48, 4), (44, 5), (40, 6)),
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
    texts=((68, 4), (64, 5), (60, 6), (56, 7)),
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
    sizes = layout.texts if content.text else layout.places
    place = settle(content.detail, ladder(scale.label_plain, *sizes), room.width)
    first = room.top + title.style.size * layout.ascent
    below = first + title.height + max(layout.gap, title.style.size * 0.6)
    split = below - place.style.size
    pen = pen_on(field, motion.text(staging.lead + motion.BAR))
    top = max(staging.format.safe.top, min(room.top, first - title.style.size))
    upper = Bounds(room.left, top, room.right, split)
    yield pen.set("titre", title, upper, first, role=Role.TITLE)
    if content.detail:
        pen = pen_on(field, motion.text(staging.lead + motion.BEAT))
        yield pen.set("lieu", place, replace(room, top=split), below, role=Role.PLACE)


def _picture(symbol: str, layout: _Layout, words: Sequence[Text]) -> Turning:
    if symbol == WHEELCHAIR:
        return _wheel(layout, words)
    foot = layout.centre[1] + layout.size / 2
    size = _size(layout.size, foot, layout, words)
    radii = radii_from(size * FIRST_RING, layout.pitch)
    x, y = _clear_of(words[0], radii[-1], layout), foot - size / 2
    return Turning(
        symbol=symbol,
        corner=(x - size / 2, y - size / 2),
        size=size,
        centre=(x, y),
        radii=radii,
        pitch=layout.pitch,
        in_place=(x, y) == layout.centre,
    )


def _wheel(layout: _Layout, words: Sequence[Text]) -> Turning:
    below = 1 - HUB[1]
    foot = layout.hub[1] + below * layout.wheelchair
    size = _size(layout.wheelchair, foot, layout, words)
    hub = layout.hub[0], foot - below * size
    return Turning(
        symbol=WHEELCHAIR,
        corner=(hub[0] - HUB[0] * size, hub[1] - HUB[1] * size),
        size=size,
        centre=hub,
        radii=radii_from(size * (WHEEL + ROOM_AROUND), layout.wheel_pitch),
        pitch=layout.wheel_pitch,
        in_place=size == layout.wheelchair,
    )


def _size(usual: float, foot: float, layout: _Layout, words: Sequence[Text]) -> float:
    """Of a pictogram that stands on `foot`: smaller where many words are above it."""
    if not layout.stacked:
        return usual
    last = max(t.baseline + (len(t.lines) - 1) * t.style.line_height for t in words)
    return min(usual, foot - last - 2 * CLEAR)


def _clear_of(title: Text, reach: float, layout: _Layout) -> float:
    """Where the centre lies so that the lines about it, `reach` px wide, are clear of the title."""
    end = title.x + max(width(line, title.style) for line in title.lines)
    clear = math.ceil((end + CLEAR + reach) / STEP) * STEP
    return min(max(layout.centre[0], clear), layout.rightmost)


def _turning(
    picture: Turning, field: Colour, start: int, words: Sequence[Text]
) -> tuple[Element, ...]:
    """The pictogram with the rings that are clear of all words."""
    edges = [point for text in words for point in _edges(text, picture.centre)]
    nearest = min(math.dist(picture.centre, point) for point in edges)
    radii = tuple(radius for radius in picture.radii if radius + UNTOUCHED <= nearest)
    around = lanes(picture, radii, field, start)
    alike = picture.in_place and radii == picture.radii
    return (*(ground(*around) if alike else around), symbol(picture, field, start))


def _edges(text: Text, centre: Point) -> Iterator[Point]:
    """Of each line, the point that lies nearest to the centre."""
    size = text.style.size
    for index, line in enumerate(text.lines):
        baseline = text.baseline + index * text.style.line_height
        right = text.x + width(line, text.style)
        x = min(max(centre[0], text.x), right)
        y = min(max(centre[1], baseline - CAP_HEIGHT * size), baseline + DESCENT * size)
        yield x, y
