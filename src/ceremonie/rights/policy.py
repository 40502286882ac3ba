"""What is done for an audience with what it may not be given, as the storyboard says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.storyboard.publication import Fallbacks, Otherwise
from ceremonie.storyboard.query import texts

KEY = "sinon"


@dataclass(frozen=True)
class Policy:
    """`usual` is that of the publication; a medium may say otherwise."""

    usual: Otherwise

    def of(self, entry: Mapping[str, Any]) -> Otherwise:
        return _read(entry, KEY) or self.usual


def policy(data: Any, audience: Audience) -> Policy:
    return Policy(_read(data, "publication", KEY, audience) or Fallbacks().for_(audience))


def _read(data: Any, *pattern: str) -> Otherwise | None:
    """What is no such word is told by the vocabulary."""
    written = (text for _, text in texts(data, *pattern))
    return next((Otherwise(text) for text in written if text in set(Otherwise)), None)
