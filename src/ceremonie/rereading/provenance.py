"""Which value of the storyboard each word of a slide's text comes from.

The traced plan tells which values an element shows; their words are then found in the element's
text. A value may stand there whole, or with a part of it: a long quote goes on on the next slide, a
title is parted on its lanes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ceremonie.diagnostics import NodePath
from ceremonie.signs import Sign, clean, signs

ENOUGH = 3
"""So many words in a row are a part of a value; fewer only where they are all that stands there."""


@dataclass(frozen=True)
class Value:
    """A text of the storyboard, as it is written, and the way to it."""

    path: NodePath
    text: str


@dataclass(frozen=True)
class Origin:
    """The sign comes from the value's text, where it stands from `start` to before `stop`."""

    value: Value
    start: int
    stop: int


def origins(text: str, told: Sequence[Value], beside: Iterable[Value]) -> tuple[Origin | None, ...]:
    """For each sign of a slide's text where it comes from, None for our own words.

    `told` are the values that the element is known to show, in its order; `beside` are others of
    the same page, of which it may show a part.
    """
    there = signs(clean(text))
    found: list[Origin | None] = [None] * len(there)
    _whole(there, told, found)
    if None in found:
        _parts(there, (*told, *beside), found)
    return tuple(found)


def _whole(there: tuple[Sign, ...], told: Sequence[Value], found: list[Origin | None]) -> None:
    """Each value after the one before it."""
    after = 0
    for value in told:
        own = signs(clean(value.text))
        starts = range(after, len(there) - len(own) + 1)
        at = next((i for i in starts if _equal(there[i : i + len(own)], own)), None)
        if at is not None and own:
            _enter(found, at, value, own)
            after = at + len(own)


def _parts(there: tuple[Sign, ...], values: Iterable[Value], found: list[Origin | None]) -> None:
    """The longest run of one value, if no other value has it."""
    free = [i for i, origin in enumerate(found) if origin is None]
    runs = [run for value in dict.fromkeys(values) if (run := _run(there, free, value))]
    longest = max((run[1] for run in runs), default=0)
    best = [run for run in runs if run[1] == longest]
    if len(best) == 1 and (longest >= ENOUGH or longest == len(there)):
        start, count, first, value = best[0]
        _enter(found, start, value, signs(clean(value.text))[first : first + count])


def _run(
    there: tuple[Sign, ...], free: list[int], value: Value
) -> tuple[int, int, int, Value] | None:
    """Where it begins in the text, how many signs it has, where it begins in the value."""
    own = [sign.folded for sign in signs(clean(value.text))]
    words = [sign.folded if i in set(free) else "\0" for i, sign in enumerate(there)]
    match = SequenceMatcher(None, words, own, autojunk=False).find_longest_match()
    run = words[match.a : match.a + match.size]
    places = [i for i in range(len(own)) if own[i : i + len(run)] == run]
    return (match.a, match.size, match.b, value) if match.size and len(places) == 1 else None


def _equal(some: Sequence[Sign], others: Sequence[Sign]) -> bool:
    return [sign.folded for sign in some] == [sign.folded for sign in others]


def _enter(found: list[Origin | None], at: int, value: Value, own: Sequence[Sign]) -> None:
    for i, sign in enumerate(own):
        found[at + i] = Origin(value, sign.start, sign.stop)
