"""The order of the parts: each once, none forgotten; clips that end after they begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import decimal, problem
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.query import EACH, mappings_with, texts
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

_LISTS = (("deroule", EACH), ("film", "sauf", EACH), ("diaporama", "sauf", EACH))
_ALWAYS = {Section.TITLE, Section.FILM, Section.DAYS}
"""Parts that are not a key of their own, or that every storyboard has."""


def check(source: Source) -> Iterator[Diagnostic]:
    for pattern in _LISTS:
        yield from _doubled(source, pattern)
    yield from _forgotten(source)
    yield from _clips(source)


def _doubled(source: Source, pattern: tuple[str | None, ...]) -> Iterator[Diagnostic]:
    seen: dict[str, NodePath] = {}
    for path, name in texts(source.data, *pattern):
        if name in seen:
            yield problem(
                "partie-double",
                path=path,
                place=source.place(path),
                name=quotable(name),
                key=path[-2],
                first=source.place(seen[name]).line,
            )
        seen.setdefault(name, path)


def _forgotten(source: Source) -> Iterator[Diagnostic]:
    """A part that was filled in and left out of the order would vanish without a word."""
    order = {name for _, name in texts(source.data, "deroule", EACH)}
    if not order or source.unread(("deroule",)):
        return
    for section in Section:
        filled = section in source.data and source.data[section]
        if filled and section not in order and section not in _ALWAYS:
            yield problem(
                "partie-oubliee",
                path=(str(section),),
                place=source.place((str(section),), key=True),
                severity=Severity.WARNING,
                name=section,
                order=source.place(("deroule",), key=True).line,
            )


def _clips(source: Source) -> Iterator[Diagnostic]:
    for path, entry in mappings_with(source.data, "fichier"):
        start, stop = _seconds(entry.get("de")) or 0, _seconds(entry.get("a"))
        if stop is not None and 0 < stop <= start:
            place = source.place((*path, "a"))
            yield problem(
                "extrait-bornes",
                path=(*path, "a"),
                place=place,
                start=_said(start),
                stop=_said(stop),
            )


def _seconds(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _said(seconds: float) -> str:
    return decimal(seconds, 3)
