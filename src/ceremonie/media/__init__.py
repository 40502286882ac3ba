"""Names → Material: probed, upright, sRGB, reduced, digested, kept as normalised copies.

`inspect`, `assumed` and `gather` are the doors; they are imported on first use, since they bring
much along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.media.assumption import assumed
    from ceremonie.media.gathering import gather, inspect

__all__ = ["assumed", "gather", "inspect"]

_HOMES = {"assumed": "assumption", "gather": "gathering", "inspect": "gathering"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"ceremonie.media.{_HOMES[name]}"), name)
    raise AttributeError(name)
