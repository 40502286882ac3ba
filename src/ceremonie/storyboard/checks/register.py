"""The register of consents: each person once, days in their order.
Who may be shown by it is judged for each audience, in `rights`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.messages import problem
from ceremonie.storyboard.query import EACH, day, find
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable


def check(source: Source) -> Iterator[Diagnostic]:
    yield from _register(source)


def _register(source: Source) -> Iterator[Diagnostic]:
    seen: dict[str, NodePath] = {}
    for path, entry in find(source.data, "droits", EACH):
        name = _identifier(entry)
        where = (*path, "personne")
        if name and name in seen:
            first = source.place(seen[name]).beside
            place = source.place(where)
            yield problem(
                "droits-doubles", path=where, place=place, name=quotable(name), first=first
            )
        seen.setdefault(name, where)
        start, end = day(entry, "debut"), day(entry, "fin")
        if start and end and end < start:
            place = source.place((*path, "fin"))
            yield problem(
                "droits-dates",
                path=(*path, "fin"),
                place=place,
                name=quotable(name),
                start=start,
                end=end,
            )


def _identifier(entry: Any) -> str:
    """Empty where there is none that can be read."""
    person = entry.get("personne") if isinstance(entry, dict) else None
    return str(person).strip() if isinstance(person, str | int | float) else ""
