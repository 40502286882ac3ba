"""Nobody is shown without an agreement that covers the showing in the hall on that day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.query import EACH, day, find, mappings_with, texts
from ceremonie.storyboard.rights import Scope
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

_NAMING = ("fichier", "code")
"""The keys that name something to be shown."""

_NOBODY = {"logo", "marque", "musique"}
"""Media in which nobody can be recognised."""


def check(source: Source) -> Iterator[Diagnostic]:
    agreements = _agreements(source.data)
    whole = not source.unread(("droits",))
    yield from _register(source)
    yield from _names(source)
    for key in _NAMING:
        for path, entry in mappings_with(source.data, key):
            if path and (path[-1] in _NOBODY or path[0] in _NOBODY):
                continue
            yield from _unsaid(source, path, entry, key)
            for where, person in _persons(path, entry):
                if person in agreements or whole:
                    yield from _covered(source, where, person, agreements)


def _unsaid(
    source: Source, path: NodePath, entry: dict[str, Any], key: str
) -> Iterator[Diagnostic]:
    if entry.get("personnes") is None and not source.unread(path):
        yield problem(
            "personnes-absentes",
            path=path,
            place=source.place((*path, key)),
            severity=Severity.WARNING,
        )


def _persons(path: NodePath, entry: dict[str, Any]) -> Iterator[tuple[NodePath, str]]:
    for step, person in find(entry, "personnes", EACH):
        if isinstance(person, str | int | float):
            yield (*path, *step), str(person).strip()


def _names(source: Source) -> Iterator[Diagnostic]:
    """The register and what refers to it travel with the edition: they hold no names."""
    named = [
        *texts(source.data, "droits", EACH, "personne"),
        *(
            person
            for key in _NAMING
            for path, entry in mappings_with(source.data, key)
            for person in _persons(path, entry)
        ),
    ]
    for path, person in named:
        if identifiers.looks_like_a_name(person):
            yield problem(
                "identifiant-nom",
                path=path,
                place=source.place(path),
                severity=Severity.WARNING,
                free=identifiers.free(source.data),
            )


def _agreements(data: Any) -> dict[str, tuple[NodePath, dict[str, Any]]]:
    """Person → where their agreement stands, and the agreement."""
    agreements: dict[str, tuple[NodePath, dict[str, Any]]] = {}
    for path, entry in find(data, "droits", EACH):
        if name := _identifier(entry):
            agreements.setdefault(name, (path, entry))
    return agreements


def _register(source: Source) -> Iterator[Diagnostic]:
    seen: dict[str, NodePath] = {}
    for path, entry in find(source.data, "droits", EACH):
        name = _identifier(entry)
        where = (*path, "personne")
        if name and name in seen:
            first = source.place(seen[name]).line
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


def _covered(
    source: Source,
    path: NodePath,
    person: str,
    agreements: dict[str, tuple[NodePath, dict[str, Any]]],
) -> Iterator[Diagnostic]:
    """A near identifier is never proposed: it is another person's agreement."""
    place = source.place(path)
    if person not in agreements:
        yield problem("droits-inconnus", path=path, place=place, name=quotable(person))
        return
    where, entry = agreements[person]
    shared: dict[str, Any] = {
        "path": path,
        "place": place,
        "name": quotable(person),
        "line": source.place(where).line,
    }
    for slug, values in _lacks(entry, source.data):
        yield problem(slug, **shared, **values)


def _lacks(entry: dict[str, Any], data: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """What keeps this agreement from covering the ceremony."""
    ceremony = day(data, "ceremonie", "date")
    start, end = day(entry, "debut"), day(entry, "fin")
    if withdrawn := day(entry, "retrait"):
        yield "droits-retires", {"day": withdrawn}
        return
    scopes = [scope for _, scope in texts(entry, "portees", EACH)]
    if scopes and Scope.HALL not in scopes:
        yield "droits-portee", {}
    if ceremony and end and end < ceremony:
        yield "droits-echus", {"day": end, "ceremony": ceremony}
    if ceremony and start and start > ceremony:
        yield "droits-a-venir", {"day": start, "ceremony": ceremony}
