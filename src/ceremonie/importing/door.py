"""The way of a spreadsheet into a storyboard, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ceremonie.diagnostics import (
    Diagnostic,
    NodePath,
    Place,
    StoryboardError,
    UsageError,
    errors,
    in_order,
)
from ceremonie.importing import comparing, places
from ceremonie.importing.comparing import Difference
from ceremonie.importing.imported import Imported, Part
from ceremonie.importing.matching import Matched, matched
from ceremonie.importing.searching import check_apart, storyboard_for, table_of
from ceremonie.messages import abridged, problem
from ceremonie.sheets.glossary import KINDS
from ceremonie.sheets.people import CONSENTS
from ceremonie.sheets.reading import UnreadableError
from ceremonie.sheets.reading import read as read_workbook
from ceremonie.sheets.rows import Record, Rows, read_rows
from ceremonie.storyboard import editing, location
from ceremonie.storyboard.beside import named
from ceremonie.storyboard.decode import RefusedError, content
from ceremonie.storyboard.editing import Add, Change, Revision, Set
from ceremonie.storyboard.query import find
from ceremonie.storyboard.reading import reading_of
from ceremonie.storyboard.source import Source, parse
from ceremonie.text import quotable


def imported(table: Path, storyboard: Path | str | None = None) -> Imported:
    """What the spreadsheet, or that of an edition, changes in the storyboard: nothing is written.

    Raises UsageError for a spreadsheet that cannot be read, or whose storyboard is not known;
    StoryboardError for a storyboard that is not YAML.
    """
    table = table_of(table)
    try:
        workbook = read_workbook(table)
    except UnreadableError as unreadable:
        raise UsageError(unreadable.diagnostic) from unreadable
    path = location.found(storyboard) if storyboard else storyboard_for(table)
    data, source = _written(path)
    check_apart(table, path, source.data)
    rows = read_rows(workbook, source.data)
    plan = _Plan(source, rows)
    revision = editing.draft(data, plan.changes, source)
    told = _judged(plan, revision, path)
    return Imported(path, table, revision, plan.parts, told)


def _written(path: Path) -> tuple[bytes, Source]:
    """The storyboard's text and tree, whatever its values. Raises StoryboardError where lines of
    it are no YAML.
    """
    try:
        data = content(path)
    except RefusedError as refusal:
        raise StoryboardError(*refusal.diagnostics) from refusal
    source, faults = parse(data, str(path))
    if errors(faults) or not isinstance(source.data, dict):
        raise StoryboardError(*errors(reading_of(source, faults, path).diagnostics))
    return data, source


class _Plan:
    """What is to be changed, and where each change comes from."""

    def __init__(self, source: Source, rows: Rows) -> None:
        self.source = source
        self.told = list(rows.diagnostics)
        self.changes: list[Change] = []
        self.cells: dict[NodePath, Place] = {}
        self.parts = tuple(self._parts(rows.records))

    def _parts(self, records: Sequence[Record]) -> Iterator[Part]:
        for kind in KINDS:
            own = [record for record in records if record.kind is kind]
            register = named(self.source.data, kind.key) if kind is CONSENTS else ""
            if own and register:
                self.told.append(_elsewhere(own[0], register))
            elif own:
                one = matched(kind, own, self.source)
                self.told += one.told
                yield self._part(one)

    def _part(self, one: Matched) -> Part:
        changed: list[tuple[Record, tuple[Difference, ...]]] = []
        for record, entry in one.pairs:
            if made := comparing.differences(record, entry):
                changed.append((record, made))
                self.changes += comparing.changes(made, entry)
                self.cells |= places.of_changed(made)
        self._add(one.new)
        same = len(one.pairs) - len(changed)
        return Part(one.kind, one.new, tuple(changed), same, one.absent)

    def _add(self, records: Iterable[Record]) -> None:
        lists: dict[NodePath, list[Record]] = {}
        for record in records:
            lists.setdefault(record.list, []).append(record)
        for path, several in lists.items():
            before = next((len(there) for _, there in find(self.source.data, *path) if there), 0)
            self.changes.append(Add(path, tuple(map(comparing.new_entry, several))))
            for number, record in enumerate(several, before):
                self.cells |= places.of_new(record, (*path, number))


def _elsewhere(consent: Record, register: str) -> Diagnostic:
    """The storyboard names a file for its consents: they are written there by hand."""
    place = consent.first.place
    return problem("importer-registre", place=place, name=quotable(register))


def _judged(plan: _Plan, revision: Revision, path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the spreadsheet, and with the storyboard once it has taken it over."""
    refused = [_refusal(one, plan) for one in revision.refused]
    return abridged(in_order((*plan.told, *refused, *_following(plan, revision, path))))


def _following(plan: _Plan, revision: Revision, path: Path) -> Iterator[Diagnostic]:
    """What the rows cause: problems of their own, and errors elsewhere that were not there."""
    if not plan.cells:
        return
    cells = frozenset(plan.cells.values())
    after = reading_of(places.placed(revision.source, plan.cells), (), path).diagnostics
    yield from (one for one in after if one.place in cells)
    elsewhere = [one for one in errors(after) if one.place not in cells]
    before = reading_of(plan.source, (), path).diagnostics if elsewhere else ()
    former = set(map(_told, errors(before)))
    for one in elsewhere:
        if _told(one) not in former:
            yield _before(one, plan.source)


def _told(one: Diagnostic) -> object:
    """What stays the same of a problem when lines move, and when rows do."""
    return (one.slug, one.place if one.place and one.place.cell else one.path)


def _before(one: Diagnostic, source: Source) -> Diagnostic:
    """At the line that it has as long as nothing is written."""
    if one.place is None or one.place.cell:
        return one
    return replace(one, place=source.place(one.path) if one.path else None)


def _refusal(refusal: editing.Refusal, plan: _Plan) -> Diagnostic:
    change = refusal.change
    cell = next((c for p, c in plan.cells.items() if p[: len(change.path)] == change.path), None)
    return problem(
        "importer-refuse",
        path=change.path,
        place=cell,
        words=quotable(change.value if isinstance(change, Set) else change.path[-1]),
        why=refusal.why,
        line=plan.source.place(change.path).line,
    )
