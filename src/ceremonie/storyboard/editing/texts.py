"""A list of texts becomes another: what both hold keeps its signs, its place and its comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ceremonie.storyboard.editing import fresh
from ceremonie.storyboard.editing.changes import RefusedError
from ceremonie.storyboard.editing.paper import Paper, Splice
from ceremonie.storyboard.editing.placing import begin, dash_column, dashes, flows, last_line
from ceremonie.storyboard.tree import Items, Scalar

WHOLE = "une liste ou un groupe de clés ne se remplace pas d'un bloc"


def replaced(page: Paper, items: Items, texts: Sequence[str]) -> tuple[Splice, ...]:
    """Raises RefusedError where the list holds something else than texts, or would hold none."""
    if not all(isinstance(node, Scalar) for node in items.nodes) or not items.nodes:
        raise RefusedError(WHOLE)
    if flows(page, items):
        return (_in_brackets(page, items, texts),)
    return tuple(_below_each_other(page, items, texts))


def _in_brackets(page: Paper, items: Items, texts: Sequence[str]) -> Splice:
    start = begin(page, items)
    if "#" in page.between(start, items.stop) and start[0] != items.stop[0]:
        raise RefusedError("des commentaires se tiennent dans cette liste")
    return Splice(start, items.stop, fresh.flowing(list(texts)))


def _below_each_other(page: Paper, items: Items, texts: Sequence[str]) -> Iterator[Splice]:
    column, first = dash_column(page, items), dashes(page, items)
    after = [last_line(page, node) + 1 for node in items.nodes]
    former = [node.text for node in items.nodes if isinstance(node, Scalar)]
    matcher = SequenceMatcher(None, former, list(texts), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        lines = [line for text in texts[c:d] for line in fresh.item(text, column, 0)]
        if tag == "delete":
            yield _without(page, first[a], after[b - 1])
        elif tag == "replace":
            yield page.lines(first[a], after[b - 1], lines)
        elif tag == "insert":
            yield page.below(after[a - 1] - 1 if a else first[0] - 1, lines, 0)


def _without(page: Paper, first: int, after: int) -> Splice:
    """Lines go with what ends the line before them."""
    return Splice(
        (first - 1, len(page.line(first - 1))), (after - 1, len(page.line(after - 1))), ""
    )
