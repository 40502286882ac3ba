"""The one walk through a storyboard's values that all others use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeGuard, TypeVar

from pydantic import BaseModel

from ceremonie.diagnostics import NodePath

T = TypeVar("T")


def those(
    value: object, wanted: Callable[[object], TypeGuard[T]], path: NodePath = ()
) -> Iterator[tuple[NodePath, T]]:
    """Every value that is wanted, with the way to it, in the order of the vocabulary; nothing is
    looked for inside of one.
    """
    if wanted(value):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from those(getattr(value, name), wanted, (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from those(item, wanted, (*path, index))


def with_others(
    value: Any, wanted: Callable[[object], TypeGuard[T]], other: Callable[[T], T]
) -> Any:
    """With another value in place of each that is wanted; what holds none is not copied."""
    if wanted(value):
        return other(value)
    if isinstance(value, BaseModel):
        old = {name: getattr(value, name) for name in value.model_fields_set}
        new = {name: with_others(one, wanted, other) for name, one in old.items()}
        changes = {name: one for name, one in new.items() if one is not old[name]}
        return value.model_copy(update=changes) if changes else value
    if isinstance(value, tuple):
        items = tuple(with_others(item, wanted, other) for item in value)
        same = all(one is item for one, item in zip(items, value, strict=True))
        return value if same else items
    return value
