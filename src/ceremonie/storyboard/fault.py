"""What the model found wrong with a value, and how it is called in a message."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.messages import problem
from ceremonie.storyboard.examples import flow
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable


@dataclass(frozen=True)
class Fault:
    """What pydantic found. `path` leads to the node meant, or to a missing key."""

    kind: str
    path: NodePath
    value: Any
    context: dict[str, Any]
    source: Source

    @property
    def key(self) -> str:
        """The key meant, or the one of the list that an item stands in."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def name(self) -> str:
        """« titre », or « l'élément 2 de « medias » » for an item of a list."""
        last = self.path[-1] if self.path else ""
        return f"l'élément {last + 1} de « {self.key} »" if isinstance(last, int) else f"« {last} »"

    @cached_property
    def holder(self) -> str:
        """Where the key stands: « dans « ceremonie » », « dans l'élément 2 de « ateliers » »."""
        above = self.path[:-1]
        if not above:
            return "au premier niveau"
        last, key = above[-1], next(s for s in reversed(above) if isinstance(s, str))
        return (
            f"dans l'élément {last + 1} de « {key} »"
            if isinstance(last, int)
            else f"dans « {last} »"
        )

    def tell(self, slug: str, *, at_key: bool = False, **values: Any) -> Diagnostic:
        place = self.source.place(self.path, key=at_key)
        value = flow(self.value) if isinstance(self.value, dict | list) else self.value
        shared = {"name": self.name, "key": quotable(self.key), "value": quotable(value)}
        return problem(slug, place=place, path=self.path, **{**shared, **values})
