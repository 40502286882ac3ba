"""What a text has lost and gained, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")


_BETWEEN = re.compile(r"[^\S\n]|[’'-]")
"""What two changed words may share between them and be told together."""


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
    return tuple(_joined(tuple(_runs(old, new))))


def _joined(parts: Sequence[Run]) -> Iterator[Run]:
    """With what changed on both sides of a mere space or mark told at once: « En chiffres » gone
    and « Mur d’escalade » come, not word by word in turns.
    """
    gone = come = ""
    for at, run in enumerate(parts):
        inside = 0 < at < len(parts) - 1
        if run.fate is Fate.SAME and not (inside and _BETWEEN.fullmatch(run.text)):
            yield from _changed(gone, come)
            gone = come = ""
            yield run
            continue
        gone += run.text if run.fate is not Fate.COME else ""
        come += run.text if run.fate is not Fate.GONE else ""
    yield from _changed(gone, come)


def _changed(gone: str, come: str) -> Iterator[Run]:
    if gone:
        yield Run(Fate.GONE, gone)
    if come:
        yield Run(Fate.COME, come)


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
