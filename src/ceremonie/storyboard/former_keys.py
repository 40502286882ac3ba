"""Keys that had another name: storyboards that use the former one are read as before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.storyboard.lines import Lines
from ceremonie.storyboard.query import EACH, Pattern
from ceremonie.storyboard.tree import Items, Node, Pairs, child, resolved


class Renamed(NamedTuple):
    """Wherever `pattern` leads, `key` was once called `former`."""

    pattern: Pattern
    former: str
    key: str


RENAMED = (Renamed(("jours", EACH, "ateliers", EACH), "public", "participants"),)


def renew(root: Node | None, lines: Lines) -> tuple[Diagnostic, ...]:
    """Gives the keys of the tree their name of today, at the place where they stand; tells those
    that are written under both names, of which the first one stays.
    """
    return tuple(
        diagnostic
        for renamed in RENAMED
        for pairs in _mappings(root, renamed.pattern)
        for diagnostic in _renew(pairs, renamed, lines)
    )


def _mappings(node: Node | None, pattern: Pattern) -> Iterator[Pairs]:
    mapping = resolved(node) if node else None
    if not pattern and isinstance(mapping, Pairs):
        yield mapping
    elif pattern and pattern[0] is EACH and isinstance(mapping, Items):
        for item in mapping.nodes:
            yield from _mappings(item, pattern[1:])
    elif pattern and node and isinstance(pattern[0], str):
        yield from _mappings(child(node, pattern[0]), pattern[1:])


def _renew(pairs: Pairs, renamed: Renamed, lines: Lines) -> Iterator[Diagnostic]:
    entries, pairs.entries = pairs.entries, {}
    for word, (key, value) in entries.items():
        name = renamed.key if word == renamed.former else word
        if name not in pairs.entries:
            pairs.entries[name] = (key, value)
            continue
        first = pairs.entries[name][0].start[0] + 1
        yield problem(
            "cle-double",
            place=lines.place(key.start, key.stop),
            key=f"{renamed.key} (ou {renamed.former})",
            first=first,
        )
