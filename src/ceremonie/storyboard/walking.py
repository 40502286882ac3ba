"""The one walk through a storyboard's values that all others use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeGuard, TypeVar

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
