"""The lines of a storyboard, and places in them as a message shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ceremonie.diagnostics import Place
from ceremonie.storyboard.tree import Mark

CONTEXT = 1
"""So many lines are shown above the line meant."""

_SWALLOWED = re.compile(r"[ \t]+(#[^\s#!].*)")


@dataclass(frozen=True)
class Lines:
    """`texts` are the lines without their ends, the first is line 1 of `file`. What another file
    adds counts as further lines: each of `cells` is a place in it, after the last of the text.
    """

    file: str
    texts: tuple[str, ...]
    cells: tuple[Place, ...] = ()

    def text(self, line: int) -> str:
        """The line counted from 0; empty after the last."""
        return self.texts[line] if 0 <= line < len(self.texts) else ""

    def place(self, start: Mark, stop: Mark | None = None) -> Place:
        """From `start` to `stop`, or to the end of its first line; one sign wide at least."""
        line, column = start
        if cell := self.cell(line):
            return cell
        end = len(self.text(line).rstrip())
        if stop and stop[0] == line:
            end = min(end, stop[1])
        return self.spanned(line + 1, column + 1, max(1, end - column))

    def cell(self, line: int) -> Place | None:
        """The place of a line, counted from 0, that stands for one elsewhere; None for one of the
        text.
        """
        number = line - len(self.texts)
        return self.cells[number] if 0 <= number < len(self.cells) else None

    def spanned(self, line: int, column: int, width: int) -> Place:
        """So many signs of a line, both counted from 1."""
        return Place(self.file, line, column, width, self._excerpt(line - 1))

    def swallowed(self, stop: Mark) -> tuple[Mark, Mark] | None:
        """Where a value ends in « #mot », which YAML takes for a comment."""
        line, column = stop
        comment = _SWALLOWED.match(self.text(line), column)
        return ((line, comment.start(1)), (line, comment.end(1))) if comment else None

    def _excerpt(self, line: int) -> tuple[tuple[int, str], ...]:
        first = max(0, line - CONTEXT)
        above = [(n, self.text(n)) for n in range(first, line) if self.text(n).strip()]
        return tuple((n + 1, text) for n, text in (*above, (line, self.text(line))))
