"""What may be written for a key, as it can be pasted: nothing is proposed that the key refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard import scalars, vocabulary
from ceremonie.storyboard.repairs import in_quotes
from ceremonie.storyboard.suggestions import nearest
from ceremonie.storyboard.values import Entry

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BARE = " #:,[]{}&*!|>'\"%@`"
_TEXT = "…"


def flow(value: Any) -> str:
    """A value in YAML on one line; what is a text stays one."""
    match value:
        case dict():
            return "{" + ", ".join(f"{k}: {flow(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, value)) + "]"
        case str() if any(c in value for c in _BARE) or _is_a_word_of_yaml(value):
            return in_quotes(value)
        case bool() | None:
            return json.dumps(value)
    return str(value)


def _is_a_word_of_yaml(value: str) -> bool:
    return scalars.meaning(value) is None or isinstance(scalars.meaning(value), bool)


def of_key(key: str, field: FieldInfo, day: str) -> str:
    """The key with a value; `day` stands for all dates."""
    return written(key, _of_field(field), day)


def written(key: str, value: Any, day: str) -> str:
    return f"{key}: {_DAY.sub(day, flow(value))}"


def block(path: NodePath, text: str) -> Any:
    """A block that the key takes: the usual one, else one that says what was written as a text,
    else any; a mapping without keys where none is taken.
    """
    entry, field = vocabulary.entry_at(path), vocabulary.field_at(path)
    if entry is None:
        return field.examples[0] if field and field.examples else {}
    usual = field.examples or [] if field and not isinstance(path[-1], int) else []
    said = _block_of(entry, {first(vocabulary.fields(entry)): text})
    return _accepted(path, (*usual, said, *_blocks(entry)), {})


def items(path: NodePath, texts: Sequence[str]) -> Any:
    """A list that the key takes: of what was written, else the usual one, else any."""
    field = vocabulary.field_at(path)
    assert field
    return _accepted(path, _lists(path, field, texts), [])


def _lists(path: NodePath, field: FieldInfo, texts: Sequence[str]) -> Iterator[Any]:
    entry = vocabulary.entry_at(path)
    words = [*map(str, vocabulary.choices(field.annotation))]
    if words:
        yield [near[0] for text in texts if (near := nearest(text, words))] or [words[0]]
    if entry and not _takes_words(field.annotation):
        key = first(vocabulary.fields(entry))
        yield [_block_of(entry, {key: text}) for text in texts]
    yield [*texts]
    yield from field.examples or ()
    if entry:
        yield from ([one] for one in _blocks(entry))


def first(keys: Iterable[str]) -> str:
    """The one that says most: short name and type come before it."""
    return next((key for key in keys if key not in ("id", "type")), "titre")


def _takes_words(annotation: Any) -> bool:
    """Whether an item of the list may be a text as well as a block."""
    return annotation is str or any(map(_takes_words, get_args(annotation)))


def _accepted(path: NodePath, values: Iterable[Any], otherwise: Any) -> Any:
    return next((value for value in values if vocabulary.accepts(path, value)), otherwise)


def _block_of(entry: type[Entry], given: dict[str, Any]) -> dict[str, Any]:
    """With what it may not lack."""
    required = {
        key: _of_field(field)
        for key, field in vocabulary.fields(entry).items()
        if field.is_required() and key not in given
    }
    return {**given, **required}


def _blocks(entry: type[Entry]) -> Iterator[dict[str, Any]]:
    """What it may not lack, else one of its keys, those with an example first."""
    if required := _block_of(entry, {}):
        yield required
    keys = vocabulary.fields(entry)
    for key in sorted(keys, key=lambda key: not keys[key].examples):
        yield _block_of(entry, {key: _of_field(keys[key])})


def _of_field(field: FieldInfo) -> Any:
    return field.examples[0] if field.examples else _of_type(field.annotation)


def _of_type(annotation: Any) -> Any:
    inner = [part for part in get_args(annotation) if part is not type(None)]
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return next(_blocks(annotation), {})
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation)).value
    if get_origin(annotation) is Literal:
        return inner[0]
    if get_origin(annotation) is tuple:
        return [_of_type(inner[0])]
    return _of_type(inner[0]) if inner else _OF_PLAIN_TYPES.get(annotation, _TEXT)


_OF_PLAIN_TYPES: dict[Any, Any] = {bool: "oui", int: 1, float: 1}
