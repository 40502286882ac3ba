"""The ways in which a change can be written into a text, the author's own first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.editing.adding import appended, new_key
from ceremonie.storyboard.editing.changes import Add, Change, RefusedError, Reorder, Set
from ceremonie.storyboard.editing.ordering import reordered
from ceremonie.storyboard.editing.paper import Paper, Splice
from ceremonie.storyboard.editing.placing import NOWHERE, Standing, place, standing
from ceremonie.storyboard.editing.texts import WHOLE, replaced
from ceremonie.storyboard.editing.values import rewritten, spellings
from ceremonie.storyboard.tree import Items, Node, Pairs, Scalar

Way = tuple[Splice, ...]


def ways(page: Paper, root: Node, change: Change) -> Iterator[Way]:
    """Raises RefusedError where there is none."""
    here = standing(root, change.path)
    match change:
        case Reorder(order=order):
            if here is None or not isinstance(here.node, Items):
                raise RefusedError(NOWHERE)
            yield reordered(page, here.node, order)
        case Add(items=items) if here:
            yield (appended(page, root, here, items),)
        case Add(path=path, items=items):
            yield (_added(page, root, path, list(items)),)
        case Set(path=path, value=value) if here is None:
            yield (_added(page, root, path, value),)
        case Set() if here:
            yield from _set(page, here, change)


def _set(page: Paper, here: Standing, change: Set) -> Iterator[Way]:
    if isinstance(here.node, Pairs | Items):
        yield _replaced(page, here.node, change.value)
        return
    there = place(page, here)
    if isinstance(here.node, Scalar) and here.node.empty:
        for words in spellings(change.value, flow=there.flow):
            yield (Splice(there.stop, there.stop, f" {words}"),)
    else:
        for splice in rewritten(page, there, change.value):
            yield (splice,)


def _replaced(page: Paper, node: Node, value: Any) -> Way:
    if not isinstance(node, Items) or not isinstance(value, list | tuple):
        raise RefusedError(WHOLE)
    if not all(isinstance(one, str) for one in value):
        raise RefusedError(WHOLE)
    return replaced(page, node, value)


def _added(page: Paper, root: Node, path: NodePath, value: Any) -> Splice:
    """A new key stands last in its mapping; mappings that are missing on the way come with it."""
    *holders, key = path
    here = standing(root, tuple(holders))
    if not isinstance(key, str):
        raise RefusedError(NOWHERE)
    if here is None:
        return _added(page, root, tuple(holders), {key: value})
    return new_key(page, root, here, key, value)
