"""Partners by rank: a lane for each, cells share its rows; where lanes are staggered, the first
rank starts farthest ahead.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.compositions.logo import common_area, described, logo
from ceremonie.planning.compositions.pages import Turn, turns
from ceremonie.planning.content import Supporter, Wall
from ceremonie.planning.drawing import Anchor, Box, Drawing, Element, Role, Stroke, ground
from ceremonie.planning.entrances import Entrance
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, fit, ladder, settle
from ceremonie.planning.wall_rows import (
    AROUND,
    BESIDE,
    FILMED,
    LEADING,
    STEPS,
    Lanes,
    Lines,
    Ranks,
    Share,
    WallRoom,
    lanes,
    walls,
)
from ceremonie.theme.grid import BAR
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.track import Bend, Straight, Track
from ceremonie.theme.type import FLOOR

FIELD = Colour.PAPER
LINE, RULE = 6, 4
"""px: width of the lines between lanes, and between two partners."""

AIR = 1 / 6
"""Part of its row that is left free above and below a logo or a line between two cells."""

SPREAD = motion.BEAT // 2
"""Frames from the first partner to the last."""

INNER = 120
"""px: radius of the innermost line, where the lanes turn down."""


@dataclass(frozen=True)
class _Layout:
    """Rooms of heading and lanes; the lanes turn down at `bend`."""

    heading: Bounds
    baseline: float
    sizes: tuple[tuple[float, int], ...]
    room: WallRoom
    bend: float


_WIDE = _Layout(
    heading=Bounds(96, 54, 1824, 228),
    baseline=168,
    sizes=((104, 1), (88, 1), (76, 1)),
    room=FILMED,
    bend=1700,
)
_SQUARE = _Layout(
    heading=Bounds(54, 54, 1026, 176),
    baseline=138,
    sizes=((80, 1), (72, 1), (64, 1), (56, 1)),
    room=WallRoom(
        place=Bounds(78, 200, 1010, 960),
        bends=(0,),
        columns=3,
        highest=250,
        largest=(72, 60, 52),
        smallest=(44, 40, 40),
    ),
    bend=920,
)
_TALL = _Layout(
    heading=Bounds(54, 96, 1026, 380),
    baseline=226,
    sizes=((112, 2), (104, 2), (96, 2)),
    room=WallRoom(
        place=Bounds(78, 420, 1010, 1440),
        bends=(0,),
        columns=3,
        highest=300,
        largest=(84, 64, 56),
        smallest=(48, 44, 40),
    ),
    bend=920,
)


def compose(content: Wall, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    pages = _pages(content.ranks, layout.room, staging)
    seen = turns(len(pages), staging.lead, content.frames)
    drawn = [
        _Page(page, layout, turn, staging).elements()
        for page, turn in zip(pages, seen, strict=True)
    ]
    heading = pen_on(FIELD, motion.text(staging.lead + motion.BAR)).block(
        "titre",
        content.heading,
        layout.heading,
        layout.baseline,
        ladder(staging.scale.lower_third, *layout.sizes),
        role=Role.TITLE,
    )
    return staging.drawing(FIELD, (*(element for page in drawn for element in page), heading))


def _pages(ranks: Ranks[Supporter], room: WallRoom, staging: Staging) -> list[Ranks[Supporter]]:
    """One, but for a shape too narrow, or a font too wide, to let all be read together."""
    lines = _lines(staging)
    return walls(ranks, lambda wall: lanes(wall, room, lines) is not None)


def _lines(staging: Staging) -> Lines:
    """Of names in the film's own font."""
    style = staging.scale.style(FLOOR, 800, LEADING)

    def lines(name: str, size: int, width: float, most: int) -> int | None:
        words = fit(name, ladder(style, (size, most)), width)
        return len(words.lines) if words.fits else None

    return lines


@dataclass(frozen=True)
class _Page:
    """What is seen of a wall at once: all of it, most often."""

    ranks: Ranks[Supporter]
    layout: _Layout
    turn: Turn
    staging: Staging

    def elements(self) -> Iterator[Element]:
        wall = self._lanes()
        yield from ground(*self._starts(wall.shares), *self._lines(wall))
        count, before = sum(map(len, self.ranks)), 0
        for lane in wall.shares:
            partners = self.ranks[lane.rank]
            enter = [self._enters(before + place, count) for place in range(len(partners))]
            yield from _Rank(lane, self.staging, self.turn).elements(partners, enter)
            before += len(partners)

    def _lanes(self) -> Lanes:
        """Whoever has a lane alone is read, however long the name."""
        room = self.layout.room
        alone = tuple(
            Share(rank, room.place, 1, room.size(rank, STEPS))
            for rank, partners in enumerate(self.ranks)
            if partners
        )
        return lanes(self.ranks, room, _lines(self.staging)) or Lanes(room.bends[0], alone)

    def _enters(self, place: int, count: int) -> Turn:
        """All are on their way within half a beat of the bars."""
        bars = 0 if self.turn.page else motion.BAR
        return replace(self.turn, start=self.turn.start + bars + place * SPREAD // count)

    def _starts(self, shares: Sequence[Share]) -> Iterator[Element]:
        """Each rank's block of colour, and its start bar."""
        for index, lane in enumerate(shares):
            place, y = lane.place, lane.place.centre[1]
            block = Stroke(
                name=self._name(f"couloir {lane.rank + 1}"),
                course=((-10.0, y), (place.left, y)),
                width=place.height,
                colour=LANE_COLOURS[lane.rank],
                entrance=self._entrance(motion.lane(self.turn.start, index)),
                until=self.turn.until,
                page=self.turn.page,
            )
            yield block
            yield replace(
                block,
                name=self._name(f"départ {lane.rank + 1}"),
                course=((place.left - BAR, y), (place.left, y)),
                colour=Colour.INK,
                entrance=self._entrance(motion.bar(self.turn.start, index)),
            )

    def _lines(self, wall: Lanes) -> Iterator[Element]:
        """The lines between the lanes run out to the right and turn down together."""
        shares, bend = wall.shares, Bend(INNER, wall.bend or 90)
        low = shares[-1].place.bottom
        track = Track((-40, low), 0, (Straight(self.layout.bend + 40), bend, Straight(1600)))
        for index, y in enumerate((*(lane.place.top for lane in shares), low)):
            yield Stroke(
                name=self._name(f"ligne {index + 1}"),
                course=track.line(y - low),
                width=LINE,
                colour=Colour.INK,
                entrance=self._entrance(motion.lane(self.turn.start, min(index, 2))),
                until=self.turn.until,
                page=self.turn.page,
            )

    def _name(self, name: str) -> str:
        return name if self.turn.page is None else f"{name}, page {self.turn.page + 1}"

    def _entrance(self, first: Entrance) -> Entrance:
        """Lanes run in once; those of a later page are there when it is turned."""
        return motion.appear(self.turn.start) if self.turn.page else first


@dataclass(frozen=True)
class _Rank:
    """What stands in the lane of a rank."""

    lane: Share
    staging: Staging
    turn: Turn

    def elements(self, partners: Sequence[Supporter], turns: Sequence[Turn]) -> Iterator[Element]:
        cells = self._cells(len(partners))
        area = self._logo_area(partners, cells)
        for place, (partner, cell, turn) in enumerate(zip(partners, cells, turns, strict=True)):
            page = "" if turn.page is None else f"{turn.page + 1}."
            name = f"{self.lane.rank + 1}.{page}{place + 1}"
            if cell.left > self.lane.place.left:
                yield self._between(name, cell)
            if partner.logo:
                yield from self._logo(name, partner, cell, area, turn)
            else:
                yield self._name(name, partner, cell, turn)

    def _cells(self, count: int) -> list[Bounds]:
        """Rows from top to bottom, filled alike, each shared equally from left to right."""
        place, beside = self.lane.place, math.ceil(count / self.lane.rows)
        high = place.height / self.lane.rows
        cells = []
        for index in range(count):
            row, column = divmod(index, beside)
            wide = place.width / min(beside, count - row * beside)
            left, top = place.left + column * wide, place.top + row * high
            cells.append(Bounds(left, top, left + wide, top + high))
        return cells

    def _between(self, name: str, cell: Bounds) -> Element:
        return Box(
            name=f"séparation {name}",
            x=cell.left - RULE / 2,
            y=cell.top + AIR * cell.height,
            width=RULE,
            height=cell.height * (1 - 2 * AIR),
            colour=Colour.INK,
            entrance=motion.bar(self.turn.start + motion.BAR),
            until=self.turn.until,
            page=self.turn.page,
        )

    def _logo_area(self, partners: Sequence[Supporter], cells: Sequence[Bounds]) -> float:
        pictures = [partner.logo for partner in partners if partner.logo]
        return common_area(pictures, _logo_room(min(cells, key=lambda cell: cell.width)))

    def _logo(
        self, name: str, partner: Supporter, cell: Bounds, area: float, turn: Turn
    ) -> tuple[Element, ...]:
        assert partner.logo
        return logo(
            f"logo {name}",
            described(partner.logo, partner.name),
            _logo_room(cell),
            field=FIELD,
            palette=self.staging.look.palette,
            area=area,
            entrance=motion.rise(turn.start, 24),
            until=turn.until,
            page=turn.page,
        )

    def _name(self, name: str, partner: Supporter, cell: Bounds, turn: Turn) -> Element:
        """Set as a wordmark in the middle of its cell."""
        room = Bounds(cell.left + BESIDE, cell.top + 6, cell.right - BESIDE, cell.bottom - 6)
        words = settle(partner.name, self._measures(cell.height), room.width, is_name=True)
        middle = (cell.top + cell.bottom) / 2
        return pen_on(FIELD, motion.rise(turn.start, 24), turn.until, turn.page).set(
            f"partenaire {name}",
            words,
            room,
            middle + words.style.size * 0.34 - words.height / 2,
            role=Role.LABEL,
            anchor=Anchor.MIDDLE,
        )

    def _measures(self, height: float) -> tuple[Measure, ...]:
        style = self.staging.scale.style(FLOOR, 800, LEADING)
        most = max(1, int((height - AROUND) / (self.lane.size * LEADING)))
        return ladder(style, (self.lane.size, most))


def _logo_room(cell: Bounds) -> Bounds:
    air = AIR * cell.height
    return Bounds(cell.left + BESIDE, cell.top + air, cell.right - BESIDE, cell.bottom - air)
