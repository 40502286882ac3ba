"""Plan → the film in each of its shapes: frames, segments, sound, joined and checked files.

`render` is the door; it is imported on first use, since it brings much along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.film.rendering import render

__all__ = ["render"]


def __getattr__(name: str) -> Any:
    if name == "render":
        from ceremonie.film import rendering

        return rendering.render
    raise AttributeError(name)
