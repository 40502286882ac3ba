"""What a key figure amounts to, as a number."""

from __future__ import annotations

import re

from ceremonie.storyboard.model import Figure

HUNDRED, PERCENT = 100.0, "%"
"""What a share is a part of where nothing else is said, and its unit then."""

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def amount(value: object) -> float | None:
    """42, « 42 », « 12,5 », « 1 200 »; None where it is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    digits = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", str(value).strip())
    return float(digits.replace(",", ".")) if _NUMBER.fullmatch(digits) else None


def share(figure: Figure) -> float:
    """The part that a ring shows, 0 to 1."""
    part = (amount(figure.value) or 0) / (figure.total or HUNDRED)
    return min(1.0, max(0.0, part))


def unit(figure: Figure) -> str:
    """That of the number; a ring of which nothing else is said shows hundredths."""
    implied = PERCENT if figure.shape == "anneau" and figure.total is None else ""
    return figure.unit or implied
