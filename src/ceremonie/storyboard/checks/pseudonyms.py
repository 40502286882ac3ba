"""The register and whatever refers to it travel with the edition: they hold no names."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.source import Source


def check(source: Source) -> Iterator[Diagnostic]:
    for path, person in identifiers.written(source.data):
        if identifiers.looks_like_a_name(person):
            yield problem(
                "identifiant-nom",
                path=path,
                place=source.place(path),
                severity=Severity.WARNING,
                free=identifiers.free(source.data),
            )
