"""The order of the parts: what it names is there, each once, nothing forgotten; identifiers that
name one item; clips that end after they begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import IN_ONE_PIECE, NO_ITEM, SOME_ITEMS, decimal, problem
from ceremonie.storyboard import steps
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.query import EACH, find, mappings_with, texts
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.steps import Act, Items
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.text import quotable

_LISTS = (("film", "sauf", EACH), ("diaporama", "sauf", EACH))
_ALWAYS = {Section.TITLE, Section.FILM, Section.DAYS}
"""Parts that are not a key of their own, or that every storyboard has."""


@dataclass(frozen=True)
class _Named:
    """An entry of `deroule`: where its name stands, and the name."""

    path: NodePath
    name: str


def check(source: Source) -> Iterator[Diagnostic]:
    for pattern in _LISTS:
        yield from _doubled(source, list(texts(source.data, *pattern)))
    yield from _ordered(source)
    yield from _identifiers(source)
    yield from _clips(source)


def _ordered(source: Source) -> Iterator[Diagnostic]:
    named, items = _named(source.data), _items(source.data)
    for one in named:
        if items.meant(one.name) is None:
            yield _unknown(source, items, one)
    acts = _acts(items, named)
    again = {one.path for one in named if (m := items.meant(one.name)) and m[0] in steps.AGAIN}
    meant = [(one.path, act) for one, act in acts if one.path not in again or act.index is None]
    yield from _doubled(source, [(path, _canonical(act)) for path, act in meant])
    if named and not source.unread(("deroule",)):
        yield from _forgotten(source, items, [act for _, act in acts])


def _named(data: Any) -> list[_Named]:
    return [
        _Named((*path, "partie") if isinstance(value, dict) and "partie" in value else path, name)
        for path, value in find(data, "deroule", EACH)
        if (name := steps.name_of(value))
    ]


def _items(data: Any) -> Items:
    return Items({part: tuple(map(_id, _list(data, part))) for part in steps.LISTS})


def _list(data: Any, part: Section) -> Sequence[Any]:
    value = data.get(part) if isinstance(data, dict) else None
    return value if isinstance(value, list) else ()


def _id(entry: Any) -> str | None:
    name = entry.get("id") if isinstance(entry, dict) else None
    return str(name).strip() if isinstance(name, str | int) else None


def _acts(items: Items, named: Sequence[_Named]) -> list[tuple[_Named, Act]]:
    return [(one, act) for one in named for act in items.acts([one.name])]


def _canonical(act: Act) -> str:
    """One name for each part and item, however it is written."""
    return str(act.part) if act.index is None else f"{act.part} {act.index + 1}"


def _unknown(source: Source, items: Items, one: _Named) -> Diagnostic:
    place = source.place(one.path)
    part, number = steps.numbered(one.name) or ("", 0)
    if part in set(Section):
        why, remedy = _no_such(items, Section(part))
        return problem(
            "deroule-numero", path=one.path, place=place, name=f"{part} {number}",
            why=why, remedy=remedy,
        )  # fmt: skip
    return problem(
        "deroule-inconnu",
        path=one.path,
        place=place,
        name=quotable(one.name),
        remedy=did_you_mean(_near(items, one.name)) or None,
        known=", ".join(Section),
    )


def _no_such(items: Items, part: Section) -> tuple[str, str]:
    """Why an item of this number is not there, and what may be written instead."""
    if part not in steps.LISTS:
        return IN_ONE_PIECE.format(part=part), f"écrivez {part}"
    count = len(items.ids[part])
    if not count:
        return NO_ITEM.format(part=part), f"remplissez « {part} », ou retirez cette entrée"
    choices = [f"{part} {number}" for number in sorted({1, count})]
    return SOME_ITEMS.format(part=part, count=count), f"écrivez {part}, ou {' à '.join(choices)}"


def _near(items: Items, name: str) -> tuple[str, ...]:
    """Parts, identifiers, and the item of this number of a part whose name is near."""
    part, number = steps.numbered(name) or (name, 0)
    if number:
        return tuple(f"{near} {number}" for near in nearest(part, steps.LISTS))
    identifiers = [one for names in items.ids.values() for one in names if one]
    return nearest(name, [*map(str, Section), *identifiers])


def _doubled(source: Source, named: Sequence[tuple[NodePath, str]]) -> Iterator[Diagnostic]:
    seen: dict[str, NodePath] = {}
    for path, name in named:
        if name in seen:
            yield problem(
                "partie-double",
                path=path,
                place=source.place(path),
                name=quotable(name),
                key=next(step for step in reversed(path) if step in ("deroule", "sauf")),
                first=source.place(seen[name]).line,
            )
        seen.setdefault(name, path)


def _forgotten(source: Source, items: Items, acts: Sequence[Act]) -> Iterator[Diagnostic]:
    """What was filled in and left out of the order would vanish without a word."""
    line, shown = source.place(("deroule",), key=True).line, {act.part for act in acts}
    for section in Section:
        filled = source.data.get(section) not in (None, [], "")
        if filled and section not in shown and section not in _ALWAYS:
            yield _left_out(source, "partie-oubliee", (str(section),), name=section, order=line)
    for path in items.left_out(acts):
        name = f"{path[0]} {int(path[1]) + 1}"
        yield _left_out(source, "element-oublie", path, name=name, part=path[0], order=line)


def _left_out(source: Source, slug: str, path: NodePath, **values: Any) -> Diagnostic:
    place = source.place(path, key=len(path) == 1)
    return problem(slug, path=path, place=place, severity=Severity.WARNING, **values)


def _identifiers(source: Source) -> Iterator[Diagnostic]:
    """Those that `deroule` could not tell from a part, or from each other."""
    seen: dict[str, NodePath] = {}
    for part in steps.LISTS:
        for index, entry in enumerate(_list(source.data, part)):
            name, path = _id(entry), (str(part), index, "id")
            place = source.place(path)
            if name in set(Section):
                yield problem("identifiant-partie", path=path, place=place, name=name)
            elif name in seen:
                first = source.place(seen[name]).line
                yield problem(
                    "identifiant-double", path=path, place=place, name=quotable(name), first=first
                )
            if name:
                seen.setdefault(name, path)


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
