"""Where values stand in the text: their signs, their lines, and the lists they are items of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.editing.changes import RefusedError
from ceremonie.storyboard.editing.paper import Paper
from ceremonie.storyboard.editing.values import PROPERTIES, Place, is_block, last_of_block
from ceremonie.storyboard.tree import Alias, Items, Mark, Node, Pairs, Scalar, child

NOWHERE = "cet endroit du storyboard n'existe plus"
SHARED = "cette valeur sert aussi ailleurs (« * » et « & »)"


@dataclass(frozen=True)
class Standing:
    """A node and the nodes that hold it, from the root on."""

    node: Node
    holders: tuple[Node, ...]


def standing(root: Node | None, path: NodePath) -> Standing | None:
    """The node at a path, None where it is not written. Raises RefusedError where the way leads
    through an alias: what stands there is also something else.
    """
    node, holders = root, list[Node]()
    for step in path:
        if node is None:
            return None
        if isinstance(node, Alias):
            raise RefusedError(SHARED)
        holders.append(node)
        node = child(node, step)
    return Standing(node, tuple(holders)) if node else None


def begin(page: Paper, node: Node) -> Mark:
    """Where it begins, after its anchor."""
    line, column = node.start
    properties = PROPERTIES.match(page.line(line), column)
    return line, properties.end() if properties and not isinstance(node, Alias) else column


def flows(page: Paper, node: Node) -> bool:
    """Whether a collection is written between brackets or braces."""
    line, column = begin(page, node)
    return page.line(line)[column : column + 1] in {"[", "{"}


def place(page: Paper, here: Standing) -> Place:
    """The signs of a scalar, or of the alias that stands for a value."""
    indents = [node.start[1] for node in here.holders if isinstance(node, Pairs)]
    flow = any(isinstance(node, Pairs | Items) and flows(page, node) for node in here.holders)
    indent = (indents[-1] if indents else 0) + 2
    return Place(begin(page, here.node), here.node.stop, indent, flow)


def last_line(page: Paper, node: Node) -> int:
    """The last line that holds something of it."""
    match node:
        case Pairs(entries=entries) if entries and not flows(page, node):
            return max(max(key.stop[0], last_line(page, one)) for key, one in entries.values())
        case Items(nodes=nodes) if nodes and not flows(page, node):
            return max(node.start[0], *(last_line(page, one) for one in nodes))
        case Scalar() if is_block(page, begin(page, node)):
            return last_of_block(page, begin(page, node), node.stop)
    return node.stop[0] if node.stop[1] or node.stop == node.start else node.stop[0] - 1


def dash_column(page: Paper, items: Items) -> int:
    """Where the dashes of a list stand that is written with dashes; an anchor may stand before the
    first.
    """
    line, column = items.nodes[0].start
    before = page.line(line)[:column].rstrip()
    return len(before) - 1 if before.endswith("-") else items.start[1]


def dashes(page: Paper, items: Items) -> list[int]:
    """The line of each item's dash in a list that is written with dashes."""
    return list(_dashes(page, items, dash_column(page, items)))


def _dashes(page: Paper, items: Items, column: int) -> Iterator[int]:
    least = items.start[0]
    for node in items.nodes:
        line = node.start[0]
        while line >= least and not _has_dash(page.line(line), column):
            line -= 1
        if line < least:
            raise RefusedError("cette liste est écrite d'une façon qui ne se déplace pas")
        yield line
        least = line + 1


def _has_dash(line: str, column: int) -> bool:
    return line[column : column + 1] == "-" and not line[:column].strip()
