"""YAML → Storyboard: read with places, checked at once, told in French.

`read` is the door; it is imported on first use, so that the vocabulary costs little to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.storyboard.reading import Reading, read
    from ceremonie.storyboard.source import Source

__all__ = ["Reading", "Source", "read"]

_HOMES = {"Reading": "reading", "read": "reading", "Source": "source"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"ceremonie.storyboard.{_HOMES[name]}"), name)
    raise AttributeError(name)
