"""What an edition keeps of itself beside its manifest, as JSON: all that the next one is compared
with, and what differed from the one before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

from ceremonie.comparing.content import Content, Entry, Evening, Presence
from ceremonie.comparing.differences import Difference, Kind, Likened

VERSION = 1
"""Of the record's form. One of another form cannot be compared."""

FORM, CONTENT, CHANGES, LOST, PICTURES = "version", "content", "changes", "lost", "pictures"

Item = TypeVar("Item")

_DAMAGED = (ValueError, KeyError, TypeError, IndexError, RecursionError)


@dataclass(frozen=True)
class Record:
    """`changes` are those since the last build of which anything differed; None where there was no
    such build, or its record was `lost`. `pictures` are small ones of slides and shots, as URIs of
    data, by the digest of the drawing.
    """

    content: Content
    changes: Likened | None = None
    lost: bool = False
    pictures: Mapping[str, str] = field(default_factory=dict)


def written(record: Record) -> str:
    """Equal records are equal texts."""
    changes = record.changes and asdict(record.changes)
    told = {
        FORM: VERSION,
        CONTENT: asdict(record.content),
        CHANGES: changes and {**changes, **_lightened(record.changes)},
        LOST: record.lost,
        PICTURES: dict(record.pictures),
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _lightened(changes: Likened | None) -> dict[str, Any]:
    """What is there now stands in the record once: its number leads there."""
    assert changes
    return {
        "slides": [_difference(one) for one in changes.slides],
        "shots": [_difference(one) for one in changes.shots],
    }


def _difference(one: Difference) -> dict[str, Any]:
    before = one.before and asdict(one.before)
    return {"kinds": one.kinds, "before": before, "after": one.after and one.after.number}


def recorded(text: str) -> Record | None:
    """What a record tells; None where it is damaged or of another form."""
    try:
        told = json.loads(text)
        return _record(told) if told[FORM] == VERSION else None
    except _DAMAGED:
        return None


def _record(told: dict[str, Any]) -> Record:
    content = _content(told[CONTENT])
    changes = _likened(told[CHANGES], content) if told[CHANGES] else None
    pictures = {_text(key): _text(value) for key, value in told[PICTURES].items()}
    return Record(content, changes, _truth(told[LOST]), pictures)


def _content(told: dict[str, Any]) -> Content:
    return Content(
        _text(told["title"]),
        _count(told["frames"]),
        _each(told["slides"], _entry),
        _each(told["shots"], _entry),
        _evening(told["evening"]),
    )


def _likened(told: dict[str, Any], content: Content) -> Likened:
    first, last = _each(told["frames"], _count)
    were, are = _each(told["decks"], _count)
    former, now = _each(told["evenings"], _evening)
    return Likened(
        slides=_each(told["slides"], lambda one: _compared(one, content.slides)),
        shots=_each(told["shots"], lambda one: _compared(one, content.shots)),
        renumbered=_count(told["renumbered"]),
        shifted=_count(told["shifted"]),
        frames=(first, last),
        decks=(were, are),
        evenings=(former, now),
    )


def _compared(told: dict[str, Any], entries: tuple[Entry, ...]) -> Difference:
    kinds = _each(told["kinds"], Kind)
    before = None if told["before"] is None else _entry(told["before"])
    number = None if told["after"] is None else _count(told["after"])
    after = None if number is None else {one.number: one for one in entries}[number]
    if before is None and after is None:
        raise ValueError(told)
    return Difference(kinds, before, after)


def _evening(told: dict[str, Any]) -> Evening:
    return Evening(_text(told["presenter"]), _text(told["start"]), _count(told["seconds"]))


def _entry(told: dict[str, Any]) -> Entry:
    entry = Entry(
        id=_text(told["id"]),
        number=_count(told["number"]),
        title=_text(told["title"]),
        words=_each(told["words"], _text),
        drawing=_text(told["drawing"]),
        notes=_text(told["notes"]),
        media=_each(told["media"], _text),
        start=_count(told["start"]),
        length=_count(told["length"]),
    )
    return replace(
        entry,
        speakers=_each(told["speakers"], _text),
        people=_each(told["people"], _presence),
        sources=_each(told["sources"], _text),
        withheld=_truth(told["withheld"]),
    )


def _presence(told: dict[str, Any]) -> Presence:
    return Presence(_text(told["person"]), _text(told["how"]), _truth(told["blurred"]))


def _each(values: object, read: Callable[[Any], Item]) -> tuple[Item, ...]:
    if not isinstance(values, list):
        raise TypeError(values)
    return tuple(map(read, values))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value
