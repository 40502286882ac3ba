"""What stands in other files joins the tree of a storyboard, at the ends of its lists.

Rows of a spreadsheet and lines of another YAML become nodes of the same tree, so that everything
that reads the storyboard reads them alike. Their marks are lines after the last one of the text,
each of which stands for a place elsewhere: whatever is wrong with a value is told there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ceremonie.diagnostics import NodePath, Place
from ceremonie.sheets.rows import Given, Record, nested
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.mended import Doubt, Doubts
from ceremonie.storyboard.source import Source, underlined
from ceremonie.storyboard.tree import Items, Mark, Node, Pairs, Scalar, Unread, resolved


def grafted(source: Source, records: Iterable[Record]) -> Source:
    """The source with the records at the ends of their lists; the given one stays as it is."""
    if source.root is None:
        return source
    graft, lists = _begun(source), dict[NodePath, list[Node]]()
    for record in records:
        lists.setdefault(record.list, []).append(graft.entry(record))
    root = source.root
    for path, nodes in lists.items():
        root = _extended(root, path, nodes)
    return _with(source, root, graft)


def filled(source: Source, key: str, records: Sequence[Record]) -> Source:
    """The source with the records in the place of the file that a key names."""
    graft = _begun(source)
    return _with(source, _replaced(source, key, [graft.entry(one) for one in records]), graft)


def joined_by(source: Source, key: str, other: Source, items: Sequence[Node]) -> Source:
    """The source with nodes of another YAML in the place of the file that a key names. Where some
    lines of it could not be read, nobody knows what else it says.
    """
    graft = _begun(source)
    nodes = [graft.copied(node, other.lines) for node in items]
    if other.doubts.left_out and other.root is not None:
        nodes.append(Unread(other.root.start, other.root.start))
    doubts = Doubts(
        (*source.doubts.left_out, *map(_elsewhere, other.doubts.left_out)),
        (*source.doubts.moved, *map(_elsewhere, other.doubts.moved)),
    )
    return replace(_with(source, _replaced(source, key, nodes), graft), doubts=doubts)


def unknown(source: Source, key: str) -> Source:
    """The source where nothing is known of what a key says: its file could not be read."""
    pairs = _pairs_of(source)
    written, node = pairs.entries[key]
    entries = {**pairs.entries, key: (written, Unread(node.start, node.stop))}
    return replace(source, root=Pairs(pairs.start, pairs.stop, entries))


_NOWHERE = -9
"""The line of a doubt about another file: no line of this one."""


def _elsewhere(doubt: Doubt) -> Doubt:
    """What may be missing there is known by its key alone."""
    return replace(doubt, line=_NOWHERE, column=_NOWHERE)


def _begun(source: Source) -> _Graft:
    return _Graft(len(source.lines.texts) + len(source.lines.cells))


def _with(source: Source, root: Node, graft: _Graft) -> Source:
    cells = (*source.lines.cells, *graft.cells)
    return replace(source, root=root, lines=replace(source.lines, cells=cells))


def _replaced(source: Source, key: str, items: list[Node]) -> Node:
    pairs = _pairs_of(source)
    written, node = pairs.entries[key]
    start = items[0].start if items else node.start
    list_ = Items(start, start, items)
    return Pairs(pairs.start, pairs.stop, {**pairs.entries, key: (written, list_)})


def _pairs_of(source: Source) -> Pairs:
    """The storyboard's own mapping, which holds the key that was found in it."""
    pairs = resolved(source.root) if source.root else None
    assert isinstance(pairs, Pairs)
    return pairs


@dataclass
class _Graft:
    """`after` is the number of lines of the text; `cells` are the places given so far."""

    after: int
    cells: list[Place] = field(default_factory=list)

    def entry(self, record: Record) -> Node:
        node = self._node(nested((given.path, given) for given in record.values))
        assert isinstance(node, Pairs)
        node.start = self._mark(record.first.place)
        return node

    def copied(self, node: Node, lines: Lines) -> Node:
        """A node of another text, with what it is an alias of in its own place."""
        node = resolved(node)
        mark = self._mark_of(node, lines)
        match node:
            case Pairs(entries=entries):
                inner = {
                    key: (_text(self._mark_of(written, lines), key), self.copied(value, lines))
                    for key, (written, value) in entries.items()
                }
                return Pairs(mark, mark, inner)
            case Items(nodes=nodes):
                return Items(mark, mark, [self.copied(one, lines) for one in nodes])
            case Scalar(text=text, quoted=quoted):
                return Scalar(mark, mark, text, quoted)
        return Unread(mark, mark)

    def _mark_of(self, node: Node, lines: Lines) -> Mark:
        return self._mark(replace(lines.place(*underlined(node)), apart=True))

    def _mark(self, place: Place) -> Mark:
        self.cells.append(place)
        return self.after + len(self.cells) - 1, 0

    def _node(self, value: Any) -> Node:
        match value:
            case dict():
                return self._pairs({key: self._node(inner) for key, inner in value.items()})
            case list():
                nodes = [self._node(inner) for inner in value]
                return Items(nodes[0].start, nodes[-1].stop, nodes)
            case Given():
                return _leaf(self._mark(value.cell.place), value.value)
        raise TypeError(value)

    def _pairs(self, nodes: dict[str, Node]) -> Pairs:
        """The key of a value stands where its value does: in the cell."""
        first = next(iter(nodes.values())).start
        entries = {key: (_text(node.start, key), node) for key, node in nodes.items()}
        return Pairs(first, first, entries)


def _leaf(mark: Mark, value: Any) -> Node:
    match value:
        case None:
            return Scalar(mark, mark, "", quoted=False)
        case list():
            return Items(mark, mark, [_text(mark, one) for one in value])
        case str():
            return _text(mark, value)
        case bool():
            return Scalar(mark, mark, "true" if value else "false", quoted=False)
    return Scalar(mark, mark, str(value), quoted=False)


def _text(mark: Mark, text: str) -> Scalar:
    return Scalar(mark, mark, text, quoted=True)


def _extended(node: Node | None, path: Sequence[str | int], items: list[Node]) -> Node:
    """A copy of the node whose list at `path` ends with the items; what is no list stays, and is
    told as such.
    """
    here = resolved(node) if node else None
    if not path:
        if isinstance(here, Items):
            return Items(here.start, here.stop, [*here.nodes, *items])
        absent = here is None or (isinstance(here, Scalar) and here.empty)
        return Items(items[0].start, items[-1].stop, items) if absent or here is None else here
    step, rest = path[0], path[1:]
    if isinstance(here, Pairs) and isinstance(step, str):
        key, value = here.entries.get(step, (_text(items[0].start, step), None))
        entries = {**here.entries, step: (key, _extended(value, rest, items))}
        return Pairs(here.start, here.stop, entries)
    if isinstance(here, Items) and isinstance(step, int):
        nodes = list(here.nodes)
        nodes[step] = _extended(nodes[step], rest, items)
        return Items(here.start, here.stop, nodes)
    assert here is not None
    return here
