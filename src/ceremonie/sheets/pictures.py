"""Pictures in a row: each has columns of its own, or several files stand in one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ceremonie.sheets.values import parts

if TYPE_CHECKING:
    from ceremonie.sheets.rows import Given

FILE = "fichier"
_APART = ("alt", "legende")
"""What is said of one picture and not of another."""


def spread(values: Sequence[Given]) -> list[Given]:
    """The values with pictures that follow each other from 0, whatever columns are left empty and
    however many files a cell names.
    """
    others = [given for given in values if _number(given) is None]
    groups: dict[int, list[Given]] = {}
    for given in values:
        if (number := _number(given)) is not None and given.value not in (None, [], ""):
            groups.setdefault(number, []).append(given)
    start = 0
    for _, group in sorted(groups.items()):
        made = _parted(group, start)
        others += made
        start = max(int(given.path[1]) for given in made) + 1
    return others


def _number(given: Given) -> int | None:
    return next((step for step in given.path if isinstance(step, int)), None)


def _parted(group: Sequence[Given], start: int) -> list[Given]:
    """One picture, or as many as its cell names files."""
    file = next((given for given in group if given.path[-1] == FILE), None)
    files = parts(str(file.value)) if file else []
    count = max(1, len(files))
    return [
        replace(given, path=(given.path[0], start + i, *given.path[2:]), value=value)
        for given in group
        for i, value in enumerate(_each(given, count))
        if value is not None
    ]


def _each(given: Given, count: int) -> list[Any]:
    """Its value for each of so many pictures; what is said once of a picture is the first one's."""
    if count == 1:
        return [given.value]
    if given.path[-1] == FILE:
        return list(parts(str(given.value)))
    if given.path[-1] not in _APART:
        return [given.value] * count
    several = parts(str(given.value))
    if len(several) == count:
        return list(several)
    return [given.value, *[None] * (count - 1)]
