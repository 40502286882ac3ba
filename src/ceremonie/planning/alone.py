"""Pictures that are to be seen alone: told where there are none."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.storyboard.model import Storyboard

FULL_SCREEN = "plein_ecran"


def check(storyboard: Storyboard) -> Iterator[Diagnostic]:
    """A warning for each item that asks for the whole screen and has nothing to show on it."""
    for path in _bare(storyboard):
        yield problem(
            "plein-ecran-sans-image", path=(*path, FULL_SCREEN), severity=Severity.WARNING
        )


def _bare(storyboard: Storyboard) -> Iterator[NodePath]:
    for number, day in enumerate(storyboard.days):
        for index, workshop in enumerate(day.workshops):
            if workshop.full_screen and not workshop.media:
                yield "jours", number, "ateliers", index
    for index, testimony in enumerate(storyboard.testimonies):
        if testimony.full_screen and not testimony.clip:
            yield "temoignages", index
    for index, performance in enumerate(storyboard.performances):
        if performance.full_screen and not performance.media:
            yield "spectacle", index
