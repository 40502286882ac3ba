"""Small numbers without a unit where minutes are usual: they count seconds, which few mean."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.storyboard import durations, vocabulary
from ceremonie.storyboard.query import leaves
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

OF_THE_EVENING = ("duree", "decompte")
FILM = "film"
"""The key of what is usually counted in seconds."""

MOST_MINUTES = 60
"""A greater number is sooner so many seconds: nothing on a stage lasts for 90 minutes."""


def check(source: Source) -> Iterator[Diagnostic]:
    for path, value in leaves(source.data):
        if path and path[-1] in OF_THE_EVENING and path[0] != FILM:
            yield from _without_unit(source, path, value)


def _without_unit(source: Source, path: NodePath, value: object) -> Iterator[Diagnostic]:
    minutes = durations.minutes_meant(value)
    if not minutes or minutes > MOST_MINUTES * durations.MINUTE:
        return
    seconds = minutes // durations.MINUTE
    if vocabulary.accepts(path, seconds) and vocabulary.accepts(path, minutes):
        yield problem(
            "duree-sans-unite",
            path=path,
            place=source.place(path),
            severity=Severity.WARNING,
            key=path[-1],
            value=quotable(value),
            seconds=durations.written(seconds),
            exact=f"{seconds} s",
            minutes=durations.written(minutes),
        )
