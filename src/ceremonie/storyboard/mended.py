"""A storyboard's text while it is being mended: what is read, and where it was written.

A line that is not YAML is told; then it is repaired here, in a copy, so that the rest can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from ceremonie.diagnostics import Place
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.tree import Mark

PLACEHOLDER = "~"
"""Stands in the copy for a value that cannot be read."""

_KEY = re.compile(r"([\w-]+) *:(?=\s|$)")


@dataclass(frozen=True)
class Doubt:
    """A line of the user's text (from 0) that was left out or moved to another column; `column` is
    where its key stands, `key` is empty where it has none.
    """

    line: int
    column: int
    key: str


@dataclass(frozen=True)
class Doubts:
    left_out: tuple[Doubt, ...] = ()
    moved: tuple[Doubt, ...] = ()

    @cached_property
    def lines(self) -> frozenset[int]:
        """Those that are read, but perhaps not where they belong."""
        return frozenset(doubt.line for doubt in self.moved)

    def may_hold(self, key: str, column: int) -> bool:
        """Whether a key that seems to be missing where keys stand in this column may be there."""
        return any(doubt.key == key for doubt in (*self.moved, *self.left_out)) or any(
            not doubt.key and doubt.column == column for doubt in self.left_out
        )

    def is_text(self, key: str, line: int) -> bool:
        """Whether what reads as a key may be words with a colon: it goes on from a line of text
        that was left out above it.
        """
        return " " in key.strip() and any(
            doubt.line == line - 1 and not doubt.key for doubt in self.left_out
        )


NO_DOUBTS = Doubts()


@dataclass(frozen=True)
class MendedLine:
    """`number` is the line that it comes from, `columns` where each of its signs stood there (and
    its end), if they have changed; `lost` tells that its value is not known, `realigned` that it
    may belong elsewhere.
    """

    text: str
    number: int
    columns: tuple[int, ...] | None = None
    lost: bool = False
    realigned: bool = False

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def bare(self) -> bool:
        """Nothing but white space or a comment."""
        return not self.text.strip() or self.text.lstrip().startswith("#")

    def written(self, column: int) -> int:
        """The column in the user's own text."""
        if self.columns is None:
            return column
        return self.columns[min(column, len(self.columns) - 1)]

    def spliced(self, start: int, stop: int, text: str) -> MendedLine:
        """With `text` in the place of the signs from `start` to before `stop`."""
        columns = self.columns or tuple(range(len(self.text) + 1))
        inside = tuple(min(columns[start] + i, columns[stop]) for i in range(len(text)))
        return replace(
            self,
            text=self.text[:start] + text + self.text[stop:],
            columns=columns[:start] + inside + columns[stop:],
        )

    def moved(self, by: int) -> MendedLine:
        """To the right, or to the left as far as there is white space."""
        line = replace(self, realigned=True)
        if by >= 0:
            return line.spliced(0, 0, " " * by)
        return line.spliced(0, min(-by, self.indent), "")

    @property
    def doubt(self) -> Doubt:
        lead = len(self.text) - len(self.text.lstrip(" \t-"))
        key = _KEY.match(self.text, lead)
        return Doubt(self.number, self.written(lead), key[1] if key else "")


@dataclass(frozen=True)
class Mended:
    """`lines` of the copy; `left_out` is what nothing could be made of."""

    original: Lines
    lines: tuple[MendedLine, ...]
    left_out: tuple[Doubt, ...] = ()

    @property
    def whole(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def text(self, line: int) -> str:
        """The line counted from 0; empty after the last."""
        return self.lines[line].text if 0 <= line < len(self.lines) else ""

    def mark(self, mark: Mark) -> Mark:
        """A mark of the copy in the user's own text; beyond the copy, the end of its last line."""
        line, column = mark
        if not self.lines:
            return 0, 0
        if line >= len(self.lines):
            return self.lines[-1].number + 1, 0
        return self.lines[line].number, self.lines[line].written(column)

    def place(self, start: Mark, stop: Mark | None = None) -> Place:
        return self.original.place(self.mark(start), self.mark(stop) if stop else None)

    def is_lost(self, mark: Mark) -> bool:
        """Whether what stands at this mark of the copy is there for a value that is not known."""
        line, column = mark
        if line >= len(self.lines) or not self.lines[line].lost:
            return False
        return self.text(line)[column:].strip() == PLACEHOLDER

    def with_lines(self, first: int, *lines: MendedLine, count: int = 1) -> Mended:
        """With these lines in the place of `count` lines from `first` on."""
        return replace(self, lines=(*self.lines[:first], *lines, *self.lines[first + count :]))

    def without(self, first: int, last: int) -> Mended:
        """The lines from `first` to before `last` are left empty."""
        left = self.lines[first:last]
        doubts = tuple(line.doubt for line in left if not line.bare)
        empty = (MendedLine("", line.number) for line in left)
        return replace(
            self,
            lines=(*self.lines[:first], *empty, *self.lines[last:]),
            left_out=(*self.left_out, *doubts),
        )

    @cached_property
    def doubts(self) -> Doubts:
        moved = tuple(line.doubt for line in self.lines if line.realigned and not line.bare)
        return Doubts(self.left_out, moved)

    def block_end(self, line: int, column: int | None = None) -> int:
        """The line after everything below this line that stands further right than it (than this
        column).
        """
        indent = self.lines[line].indent if column is None else column
        end = line + 1
        for number in range(line + 1, len(self.lines)):
            following = self.lines[number]
            if not following.bare:
                if following.indent <= indent:
                    break
                end = number + 1
        return end


def untouched(lines: Lines) -> Mended:
    return Mended(lines, tuple(MendedLine(text, n) for n, text in enumerate(lines.texts)))


def joined(lines: Lines, parts: Iterable[Mended]) -> Mended:
    """The parts, one after the other."""
    together = tuple(parts)
    return Mended(
        lines,
        tuple(line for part in together for line in part.lines),
        tuple(doubt for part in together for doubt in part.left_out),
    )
