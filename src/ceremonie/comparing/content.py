"""What an edition shows and says, slide by slide and shot by shot: a record that outlives its
sources.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

VERSION = 1
"""Of the record's form. One of another form cannot be compared."""

FORM = "version"


@dataclass(frozen=True)
class Entry:
    """A slide or a shot; `id` tells it from all others of its kind. `number` counts from 1. `start`
    and `length` are frames of the film, 0 for slides. `words` are in reading order, `notes` the
    presenter's. `media` are digests of what is pictured, `drawing` is that of all that is drawn.
    """

    id: str
    number: int
    title: str
    words: tuple[str, ...]
    drawing: str
    notes: str = ""
    media: tuple[str, ...] = ()
    start: int = 0
    length: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.words)


@dataclass(frozen=True)
class Content:
    """An edition: its film lasts `frames`."""

    title: str
    frames: int
    slides: tuple[Entry, ...]
    shots: tuple[Entry, ...]


def written(content: Content) -> str:
    """The record as JSON; equal contents are equal texts."""
    told = {FORM: VERSION, **asdict(content)}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def recorded(text: str) -> Content | None:
    """What a record tells; None where it is damaged or of another form."""
    try:
        told = json.loads(text)
        return _content(told) if told[FORM] == VERSION else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _content(told: dict[str, Any]) -> Content:
    return Content(
        _text(told["title"]),
        _count(told["frames"]),
        tuple(_entry(one) for one in _list(told["slides"])),
        tuple(_entry(one) for one in _list(told["shots"])),
    )


def _entry(told: dict[str, Any]) -> Entry:
    return Entry(
        id=_text(told["id"]),
        number=_count(told["number"]),
        title=_text(told["title"]),
        words=_texts(told["words"]),
        drawing=_text(told["drawing"]),
        notes=_text(told["notes"]),
        media=_texts(told["media"]),
        start=_count(told["start"]),
        length=_count(told["length"]),
    )


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value
