"""Which sheet stands for which list of the storyboard, and which head for which of its keys.

Sheets and columns are found by what people call them: accents, case, hyphens and order are of no
importance, and a word too much or a slip does no harm where only one column can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.sheets.cell import Cell, Sheet
from ceremonie.sheets.glossary import KINDS
from ceremonie.sheets.kinds import MOST_PICTURES, Column, Kind
from ceremonie.sheets.people import CONSENTS
from ceremonie.storyboard.suggestions import nearest
from ceremonie.text import plain, unaccented

_LITTLE = frozenset(
    (
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "un",
        "une",
        "et",
        "ou",
        "en",
        "a",
        "au",
        "aux",
        "pour",
        "par",
        "sur",
        "dans",
        "n",
        "no",
        "nom",
    )
)
"""Words of a head that tell nothing."""

HEAD_WITHIN = 20
"""The heads stand in one of so many first rows that are not empty."""


def kind_of(sheet: Sheet) -> Kind | None:
    """By its name, else by its heads where they fit one kind better than all others."""
    name = plain(sheet.name)
    for kind in KINDS:
        if name in map(plain, (kind.key, kind.sheet, *kind.names)):
            return kind
    near = nearest(sheet.name, [kind.sheet for kind in KINDS])
    if len(near) == 1 and len(name) >= 4:
        return next(kind for kind in KINDS if kind.sheet == near[0])
    return _by_heads(sheet)


def _by_heads(sheet: Sheet) -> Kind | None:
    scores = sorted(((_score(sheet, kind), kind.key) for kind in KINDS), reverse=True)
    (best, key), (second, _) = scores[:2]
    if best < 2 or best == second:
        return None
    return next(kind for kind in KINDS if kind.key == key)


def _score(sheet: Sheet, kind: Kind) -> int:
    row = head_row(sheet, kind)
    return sum(1 for cell in row if column_of(cell.text, kind)) if row else 0


_ENOUGH = 3
"""So many heads of the register make one of it."""

_SHARED_WORDS = frozenset(("image",))
"""Words of the register's names that other lists have as well."""


def lists_consents(sheet: Sheet) -> bool:
    """Whether a sheet may hold consents, whatever it is called: by a word of its name, or by its
    heads.
    """
    own = {word for name in (CONSENTS.sheet, *CONSENTS.names) for word in _stems(name)}
    return bool(_stems(sheet.name) & (own - _SHARED_WORDS)) or _score(sheet, CONSENTS) >= _ENOUGH


def _stems(text: str) -> frozenset[str]:
    """Its words, one or several alike."""
    return frozenset(word.rstrip("s") for word in _words(text))


def head_row(sheet: Sheet, kind: Kind) -> tuple[Cell, ...]:
    """The row above the entries that has the most heads of the kind; empty where there is none."""
    best: tuple[int, tuple[Cell, ...]] = (0, ())
    for row in sheet.rows[:HEAD_WITHIN]:
        count = sum(1 for cell in row if exactly(cell.text, kind))
        if count > best[0]:
            best = count, row
    enough = min(2, len(best[1]))
    return best[1] if best[0] >= enough else ()


@dataclass(frozen=True)
class Match:
    """The column of a head, and the number of the picture that it is about, from 0."""

    column: Column
    number: int = 0

    @property
    def path(self) -> NodePath:
        return tuple(self.number if isinstance(step, int) else step for step in self.column.path)


_NUMBERED = re.compile(r"(.*?)\s*(?:n[°o]\s*)?(\d{1,2})\s*(\(.*\))?", re.IGNORECASE | re.DOTALL)


def column_of(head: str, kind: Kind) -> Match | None:
    """The column that a head means: by one of its names, or by the only one that is near."""
    return exactly(head, kind) or _nearly(head, kind)


def exactly(head: str, kind: Kind) -> Match | None:
    """By one of its names; « Photo 2 » is the second picture's."""
    if column := _named(head, kind):
        return Match(column)
    numbered = _NUMBERED.fullmatch(head.strip())
    if numbered and 1 <= int(numbered[2]) <= MOST_PICTURES:
        column = _named(numbered[1], kind)
        if column and any(isinstance(step, int) for step in column.path):
            return Match(column, int(numbered[2]) - 1)
    return None


def _named(head: str, kind: Kind) -> Column | None:
    """Without what stands in brackets, or after a line feed, if that helps."""
    for written in (head, re.sub(r"\(.*?\)|\n.*|[*:]", "", head, flags=re.DOTALL)):
        word = plain(written)
        for rank in (True, False):
            for column in kind.columns:
                if word and word in column.words and (word == plain(column.head)) is rank:
                    return column
    return None


def _nearly(head: str, kind: Kind) -> Match | None:
    """« Commune du stand », « Coummune »: where the words that count are those of one column."""
    meant = {column for column in kind.columns if _shares(head, column)}
    if len(meant) == 1:
        return Match(meant.pop())
    near = nearest(head, [name for column in kind.columns for name in (column.head, *column.names)])
    columns = {match.column for name in near if (match := exactly(name, kind))}
    long = len(plain(head)) >= 4
    return Match(columns.pop()) if len(columns) == 1 and long else None


def _shares(head: str, column: Column) -> bool:
    """Whether all words of one of its names stand in the head."""
    words = _words(head)
    return any(own and own <= words for own in map(_words, (column.head, *column.names)))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", unaccented(text))) - _LITTLE


def is_title(head: str, kind: Kind) -> bool:
    """Whether it is just the title of a column: such a one counts before other names."""
    return plain(head) in map(plain, kind.heads)


def beginning(head: str, kind: Kind, taken: Container[NodePath]) -> Match | None:
    """The only column that is not taken and begins like the head: « Description » beside « Texte »
    is that of the photo.
    """
    word = plain(head)
    free = [c for c in kind.columns if c.path not in taken and plain(c.head).startswith(word)]
    return Match(free[0]) if len(free) == 1 else None


def suggested(head: str, kind: Kind) -> Sequence[str]:
    """The heads that an unknown one may stand for."""
    return nearest(head, kind.heads)


def picture_columns(kind: Kind) -> Iterator[Column]:
    """Those that may be repeated with a number."""
    return (column for column in kind.columns if any(isinstance(s, int) for s in column.path))
