"""What needs the whole storyboard, but no media file: told even where other parts are faulty."""

from __future__ import annotations

from ceremonie.diagnostics import Diagnostic
from ceremonie.storyboard.checks import (
    blurs,
    calendar,
    figures,
    interludes,
    lengths,
    placeholders,
    places,
    pseudonyms,
    register,
    running_order,
    symbols,
    texts,
    topics,
    towns,
    twins,
    unsorted,
)
from ceremonie.storyboard.source import Source

CHECKS = (
    calendar.check,
    figures.check,
    places.check,
    running_order.check,
    interludes.check,
    lengths.check,
    symbols.check,
    topics.check,
    towns.check,
    texts.check,
    register.check,
    pseudonyms.check,
    blurs.check,
    twins.check,
    unsorted.check,
    placeholders.check,
)


def check(source: Source) -> tuple[Diagnostic, ...]:
    """Every check over the raw tree; values of a wrong type are the validation's to tell."""
    return tuple(diagnostic for one in CHECKS for diagnostic in one(source))
