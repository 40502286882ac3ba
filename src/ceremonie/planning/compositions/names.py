"""Names in columns under three thin lanes: as large as stands at once, or rolling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions import credits_head
from ceremonie.planning.compositions.credits_head import FIELD, LANE
from ceremonie.planning.compositions.rolling import Rolling
from ceremonie.planning.content import Names
from ceremonie.planning.drawing import Drawing, Role, Text, ground
from ceremonie.planning.hyphenation import Parting
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, wrap
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.type import FLOOR, Style
from ceremonie.theme.typeface import width

GAP = 44
"""px between two columns."""

ABOVE, BELOW = 0.95, 0.35
"""em that a line reaches above and below its baseline."""

APART = 0.4
"""Of a line, between all rows where a name takes more than one: none is taken for two."""

MESSAGE, AFTER = 48, 1.7
"""px of the words for all of them, and their distance to the first name, in lines."""

UPPER = 1 / 3
"""Of the room that few names leave free, so much lies above them."""


@dataclass(frozen=True)
class _Grid:
    """So many columns of names of `size` px, their lines `leading` px apart."""

    columns: int
    size: int
    leading: int


@dataclass(frozen=True)
class _Layout:
    """The title and the lanes under it; `grids` from the one for a single name to that for many."""

    title: Bounds
    baseline: float
    lanes: int
    bottom: int
    grids: tuple[_Grid, ...]

    @property
    def top(self) -> int:
        """The lower edge of the lanes."""
        return self.lanes + LANE * len(LANE_COLOURS) - LANE // 2


_WIDE = _Layout(
    title=Bounds(96, 54, 1824, 170),
    baseline=146,
    lanes=180,
    bottom=1026,
    grids=(_Grid(1, 104, 124), _Grid(1, 72, 92), _Grid(2, 60, 78), _Grid(3, 48, 62),
           _Grid(3, 44, 56)),
)  # fmt: skip
_SQUARE = _Layout(
    title=Bounds(54, 54, 1026, 160),
    baseline=138,
    lanes=172,
    bottom=1026,
    grids=(_Grid(1, 88, 106), _Grid(1, 60, 78), _Grid(2, 48, 62), _Grid(2, 44, 56),
           _Grid(2, 40, 52)),
)  # fmt: skip
_TALL = replace(
    _SQUARE,
    title=Bounds(54, 96, 1026, 236),
    baseline=208,
    lanes=250,
    bottom=1536,
    grids=(_Grid(1, 96, 116), _Grid(1, 72, 92), _Grid(1, 56, 74), _Grid(2, 48, 62),
           _Grid(2, 44, 56)),
)  # fmt: skip


def compose(content: Names, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    title = credits_head.title(content.title, layout.title, layout.baseline, staging)
    lanes = ground(*credits_head.lanes(layout.lanes, staging))
    sheet = _chosen(content, layout, staging)
    texts = sheet.standing if sheet.rolling.stands else sheet.rolling.moved(content.frames)
    return staging.drawing(FIELD, (*texts, title, *lanes))


def _chosen(content: Names, layout: _Layout, staging: Staging) -> _Sheet:
    """The largest at which all stand at once, whole where that is large enough; else the largest
    that passes in time.
    """
    sheets = [_Sheet(content, layout, staging, grid) for grid in layout.grids]
    standing = [sheet for sheet in sheets if sheet.rolling.stands]
    whole = (sheet for sheet in standing[:-1] if not sheet.is_broken)
    in_columns = (sheet for sheet in standing if sheet.grid.columns > 1)
    many = (s for s in sheets[-2:] if s.rolling.lasts() <= content.frames)
    return next(whole, None) or next(in_columns, None) or next(many, sheets[-1])


@dataclass(frozen=True)
class _Sheet:
    """The names row by row, each in its column, as they stand before they move."""

    content: Names
    layout: _Layout
    staging: Staging
    grid: _Grid

    @property
    def is_broken(self) -> bool:
        """Whether a size for few names has to break one of them, where a smaller one may not."""
        full = self.grid.size
        broken = any(len(text.lines) > 1 or text.style.size < full for text in self._names)
        return broken and self.grid != self.layout.grids[-1]

    @property
    def standing(self) -> tuple[Text, ...]:
        """They come in as text does, and lie in the middle of what they leave free."""
        last = max(t.baseline + (len(t.lines) - 1) * self.grid.leading for t in self._texts)
        down = max(0.0, UPPER * (self.layout.bottom - last - BELOW * self.grid.size))
        enters = motion.text(self.staging.lead + motion.BEAT)
        return tuple(replace(_lowered(text, down), entrance=enters) for text in self._texts)

    @cached_property
    def rolling(self) -> Rolling:
        window = Bounds(0, self.layout.top, self.staging.format.width, self.layout.bottom)
        below = BELOW * self.grid.size
        return Rolling(self._texts, window, FIELD, self.grid.leading, below)

    @cached_property
    def _texts(self) -> tuple[Text, ...]:
        return (*self._message, *self._names)

    @cached_property
    def _message(self) -> tuple[Text, ...]:
        if not self.content.message:
            return ()
        style = self.staging.scale.style(MESSAGE, 600, self.grid.leading / MESSAGE)
        room = self.layout.title
        lines = wrap(self.content.message, style, room.width)
        baseline = self.layout.top + self.grid.leading + ABOVE * MESSAGE / 2
        place = self._room(baseline, len(lines), room, MESSAGE)
        setting = Setting(lines, style, fits=True)
        return (pen_on(FIELD).set("message", setting, place, baseline, role=Role.BODY),)

    @cached_property
    def _names(self) -> tuple[Text, ...]:
        return tuple(self._placed())

    def _placed(self) -> Iterator[Text]:
        grid, names = self.grid, self.content.names
        baseline = self.layout.top + grid.leading + ABOVE * grid.size / 2
        for text in self._message:
            baseline = text.baseline + (len(text.lines) - 1 + AFTER) * grid.leading
        for first in range(0, len(names), grid.columns):
            row = [
                self._name(first + index, name, index, baseline)
                for index, name in enumerate(names[first : first + grid.columns])
            ]
            yield from row
            baseline += (max(len(text.lines) for text in row) + self._apart) * grid.leading

    @cached_property
    def _apart(self) -> float:
        settings = (self._set(name, self._wide) for name in self.content.names)
        return APART if any(len(one.lines) > 1 for one in settings) else 0

    @property
    def _wide(self) -> float:
        """px of a column."""
        columns = self.grid.columns
        return (self.layout.title.width - GAP * (columns - 1)) / columns

    def _name(self, number: int, name: str, column: int, baseline: float) -> Text:
        wide = self._wide
        left = self.layout.title.left + column * (wide + GAP)
        setting = self._set(name, wide)
        beside = Bounds(left, 0, left + wide, 0)
        room = self._room(baseline, len(setting.lines), beside, self.grid.size)
        pen = Pen(Colour.PAPER, FIELD)
        return pen.set(f"nom {number + 1}", setting, room, baseline, role=Role.NAME)

    def _set(self, name: str, wide: float) -> Setting:
        """Broken at its spaces and hyphens; smaller where a part of it is wider than its column,
        and parted only where nothing else helps.
        """
        for size in range(self.grid.size, FLOOR - 1, -4):
            style = self._style(size)
            lines = wrap(name, style, wide)
            if all(width(line, style) <= wide for line in lines):
                return Setting(lines, style, fits=True)
        return Setting(wrap(name, style, wide, Parting.ALL), style, fits=True)

    def _room(self, baseline: float, lines: int, beside: Bounds, size: float) -> Bounds:
        top = baseline - ABOVE * size
        return replace(beside, top=top, bottom=top + lines * self.grid.leading)

    def _style(self, size: float) -> Style:
        """With lines as far apart as all others are."""
        return self.staging.scale.style(size, 600, self.grid.leading / size)


def _lowered(text: Text, px: float) -> Text:
    room = text.room and replace(text.room, top=text.room.top + px, bottom=text.room.bottom + px)
    return replace(text, baseline=text.baseline + px, room=room)
