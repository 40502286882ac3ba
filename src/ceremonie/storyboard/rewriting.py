"""The words of a storyboard that are meant for people, each replaced by another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.values import SAID

Entry = TypeVar("Entry", bound=BaseModel)
Write = Callable[[NodePath, str], str]
"""What to write in place of the words at a path."""


def rewritten(entry: Entry, write: Write, path: NodePath = ()) -> Entry:
    """The entry with other words wherever its vocabulary is meant for people, in the order of that
    vocabulary. What was not written, but stands there by default, stays; nothing is validated.
    """
    fields, words = type(entry).model_fields, _said(type(entry))
    changes = {
        name: _value(
            getattr(entry, name), write, (*path, fields[name].alias or name), said=name in words
        )
        for name in fields
        if name in entry.model_fields_set
    }
    return entry.model_copy(update=changes)


def _value(value: Any, write: Write, path: NodePath, *, said: bool) -> Any:
    if isinstance(value, BaseModel):
        return rewritten(value, write, path)
    if isinstance(value, tuple):
        return tuple(_value(v, write, (*path, i), said=said) for i, v in enumerate(value))
    return write(path, value) if said and isinstance(value, str) else value


@cache
def _said(entry: type[BaseModel]) -> frozenset[str]:
    """The fields whose words are meant for people."""
    fields = entry.model_fields.items()
    return frozenset(
        name for name, info in fields if SAID in info.metadata or _holds_words(info.annotation)
    )


def _holds_words(annotation: Any) -> bool:
    parts = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return any(part == SAID or _holds_words(part) for part in parts)
