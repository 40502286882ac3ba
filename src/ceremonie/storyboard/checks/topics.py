"""A workshop's theme is one of the six, or one that the event has named once."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import problem
from ceremonie.storyboard.programme import HOUSE_TOPICS
from ceremonie.storyboard.query import EACH, texts
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.text import plain, quotable, quoted

_WORKSHOPS = ("jours", EACH, "ateliers", EACH, "thematique")
_OWN = ("thematiques", EACH, "nom")


def check(source: Source) -> Iterator[Diagnostic]:
    yield from _doubled(source)
    if not source.unread(("thematiques",)):
        yield from _unknown(source)


def _doubled(source: Source) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for path, name in texts(source.data, *_OWN):
        place = source.place(path)
        if plain(name) in seen:
            first = seen[plain(name)]
            yield problem(
                "thematique-double", path=path, place=place, name=quotable(name), first=first
            )
        seen.setdefault(plain(name), place.line)


def _unknown(source: Source) -> Iterator[Diagnostic]:
    own = [name for _, name in texts(source.data, *_OWN)]
    known = {
        plain(name): quotable(name) for name in (*own, *(topic.name for topic in HOUSE_TOPICS))
    }
    for path, name in texts(source.data, *_WORKSHOPS):
        if plain(name) not in known:
            near = did_you_mean(nearest(name, known.values()))
            yield problem(
                "thematique-inconnue",
                path=path,
                place=source.place(path),
                remedy=near or None,
                name=quotable(name),
                names=quoted(tuple(known.values())),
            )
