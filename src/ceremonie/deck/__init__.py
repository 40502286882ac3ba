"""Plan → diaporama.pptx: native shapes, text that can be edited, notes, sections, video.

`write` paints the deck, `write_template` its design alone; `inspect` tells what is wrong with a
finished one, `shipped` lists the font files to lay beside it, `read` opens a template of others and
`matches` tells which of its layouts the pages go on. They are imported on first use, since they
bring much along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.deck.foreign.offers import Template, read
    from ceremonie.deck.foreign.telling import Match, matches
    from ceremonie.deck.package.check import inspect
    from ceremonie.deck.package.fonts import shipped
    from ceremonie.deck.writing import write, write_template

__all__ = ["Match", "Template", "inspect", "matches", "read", "shipped", "write", "write_template"]

_HOMES = {
    "Match": "foreign.telling",
    "Template": "foreign.offers",
    "inspect": "package.check",
    "matches": "foreign.telling",
    "read": "foreign.offers",
    "shipped": "package.fonts",
    "write": "writing",
    "write_template": "writing",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"ceremonie.deck.{_HOMES[name]}"), name)
    raise AttributeError(name)
