"""Where a storyboard names files: marks that nobody sees may be part of a file's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.storyboard.tree import Items, Node, Pairs, Scalar

KEYS = frozenset({"fichier", "sous_titres", "code"})
"""Whether the file is there, with or without such a mark, is told where media are looked for."""

_SEEN = "_"


def hidden(lines: Sequence[str], root: Node | None) -> str:
    """The text with something to see in place of every sign of a file's name."""
    masked = list(lines)
    for scalar in _names(root):
        (first, start), (last, stop) = scalar.start, scalar.stop
        for number in range(first, min(last + 1, len(masked))):
            line = masked[number]
            left = start if number == first else 0
            right = min(stop, len(line)) if number == last else len(line)
            masked[number] = line[:left] + _SEEN * (right - left) + line[right:]
    return "\n".join(masked)


def _names(root: Node | None) -> Iterator[Scalar]:
    nodes = [root] if root else []
    while nodes:
        match nodes.pop():
            case Items(nodes=items):
                nodes += items
            case Pairs(entries=entries):
                for key, (_, value) in entries.items():
                    if key in KEYS and isinstance(value, Scalar):
                        yield value
                    else:
                        nodes.append(value)
