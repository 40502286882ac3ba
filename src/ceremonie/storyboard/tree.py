"""The storyboard as written: nodes that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ceremonie.storyboard.scalars import meaning

Mark = tuple[int, int]
"""Line and column, both from 0; columns count characters."""


@dataclass(slots=True)
class Node:
    start: Mark
    stop: Mark


@dataclass(slots=True)
class Scalar(Node):
    """`quoted` is True where the text was written in quotes or as a block."""

    text: str
    quoted: bool

    @property
    def empty(self) -> bool:
        return not self.text and not self.quoted


@dataclass(slots=True)
class Unread(Node):
    """Stands for a value that is not YAML; that was told, and nothing else is said about it."""


class Unknown:
    """What is known of such a value; the only one is `UNKNOWN`."""

    def __str__(self) -> str:
        return "…"


UNKNOWN = Unknown()


@dataclass(slots=True)
class Items(Node):
    nodes: list[Node]


@dataclass(slots=True)
class Pairs(Node):
    """Keys are unique; a repeated one was told and left out."""

    entries: dict[str, tuple[Scalar, Node]]


@dataclass(slots=True)
class Alias(Node):
    target: Node


def resolved(node: Node) -> Node:
    return node.target if isinstance(node, Alias) else node


def child(node: Node, step: str | int) -> Node | None:
    """The value under a key or an index, through an alias; None where there is none."""
    match resolved(node), step:
        case Pairs(entries=entries), str() if step in entries:
            return entries[step][1]
        case Items(nodes=nodes), int() if 0 <= step < len(nodes):
            return nodes[step]
    return None


def plain_data(node: Node) -> Any:
    """Dictionaries, lists, scalars and UNKNOWN; what is aliased is shared, not copied."""
    return _plain(node, {})


def _plain(node: Node, made: dict[int, Any]) -> Any:
    node = resolved(node)
    if isinstance(node, Scalar):
        return node.text if node.quoted else meaning(node.text)
    if isinstance(node, Unread):
        return UNKNOWN
    if id(node) not in made:
        made[id(node)] = _collection(node, made)
    return made[id(node)]


def _collection(node: Node, made: dict[int, Any]) -> Any:
    match node:
        case Pairs(entries=entries):
            return {key: _plain(value, made) for key, (_, value) in entries.items()}
        case Items(nodes=nodes):
            return [_plain(item, made) for item in nodes]
    raise TypeError(node)
