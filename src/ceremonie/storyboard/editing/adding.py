"""Items at the end of a list, keys at the end of a mapping, written as those beside them are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.storyboard.editing import fresh
from ceremonie.storyboard.editing.changes import RefusedError, Value, plain
from ceremonie.storyboard.editing.ordering import blocks_of
from ceremonie.storyboard.editing.paper import Paper, Splice
from ceremonie.storyboard.editing.placing import (
    NOWHERE,
    SHARED,
    Standing,
    dash_column,
    flows,
    last_line,
    place,
)
from ceremonie.storyboard.tree import Alias, Items, Node, Pairs, Scalar

INDENT = 2
"""Columns by which dashes stand right of their key, where the text shows no other habit."""


def appended(page: Paper, root: Node, here: Standing, items: Sequence[Value]) -> Splice:
    """The items at the end of what stands there: a list, or a key without a value."""
    node, depth = here.node, len(here.holders) + 1
    if isinstance(node, Alias):
        raise RefusedError(SHARED)
    if isinstance(node, Scalar):
        return begun(page, root, here, list(items))
    if not isinstance(node, Items):
        raise RefusedError(NOWHERE)
    if flows(page, node):
        bare = not node.nodes and not place(page, here).flow
        return begun(page, root, here, list(items)) if bare else _in_brackets(page, node, items)
    return _below(page, node, items, depth)


def _below(page: Paper, items: Items, values: Sequence[Value], depth: int) -> Splice:
    """With the dashes, the empty lines between and the braces of the items that are there."""
    first, after = blocks_of(page, items)[-1]
    column = dash_column(page, items)
    last = items.nodes[-1]
    gap = max(1, last.start[1] - column - 1) if isinstance(last, Pairs) else 1
    braces = isinstance(last, Pairs) and flows(page, last)
    apart = [""] if len(items.nodes) > 1 and not page.line(first - 1).strip() else []
    lines, further = list[str](), offset(page, last)
    for value in values:
        lines += [*apart, *_item(value, column, gap, further, braces=braces)]
    return page.below(after - 1, lines, depth)


def _item(value: Value, column: int, gap: int, dashes: int, *, braces: bool) -> list[str]:
    if braces:
        line = " " * column + "-" + " " * gap + fresh.flowing(value)
        if len(line) <= fresh.WIDEST and "\\n" not in line:
            return [line]
    return fresh.item(value, column, dashes, gap)


def _in_brackets(page: Paper, items: Items, values: Sequence[Value]) -> Splice:
    """On the same line, or on lines of their own where the others have some."""
    words = [fresh.flowing(value) for value in values]
    if not items.nodes:
        line, column = items.stop
        return Splice((line, column - 1), (line, column - 1), ", ".join(words))
    last = items.nodes[-1]
    own = not page.line(last.start[0])[: last.start[1]].strip()
    before = f",\n{' ' * last.start[1]}" if own else ", "
    return Splice(last.stop, last.stop, "".join(before + word for word in words))


def begun(page: Paper, root: Node, here: Standing, value: Value) -> Splice:
    """The first value of a key that has none: an empty one, `~` or `[]`."""
    there = place(page, here)
    holder = here.holders[-1] if here.holders else None
    if not isinstance(holder, Pairs) or not _is_void(here.node):
        raise RefusedError(NOWHERE)
    if there.flow:
        return Splice(there.start, there.stop, f" {fresh.flowing(value)}")
    line = there.start[0]
    before, rest = page.line(line)[: there.start[1]].rstrip(), page.line(line)[there.stop[1] :]
    dashes = offset(page, root)
    column = holder.start[1] + (dashes if isinstance(value, list) else INDENT)
    lines = [before + rest.rstrip(), *fresh.below(value, column, dashes)]
    return page.lines(line, line + 1, lines)


def _is_void(node: Node) -> bool:
    """A mapping that is empty is written « {} », a list « [] »."""
    match node:
        case Scalar(text=text, quoted=False):
            return text in {"", "~", "null", "Null", "NULL"}
        case Items(nodes=nodes):
            return not nodes
        case Pairs(entries=entries):
            return not entries
    return False


def new_key(page: Paper, root: Node, here: Standing, key: str, value: Value) -> Splice:
    """A new key stands last in its mapping."""
    node = here.node
    if not isinstance(node, Pairs):
        return begun(page, root, here, {key: plain(value)})
    if flows(page, node):
        line, column = node.stop
        end = line, column - 1
        return Splice(end, end, f"{', ' if node.entries else ''}{key}: {fresh.flowing(value)}")
    lines = fresh.entry(key, value, node.start[1], offset(page, root))
    if not here.holders and len(lines) > 1 and _has_gaps(page, node):
        lines = ["", *lines]
    return page.below(last_line(page, node), lines, len(here.holders) + 1)


def _has_gaps(page: Paper, pairs: Pairs) -> bool:
    """Whether the parts of the storyboard are set apart by empty lines."""
    starts = [key.start[0] for key, _ in pairs.entries.values()]
    return any(not page.line(line - 1).strip() for line in starts if line)


def offset(page: Paper, root: Node) -> int:
    """How far right of its key the first list below a node has its dashes."""
    return next(_offsets(page, root), INDENT)


def _offsets(page: Paper, node: Node) -> Iterator[int]:
    match node:
        case Pairs(entries=entries) if not flows(page, node):
            for key, value in entries.values():
                if isinstance(value, Items) and value.nodes and not flows(page, value):
                    yield dash_column(page, value) - key.start[1]
            for _, value in entries.values():
                yield from _offsets(page, value)
        case Items(nodes=nodes):
            for one in nodes:
                yield from _offsets(page, one)
