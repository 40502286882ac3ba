"""Partners by rank: three lanes, cells share each of them; where they are staggered, the first rank
starts farthest ahead.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import WIDE, Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.logo import common_area, described, logo
from ceremonie.planning.compositions.pages import Turn, turns
from ceremonie.planning.content import Supporter, Wall
from ceremonie.planning.drawing import Anchor, Box, Drawing, Element, Role, Stroke, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, fit, ladder, settle
from ceremonie.theme.grid import BAR
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FLOOR

FIELD = Colour.PAPER
LINE = 6
"""px: width of the lines between the lanes."""

AIR = 1 / 6
"""Part of its row that is left free above and below a logo or a line between two cells."""

MOST_LINES = 7
LEADING = 1.06
LEGIBLE = 40
"""px: a name stands smaller only where a page of its own would not help it."""

_PITCH = 216
_STAGGER = math.pi / 2 * _PITCH


@dataclass(frozen=True)
class _Lane:
    """Between `top` and `bottom`, from its start bar at `start` to `stop`. It takes `most` partners
    at a time, or all of them, in up to `rows` rows of up to `columns`; a name is at most `largest`
    px.
    """

    top: float
    bottom: float
    start: float
    stop: float
    largest: int
    most: int | None = None
    rows: int = 1
    columns: int = 6

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class _Layout:
    """Rooms of heading and lanes; the lanes turn down at `bend`, the innermost on 120 px."""

    heading: Bounds
    baseline: float
    sizes: tuple[tuple[float, int], ...]
    lanes: tuple[_Lane, _Lane, _Lane]
    bend: float


_WIDE = _Layout(
    heading=Bounds(96, 54, 1824, 228),
    baseline=168,
    sizes=((104, 1), (88, 1)),
    lanes=(
        _Lane(264, 480, 96 + 2 * _STAGGER, WIDE.safe.right, largest=92),
        _Lane(480, 696, 96 + _STAGGER, WIDE.safe.right, largest=64),
        _Lane(696, 912, 96, 1760, largest=52),
    ),
    bend=1700,
)
_SQUARE = _Layout(
    heading=Bounds(54, 54, 1026, 176),
    baseline=138,
    sizes=((80, 1), (72, 1), (64, 1)),
    lanes=(
        _Lane(200, 400, 78, 1026, largest=72, most=2, rows=2, columns=2),
        _Lane(400, 600, 78, 1026, largest=60, most=3, rows=2, columns=3),
        _Lane(600, 900, 78, 1000, largest=52, most=5, rows=3, columns=3),
    ),
    bend=920,
)
_TALL = _Layout(
    heading=Bounds(54, 96, 1026, 380),
    baseline=226,
    sizes=((112, 2), (104, 2), (96, 2)),
    lanes=(
        _Lane(420, 720, 78, 1026, largest=84, most=2, rows=2, columns=2),
        _Lane(720, 1020, 78, 1026, largest=64, most=3, rows=2, columns=3),
        _Lane(1020, 1440, 78, 1000, largest=56, most=5, rows=3, columns=3),
    ),
    bend=920,
)


def compose(content: Wall, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    lanes = zip(layout.lanes, content.ranks, strict=True)
    cells = [
        element
        for index, (lane, rank) in enumerate(lanes)
        for element in _Rank(index, lane, staging).elements(rank, content.frames)
    ]
    return staging.drawing(
        FIELD,
        (
            *ground(*_starts(layout, staging.lead), *_lines(layout, staging.lead)),
            *cells,
            pen_on(FIELD, motion.text(staging.lead + motion.BAR)).block(
                "titre",
                content.heading,
                layout.heading,
                layout.baseline,
                ladder(staging.scale.lower_third, *layout.sizes),
                role=Role.TITLE,
            ),
        ),
    )


def _starts(layout: _Layout, start: int) -> Iterator[Element]:
    """Each rank's block of colour, and its start bar."""
    for index, (lane, colour) in enumerate(zip(layout.lanes, LANE_COLOURS, strict=True)):
        y = (lane.top + lane.bottom) / 2
        yield Stroke(
            name=f"couloir {index + 1}",
            course=((-10.0, y), (lane.start, y)),
            width=lane.height,
            colour=colour,
            entrance=motion.lane(start, index),
        )
        yield Stroke(
            name=f"départ {index + 1}",
            course=((lane.start - BAR, y), (lane.start, y)),
            width=lane.height,
            colour=Colour.INK,
            entrance=motion.bar(start + motion.LANE, index),
        )


def _lines(layout: _Layout, start: int) -> Iterator[Element]:
    """The lines between the lanes run out to the right and turn down together."""
    low = layout.lanes[-1].bottom
    track = Track((-40, low), 0, (Straight(layout.bend + 40), Bend(120, 90), Straight(600)))
    for index, y in enumerate((*(lane.top for lane in layout.lanes), low)):
        yield Stroke(
            name=f"ligne {index + 1}",
            course=track.line(y - low),
            width=LINE,
            colour=Colour.INK,
            entrance=motion.lane(start, min(index, 2)),
        )


@dataclass(frozen=True)
class _Rank:
    """What one lane shows of its rank."""

    index: int
    lane: _Lane
    staging: Staging

    def elements(self, rank: Sequence[Supporter], frames: int) -> Iterator[Element]:
        if not rank:
            return
        pages = self._pages(rank)
        size = min((self._size(page) for page in pages), default=0) or FLOOR
        start = self.staging.lead
        for page, turn in zip(pages, turns(len(pages), start, frames), strict=True):
            first = turn.start + motion.BAR + self.index * 6 if not turn.page else turn.start
            yield from self._page(page, size, replace(turn, start=first))

    def _pages(self, rank: Sequence[Supporter]) -> list[Sequence[Supporter]]:
        """As few as keep the names legible, evenly filled."""
        if self.lane.most is None:
            return [rank]
        fewest = math.ceil(len(rank) / self.lane.most)
        counts = range(fewest, len(rank) + 1)
        shares = [_shared(rank, count) for count in counts]
        legible = (s for s in shares if all(self._size(page) >= LEGIBLE for page in s))
        return next(legible, shares[-1])

    def _page(self, page: Sequence[Supporter], size: float, turn: Turn) -> Iterator[Element]:
        grid = self._grid(page)
        area = self._logo_area(page, grid)
        for place, (supporter, cell) in enumerate(zip(page, self._cells(page, grid), strict=True)):
            name = f"{self.index + 1}.{'' if turn.page is None else f'{turn.page + 1}.'}{place + 1}"
            enters = replace(turn, start=turn.start + 3 * place)
            if cell.left > self.lane.start:
                yield self._between(name, cell, turn)
            if supporter.logo:
                yield from self._logo(name, supporter, cell, area, enters)
            else:
                yield self._name(name, supporter, cell, size, enters)

    def _grid(self, page: Sequence[Supporter]) -> int:
        """The number of rows in which the names stand largest; logos take the fewest."""
        least = math.ceil(len(page) / self.lane.columns)
        rows = range(least, min(self.lane.rows, len(page)) + 1)
        return max(rows, key=lambda count: (self._size_in(page, count), -count), default=least)

    def _size(self, page: Sequence[Supporter]) -> float:
        return self._size_in(page, self._grid(page))

    def _size_in(self, page: Sequence[Supporter], rows: int) -> float:
        """Names of a rank stand in one size, the largest that suits them all; 0 where none does."""
        settings = [
            fit(supporter.name, self._measures(self.lane.largest, cell.height), cell.width - 48)
            for supporter, cell in zip(page, self._cells(page, rows), strict=True)
            if not supporter.logo
        ]
        sizes = (words.style.size if words.fits else 0 for words in settings)
        return min(sizes, default=float(self.lane.largest))

    def _measures(self, largest: float, height: float) -> tuple[Measure, ...]:
        style = self.staging.scale.style(self.lane.largest, 800, LEADING)
        sizes = (s for s in range(self.lane.largest, FLOOR - 1, -4) if s <= largest)
        steps = [
            (s, lines)
            for s in sizes
            for lines in range(1, MOST_LINES + 1)
            if lines == 1 or s * LEADING * lines <= height - 40
        ]
        return ladder(style, *steps)

    def _cells(self, page: Sequence[Supporter], rows: int) -> list[Bounds]:
        """The lane shared equally: rows from top to bottom, cells from left to right."""
        lane, columns = self.lane, math.ceil(len(page) / rows)
        high = lane.height / rows
        cells = []
        for index in range(len(page)):
            row, column = divmod(index, columns)
            beside = min(columns, len(page) - row * columns)
            wide = (lane.stop - lane.start) / beside
            left, top = lane.start + column * wide, lane.top + row * high
            cells.append(Bounds(left, top, left + wide, top + high))
        return cells

    def _between(self, name: str, cell: Bounds, turn: Turn) -> Element:
        return Box(
            name=f"séparation {name}",
            x=cell.left - 2,
            y=cell.top + AIR * cell.height,
            width=4,
            height=cell.height * (1 - 2 * AIR),
            colour=Colour.INK,
            entrance=motion.appear(turn.start),
            until=turn.until,
            page=turn.page,
        )

    def _logo_area(self, page: Sequence[Supporter], rows: int) -> float:
        cells = self._cells(page, rows)
        pictures = [supporter.logo for supporter in page if supporter.logo]
        return common_area(pictures, _logo_room(min(cells, key=lambda cell: cell.width)))

    def _logo(
        self, name: str, supporter: Supporter, cell: Bounds, area: float, turn: Turn
    ) -> tuple[Element, ...]:
        assert supporter.logo
        return logo(
            f"logo {name}",
            described(supporter.logo, supporter.name),
            _logo_room(cell),
            field=FIELD,
            palette=self.staging.look.palette,
            area=area,
            entrance=motion.rise(turn.start, 24),
            until=turn.until,
            page=turn.page,
        )

    def _name(
        self, name: str, supporter: Supporter, cell: Bounds, size: float, turn: Turn
    ) -> Element:
        """Set as a wordmark in the middle of its cell."""
        room = Bounds(cell.left + 24, cell.top + 6, cell.right - 24, cell.bottom - 6)
        words = settle(supporter.name, self._measures(size, cell.height), room.width, is_name=True)
        middle = (cell.top + cell.bottom) / 2
        return pen_on(FIELD, motion.rise(turn.start, 24), turn.until, turn.page).set(
            f"partenaire {name}",
            words,
            room,
            middle + words.style.size * 0.34 - words.height / 2,
            role=Role.LABEL,
            anchor=Anchor.MIDDLE,
        )


def _shared(rank: Sequence[Supporter], pages: int) -> list[Sequence[Supporter]]:
    size = math.ceil(len(rank) / pages)
    return [rank[first : first + size] for first in range(0, len(rank), size)]


def _logo_room(cell: Bounds) -> Bounds:
    air = AIR * cell.height
    return Bounds(cell.left + 24, cell.top + air, cell.right - 24, cell.bottom - air)
