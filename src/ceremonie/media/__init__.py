"""Names → Material: examined once, upright, sRGB, reduced, digested, kept as normalised copies.

`at_work`, `examine` and `gather` are the doors, in this order; they are imported on first use,
since they bring much along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.media.examining import Examined, examine
    from ceremonie.media.gathering import gather, rehearse, sources
    from ceremonie.media.means import Means, at_work
    from ceremonie.media.template import KEY as TEMPLATE
    from ceremonie.media.wordless import unread

__all__ = [
    "TEMPLATE",
    "Examined",
    "Means",
    "at_work",
    "examine",
    "gather",
    "rehearse",
    "sources",
    "unread",
]

_HOMES = {
    "Examined": "examining",
    "Means": "means",
    "examine": "examining",
    "gather": "gathering",
    "rehearse": "gathering",
    "sources": "gathering",
    "at_work": "means",
    "unread": "wordless",
}


def __getattr__(name: str) -> Any:
    if name == "TEMPLATE":
        from ceremonie.media.template import KEY

        return KEY
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"ceremonie.media.{_HOMES[name]}"), name)
    raise AttributeError(name)
