"""Values of the raw tree by pattern, whatever else is faulty in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard import dates

EACH = None
"""In a pattern: every item of a list."""

Pattern = tuple[str | None, ...]


def find(data: Any, *pattern: str | int | None) -> Iterator[tuple[NodePath, Any]]:
    """NodePath and value of everything that the pattern leads to."""
    if not pattern:
        yield (), data
        return
    step, rest = pattern[0], pattern[1:]
    for key, value in _children(data, step):
        for path, inner in find(value, *rest):
            yield (key, *path), inner


def _children(data: Any, step: str | int | None) -> Iterator[tuple[str | int, Any]]:
    if step is EACH and isinstance(data, list):
        yield from enumerate(data)
    elif isinstance(data, dict) and isinstance(step, str) and step in data:
        yield step, data[step]
    elif isinstance(data, list) and isinstance(step, int):
        yield from ((step, item) for item in data[step : step + 1])


def texts(data: Any, *pattern: str | int | None) -> Iterator[tuple[NodePath, str]]:
    """Only what is a text with something in it, stripped."""
    for path, value in find(data, *pattern):
        if isinstance(value, str) and value.strip():
            yield path, value.strip()


def days(data: Any, *pattern: str | None) -> Iterator[tuple[NodePath, dt.date]]:
    """Only what is a day that exists."""
    for path, value in texts(data, *pattern):
        if date := dates.day(value):
            yield path, date


def day(data: Any, *pattern: str | None) -> dt.date | None:
    return next((date for _, date in days(data, *pattern)), None)


def leaves(data: Any, path: NodePath = ()) -> Iterator[tuple[NodePath, Any]]:
    """Every scalar of the tree."""
    if isinstance(data, dict | list):
        children = data.items() if isinstance(data, dict) else enumerate(data)
        for step, value in children:
            yield from leaves(value, (*path, step))
    else:
        yield path, data


def mappings_with(
    data: Any, key: str, path: NodePath = ()
) -> Iterator[tuple[NodePath, dict[str, Any]]]:
    """Every mapping of the tree that has the key: `fichier` finds all media and sounds."""
    if isinstance(data, dict | list):
        if isinstance(data, dict) and key in data:
            yield path, data
        children = data.items() if isinstance(data, dict) else enumerate(data)
        for step, value in children:
            yield from mappings_with(value, key, (*path, step))
