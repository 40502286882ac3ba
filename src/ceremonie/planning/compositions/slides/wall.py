"""Partners on a slide: as many rows for each rank as it needs, each rank one group of shapes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ceremonie.formats import Bounds
from ceremonie.planning.compositions.logo import common_area, described, logo
from ceremonie.planning.content import Supporter, Wall
from ceremonie.planning.drawing import Anchor, Box, Drawing, Element, Hang, Role, Stroke, ground
from ceremonie.planning.pen import pen_on
from ceremonie.planning.reserve import WIDER
from ceremonie.planning.slot import READ, Slot
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Measure, fit, ladder
from ceremonie.planning.wall_rows import fewest_rows
from ceremonie.theme.grid import BAR
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.type import Style

FIELD = Colour.PAPER
ACROSS = (2, 3, 4)
"""Partners side by side at most, by rank: fewer where their names need the room."""

LINES = (2, 3)
"""Of a name: the fewer the better, where all ranks find their rows."""

LINE_HEIGHT = 1.12
"""em of a line of a name, in whatever font."""

HEADING = 120
"""px below the upper margin that the heading takes."""

HIGHEST = 232
"""px: height of a row where there are few; six rows of two lines fill the slide."""

BELOW = 24
"""px from the place of the heading to the first line."""

LINE, RULE = 6, 4
"""px: width of the lines between ranks, and between two partners."""

AIR = 1 / 6
"""Part of a row that is left free above and below a logo, or a line between two partners."""

BESIDE, OVER = 20, 2
"""px from the edges of a cell to its name."""

SIZES = (80, 60, 52)
"""px of a name where there is room, by rank."""

Rank = Sequence[Supporter]


def compose(content: Wall, staging: Staging) -> Drawing:
    safe = staging.format.safe
    room = staging.beside_mark(replace(safe, bottom=safe.top + HEADING))
    heading = Slot(room, 92, Hang.MIDDLE).text(
        pen_on(FIELD), "titre", content.heading, staging.scale.lower_third, role=Role.TITLE
    )
    lanes = _lanes(content.ranks, replace(safe, top=room.bottom + BELOW), staging)
    partners = (
        replace(element, group=f"Partenaires de rang {lane.rank + 1}")
        for lane in lanes
        for element in lane.elements(content.ranks[lane.rank])
    )
    return staging.drawing(FIELD, (*ground(*_ground(lanes, staging)), heading, *partners))


def _lanes(ranks: Sequence[Rank], room: Bounds, staging: Staging) -> tuple[_Lane, ...]:
    """One for each rank that has partners, the first starts farthest ahead."""
    ahead = staging.by_screen(wide=120, laptop=104, classic=60)
    lefts = [room.left + (len(ranks) - 1 - rank) * ahead for rank in range(len(ranks))]
    counts = _counts(ranks, [room.right - left for left in lefts], room.height, staging)
    high = min(HIGHEST, room.height / max(1, sum(counts)))
    tops = accumulate((count * high for count in counts), initial=room.top)
    return tuple(
        _Lane(rank, count, Bounds(left, top, room.right, top + count * high), staging)
        for rank, (count, left, top) in enumerate(zip(counts, lefts, tops, strict=False))
        if count
    )


def _counts(
    ranks: Sequence[Rank], widths: Sequence[float], height: float, staging: Staging
) -> list[int]:
    """Rows of each rank: names take two lines, or three where that leaves the rows higher for it;
    whatever font shows them.
    """
    style = staging.scale.style(READ, 800, 1.0)
    tried = {
        lines: [
            _rows(partners, ACROSS[rank], widths[rank], ladder(style, (style.size, lines)))
            for rank, partners in enumerate(ranks)
        ]
        for lines in LINES
    }

    def crowding(lines: int) -> float:
        """By how much the rows together are higher than the slide, if at all."""
        return max(1, lines * READ * LINE_HEIGHT * sum(tried[lines]) / height)

    return tried[min(LINES, key=crowding)]


def _rows(partners: Rank, across: int, width: float, measures: Sequence[Measure]) -> int:
    """As few as keep every name of a rank legible."""
    names = [partner.name for partner in partners if not partner.logo]

    def fits(beside: int) -> bool:
        cell = width / beside - 2 * BESIDE
        return all(fit(name, measures, cell / WIDER).fits for name in names)

    return fewest_rows(len(partners), across, fits)


def _ground(lanes: Sequence[_Lane], staging: Staging) -> Iterator[Element]:
    """Each rank's block of colour with its start bar; lines between the lanes."""
    for lane in lanes:
        place, colour = lane.place, LANE_COLOURS[lane.rank]
        block = Box(
            name=f"couloir {lane.rank + 1}",
            x=0,
            y=place.top,
            width=place.left,
            height=place.height,
            colour=colour,
        )
        yield block
        start = place.left - BAR
        name = f"départ {lane.rank + 1}"
        yield replace(block, name=name, x=start, width=BAR, colour=Colour.INK)
    edges = [lane.place.top for lane in lanes] + [lane.place.bottom for lane in lanes[-1:]]
    for number, y in enumerate(edges, 1):
        yield Stroke(
            name=f"ligne {number}",
            course=((-10.0, y), (staging.format.width + 10.0, y)),
            width=LINE,
            colour=Colour.INK,
        )


@dataclass(frozen=True)
class _Lane:
    """What a rank takes of the slide."""

    rank: int
    rows: int
    place: Bounds
    staging: Staging

    def elements(self, partners: Rank) -> Iterator[Element]:
        cells = list(self._cells(len(partners)))
        area = self._logo_area(partners, cells)
        style = self._style(partners, cells)
        for number, (partner, cell) in enumerate(zip(partners, cells, strict=True), 1):
            name = f"{self.rank + 1}.{number}"
            if cell.left > self.place.left:
                yield _between(name, cell)
            if partner.logo:
                yield from self._logo(name, partner, cell, area)
            else:
                yield self._slot(cell, style).text(
                    pen_on(FIELD), f"partenaire {name}", partner.name, style, role=Role.LABEL,
                    is_name=True,
                )  # fmt: skip

    def _cells(self, count: int) -> Iterator[Bounds]:
        """Rows that are filled alike, each shared equally."""
        high, beside = self.place.height / self.rows, math.ceil(count / self.rows)
        for index in range(count):
            row, column = divmod(index, beside)
            wide = self.place.width / min(beside, count - row * beside)
            left, top = self.place.left + column * wide, self.place.top + row * high
            yield Bounds(left, top, left + wide, top + high)

    def _style(self, partners: Rank, cells: Sequence[Bounds]) -> Style:
        """Names of a rank stand in one size, the largest that suits them all."""
        style = self.staging.scale.style(SIZES[self.rank], 800, 1.0)
        sizes = [
            self._slot(cell, style).settled(partner.name, style, is_name=True).style.size
            for partner, cell in zip(partners, cells, strict=True)
            if not partner.logo
        ]
        return style.at(min(sizes, default=style.size))

    def _slot(self, cell: Bounds, style: Style) -> Slot:
        """In the middle of its cell, as a wordmark."""
        room = Bounds(cell.left + BESIDE, cell.top + OVER, cell.right - BESIDE, cell.bottom - OVER)
        return Slot(room, style.size, Hang.MIDDLE, Anchor.MIDDLE, min(READ, style.size))

    def _logo_area(self, partners: Rank, cells: Sequence[Bounds]) -> float:
        pictures = [partner.logo for partner in partners if partner.logo]
        return common_area(pictures, _logo_room(min(cells, key=lambda cell: cell.width)))

    def _logo(
        self, name: str, partner: Supporter, cell: Bounds, area: float
    ) -> tuple[Element, ...]:
        assert partner.logo
        return logo(
            f"logo {name}",
            described(partner.logo, partner.name),
            _logo_room(cell),
            field=FIELD,
            palette=self.staging.look.palette,
            area=area,
        )


def _between(name: str, cell: Bounds) -> Box:
    return Box(
        name=f"séparation {name}",
        x=cell.left - RULE / 2,
        y=cell.top + AIR * cell.height,
        width=RULE,
        height=cell.height * (1 - 2 * AIR),
        colour=Colour.INK,
    )


def _logo_room(cell: Bounds) -> Bounds:
    air = AIR * cell.height
    return Bounds(cell.left + BESIDE, cell.top + air, cell.right - BESIDE, cell.bottom - air)
