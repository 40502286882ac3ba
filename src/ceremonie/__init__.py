"""One storyboard becomes the deck and the recap film of a closing ceremony.

`produce`, `check`, `load` and `plan` are the library's doors; they are imported on first use, so
that `import ceremonie` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.production import check, load, plan, produce

__version__ = "0.1.0"
__all__ = ["__version__", "check", "load", "plan", "produce"]


def __getattr__(name: str) -> Any:
    if name in {"check", "load", "plan", "produce"}:
        from importlib import import_module

        return getattr(import_module("ceremonie.production"), name)
    raise AttributeError(name)
