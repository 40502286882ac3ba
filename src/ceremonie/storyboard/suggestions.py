"""The valid words that a misspelt one may stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ceremonie.text import plain, quoted

SUGGESTIONS = 3
"""At most so many words are proposed."""

_SHORTEST_PART = 4
"""A word this long that begins or ends a candidate is taken for a part of it."""

_LONG = 6
"""A word this long may begin a candidate with one slip in it."""


def nearest(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The known words that may have been meant, nearest first; empty if none is near.

    A word is near when a third of its letters differ at most (one letter in short words), or when
    one of both is a part of the other.
    """
    from rapidfuzz.distance import OSA

    wanted = plain(word)
    ranked: list[tuple[int, str]] = []
    for candidate in candidates:
        other = plain(candidate)
        distance = OSA.distance(wanted, other)
        if distance and _part(wanted, other):
            ranked.append((1, candidate))
        elif distance <= max(1, len(other) // 3):
            ranked.append((distance, candidate))
        elif len(wanted) >= _LONG and _begins(wanted, other, OSA.distance):
            ranked.append((len(wanted), candidate))
    ranked.sort()
    return tuple(c for distance, c in ranked if distance == ranked[0][0])[:SUGGESTIONS]


def _begins(wanted: str, other: str, distance: Callable[[str, str], int]) -> bool:
    """« Chenevières » begins « Chennevières-sur-Marne », but for one letter."""
    return any(distance(wanted, other[: len(wanted) + more]) <= 1 for more in (-1, 0, 1))


def _part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_PART and (long.startswith(short) or long.endswith(short))


def did_you_mean(words: Sequence[str]) -> str:
    return f"vouliez-vous dire {quoted(words)} ?" if words else ""
