"""Which row of a sheet means which entry of the storyboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.importing.identity import IDENTITIES, Identity
from ceremonie.messages import problem
from ceremonie.sheets.kinds import Kind
from ceremonie.sheets.rows import Record
from ceremonie.storyboard.query import EACH, find
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.suggestions import nearest
from ceremonie.text import quotable


@dataclass(frozen=True, eq=False)
class Entry:
    """An entry that stands in the storyboard."""

    path: NodePath
    data: dict[str, Any]


@dataclass(frozen=True)
class Matched:
    """Rows with the entry that they mean, rows that mean a new one, entries without a row."""

    kind: Kind
    pairs: tuple[tuple[Record, Entry], ...]
    new: tuple[Record, ...]
    absent: tuple[Entry, ...]
    told: tuple[Diagnostic, ...]


def matched(kind: Kind, records: Sequence[Record], source: Source) -> Matched:
    """All rows of a kind."""
    identity, entries = IDENTITIES[kind.key], tuple(_entries(kind, source.data))
    work = _Work(identity)
    for group in _groups(identity, records, entries).values():
        work.pair(group)
    met = {id(entry) for _, entry in work.pairs}
    absent = tuple(entry for entry in entries if id(entry) not in met)
    asked = _asked(identity, work.new, absent, source) if identity.near else ()
    order = {id(record): number for number, record in enumerate(records)}
    new = sorted(work.new, key=lambda record: order[id(record)])
    return Matched(kind, tuple(work.pairs), tuple(new), absent, (*work.told, *asked))


def _entries(kind: Kind, data: Any) -> Iterator[Entry]:
    pattern = (*(EACH if isinstance(step, int) else step for step in kind.place()), EACH)
    for path, entry in find(data, *pattern):
        if isinstance(entry, dict):
            yield Entry(path, entry)


@dataclass
class _Group:
    """What has the same key in the same list."""

    records: list[Record] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def _groups(
    identity: Identity, records: Iterable[Record], entries: Iterable[Entry]
) -> dict[object, _Group]:
    groups: dict[object, _Group] = {}
    for record in records:
        key = identity.key(record.data)
        alone: object = (record.list, key) if key else id(record)
        groups.setdefault(alone, _Group()).records.append(record)
    for entry in entries:
        if key := identity.key(entry.data):
            groups.setdefault((entry.path[:-1], key), _Group()).entries.append(entry)
    return groups


@dataclass
class _Work:
    identity: Identity
    pairs: list[tuple[Record, Entry]] = field(default_factory=list)
    new: list[Record] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)

    def pair(self, group: _Group) -> None:
        """Those that nothing contradicts first; one row and one entry that are left belong together
        whatever else has changed, but for what always keeps them apart.
        """
        left, free = [], list(group.entries)
        for record in self._single(group.records):
            best = self._best(record, free)
            if best is None:
                left.append(record)
            else:
                self.pairs.append((record, best))
                free.remove(best)
        alone = len(left) == len(free) == 1
        if alone and not self.identity.parts(left[0].data, free[0].data):
            self.pairs.append((left[0], free[0]))
        else:
            self.new += left

    def _best(self, record: Record, entries: Iterable[Entry]) -> Entry | None:
        ranked = [(self.identity.likeness(record.data, one.data), one) for one in entries]
        possible = [(rank, one) for rank, one in ranked if rank is not None]
        return max(possible, key=lambda pair: pair[0])[1] if possible else None

    def _single(self, records: Sequence[Record]) -> Iterator[Record]:
        """Without rows that speak of the same entry as one above."""
        kept: list[Record] = []
        for record in records:
            if twin := self._twin(record, kept):
                self._tell_double(record, twin)
            else:
                kept.append(record)
                yield record

    def _twin(self, record: Record, others: Iterable[Record]) -> Record | None:
        if self.identity.key(record.data) is None:
            return None
        likeness = self.identity.likeness
        return next((one for one in others if likeness(one.data, record.data) is not None), None)

    def _tell_double(self, record: Record, twin: Record) -> None:
        same = record.data == twin.data
        self.told.append(
            problem(
                "importer-ligne-double",
                place=_cell(self.identity, record).place,
                severity=Severity.WARNING if same else Severity.ERROR,
                name=quotable(self.identity.name(record.data)),
                where=_cell(self.identity, twin).place.beside,
            )
        )


def _cell(identity: Identity, record: Record) -> Any:
    named = (given.cell for given in record.values if given.path == (identity.same[-1],))
    return next(named, record.first)


def _asked(
    identity: Identity, new: Iterable[Record], absent: Sequence[Entry], source: Source
) -> tuple[Diagnostic, ...]:
    """A new row that may mean an entry without a row: the same name elsewhere, or a near one."""
    names: dict[str, Entry] = {}
    keys: dict[Any, Entry] = {}
    for entry in absent:
        names.setdefault(identity.name(entry.data), entry)
        keys.setdefault(identity.key(entry.data), entry)
    told = []
    for record in new if names else ():
        name = identity.name(record.data)
        key = identity.key(record.data)
        near = (key and keys.get(key)) or next(map(names.get, nearest(name, names)), None)
        if near is not None and name:
            told.append(_question(identity, record, near, source))
    return tuple(told)


def _question(identity: Identity, record: Record, entry: Entry, source: Source) -> Diagnostic:
    alike = identity.name(record.data) == identity.name(entry.data)
    called = identity.long_name if alike else identity.name
    return problem(
        "importer-proche",
        place=_cell(identity, record).place,
        severity=Severity.WARNING,
        name=quotable(called(record.data)),
        other=quotable(called(entry.data)),
        line=source.place(entry.path).line,
    )
