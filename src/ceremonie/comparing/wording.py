"""What a text has lost and gained, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")


class Fate(StrEnum):
    """What became of words."""

    SAME = "même"
    GONE = "parti"
    COME = "venu"


@dataclass(frozen=True)
class Run:
    """Words that follow each other and have one fate, with the spaces between them."""

    fate: Fate
    text: str


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Those that are not gone are `after`, those that have not come are `before`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    return tuple(_runs(old, new))


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            yield Run(Fate.SAME, "".join(old[a:b]))
            continue
        if b > a:
            yield Run(Fate.GONE, "".join(old[a:b]))
        if d > c:
            yield Run(Fate.COME, "".join(new[c:d]))
