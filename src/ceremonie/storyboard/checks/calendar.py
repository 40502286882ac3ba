"""Days in their order, each once, none after the ceremony."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.storyboard import dates
from ceremonie.storyboard.query import EACH, day, days, find, texts
from ceremonie.storyboard.source import Source
from ceremonie.text import plain, quotable

LONG_BEFORE = 320
"""Days: a school year, from the 1st of September to the middle of July, closes with one ceremony;
what was copied from the edition before lies about 365 days before this one's.
"""

TITLES = ("titre", "titre_court", "sous_titre")
_EDITION_OF = re.compile(r"\b[ée]dition +(20\d\d)\b(?! ?[-/–])", re.IGNORECASE)

WINTER_ENDS = 3
"""The last month in which an edition of the year before may still close."""


def check(source: Source) -> Iterator[Diagnostic]:
    yield from _days(source)
    yield from _after_ceremony(source)
    yield from _stages(source)
    yield from _last_year(source)
    yield from _edition(source)
    yield from _titles(source)


def _days(source: Source) -> Iterator[Diagnostic]:
    seen: dict[tuple[dt.date, str], NodePath] = {}
    before: dt.date | None = None
    for path, date in days(source.data, "jours", EACH, "date"):
        place, called = source.place(path), (date, _name(source, path))
        if called in seen:
            first = source.place(seen[called]).beside
            yield problem("jour-double", path=path, place=place, day=date, first=first)
        elif before and date < before:
            yield problem("jours-desordre", path=path, place=place, day=date, before=before)
        seen.setdefault(called, path)
        before = max(before or date, date)


def _name(source: Source, path: NodePath) -> str:
    """What the day of this date is called: a morning and an afternoon are two."""
    return plain(next((name for _, name in texts(source.data, *path[:-1], "nom")), ""))


def _after_ceremony(source: Source) -> Iterator[Diagnostic]:
    ceremony = day(source.data, "ceremonie", "date")
    for pattern in (("jours", EACH, "date"), ("flamme", "etapes", EACH, "date")):
        for path, date in days(source.data, *pattern):
            if ceremony and date > ceremony:
                yield problem(
                    "jour-apres-ceremonie",
                    path=path,
                    place=source.place(path),
                    day=date,
                    ceremony=ceremony,
                )


def _stages(source: Source) -> Iterator[Diagnostic]:
    """The route is drawn in the order of the list: a step back in time is most often a slip."""
    before: dt.date | None = None
    for path, date in days(source.data, "flamme", "etapes", EACH, "date"):
        if before and date < before:
            yield problem(
                "etapes-desordre",
                path=path,
                place=source.place(path),
                severity=Severity.WARNING,
                day=date,
                before=before,
            )
        before = date


def _last_year(source: Source) -> Iterator[Diagnostic]:
    """A day that was copied from the edition before, and not changed."""
    ceremony = day(source.data, "ceremonie", "date")
    for pattern in (("jours", EACH, "date"), ("flamme", "etapes", EACH, "date")):
        for path, date in days(source.data, *pattern):
            if ceremony and (ceremony - date).days > LONG_BEFORE:
                yield problem(
                    "date-ancienne",
                    path=path,
                    place=source.place(path),
                    severity=Severity.WARNING,
                    day=date,
                    ceremony=ceremony,
                )


def _edition(source: Source) -> Iterator[Diagnostic]:
    """An edition named by a year takes place in it, or in the winter after it."""
    ceremony = day(source.data, "ceremonie", "date")
    for path, name in find(source.data, "edition"):
        years = {int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", str(name))}
        late = ceremony is not None and ceremony.month <= WINTER_ENDS
        if ceremony and years and not years & {ceremony.year, ceremony.year - late}:
            yield problem(
                "edition-annee",
                path=path,
                place=source.place(path),
                severity=Severity.WARNING,
                name=quotable(name),
                ceremony=ceremony,
            )


def _titles(source: Source) -> Iterator[Diagnostic]:
    """A title says a day of the event, from its first to the ceremony, or a span that ends on one:
    else it is most often that of the edition before.
    """
    ceremony = day(source.data, "ceremonie", "date")
    if ceremony is None:
        return
    first = min((ceremony, *(date for _, date in days(source.data, "jours", EACH, "date"))))
    length = min((ceremony - first).days, LONG_BEFORE)
    event = [ceremony - dt.timedelta(days=before) for before in range(length + 1)]
    for path, text in (found for key in TITLES for found in texts(source.data, key)):
        said = tuple(dates.mentioned(text))
        if said and not any(one.is_on(date) for one in said for date in event):
            yield _other_day(source, path, said[-1].said, dates.said_in_full(ceremony))
        years = {int(year) for year in _EDITION_OF.findall(text)}
        if not said and years and ceremony.year not in years:
            yield _other_day(source, path, f"édition {max(years)}", dates.said(ceremony))


def _other_day(source: Source, path: NodePath, said: str, ceremony: str) -> Diagnostic:
    return problem(
        "titre-date",
        path=path,
        place=source.place(path),
        severity=Severity.WARNING,
        key=path[-1],
        said=said,
        ceremony=ceremony,
    )
