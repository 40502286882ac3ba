"""Media that wait for their workshop: told in one line, and not judged."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.storyboard.media import UNSORTED
from ceremonie.storyboard.query import EACH, find
from ceremonie.storyboard.source import Source


def check(source: Source) -> Iterator[Diagnostic]:
    waiting = [path for path, _ in find(source.data, "jours", EACH, UNSORTED, EACH)]
    if waiting:
        yield problem(
            "medias-a-classer",
            path=waiting[0],
            place=source.place(waiting[0]),
            severity=Severity.NOTE,
            what="1 photo ou vidéo attend"
            if len(waiting) == 1
            else f"{len(waiting)} photos ou vidéos attendent",
        )
