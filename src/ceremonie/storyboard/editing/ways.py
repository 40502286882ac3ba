"""The ways in which a change can be written into a text, the author's own first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.editing.changes import Change, RefusedError, Reorder, Set
from ceremonie.storyboard.editing.ordering import reordered
from ceremonie.storyboard.editing.paper import Paper
from ceremonie.storyboard.editing.placing import (
    NOWHERE,
    Standing,
    flows,
    last_line,
    place,
    standing,
)
from ceremonie.storyboard.editing.values import entry, rewritten, spellings
from ceremonie.storyboard.tree import Items, Node, Pairs, Scalar

INDENT = 2
"""Columns by which dashes stand right of their key, where the text shows no other habit."""


def ways(page: Paper, root: Node, change: Change) -> Iterator[Paper]:
    """Raises RefusedError where there is none."""
    here = standing(root, change.path)
    if isinstance(change, Reorder):
        if here is None or not isinstance(here.node, Items):
            raise RefusedError(NOWHERE)
        yield reordered(page, here.node, change.order)
    elif here is None:
        yield from _added(page, root, change.path, change.value)
    else:
        yield from _set(page, here, change)


def _set(page: Paper, here: Standing, change: Set) -> Iterator[Paper]:
    if isinstance(here.node, Pairs | Items):
        raise RefusedError("une liste ou un groupe de clés ne se remplace pas d'un bloc")
    there = place(page, here)
    if isinstance(here.node, Scalar) and here.node.empty:
        for words in spellings(change.value, flow=there.flow):
            yield page.spliced(there.stop, there.stop, f" {words}")
    else:
        yield from rewritten(page, there, change.value)


def _added(page: Paper, root: Node, path: NodePath, value: Any) -> Iterator[Paper]:
    """A new key stands last in its mapping; mappings that are missing on the way come with it."""
    *holders, key = path
    here = standing(root, tuple(holders))
    if not isinstance(key, str):
        raise RefusedError(NOWHERE)
    if here is None:
        yield from _added(page, root, tuple(holders), {key: value})
    elif not isinstance(here.node, Pairs):
        raise RefusedError(NOWHERE)
    elif flows(page, here.node):
        yield from _in_braces(page, here.node, key, value)
    else:
        last, indent = last_line(page, here.node), here.node.start[1]
        lines = entry(key, value, indent, _offset(root))
        yield page.with_lines(last, last + 1, [page.line(last), *lines])


def _in_braces(page: Paper, pairs: Pairs, key: str, value: Any) -> Iterator[Paper]:
    line, column = pairs.stop
    before = ", " if pairs.entries else ""
    for words in spellings(value, flow=True):
        end = line, column - 1
        yield page.spliced(end, end, f"{before}{key}: {words}")


def _offset(root: Node) -> int:
    """How far right of its key the first list of the text has its dashes."""
    if isinstance(root, Pairs):
        for key, value in root.entries.values():
            if isinstance(value, Items) and value.start[0] > key.start[0]:
                return value.start[1] - key.start[1]
    return INDENT
