"""YAML text → tree. Bounded in depth and in size, aliases counted as often as they are used.

Only what a storyboard needs is taken: one document, texts as keys, each key once; no tag, no
merge key. What is refused on the way is told and left out, so that the rest is still checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.storyboard.decode import RefusedError
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.syntax import explained
from ceremonie.storyboard.tree import Alias, Items, Mark, Node, Pairs, Scalar
from ceremonie.storyboard.words import shown

MAXIMUM_DEPTH = 30
MAXIMUM_NODES = 200_000
"""A storyboard of 500 entries has about 10 000."""

FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str, lines: Lines) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root and what was refused on the way; no root if there is nothing but comments.

    Raises RefusedError where the text is not YAML or would take too much.
    """
    composer = _Composer(lines)
    try:
        root = composer.document(yaml.parse(text, Loader=FAST_LOADER))
    except yaml.YAMLError as error:
        raise RefusedError(
            *composer.diagnostics, *explained(_told_best(text, error), lines)
        ) from None
    return root, tuple(composer.diagnostics)


def _told_best(text: str, error: yaml.YAMLError) -> yaml.YAMLError:
    """The pure reader tells more exactly what it found than the fast one does."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            continue
    except yaml.MarkedYAMLError as better:
        return better
    except (yaml.YAMLError, ValueError, OverflowError):
        return error
    return error


def _written(tag: str) -> str:
    """`!!float` as it stands in the text; the reader expands it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


def _start(event: Any) -> Mark:
    return event.start_mark.line, event.start_mark.column


def _stop(event: Any) -> Mark:
    return event.end_mark.line, event.end_mark.column


class _Composer:
    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.diagnostics: list[Diagnostic] = []
        self._anchors: dict[str, Node | None] = {}
        self._sizes: dict[int, int] = {}
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
            self._tell("yaml-documents", _start(second), _stop(second))
            for _ in events:
                continue
        return root

    def _node(self, event: Any, depth: int) -> tuple[Node, int]:
        """The node and how many nodes it stands for, aliases expanded."""
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if depth > MAXIMUM_DEPTH:
            raise RefusedError(problem("yaml-profondeur", place=self.lines.place(_start(event))))
        if event.tag is not None:
            self._refuse_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        node, size = self._content(event, depth)
        if size > MAXIMUM_NODES:
            raise RefusedError(problem("yaml-bombe", place=self.lines.place(_start(event))))
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
        scalar = Scalar(_start(event), _stop(event), event.value, quoted)
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
        return Items(_start(event), _stop(item), nodes), total

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
        return Pairs(_start(event), _stop(following), entries), total

    def _acceptable(self, key: Node, entries: dict[str, tuple[Scalar, Node]]) -> bool:
        if not isinstance(key, Scalar) or not key.text.strip():
            self._tell("yaml-cle", key.start, key.stop)
        elif key.text == "<<":
            self._tell("yaml-fusion", key.start, key.stop)
        elif key.text in entries:
            first = entries[key.text][0].start[0] + 1
            self._tell("cle-double", key.start, key.stop, key=shown(key.text), first=first)
        else:
            return True
        return False

    def _alias(self, event: Any) -> tuple[Node, int]:
        target = self._anchors.get(event.anchor)
        if target is None:
            self._tell("yaml-alias", _start(event), _stop(event), name=shown(event.anchor))
            return Scalar(_start(event), _stop(event), f"*{event.anchor}", quoted=True), 1
        return Alias(_start(event), _stop(event), target), self._sizes[id(target)]

    def _refuse_tag(self, event: Any) -> None:
        """The tag stands before the value; a scalar's own mark begins with it."""
        line, column = _start(event)
        self._tell("yaml-etiquette", (line, column), _stop(event), tag=shown(_written(event.tag)))

    def _tell(self, slug: str, start: Mark, stop: Mark, **values: Any) -> None:
        self.diagnostics.append(problem(slug, place=self.lines.place(start, stop), **values))

    def _warn(self, slug: str, start: Mark, stop: Mark) -> None:
        place = self.lines.place(start, stop)
        self.diagnostics.append(problem(slug, place=place, severity=Severity.WARNING))
