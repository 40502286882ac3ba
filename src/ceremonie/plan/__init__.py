"""Storyboard and materials → the plan: order, words, boxes, spans and cues of deck and film.

`plan` is the door; it is imported on first use, so that what a plan consists of costs little.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceremonie.media.material import Materials
    from ceremonie.plan.model import Plan
    from ceremonie.plan.planning import plan
    from ceremonie.storyboard.model import Storyboard

__all__ = ["plan"]


def __getattr__(name: str) -> Any:
    if name == "plan":
        from ceremonie.plan import planning

        return planning.plan
    raise AttributeError(name)


class _Door(ModuleType):
    """`ceremonie.plan(…)` is the function, though `ceremonie.plan` is also this package."""

    def __call__(self, storyboard: Storyboard, materials: Materials) -> Plan:
        from ceremonie.plan import planning

        return planning.plan(storyboard, materials)


sys.modules[__name__].__class__ = _Door
