"""Plan → the film in each of its shapes: frames, segments, sound, joined and checked files.

`render` is the door for one film, `render_each` that for those of several audiences; they are
imported on first use, since they bring much along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.film.coding.master import Master, MasterFiles
    from ceremonie.film.commission import Commission
    from ceremonie.film.rendering import render, render_each

__all__ = ["Commission", "Master", "MasterFiles", "render", "render_each"]

OF_MASTERS = ("Master", "MasterFiles")


def __getattr__(name: str) -> Any:
    if name in __all__:
        from ceremonie.film import rendering
        from ceremonie.film.coding import master

        return getattr(master if name in OF_MASTERS else rendering, name)
    raise AttributeError(name)
