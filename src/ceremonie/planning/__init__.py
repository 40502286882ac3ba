"""Storyboard and materials → the plan: order, words, boxes, spans and cues of deck and film.

`plan` is the door; it is imported on first use, so that what a plan consists of costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.planning.recipe import plan

__all__ = ["plan"]


def __getattr__(name: str) -> Any:
    if name == "plan":
        from ceremonie.planning import recipe

        return recipe.plan
    raise AttributeError(name)
