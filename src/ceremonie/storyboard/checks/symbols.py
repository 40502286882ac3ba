"""Pictograms exist."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.storyboard.query import EACH, texts
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.words import did_you_mean, nearest, shown

_WHERE = (
    ("jours", EACH, "ateliers", EACH, "pictogramme"),
    ("spectacle", EACH, "pictogramme"),
)


@lru_cache(maxsize=1)
def known() -> tuple[str, ...]:
    """The names of the symbols that come with the program."""
    folder = resources.files("ceremonie") / "data" / "pictograms"
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(f.name.removesuffix(".svg") for f in folder.iterdir() if f.name.endswith(".svg"))
    )


def check(source: Source) -> Iterator[Diagnostic]:
    for pattern in _WHERE:
        for path, name in texts(source.data, *pattern):
            if name not in known():
                yield problem(
                    "pictogramme-inconnu",
                    path=path,
                    place=source.place(path),
                    remedy=did_you_mean(nearest(name, known())) or None,
                    name=shown(name),
                )
