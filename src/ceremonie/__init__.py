"""One storyboard becomes the deck and the recap film of a closing ceremony.

`produce`, `check`, `load`, `plan`, `prepare` and `clip` are the library's doors; they are imported
on first use, so that `import ceremonie` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.film.clip import clip
    from ceremonie.production import check, load, plan, prepare, produce

__version__ = "0.1.0"
__all__ = ["__version__", "check", "clip", "load", "plan", "prepare", "produce"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from importlib import import_module

        home = "ceremonie.film.clip" if name == "clip" else "ceremonie.production"
        return getattr(import_module(home), name)
    raise AttributeError(name)
