"""Blocks that flow through columns of equal depth: by counted rows as by measured ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ceremonie.planning.content import Block
from ceremonie.planning.language import Language


@dataclass(frozen=True)
class Entry:
    """A heading or a line of the block whose index is `block`."""

    block: int
    text: str
    heading: bool = False


@dataclass(frozen=True)
class Placed:
    """An entry at row `row` of its column, counted from 0, and how many rows it takes."""

    entry: Entry
    row: int
    rows: int

    @property
    def below(self) -> int:
        return self.row + self.rows


Column = tuple[Placed, ...]
Measure = Callable[[Entry], int]
"""How many rows an entry takes."""


def entries(blocks: Iterable[Block]) -> tuple[Entry, ...]:
    """Each block's heading, then its lines."""
    return tuple(
        entry
        for index, block in enumerate(blocks)
        for entry in (
            Entry(index, block.title, heading=True),
            *(Entry(index, line) for line in block.lines),
        )
    )


def flow(
    entries: Sequence[Entry], depth: int, measure: Measure, language: Language
) -> tuple[Column, ...]:
    """The entries in columns of `depth` rows, with an empty row before each further heading. None
    is parted, no heading ends a column, and a block that goes on in another column says its heading
    again.
    """
    columns: list[list[Placed]] = [[]]
    heading = Entry(0, "", heading=True)
    for entry, following in pairwise([*entries, None]):
        assert entry
        heading = entry if entry.heading else heading
        needed = measure(entry) + (measure(following) if entry.heading and following else 0)
        if not _fits(columns[-1], entry, needed, depth):
            columns.append([] if entry.heading else [_again(heading, measure, language)])
        columns[-1].append(_next(columns[-1], entry, measure))
    return tuple(tuple(column) for column in columns if column)


def _fits(column: Sequence[Placed], entry: Entry, needed: int, depth: int) -> bool:
    """An empty column takes whatever comes."""
    return not column or column[-1].below + entry.heading + needed <= depth


def _next(column: Sequence[Placed], entry: Entry, measure: Measure) -> Placed:
    row = column[-1].below + entry.heading if column else 0
    return Placed(entry, row, measure(entry))


def _again(heading: Entry, measure: Measure, language: Language) -> Placed:
    same = replace(heading, text=language.going_on(heading.text))
    return Placed(same, 0, measure(same))
