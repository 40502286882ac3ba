"""Plan → the film in each of its shapes: frames, segments, sound, joined and checked files.

`render` is the door for one film, `render_each` that for those of several audiences; `encoders`
tells which libraries encode them. They are imported on first use, since they bring much along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.film.coding.master import Master, MasterFiles
    from ceremonie.film.coding.versions import encoders
    from ceremonie.film.commission import Commission
    from ceremonie.film.rendering import render, render_each

__all__ = ["Commission", "Master", "MasterFiles", "encoders", "render", "render_each"]

_HOMES = {
    "Commission": "rendering",
    "Master": "coding.master",
    "MasterFiles": "coding.master",
    "encoders": "coding.versions",
    "render": "rendering",
    "render_each": "rendering",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"ceremonie.film.{_HOMES[name]}"), name)
    raise AttributeError(name)
