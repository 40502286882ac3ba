"""Credits of one author said together: « © 2018 Une autrice, CC BY 4.0 : Prairie, Ruisseau »."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremonie.planning.typography import HARD

_SIGNED = re.compile(r"(?P<work>[^©]*[^©\s,]),? (?P<holder>©\s.+)")
"""« Prairie © 2018 Une autrice, CC BY 4.0 »."""

_LISTED = re.compile(r"(?P<one>[^,©]+), (?P<other>[^,©]+), (?P<licence>[^,©]+)")
"""« Une autrice, La Lecture, domaine public », or the work first."""


_LICENCE = re.compile(r"(?:CC BY(?:-[A-Z]{2})*|CC0|Licence Ouverte|OFL|Apache) \d\.\d|© \d{4}")


@dataclass(frozen=True)
class _Credit:
    """A credit as it is written, and the ways in which it may be read: (holder, work)."""

    written: str
    readings: tuple[tuple[str, str], ...]


def grouped(lines: Iterable[str]) -> tuple[str, ...]:
    """Those that share their author and licence are one, where the first of them stands; what is
    written in a form of its own stays as it is.
    """
    read = [_Credit(written, tuple(_readings(written))) for written in lines]
    holders = Counter(holder for credit in read for holder, _ in credit.readings)
    shared: dict[str, list[str]] = {}
    for credit in read:
        holder, work = max(
            credit.readings, key=lambda reading: holders[reading[0]], default=(credit.written, "")
        )
        if holders[holder] > 1:
            shared.setdefault(holder, []).append(work)
        else:
            shared.setdefault(credit.written, [])
    return tuple(_together(holder, works) for holder, works in shared.items())


def unbroken(line: str) -> str:
    """With the name of its licence in one piece."""
    return _LICENCE.sub(lambda name: name[0].replace(" ", HARD), line)


def _readings(credit: str) -> Iterator[tuple[str, str]]:
    """The holder with the licence, then the work."""
    if signed := _SIGNED.fullmatch(credit):
        yield signed["holder"], signed["work"]
    elif listed := _LISTED.fullmatch(credit):
        yield f"{listed['one']}, {listed['licence']}", listed["other"]
        yield f"{listed['other']}, {listed['licence']}", listed["one"]


def _together(holder: str, works: list[str]) -> str:
    return f"{holder} : {', '.join(dict.fromkeys(works))}" if works else holder
