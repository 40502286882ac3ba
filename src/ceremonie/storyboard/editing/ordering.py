"""The items of a list in another order: each takes its own lines and comments along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ceremonie.storyboard.editing.changes import RefusedError
from ceremonie.storyboard.editing.paper import Paper, Splice
from ceremonie.storyboard.editing.placing import dash_column, dashes, flows, last_line
from ceremonie.storyboard.tree import Items, Scalar


def reordered(page: Paper, items: Items, order: tuple[int, ...]) -> tuple[Splice, ...]:
    """Raises RefusedError where the order is not one of these items, or they cannot be moved."""
    if sorted(order) != list(range(len(items.nodes))):
        raise RefusedError("cette liste n'a plus les mêmes éléments")
    if flows(page, items):
        return tuple(_flowing(page, items, order))
    return (_below_each_other(page, items, order),)


def _flowing(page: Paper, items: Items, order: tuple[int, ...]) -> Iterator[Splice]:
    """Between brackets: the words of each item change places."""
    if not all(isinstance(node, Scalar) for node in items.nodes):
        raise RefusedError(
            "cette liste est écrite sur une ligne : ses éléments ne se déplacent pas"
        )
    for node, index in zip(items.nodes, order, strict=True):
        other = items.nodes[index]
        yield Splice(node.start, node.stop, page.between(other.start, other.stop))


def _below_each_other(page: Paper, items: Items, order: tuple[int, ...]) -> Splice:
    """What parts two items (empty lines, a heading between them) stays where it is."""
    blocks = blocks_of(page, items)
    lines = [list(page.texts[first:after]) for first, after in blocks]
    gaps = [list(page.texts[a:b]) for (_, a), (b, _) in pairwise(blocks)]
    moved = list(lines[order[0]])
    for gap, index in zip(gaps, order[1:], strict=True):
        moved += [*gap, *lines[index]]
    return page.lines(blocks[0][0], blocks[-1][1], moved)


def blocks_of(page: Paper, items: Items) -> list[tuple[int, int]]:
    """First line and line after the last of each item, with the comments right above it; those
    above the first belong to the list unless other items have some, too.
    """
    column, first_lines = dash_column(page, items), dashes(page, items)
    limits = [*first_lines[1:], len(page.texts)]
    lasts = [
        max(dash, last_line(page, n)) for dash, n in zip(first_lines, items.nodes, strict=True)
    ]
    ends = [_end(page, last, limit, column) for last, limit in zip(lasts, limits, strict=True)]
    starts = [_start(page, dash, end) for dash, end in zip(first_lines, [0, *ends], strict=False)]
    if starts[1:] == first_lines[1:]:
        starts[0] = first_lines[0]
    return list(zip(starts, ends, strict=True))


def _start(page: Paper, dash: int, least: int) -> int:
    while dash > least and _is_comment(page.line(dash - 1)):
        dash -= 1
    return dash


def _end(page: Paper, last: int, limit: int, column: int) -> int:
    """Comments further right than the dash are the item's own."""
    end = last + 1
    for number in range(last + 1, limit):
        line = page.line(number)
        if line.strip() and not _is_comment(line):
            break
        if line.strip() and len(line) - len(line.lstrip()) > column:
            end = number + 1
    return end


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")
