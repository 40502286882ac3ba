"""The running order: a lane for each part, its number on a disc at the start, its words behind."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.formats import Bounds
from ceremonie.planning.content import Programme
from ceremonie.planning.drawing import Anchor, Box, Disc, Drawing, Element, Role
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, fit, settle
from ceremonie.theme.grid import column
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.type import FLOOR, Style

FIELD = Colour.PAPER
GAP = 28
"""px between two lanes, where there is room for that."""

GAP_PART = 1 / 5
"""Of what a lane and its gap take, where there are many."""

LEAST_LANE = 60
"""px: height of a lane that is no longer made lower for the sake of the gap."""

INDENT = 28
"""px from a disc to the words behind it."""

OUTDENT = 50
"""px from the words to the end of their lane, at least."""


@dataclass(frozen=True)
class _Layout:
    """Lanes of `width` px from `lefts`, in columns that are filled one after the other."""

    title: Bounds
    baseline: float
    size: float
    lefts: tuple[float, ...]
    width: float
    top: float
    bottom: float
    pitch: float


_WIDE = _Layout(
    title=Bounds(96, 54, 1824, 240),
    baseline=190,
    size=120,
    lefts=(column(0), column(6)),
    width=818,
    top=260,
    bottom=1010,
    pitch=124,
)
_SQUARE = _Layout(
    title=Bounds(54, 54, 1026, 170),
    baseline=140,
    size=88,
    lefts=(54,),
    width=972,
    top=196,
    bottom=1038,
    pitch=104,
)
_TALL = _Layout(
    title=Bounds(54, 96, 1026, 300),
    baseline=220,
    size=120,
    lefts=(54,),
    width=972,
    top=320,
    bottom=1536,
    pitch=140,
)


def compose(content: Programme, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    title = pen_on(FIELD).line(
        "titre",
        content.title,
        (layout.title.left, layout.baseline),
        staging.scale.headline.at(layout.size),
        role=Role.TITLE,
        room=layout.title,
    )
    return staging.drawing(FIELD, (title, *_Lanes(layout, staging, content.parts).elements()))


@dataclass(frozen=True)
class _Lanes:
    layout: _Layout
    staging: Staging
    parts: Sequence[str]

    @property
    def rows(self) -> int:
        return max(1, math.ceil(len(self.parts) / len(self.layout.lefts)))

    @property
    def pitch(self) -> float:
        return min(self.layout.pitch, (self.layout.bottom - self.layout.top) / self.rows)

    @property
    def radius(self) -> float:
        """Of a disc: half the height of a lane."""
        return max(self.pitch - GAP, min(self.pitch * (1 - GAP_PART), LEAST_LANE)) / 2

    def elements(self) -> Iterator[Element]:
        style = self._style()
        for index, words in enumerate(self.parts):
            yield from self._lane(index, words, style)

    def _style(self) -> Style:
        """The largest in which every name stands on one line."""
        height, room = 2 * self.radius, self._room(0).width
        styles = [self.staging.scale.label.at(s) for s in (56, 48, 44, 40) if s <= height * 0.66]
        fitting = (s for s in styles if all(_stands(words, s, room) for words in self.parts))
        return next(fitting, self.staging.scale.label.at(FLOOR))

    def _place(self, index: int) -> tuple[float, float]:
        """The top left corner of a lane."""
        column_index, row = divmod(index, self.rows)
        return self.layout.lefts[column_index], self.layout.top + row * self.pitch

    def _room(self, index: int) -> Bounds:
        x, y = self._place(index)
        left = x + 2 * self.radius + INDENT
        return Bounds(left, y, x + self.layout.width - OUTDENT, y + 2 * self.radius)

    def _lane(self, index: int, words: str, style: Style) -> Iterator[Element]:
        radius, colour = self.radius, LANE_COLOURS[index % len(LANE_COLOURS)]
        x, y = self._place(index)
        digits = self.staging.scale.style(max(FLOOR, min(44, radius)), 800)
        yield Box(
            name=f"couloir {index + 1}",
            x=x + radius,
            y=y,
            width=self.layout.width - radius,
            height=2 * radius,
            colour=colour,
        )
        yield Disc(
            name=f"pastille {index + 1}",
            x=x + radius,
            y=y + radius,
            radius=radius,
            colour=Colour.INK,
        )
        yield Pen(Colour.PAPER, Colour.INK).line(
            f"rang {index + 1}",
            str(index + 1),
            (x + radius, y + radius + digits.size * 0.34),
            digits,
            role=Role.DECORATION,
            anchor=Anchor.MIDDLE,
        )
        yield self._words(index, words, style, colour)

    def _words(self, index: int, words: str, style: Style, colour: Colour) -> Element:
        """On one line; on two, closely set, where the part has a long name."""
        room = self._room(index)
        close = self.staging.scale.style(FLOOR, int(style.weight), 1.0)
        setting = settle(words, (Measure(style, 1), Measure(close, 2)), room.width)
        baseline = room.centre[1] + setting.style.size * 0.33 - setting.height / 2
        return pen_on(colour).set(f"partie {index + 1}", setting, room, baseline)


def _stands(words: str, style: Style, room: float) -> bool:
    return fit(words, (Measure(style, 1),), room).fits
