"""How partners share a wall: whole ranks together, each in rows of its lane, all of them read.

Who measures says so: the plan by signs, before there is a shape or a font; a composition by both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import TypeVar

from ceremonie.formats import Bounds
from ceremonie.planning import signs
from ceremonie.planning.content import Supporter

T = TypeVar("T")

Ranks = tuple[tuple[T, ...], ...]
"""Those of each rank, the principal ones first; a rank may be empty."""

Lines = Callable[[str, int, float, int], int | None]
"""How many lines a name takes at so many px, in a room so wide; None where it would be more than
the most.
"""

LINES = 3
"""Most of a name that has others beside it."""

LEADING = 1.06
AROUND = 32
"""px above and below a name, together."""

BESIDE = 24
"""px from the edges of a cell to what stands in it."""

LOGO_HIGH, LOGO_WIDE = 2.5, 4.5
"""em of the names beside it that a logo's row is high, and its room wide."""

STEPS = 12
"""From the largest names to the smallest."""

SIGN = 0.6
"""em of a usual sign, at most, in the house's heaviest letters."""


@dataclass(frozen=True)
class WallRoom:
    """What a shape has for the lanes of a wall. They turn down by one of the `bends`, in degrees,
    the first that will do. Up to `columns` stand in a row, which is up to `highest` px high; names
    are between `largest` and `smallest` px, by rank.
    """

    place: Bounds
    bends: tuple[int, ...]
    columns: int
    highest: float
    largest: tuple[int, int, int]
    smallest: tuple[int, int, int]

    def size(self, rank: int, step: int) -> int:
        largest, smallest = self.largest[rank], self.smallest[rank]
        return round(largest - (largest - smallest) * step / STEPS)


@dataclass(frozen=True)
class Share:
    """What a rank, counted from 0, takes of a wall: its lane from the start bar on, the rows in it,
    px of its names.
    """

    rank: int
    place: Bounds
    rows: int
    size: int


@dataclass(frozen=True)
class Lanes:
    """Those of a wall, from top to bottom, and the degrees by which they turn down."""

    bend: int
    shares: tuple[Share, ...]


FILMED = WallRoom(
    place=Bounds(96, 240, 1760, 936),
    bends=(90, 45),
    columns=6,
    highest=216,
    largest=(92, 72, 60),
    smallest=(52, 46, 40),
)
"""On the wide screen, as in the design: it has room beside the bend on the right."""


def walls(ranks: Ranks[T], fits: Callable[[Ranks[T]], bool]) -> list[Ranks[T]]:
    """As few as keep each rank whole on one, in order; a rank that none can hold goes evenly over
    as few as can.
    """
    made: list[Ranks[T]] = []
    whole = False
    for index, rank in enumerate(ranks):
        alone = _alone(ranks, index, rank)
        if not rank:
            continue
        if whole and fits(together := _joined(made[-1], alone)):
            made[-1] = together
        elif whole := fits(alone):
            made.append(alone)
        else:
            made += _parted(rank, partial(_alone, ranks, index), fits)
    return made


def _alone(ranks: Ranks[T], index: int, rank: tuple[T, ...]) -> Ranks[T]:
    return tuple(rank if number == index else () for number in range(len(ranks)))


def _joined(wall: Ranks[T], other: Ranks[T]) -> Ranks[T]:
    return tuple((*one, *more) for one, more in zip(wall, other, strict=True))


def _parted(
    rank: tuple[T, ...],
    alone: Callable[[tuple[T, ...]], Ranks[T]],
    fits: Callable[[Ranks[T]], bool],
) -> list[Ranks[T]]:
    """Evenly; whoever needs a wall of their own has all the room there is."""
    for count in range(2, len(rank)):
        parts = evenly(rank, count)
        if all(len(part) == 1 or fits(alone(part)) for part in parts):
            return [alone(part) for part in parts]
    return [alone((one,)) for one in rank]


def evenly(rank: Sequence[T], count: int) -> list[tuple[T, ...]]:
    """In so many parts, the first ones larger by one where they must be."""
    least, more = divmod(len(rank), count)
    ends = list(accumulate(least + (part < more) for part in range(count)))
    return [tuple(rank[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def fewest_rows(count: int, across: int, fits: Callable[[int], bool]) -> int:
    """Of rows that are filled alike, as few as leave everybody the room that `fits`, told by how
    many stand side by side; one each where that is not enough.
    """
    rows = range(math.ceil(count / across), count)
    return next((n for n in rows if fits(math.ceil(count / n))), count)


def are_read(ranks: Ranks[Supporter]) -> bool:
    """Whether they are all read together on a wall of the film, told by signs."""
    return lanes(ranks, FILMED, _by_signs) is not None


def _by_signs(name: str, size: int, width: float, most: int) -> int | None:
    room = width / (SIGN * size)
    longest = max(signs.breadth(word.rstrip()) for word in signs.words(name))
    lines = signs.rows(name, room)
    return lines if longest <= room and lines <= most else None


def lanes(ranks: Ranks[Supporter], room: WallRoom, lines: Lines) -> Lanes | None:
    """One for each rank that has partners, at the largest size at which all of them stand on this
    wall, side by side as far as may be, then below each other; None where they do not.
    """
    attempts = (
        _Attempt(ranks, room, lines, most=most, low=low, bend=bend, step=step)
        for most, low in _WAYS
        for step in range(STEPS + 1)
        for bend in room.bends
    )
    return next((made for attempt in attempts if (made := attempt.lanes())), None)


_WAYS = ((2, False), (LINES, False), (2, True), (LINES, True))
"""Lines of a name, and whether its rank takes as many rows as make it low; the best first."""


@dataclass(frozen=True)
class _Need:
    """px that the rows of a rank take at least."""

    height: float
    rows: int


@dataclass(frozen=True)
class _Attempt:
    """To set names in up to `most` lines, at step `step` between the largest and the smallest; a
    rank takes the fewest rows, or as many as make it `low`.
    """

    ranks: Ranks[Supporter]
    room: WallRoom
    lines: Lines
    most: int
    low: bool
    bend: int
    step: int

    @property
    def _present(self) -> list[int]:
        return [index for index, rank in enumerate(self.ranks) if rank]

    def lanes(self) -> Lanes | None:
        """Where lanes start depends on how high they are, and that on the rows which stand in what
        is left of them: tried until both agree.
        """
        count = len(self._present)
        heights = [self.room.place.height / count] * count
        needs: list[_Need] = []
        for _ in range(4):
            starts = self._starts(heights)
            before, needs = needs, list(self._needs(starts))
            if sum(need.height for need in needs) > self.room.place.height:
                return None
            if needs == before:
                return Lanes(self.bend, tuple(self._laid(needs, heights, starts)))
            heights = self._heights(needs)
        return None

    def _starts(self, heights: Sequence[float]) -> list[float]:
        """A lane that turns on the outside has the longer way, and starts as much ahead."""
        middles = [foot - h / 2 for foot, h in zip(accumulate(heights), heights, strict=True)]
        return [self.room.place.left + math.radians(self.bend) * (middles[-1] - y) for y in middles]

    def _needs(self, starts: Sequence[float]) -> Iterator[_Need]:
        for index, start in zip(self._present, starts, strict=True):
            yield self._need(index, self.room.place.right - start)

    def _need(self, index: int, width: float) -> _Need:
        count = len(self.ranks[index])
        tried = (
            _Need(rows * self._row(index, width / math.ceil(count / rows)), rows)
            for rows in _fillings(count, self.room.columns)
        )
        standing = [need for need in tried if need.height < math.inf] or [_Need(math.inf, 0)]
        return min(standing, key=lambda need: need.height) if self.low else standing[0]

    def _row(self, index: int, cell: float) -> float:
        size = self.room.size(index, self.step)
        return max(self._cell(one, size, cell - 2 * BESIDE) for one in self.ranks[index])

    def _cell(self, partner: Supporter, size: int, width: float) -> float:
        if partner.logo:
            return LOGO_HIGH * size if width >= LOGO_WIDE * size else math.inf
        lines = self.lines(partner.name, size, width, self.most)
        return math.inf if lines is None else lines * size * LEADING + AROUND

    def _heights(self, needs: Sequence[_Need]) -> list[float]:
        """What is left goes to all alike, until rows are as high as they should be at most."""
        least = sum(need.height for need in needs)
        most = sum(need.rows for need in needs) * self.room.highest
        grown = max(1, min(self.room.place.height, most) / least)
        return [need.height * grown for need in needs]

    def _laid(
        self, needs: Sequence[_Need], heights: Sequence[float], starts: Sequence[float]
    ) -> Iterator[Share]:
        """From the top of the room, in the middle of what they leave of it."""
        place = self.room.place
        top = place.top + (place.height - sum(heights)) / 2
        for index, need, high, start in zip(self._present, needs, heights, starts, strict=True):
            lane = Bounds(start, top, place.right, top + high)
            yield Share(index, lane, need.rows, self.room.size(index, self.step))
            top += high


def _fillings(count: int, columns: int) -> Iterator[int]:
    """Numbers of rows, each of which has somebody in it when all are filled alike."""
    for rows in range(math.ceil(count / columns), count + 1):
        if math.ceil(count / rows) * (rows - 1) < count:
            yield rows
