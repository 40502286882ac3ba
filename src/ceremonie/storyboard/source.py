"""A storyboard as a text with places: every path leads to its line, column and excerpt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Place
from ceremonie.storyboard import decode, file_names, former_keys
from ceremonie.storyboard.compose import compose
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.mended import NO_DOUBTS, Doubts
from ceremonie.storyboard.tree import (
    Items,
    Mark,
    Node,
    Pairs,
    Scalar,
    Unread,
    child,
    plain_data,
    resolved,
)

LINES_TOLD = 8
"""Of a problem that many lines share; the others are counted."""


@dataclass(frozen=True, eq=False)
class Source:
    """`root` is None where nothing could be read; `doubts` are lines that could not be read, or
    perhaps not as they were meant.
    """

    lines: Lines
    root: Node | None = None
    doubts: Doubts = NO_DOUBTS

    @property
    def file(self) -> str:
        """The storyboard's name, as it was given."""
        return self.lines.file

    @cached_property
    def data(self) -> Any:
        """The whole storyboard as dictionaries, lists and scalars, valid or not; None if empty."""
        return plain_data(self.root) if self.root else None

    def place(self, path: NodePath, *, key: bool = False) -> Place:
        """Where the value of `path` stands (or its key); where there is none, what holds it."""
        chain = self._chain(path)
        if not chain:
            return self.lines.place((0, 0)) if self.root else Place(self.file)
        holder, node = chain[-2] if len(chain) > 1 else None, chain[-1]
        complete = len(chain) == len(path) + 1
        if holder and complete and (key or (isinstance(node, Scalar) and node.empty)):
            written = _key(holder, path[-1])
            return self.lines.place(*(written or underlined(node)))
        return self.lines.place(*underlined(node))

    def located(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """With the place of their path, where they carry none yet, and the lines of the others."""
        return tuple(
            replace(d, place=self.place(d.path), message=d.message + self._elsewhere(d), also=())
            if d.place is None and d.path is not None
            else d
            for d in diagnostics
        )

    def _elsewhere(self, diagnostic: Diagnostic) -> str:
        """« (aussi aux lignes 12, 30 et 41) », « (aussi cases C4 et C9, feuille Ateliers) »."""
        assert diagnostic.path is not None
        here = self.place(diagnostic.path)
        places = {self.place(path) for path in diagnostic.also} - {here}
        cells = {place for place in places if place.cell}
        apart = {place for place in places - cells if place.apart}
        own = set() if here.cell or here.apart else {here.line}
        lines = sorted({place.line for place in places - cells - apart} - own)
        told = [_numbered("ligne", "aux lignes", [str(line) for line in lines])]
        told += [place.beside for place in sorted(apart)]
        for sheet in sorted({place.sheet for place in cells}):
            names = [place.cell for place in sorted(cells) if place.sheet == sheet]
            told.append(f"{_numbered('case', 'cases', names)}, feuille {sheet}")
        return f" (aussi {' ; '.join(filter(None, told))})" if any(told) else ""

    def from_table(self, path: NodePath) -> bool:
        """Whether what stands at a path, or what holds it, came from another file."""
        return self.lines.cell(self.mark(path)[0]) is not None

    def mark(self, path: NodePath) -> Mark:
        """The start of what stands at a path, or of what holds it."""
        chain = self._chain(path)
        return chain[-1].start if chain else (0, 0)

    def key_mark(self, path: NodePath) -> Mark:
        """The start of the key of a path, or of what stands there if it has none."""
        chain = self._chain(path)
        written = _key(chain[-2], path[-1]) if len(chain) == len(path) + 1 > 1 else None
        return written[0] if written else self.mark(path)

    def doubtful(self, path: NodePath, key: str) -> bool:
        """Whether the mapping at a path may hold a key that was not found in it."""
        column = self.mark(path)[1]
        return self.doubts.may_hold(key, column)

    def unread(self, path: NodePath) -> bool:
        """Whether something in the block at a path could not be read."""
        chain = self._chain(path)
        if len(chain) <= len(path):
            return False
        first, last = chain[-1].start[0], chain[-1].stop[0]
        left_out = any(first <= doubt.line <= last for doubt in self.doubts.left_out)
        return left_out or _has_unread(chain[-1])

    def _chain(self, path: NodePath) -> list[Node]:
        """The nodes from the root on, as far as the path leads."""
        chain = [self.root] if self.root else []
        for step in path:
            following = child(chain[-1], step) if chain else None
            if following is None:
                break
            chain.append(following)
        return chain


def _numbered(one: str, several: str, numbers: list[str]) -> str:
    """« ligne 12 », « aux lignes 12, 30 et 41 »; empty where there is none."""
    if len(numbers) > LINES_TOLD:
        numbers = [*numbers[:LINES_TOLD], f"{len(numbers) - LINES_TOLD} autres"]
    if len(numbers) < 2:
        return f"{one} {numbers[0]}" if numbers else ""
    return f"{several} {', '.join(numbers[:-1])} et {numbers[-1]}"


def _has_unread(node: Node) -> bool:
    match node:
        case Pairs(entries=entries):
            return any(_has_unread(value) for _, value in entries.values())
        case Items(nodes=nodes):
            return any(map(_has_unread, nodes))
    return isinstance(node, Unread)


def _key(holder: Node, step: str | int) -> tuple[Mark, Mark] | None:
    mapping = resolved(holder)
    if isinstance(mapping, Pairs) and isinstance(step, str):
        written = mapping.entries[step][0]
        return written.start, written.stop
    return None


def underlined(node: Node) -> tuple[Mark, Mark | None]:
    """What to underline: a text whole, a mapping by its first key, a list by its first dash."""
    match node:
        case Pairs(start=start, entries=entries) if entries:
            first = next(iter(entries.values()))[0]
            return (start, first.stop) if first.start == start else (start, None)
        case Items(start=(line, column)):
            return (line, column), (line, column + 1)
    return node.start, node.stop


def parse(data: bytes, file: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The source of these bytes and what is wrong with them as a text and as YAML."""
    lines = Lines(file, ())
    try:
        lines = Lines(file, decode.lines(data, file))
        composed = compose(lines)
    except decode.RefusedError as refusal:
        return Source(lines), refusal.diagnostics
    twice = former_keys.renew(composed.root, lines)
    source = Source(lines, composed.root, composed.doubts)
    return source, (
        *decode.invisible(file_names.hidden(lines.texts, composed.root), file),
        *composed.diagnostics,
        *twice,
    )
