"""Pictograms exist."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.pictograms import names
from ceremonie.storyboard.query import EACH, texts
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.text import quotable

_WHERE = (
    ("jours", EACH, "ateliers", EACH, "pictogramme"),
    ("spectacle", EACH, "pictogramme"),
    ("thematiques", EACH, "pictogramme"),
)


def check(source: Source) -> Iterator[Diagnostic]:
    pictograms = names()
    for pattern in _WHERE:
        for path, name in texts(source.data, *pattern):
            if name not in pictograms:
                yield problem(
                    "pictogramme-inconnu",
                    path=path,
                    place=source.place(path),
                    remedy=did_you_mean(nearest(name, pictograms)) or None,
                    name=quotable(name),
                )
