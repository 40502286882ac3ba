"""What a workshop was, in a few sentences: its heading, its text, the pictogram in its lanes."""

from __future__ import annotations

import math
from collections.abc import Iterator
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
from ceremonie.planning.drawing import Drawing, Element, Role, Text
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.pen import pen_on
from ceremonie.planning.pictured_content import Story
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, Setting, ladder, settle
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Point
from ceremonie.theme.type import Style

TEXT = "texte"

UNTOUCHED = 16
"""px from words to the middle of a line: one that comes nearer is left out."""

CLEAR = 36
"""px between the place and the capitals of the text, at least."""

PITCH = 0.16
"""Of a lane, by the size of the pictogram."""

REACH = 0.5 + FIRST_RING + 2 * PITCH
"""From the foot of the pictogram to the third line above it, by its size."""

RISING, HANGING = 0.95, 0.3
"""em that a capital with its accent reaches above the baseline, and letters below it."""

Sizes = tuple[tuple[float, int], ...]
"""px, and the most lines of that size."""


@dataclass(frozen=True)
class _Layout:
    """The words fill `words` from its top; the pictogram, of `size` px at most, stands on `foot`
    about `axis`: `beside` them, or else below, and then as large as they leave it room. `between`
    are the px around the place, by the size of what is above it.
    """

    words: Bounds
    axis: float
    foot: float
    size: float
    titles: Sizes
    places: Sizes
    texts: tuple[float, ...]
    beside: bool = False
    between: float = 0.62


_WIDE = _Layout(
    words=Bounds(WIDE.safe.left, 96, 1090, WIDE.safe.bottom),
    axis=1500,
    foot=760,
    size=430,
    titles=((116, 1), (100, 2), (84, 2), (72, 3), (60, 4), (52, 5)),
    places=((48, 1), (44, 2), (40, 2), (36, 4)),
    texts=(64, 60, 56, 52, 48, 44, 40),
    beside=True,
)
_SQUARE = _Layout(
    words=Bounds(54, 54, 1026, 820),
    axis=700,
    foot=1010,
    size=300,
    titles=((108, 1), (92, 2), (76, 2), (64, 3), (52, 4), (44, 5)),
    places=((44, 1), (40, 2), (36, 4)),
    texts=(56, 52, 48, 44, 40),
)
_TALL = _Layout(
    words=Bounds(54, 150, 1026, 1130),
    axis=660,
    foot=1500,
    size=460,
    titles=((132, 1), (116, 2), (96, 2), (80, 3), (68, 4), (56, 5)),
    places=((52, 1), (48, 2), (44, 4)),
    texts=(68, 64, 60, 56, 52, 48),
)


def compose(content: Story, staging: Staging) -> Drawing:
    """Where the text goes on from the shot before, everything else stands there already."""
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    field = field_of(content.subject)
    words = _Words(content, layout, staging)
    turning = _turning(content.subject.symbol, layout, words.end)
    elements: tuple[Element, ...] = (
        *_lanes(turning, layout, words.end, field, staging.lead),
        symbol(turning, field, staging.lead),
        *words.texts(field),
    )
    if content.continued:
        elements = tuple(e if e.name == TEXT else replace(e, entrance=AT_ONCE) for e in elements)
    return staging.drawing(field, elements)


@dataclass(frozen=True)
class _Words:
    """Heading, place and text, one below the other. All passages of a text are set as large as the
    longest of them is, and keep the room that it takes.
    """

    content: Story
    layout: _Layout
    staging: Staging

    @property
    def title(self) -> Setting:
        style = self.staging.scale.card_title
        return settle(self.content.heading, ladder(style, *self.layout.titles), self._width)

    @property
    def place(self) -> Setting:
        style = self.staging.scale.label_plain
        return settle(self.content.detail, ladder(style, *self.layout.places), self._width)

    @property
    def longest(self) -> Setting:
        return settle(self.content.longest, self._measures, self._width)

    @property
    def end(self) -> float:
        """Below the last line of the longest passage, px."""
        longest = self.longest
        return self._text_at(longest) + longest.height + HANGING * longest.style.size

    def texts(self, field: Colour) -> Iterator[Text]:
        room, start = self.layout.words, self.staging.lead
        title, place = self.title, self.place
        split = self._place_at - place.style.size
        pen = pen_on(field, motion.text(start + motion.BAR))
        upper = replace(room, bottom=split)
        yield pen.set("titre", title, upper, self._title_at, role=Role.TITLE)
        below = replace(room, top=self._text_top)
        if self.content.detail:
            pen = pen_on(field, motion.text(start + motion.BEAT))
            between = replace(room, top=split, bottom=below.top)
            yield pen.set("lieu", place, between, self._place_at, role=Role.PLACE)
        words = settle(self.content.text, [self._measure(self.longest.style)], self._width)
        pen = pen_on(field, motion.text(start + motion.BEAT, 1))
        yield pen.set(TEXT, words, below, self._text_at(words), role=Role.BODY)

    @property
    def _width(self) -> float:
        return self.layout.words.right - self.layout.words.left

    @property
    def _title_at(self) -> float:
        return self.layout.words.top + RISING * self.title.style.size

    @property
    def _place_at(self) -> float:
        """Where there is none, that of the heading's last line."""
        end = self._title_at + self.title.height
        if not self.content.detail:
            return end
        around = self.layout.between * self.title.style.size
        return end + around + 0.5 * self.place.style.size

    @property
    def _text_top(self) -> float:
        last = self.place if self.content.detail else self.title
        height = last.height if self.content.detail else 0
        return self._place_at + height + max(CLEAR, self.layout.between * last.style.size)

    def _text_at(self, words: Setting) -> float:
        return self._text_top + RISING * words.style.size

    @property
    def _measures(self) -> list[Measure]:
        style = self.staging.scale.body
        return [self._measure(style.at(size)) for size in self.layout.texts]

    def _measure(self, style: Style) -> Measure:
        """As many lines as the room still holds."""
        left = self.layout.words.bottom - self._text_top - (RISING + HANGING) * style.size
        return Measure(style, max(1, 1 + int(left / style.line_height)))


def _turning(name: str, layout: _Layout, end: float) -> Turning:
    """Below the words it leaves room for three lines."""
    left = (layout.foot - end - UNTOUCHED - 1) / REACH
    size = layout.size if layout.beside else min(layout.size, left)
    corner = layout.axis - size / 2, layout.foot - size
    chair = name == WHEELCHAIR
    hub = HUB if chair else (0.5, 0.5)
    first = WHEEL + ROOM_AROUND if chair else FIRST_RING
    return Turning(
        symbol=name,
        corner=corner,
        size=size,
        centre=(corner[0] + hub[0] * size, corner[1] + hub[1] * size),
        radii=radii_from(first * size, PITCH * size),
        pitch=PITCH * size,
        in_place=False,
    )


def _lanes(
    turning: Turning, layout: _Layout, end: float, field: Colour, start: int
) -> tuple[Element, ...]:
    """Those that are clear of the words."""
    nearest = _distance(turning.centre, replace(layout.words, bottom=end))
    radii = tuple(radius for radius in turning.radii if radius + UNTOUCHED <= nearest)
    return lanes(turning, radii, field, start)


def _distance(point: Point, taken: Bounds) -> float:
    x = min(max(point[0], taken.left), taken.right)
    y = min(max(point[1], taken.top), taken.bottom)
    return math.dist(point, (x, y))
