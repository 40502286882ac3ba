"""The words of a storyboard that are meant for people, each replaced by another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.values import SAID, TOLD

Entry = TypeVar("Entry", bound=BaseModel)
Marks = tuple[object, ...]
EVERY: Marks = (SAID, TOLD)

Write = Callable[[NodePath, str], str]
"""What to write in place of the words at a path."""


def rewritten(entry: Entry, write: Write, marks: Marks = (SAID,), path: NodePath = ()) -> Entry:
    """The entry with other words wherever its vocabulary is meant for people, in the order of that
    vocabulary. What was not written, but stands there by default, stays; nothing is validated. With
    `EVERY` as `marks`, also those that only people at work read.
    """
    fields, words = type(entry).model_fields, said(type(entry), marks)
    walk = _Walk(write, marks)
    changes = {
        name: walk.value(
            getattr(entry, name), (*path, fields[name].alias or name), said=name in words
        )
        for name in fields
        if name in entry.model_fields_set
    }
    return entry.model_copy(update=changes)


@dataclass(frozen=True)
class _Walk:
    write: Write
    marks: Marks

    def value(self, value: Any, path: NodePath, *, said: bool) -> Any:
        match value:
            case BaseModel():
                return rewritten(value, self.write, self.marks, path)
            case tuple():
                return tuple(self.value(v, (*path, i), said=said) for i, v in enumerate(value))
            case Mapping() if said:
                return {key: self.value(v, (*path, key), said=said) for key, v in value.items()}
            case str() if said:
                return self.write(path, value)
        return value


@cache
def said(entry: type[BaseModel], marks: Marks = (SAID,)) -> frozenset[str]:
    """The fields whose words are meant for people."""
    fields = entry.model_fields.items()
    return frozenset(
        name
        for name, info in fields
        if any(mark in info.metadata for mark in marks) or _holds_words(info.annotation, marks)
    )


def _holds_words(annotation: Any, marks: Marks) -> bool:
    parts = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return any(part in marks or _holds_words(part, marks) for part in parts)
