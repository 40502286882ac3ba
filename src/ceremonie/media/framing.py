"""From the heads in pictures to how they are framed, and what a person is told about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media.examination import Face
from ceremonie.media.inspection import Inspection, Named
from ceremonie.media.kinds import Kind
from ceremonie.messages import listed, problem
from ceremonie.storyboard.query import find
from ceremonie.storyboard.values import is_no
from ceremonie.text import quotable

Seen = tuple[Named, tuple[Face, ...]]
"""An entry, and the heads in what it names."""

MIDDLE = (0.5, 0.5)

STEPS = 20
"""A focus is told in twentieths: as people write it, and so that machines agree."""

FOCUS, PEOPLE, NOBODY = "cadrage", "personnes", "aucune"

SIGNS = {"logo", "marque", "embleme"}
"""Keys whose pictures show no people, and are never cut."""


def wanted(data: Any, looked: Inspection) -> frozenset[Path]:
    """The pictures to look at for heads: those that are framed by them, and those in which nobody
    is said to be; none where the storyboard, as raw as it is, says `theme: visages: non`.
    """
    if any(is_no(value) for _, value in find(data, "theme", "visages")):
        return frozenset()
    return frozenset(
        named.file
        for named in looked.named.values()
        if named.file and named.kind is Kind.PICTURE and _asks(named)
    )


def _asks(named: Named) -> bool:
    return named.path[-1] not in SIGNS and (_unframed(named) or _of_nobody(named))


def _unframed(named: Named) -> bool:
    return not named.entry.get(FOCUS)


def _of_nobody(named: Named) -> bool:
    return bool(named.entry.get(PEOPLE) == NOBODY)


def proposed(faces: Iterable[Face]) -> tuple[float, float]:
    """The point that a crop keeps: the middle of the heads, of which the largest weigh most; that
    of the picture where there are none.
    """
    weights = [((right - left) * (low - top), left + right, top + low)
               for left, top, right, low in faces]  # fmt: skip
    whole = 2 * sum(weight for weight, _, _ in weights)
    if not whole:
        return MIDDLE
    x = sum(weight * across for weight, across, _ in weights) / whole
    y = sum(weight * down for weight, _, down in weights) / whole
    return round(x * STEPS) / STEPS, round(y * STEPS) / STEPS


def told(seen: Iterable[Seen]) -> Iterator[Diagnostic]:
    """A question for each picture of nobody in which somebody is seen; once for all, what was
    chosen to be kept in the frame.
    """
    entries = [(named, faces) for named, faces in seen if named.path[-1] not in SIGNS]
    for named, _ in entries:
        if _of_nobody(named):
            place = (*named.path, PEOPLE)
            name = quotable(named.name)
            yield problem("visage-vu", path=place, severity=Severity.WARNING, name=name)
    framed = [(named, proposed(faces)) for named, faces in entries if _unframed(named)]
    if framed:
        first, points = framed[0][0], dict.fromkeys(_point(*one) for one in framed)
        names = listed(tuple(points))
        yield problem("cadrage-propose", path=first.place, severity=Severity.NOTE, names=names)


def _point(named: Named, point: tuple[float, float]) -> str:
    """As it is written in a storyboard."""
    x, y = (f"{part:g}" for part in point)
    return f"« {quotable(named.name)} » ({FOCUS}: {{x: {x}, y: {y}}})"
