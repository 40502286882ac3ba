"""Which key of the storyboard a drawn text comes from, told by its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ceremonie.diagnostics import NodePath
from ceremonie.planning.typography import french, number
from ceremonie.storyboard import query
from ceremonie.storyboard.model import Storyboard

FEWEST_SIGNS = 3
"""Of words looked for inside others: shorter ones are found anywhere."""


class Origins:
    """Looks texts up in a storyboard; nothing is read before the first question."""

    def __init__(self, storyboard: Storyboard) -> None:
        self._storyboard = storyboard

    @cached_property
    def _texts(self) -> tuple[tuple[NodePath, str], ...]:
        """Every text of the storyboard as it is printed, by the way to it."""
        data = self._storyboard.model_dump(mode="json", by_alias=True, exclude_unset=True)
        printed = ((path, _printed(value)) for path, value in query.leaves(data))
        return tuple((path, text) for path, text in printed if text)

    def of(self, scene: NodePath, words: str) -> tuple[NodePath, str]:
        """The way to the key, and the text under it that `words` show, or were made from.

        Looked for under the scene's own node first, then under what holds it: a mosaic shows
        titles of several workshops, credits gather what media say. Where nothing matches, the
        scene's node and the words themselves.
        """
        for depth in range(len(scene), -1, -1):
            for path, text in self._matches(scene[:depth], words):
                return path, text
        return scene, words

    def _matches(self, node: NodePath, words: str) -> Iterator[tuple[NodePath, str]]:
        """The whole text; else the longest that the words hold; else the one that holds them."""
        inside = [(p, text) for p, text in self._texts if p[: len(node)] == node]
        yield from ((path, words) for path, text in inside if text == words)
        held = [(p, t) for p, t in inside if len(t) >= FEWEST_SIGNS and t in words]
        yield from sorted(held, key=lambda found: -len(found[1]))
        if len(words) >= FEWEST_SIGNS:
            yield from ((path, words) for path, text in inside if words in text)


def _printed(value: Any) -> str:
    """As it is written on the screen; empty where it is no text and no whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    return french(value) if isinstance(value, str) else ""
