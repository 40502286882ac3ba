"""What is to be changed, as values, and what the storyboard then says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ceremonie.diagnostics import NodePath

Value = str | int | float | bool | Sequence[Any] | Mapping[str, Any]
"""A scalar or a list of texts; for a key that is not there yet, also mappings and lists of them."""


class RefusedError(Exception):
    """A change cannot be written here; the text is French and says why."""


@dataclass(frozen=True)
class Set:
    """The value at `path` becomes `value`; a key that its mapping does not have yet is added."""

    path: NodePath
    value: Value

    def applied(self, data: Any) -> Any:
        """The plain data with the change; what it does not touch is shared."""
        return _replaced(data, self.path, lambda former: _as_written(self.value, former))


@dataclass(frozen=True)
class Add:
    """These items stand last in the list at `path`, which begins with them where it is not written
    yet.
    """

    path: NodePath
    items: tuple[Value, ...]

    def applied(self, data: Any) -> Any:
        """The plain data with the change; what it does not touch is shared."""
        return _replaced(data, self.path, self._joined)

    def _joined(self, former: Any) -> list[Any]:
        if former is not None and not isinstance(former, list):
            raise RefusedError("ce qui est écrit là n'est pas une liste")
        return [*(former or ()), *map(plain, self.items)]


@dataclass(frozen=True)
class Reorder:
    """The items of the list at `path` stand in another order: `order` holds their former indices,
    each once.
    """

    path: NodePath
    order: tuple[int, ...]

    def applied(self, data: Any) -> Any:
        """The plain data with the change; what it does not touch is shared."""
        return _replaced(data, self.path, lambda items: [items[index] for index in self.order])


Change = Set | Add | Reorder


def plain(value: Value) -> Any:
    """As the reader gives it: dictionaries, lists and scalars."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float) else [plain(one) for one in value]


def _as_written(value: Value, former: Any) -> Any:
    """A block of text keeps the line feed that it ends with."""
    if not isinstance(value, str):
        return plain(value)
    ending = "\n" if isinstance(former, str) and former.endswith("\n") else ""
    return value.rstrip("\n") + ending


def _replaced(data: Any, path: NodePath, change: Any) -> Any:
    if not path:
        return change(data)
    step, rest = path[0], path[1:]
    if isinstance(step, str) and isinstance(data, dict | None):
        data = data or {}
        return {**data, step: _replaced(data.get(step), rest, change)}
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return [*data[:step], _replaced(data[step], rest, change), *data[step + 1 :]]
    raise RefusedError("cet endroit du storyboard n'existe plus")
