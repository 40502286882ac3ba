"""What a problem says, and how a message writes numbers and lists."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class Wording(NamedTuple):
    message: str
    remedy: str = ""


LISTED = 3
"""A message names so many things; it counts the others."""


def listed(names: Sequence[str]) -> str:
    """« a », « a et b », « a, b, c et 12 autres »."""
    if len(names) > LISTED:
        names = [*names[:LISTED], f"{len(names) - LISTED} autres"]
    return " et ".join(x for x in (", ".join(names[:-1]), *names[-1:]) if x)


def decimal(value: float | Fraction, places: int = 1) -> str:
    """« 13 », « 2,5 »: as French writes a number, rounded, without needless zeros."""
    return f"{float(value):.{places}f}".rstrip("0").rstrip(".").replace(".", ",")
