"""What an import has written stands in its cells: problems of it are told there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ceremonie.diagnostics import NodePath, Place
from ceremonie.importing.comparing import Difference
from ceremonie.sheets.rows import Record
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.tree import Items, Mark, Node, Pairs, Scalar, child

Cells = Mapping[NodePath, Place]


def of_new(record: Record, path: NodePath) -> Cells:
    """The cells of a row whose entry stands at a path; a cell that is empty and must not be stands
    for the key that is missing.
    """
    cells: dict[NodePath, Place] = {path: record.first.place}
    for given in record.values:
        for end in range(1, len(given.path) + 1):
            cells.setdefault((*path, *given.path[:end]), given.cell.place)
    return cells


def of_changed(differences: Iterable[Difference]) -> Cells:
    return {one.path: one.cell.place for one in differences}


def placed(source: Source, cells: Cells) -> Source:
    """The source in which what stands at these paths has the places of its cells, as a line each
    after the last one of the text. Its tree is changed.
    """
    if source.root is None:
        return source
    first = len(source.lines.texts)
    for number, path in enumerate(sorted(cells, key=len)):  # what is deeper has its own
        _place(source.root, path, (first + number, 0))
    places = tuple(cells[path] for path in sorted(cells, key=len))
    return replace(source, lines=replace(source.lines, cells=places))


def _place(root: Node, path: NodePath, mark: Mark) -> None:
    *above, last = path
    holder: Node | None = root
    for step in above:
        holder = child(holder, step) if holder else None
    if isinstance(holder, Pairs) and isinstance(last, str):
        empty = Scalar(mark, mark, last, quoted=False), Scalar(mark, mark, "", quoted=False)
        key, node = holder.entries.setdefault(last, empty)
        key.start = key.stop = mark
        _mark(node, mark)
    elif holder is not None and (item := child(holder, last)):
        _mark(item, mark)


def _mark(node: Node, mark: Mark) -> None:
    node.start = node.stop = mark
    match node:
        case Pairs(entries=entries):
            for key, value in entries.values():
                key.start = key.stop = mark
                _mark(value, mark)
        case Items(nodes=nodes):
            for one in nodes:
                _mark(one, mark)
