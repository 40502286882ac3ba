"""The lists of a storyboard that a sheet may stand for, and what a column of one holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from ceremonie.diagnostics import NodePath
from ceremonie.text import plain


class Form(Enum):
    """What a column holds."""

    TEXT = auto()
    WORD = auto()
    """One of a few words that the storyboard knows, in whatever case and accents."""
    LIST = auto()
    """Texts parted by semicolons or line feeds."""
    WORDS = auto()
    """Words parted by commas as well."""
    DAY = auto()
    YES_NO = auto()
    NUMBER = auto()
    LENGTH = auto()
    """A length of time; a number alone counts minutes."""


@dataclass(frozen=True)
class Column:
    """`head` is its French title, `names` are others that people give it. `path` leads from the
    entry of the list to the value; a picture's number in it is that of the first picture. `offered`
    are values to choose from, beside which any other may stand.
    """

    path: NodePath
    head: str
    names: tuple[str, ...] = ()
    form: Form = Form.TEXT
    help: str = ""
    example: str = ""
    offered: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All its names, without accents, case and signs; the key itself is one."""
        own = (self.head, *self.names, *(str(self.path[-1]) if len(self.path) == 1 else "",))
        return tuple(dict.fromkeys(word for name in own if (word := plain(name))))


@dataclass(frozen=True)
class Kind:
    """A list of the storyboard that a sheet may stand for. `key` is its key in the storyboard; the
    workshops are those of a day, which `DAY` tells.
    """

    key: str
    sheet: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(column.head for column in self.columns)

    def place(self, day: int = 0) -> NodePath:
        """The way to the list in the storyboard: the workshops are those of a day."""
        return ("jours", day, self.key) if self.key == "ateliers" else (self.key,)


DAY = "jour"
"""The only column that is no key of its entry: it says in which day's list a workshop stands."""

HELP_SHEET = "Mode d'emploi"
"""A sheet that tells how to fill in the others, and is not read."""

MOST_PICTURES = 12
"""So many pictures of a workshop may have columns of their own."""
