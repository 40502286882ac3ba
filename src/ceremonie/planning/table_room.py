"""How much a table says at once, told by signs: for who parts it before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.formats import Screen


@dataclass(frozen=True)
class TableRoom:
    """Lines of text, with what parts the rows, that a table holds; usual signs in a line of each of
    two columns, or of three.
    """

    lines: float
    two: tuple[int, ...]
    three: tuple[int, ...]


FILMED = TableRoom(14, two=(24, 28), three=(24, 28, 18))
SLIDES = {
    Screen.WIDE: TableRoom(10, two=(21, 28), three=(16, 19, 14)),
    Screen.LAPTOP: TableRoom(10, two=(18, 25), three=(14, 16, 12)),
    Screen.CLASSIC: TableRoom(10, two=(15, 20), three=(12, 14, 10)),
}
"""On slides at 24 pt, in a font as wide as `reserve.WIDER` says, and with a third more words: a
table grows with them, it does not shrink.
"""
