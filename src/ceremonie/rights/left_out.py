"""What an audience is not given, for the report."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.audiences import Audience
from ceremonie.diagnostics import NodePath
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.source import Source


@dataclass(frozen=True)
class LeftOut:
    """What an audience is not given: of whom (an identifier), why, and what was done instead (words
    for the report). `path` leads to it in the source.
    """

    audience: Audience
    person: str
    why: str
    done: str
    path: NodePath

    def as_json(self, source: Source) -> dict[str, str]:
        """As the report has it: by identifier, and what looks like a name is none."""
        return {
            "public": str(self.audience),
            "personne": identifiers.shown(self.person),
            "pourquoi": self.why,
            "fait": self.done,
            "ou": source.place(self.path).beside,
        }
