"""YAML text → tree. Bounded in depth and in size, aliases counted as often as they are used.

Only what a storyboard needs is taken: one document, texts as keys, each key once; no tag, no
merge key. What is refused on the way is told and left out, so that the rest is still checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import yaml

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.storyboard import recovery
from ceremonie.storyboard.decode import RefusedError
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.mended import NO_DOUBTS, Doubts, Mended, untouched
from ceremonie.storyboard.recovery import MAXIMUM_DEPTH
from ceremonie.storyboard.tree import Alias, Items, Mark, Node, Pairs, Scalar, Unread
from ceremonie.text import quotable

MAXIMUM_NODES = 200_000
"""A storyboard of 500 entries has about 10 000."""


@dataclass(frozen=True)
class Composed:
    """`root` is None if there is nothing but comments; `doubts` is what is not known for sure."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]
    doubts: Doubts = NO_DOUBTS


def compose(lines: Lines) -> Composed:
    """The tree, and everything that was wrong with the text or refused on the way.

    Raises RefusedError where nothing can be read, or where the text would take too much.
    """
    text = untouched(lines)
    with suppress(yaml.YAMLError):
        if not recovery.hides_keys(text.whole):
            return _composed(text)
    text, repairs = recovery.mended(lines)
    try:
        read = _composed(text)
    except RefusedError as refusal:
        raise RefusedError(*repairs, *refusal.diagnostics) from None
    return replace(read, diagnostics=(*repairs, *read.diagnostics), doubts=text.doubts)


def _composed(text: Mended) -> Composed:
    composer = _Composer(text)
    root = composer.document(yaml.parse(text.whole, Loader=recovery.FAST_LOADER))
    return Composed(root, tuple(composer.diagnostics))


def _written(tag: str) -> str:
    """`!!float` as it stands in the text; the reader expands it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


class _Composer:
    """Nodes carry the marks of the user's own text, wherever they stand in the copy."""

    def __init__(self, text: Mended) -> None:
        self.text = text
        self.lines = text.original
        self.diagnostics: list[Diagnostic] = []
        self._anchors: dict[str, Node | None] = {}
        self._sizes: dict[int, int] = {}
        self._written = 0
        self._events: Iterator[Any] = iter(())

    def document(self, events: Iterator[Any]) -> Node | None:
        self._events = events
        next(events)
        first = next(events)
        if isinstance(first, yaml.StreamEndEvent):
            return None
        root, _ = self._node(next(events), 0)
        next(events)
        second = next(events)
        if isinstance(second, yaml.DocumentStartEvent):
            self._tell("yaml-documents", self._start(second), self._stop(second))
            for _ in events:
                continue
        return root

    def _node(self, event: Any, depth: int) -> tuple[Node, int]:
        """The node and how many nodes it stands for, aliases expanded."""
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        self._written += 1
        if self._written > MAXIMUM_NODES:
            raise RefusedError(
                problem(
                    "yaml-demesure",
                    limit=MAXIMUM_NODES // 1000,
                    place=self.lines.place(self._start(event)),
                )
            )
        if depth > MAXIMUM_DEPTH:
            raise RefusedError(
                problem("yaml-profondeur", place=self.lines.place(self._start(event)))
            )
        if event.tag is not None:
            self._refuse_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        node, size = self._content(event, depth)
        if size > MAXIMUM_NODES:
            raise RefusedError(problem("yaml-bombe", place=self.lines.place(self._start(event))))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            self._sizes[id(node)] = size
        return node, size

    def _content(self, event: Any, depth: int) -> tuple[Node, int]:
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._pairs(event, depth)
        quoted = event.style in {"'", '"', "|", ">"}
        if self.text.is_lost((event.start_mark.line, event.start_mark.column)):
            return Unread(self._start(event), self._stop(event)), 1
        scalar = Scalar(self._start(event), self._stop(event), event.value, quoted)
        if not quoted and (swallowed := self.lines.swallowed(scalar.stop)):
            self._warn("diese", *swallowed)
        return scalar, 1

    def _items(self, event: Any, depth: int) -> tuple[Node, int]:
        nodes: list[Node] = []
        total = 1
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            node, size = self._node(item, depth + 1)
            nodes.append(node)
            total += size
        return Items(self._start(event), self._stop(item), nodes), total

    def _pairs(self, event: Any, depth: int) -> tuple[Node, int]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        total = 1
        while not isinstance(following := next(self._events), yaml.MappingEndEvent):
            key, _ = self._node(following, depth + 1)
            value, size = self._node(next(self._events), depth + 1)
            total += 1 + size
            if self._acceptable(key, entries):
                assert isinstance(key, Scalar)
                entries[key.text] = (key, value)
        return Pairs(self._start(event), self._stop(following), entries), total

    def _acceptable(self, key: Node, entries: dict[str, tuple[Scalar, Node]]) -> bool:
        if not isinstance(key, Scalar) or not key.text.strip():
            self._tell("yaml-cle", key.start, key.stop)
        elif key.text == "<<":
            self._tell("yaml-fusion", key.start, key.stop)
        elif key.text in entries:
            first = entries[key.text][0].start[0] + 1
            if key.start[0] not in self.text.doubts.lines:
                self._tell("cle-double", key.start, key.stop, key=quotable(key.text), first=first)
        else:
            return True
        return False

    def _alias(self, event: Any) -> tuple[Node, int]:
        target = self._anchors.get(event.anchor)
        if target is None:
            self._tell(
                "yaml-alias", self._start(event), self._stop(event), name=quotable(event.anchor)
            )
            return Scalar(self._start(event), self._stop(event), f"*{event.anchor}", quoted=True), 1
        return Alias(self._start(event), self._stop(event), target), self._sizes[id(target)]

    def _refuse_tag(self, event: Any) -> None:
        """The tag stands before the value; a scalar's own mark begins with it."""
        line, column = self._start(event)
        self._tell(
            "yaml-etiquette", (line, column), self._stop(event), tag=quotable(_written(event.tag))
        )

    def _start(self, event: Any) -> Mark:
        return self.text.mark((event.start_mark.line, event.start_mark.column))

    def _stop(self, event: Any) -> Mark:
        return self.text.mark((event.end_mark.line, event.end_mark.column))

    def _tell(self, slug: str, start: Mark, stop: Mark, **values: Any) -> None:
        self.diagnostics.append(problem(slug, place=self.lines.place(start, stop), **values))

    def _warn(self, slug: str, start: Mark, stop: Mark) -> None:
        place = self.lines.place(start, stop)
        self.diagnostics.append(problem(slug, place=place, severity=Severity.WARNING))
