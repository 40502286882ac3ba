"""Faces to blur: their boxes lie in the picture, and are of somebody who is said to be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.messages import decimal, problem
from ceremonie.storyboard.media import waits
from ceremonie.storyboard.query import EACH, find, mappings_with
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

BLURS, PEOPLE, PERSON, BOXES = "flous", "personnes", "personne", "boites"

SIDES = (("x", "largeur"), ("y", "hauteur"))
"""Where a box begins, and how far it goes."""

ROUNDED = 1e-6
"""What a sum of decimals may be off."""


def check(source: Source) -> Iterator[Diagnostic]:
    for path, entry in mappings_with(source.data, BLURS):
        if waits(path):
            continue
        yield from _strangers(source, path, entry)
        for step, box in find(entry, BLURS, EACH, BOXES, EACH):
            yield from _beyond(source, (*path, *step), box)


def _strangers(source: Source, path: NodePath, entry: dict[str, Any]) -> Iterator[Diagnostic]:
    """Whoever is mistaken for another would never be blurred."""
    if source.unread(path):
        return
    people = {str(person).strip() for _, person in find(entry, PEOPLE, EACH)}
    for step, person in find(entry, BLURS, EACH, PERSON):
        name, where = str(person or "").strip(), (*path, *step)
        if name and name not in people:
            place = source.place(where)
            yield problem("flou-personne", path=where, place=place, name=quotable(name))


def _beyond(source: Source, path: NodePath, box: Any) -> Iterator[Diagnostic]:
    for edge, size in SIDES:
        first, length = number(box, edge), number(box, size)
        if first is None or length is None or first > 1 or first + length <= 1 + ROUNDED:
            continue
        where = (*path, size)
        yield problem(
            "flou-hors-image",
            path=where,
            place=source.place(where),
            edge=edge,
            size=size,
            total=decimal(first + length, 3),
        )


def number(box: Any, key: str) -> float | None:
    """What a box, as raw as it is, has there; None where that is no number."""
    value = box.get(key) if isinstance(box, dict) else None
    try:
        return None if isinstance(value, bool) or value is None else float(value)
    except (TypeError, ValueError, OverflowError):
        return None
