"""What needs the whole storyboard, but no media file: told even where other parts are faulty."""

from __future__ import annotations

from ceremonie.diagnostics import Diagnostic
from ceremonie.storyboard.checks import (
    calendar,
    places,
    register,
    running_order,
    symbols,
    texts,
    twins,
)
from ceremonie.storyboard.source import Source

CHECKS = (
    calendar.check,
    places.check,
    running_order.check,
    symbols.check,
    texts.check,
    register.check,
    twins.check,
)


def check(source: Source) -> tuple[Diagnostic, ...]:
    """Every check over the raw tree; values of a wrong type are the validation's to tell."""
    return tuple(diagnostic for one in CHECKS for diagnostic in one(source))
