"""The size of copies."""

from __future__ import annotations

from fractions import Fraction


def even(length: Fraction) -> int:
    """As chroma of half the size needs it."""
    return max(2, round(length / 2) * 2)
