"""What a row says otherwise than the entry that it means, and what a new entry holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ceremonie import signs
from ceremonie.diagnostics import NodePath
from ceremonie.importing.identity import IDENTITIES, bare, said
from ceremonie.importing.matching import Entry
from ceremonie.sheets.cell import Cell
from ceremonie.sheets.kinds import Kind
from ceremonie.sheets.pictures import FILE
from ceremonie.sheets.rows import Given, Record, nested
from ceremonie.storyboard import vocabulary
from ceremonie.storyboard.editing import Add, Change, Set
from ceremonie.storyboard.query import find


@dataclass(frozen=True)
class Difference:
    """At `path` the storyboard says `before` (None where nothing) and the sheet `after`."""

    path: NodePath
    before: Any
    after: Any
    cell: Cell


def differences(record: Record, entry: Entry) -> tuple[Difference, ...]:
    """An empty cell says nothing: what the storyboard says there stays."""
    made = []
    for given in _beside(record.values, entry.data):
        before = next((value for _, value in find(entry.data, *given.path)), None)
        path = (*entry.path, *given.path)
        if given.value is None or _same(path, before, given.value):
            continue
        if not _is_spelling(record.kind, given, entry):
            made.append(Difference(path, before, written(given.value), given.cell))
    return tuple(made)


def _is_spelling(kind: Kind, given: Given, entry: Entry) -> bool:
    """Of a name that differs in accents, case and spaces only, the storyboard keeps its own."""
    key = str(given.path[0])
    if len(given.path) > 1 or not IDENTITIES[kind.key].tells(key):
        return False
    return said(entry.data, key) == bare(str(given.value))


def changes(made: Sequence[Difference], entry: Entry) -> Iterator[Change]:
    """A key that the entry does not have yet comes whole; a new picture joins the others."""
    depth = len(entry.path)
    groups: dict[NodePath, list[Difference]] = {}
    for one in made:
        groups.setdefault(_missing(one.path, depth, entry.data), []).append(one)
    lists: dict[NodePath, list[Any]] = {}
    for whole, group in groups.items():
        value = _nested(whole, group)
        if isinstance(whole[-1], int):
            lists.setdefault(whole[:-1], []).append(value)
        else:
            yield Set(whole, value)
    for path, items in lists.items():
        yield Add(path, tuple(items))


def _missing(path: NodePath, depth: int, data: Any) -> NodePath:
    """The way to the first that is not there: the value itself, or what would hold it."""
    for end in range(depth + 1, len(path)):
        if next((value for _, value in find(data, *path[depth:end])), None) is None:
            return path[:end]
    return path


def _nested(whole: NodePath, group: Sequence[Difference]) -> Any:
    rests = [(one.path[len(whole) :], one.after) for one in group]
    return rests[0][1] if not rests[0][0] else _held(rests)


def _held(rests: Sequence[tuple[NodePath, Any]]) -> Any:
    """Lists that are new begin with 0, whatever numbers their pictures have."""
    held = nested((("", *rest), value) for rest, value in rests)
    return held[""]


def new_entry(record: Record) -> dict[str, Any]:
    """Without what would be understood anyhow."""
    path = (*record.list, 0)
    values = (
        (given.path, written(given.value))
        for given in record.values
        if given.value is not None and not _is_default((*path, *given.path), given.value)
    )
    return nested(values)


def written(value: Any) -> Any:
    """As the storyboard writes it: « oui » and « non »."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return [written(one) for one in value] if isinstance(value, list) else value


def _same(path: NodePath, before: Any, after: Any) -> bool:
    """Whether both mean the same; typography makes no difference."""
    if type(before) is type(after) and before == after:
        return True
    if before is None:
        return _is_default(path, after)
    if isinstance(before, dict | list) or isinstance(after, list):
        both = [one if isinstance(one, list) else [one] for one in (before, written(after))]
        return [signs.keys(str(x)) for x in both[0]] == [signs.keys(str(x)) for x in both[1]]
    if signs.same(str(written(before)), str(written(after))):
        return True
    return bool(vocabulary.understood(path, before) == vocabulary.understood(path, after))


def _is_default(path: NodePath, value: Any) -> bool:
    field = vocabulary.field_at(path)
    if field is None or field.is_required() or field.default is None:
        return False
    return bool(vocabulary.understood(path, value) == field.default)


def _beside(values: Sequence[Given], data: Mapping[str, Any]) -> Iterator[Given]:
    """The values with the pictures of the sheet at the places that they have in the storyboard:
    found by their file's name, behind the others where there is none of it.
    """
    places: dict[tuple[str, int], int] = {}
    for given in values:
        if len(given.path) == 3 and given.path[-1] == FILE:
            key, number, _ = given.path
            media = data.get(str(key))
            media = media if isinstance(media, list) else []
            places[str(key), int(number)] = _place(media, given.value, places)
    for given in values:
        step = given.path[:2]
        yield given if step not in places else _moved(given, places[step])


def _place(media: Sequence[Any], name: Any, taken: Mapping[tuple[str, int], int]) -> int:
    files = [one.get(FILE) if isinstance(one, dict) else None for one in media]
    if name in files:
        return files.index(name)
    return max([len(media), *(place + 1 for place in taken.values())])


def _moved(given: Given, place: int) -> Given:
    key, _, last = given.path
    return Given((key, place, last), given.value, given.cell)
