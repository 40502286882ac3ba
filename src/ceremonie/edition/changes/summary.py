"""The first lines of the sheet: what to change in one's head, before any detail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ceremonie.comparing import Change, Difference, Entry, Evening, Kind, Likened, Weight
from ceremonie.planning.notes import said
from ceremonie.planning.typography import HARD
from ceremonie.units import clock

ARROW = f"{HARD}→ "

Fact = tuple[str, str]
"""What it is about, and what is told of it."""

_NAMES = {
    Weight.PEOPLE: "Qui parle",
    Weight.WORDS: "Les mots",
    Weight.PICTURES: "Les images",
    Weight.NOTES: "Les notes",
}


def summary(changes: Likened, every: Sequence[Change], former: str) -> Iterator[Fact]:
    """`every` is what differs, ranked; `former` is what the older edition is called."""
    yield from _order(changes, every, former)
    for weight, name in _NAMES.items():
        if told := places([one for one in every if one.weight is weight]):
            yield name, told
    yield from _film(changes, every, former)
    yield from _evening(*changes.evenings)
    if looks := places([one for one in every if one.weight is Weight.LOOKS]):
        yield "L’aspect seul", looks


def _order(changes: Likened, every: Sequence[Change], former: str) -> Iterator[Fact]:
    parts = filter(None, (_of_kind(every, kind) for kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED)))
    told = " · ".join(parts)
    were, are = changes.decks
    if not were and are:
        yield "Le diaporama", f"il n’était pas dans {former}"
    elif were and not are:
        yield "Le diaporama", "il n’est plus dans l’édition"
    if told:
        yield "L’ordre", told
        if (first := _first_placed(changes)) < max(were, are):
            since = f"changent à partir de la diapositive{HARD}{first}"
            yield "Les numéros", f"{since} ({are}{HARD}diapositives en tout)"


def _first_placed(changes: Likened) -> int:
    """The first number under which something else stands now."""
    placed = {Kind.ADDED, Kind.REMOVED, Kind.MOVED}
    entries = [
        entry
        for one in changes.slides
        if placed & {*one.kinds}
        for entry in (one.before, one.after)
        if entry
    ]
    return min(entry.number for entry in entries)


def _of_kind(every: Sequence[Change], kind: Kind) -> str:
    """« diapositive ajoutée : 12 »; a slide that is gone by its former number."""
    some = [one.slide for one in every if one.slide and kind in one.slide.kinds]
    if not some:
        return ""
    many = "s" if len(some) > 1 else ""
    word = {Kind.ADDED: "ajoutée", Kind.REMOVED: "retirée", Kind.MOVED: "déplacée"}[kind]
    former = ", avant" if kind is Kind.REMOVED else ""
    which = ", ".join(_moves(some)) if kind is Kind.MOVED else numbers(_numbers(some))
    return f"diapositive{many} {word}{many}{former}{HARD}: {which}"


def numbers(some: Iterable[int]) -> str:
    """« 5, 6, 9 à 12 »."""
    ordered = sorted(set(some))
    runs = groupby(enumerate(ordered), lambda one: one[1] - one[0])
    each = ([number for _, number in run] for _, run in runs)
    return ", ".join(_run(run) for run in each)


def _run(run: Sequence[int]) -> str:
    return f"{run[0]} à {run[-1]}" if len(run) > 2 else ", ".join(map(str, run))


def _moves(some: Sequence[Difference]) -> Iterator[str]:
    for one in some:
        if one.before and one.after:
            yield f"{one.before.number}{ARROW}{one.after.number}"


def _numbers(some: Sequence[Difference]) -> Iterator[int]:
    """Those of now, or the former ones of what is gone."""
    for one in some:
        if entry := one.after or one.before:
            yield entry.number


def places(some: Sequence[Change]) -> str:
    """« diapositives 5 et 9 ; film à 1:23 », those that changed alike included."""
    each = [one for change in some for one in (change, *change.also)]
    slides = sorted(set(_numbers([one.slide for one in each if one.slide])))
    shots = sorted({_entry(one.shot).start for one in each if one.shot and one.shot.after})
    many = "s" if len(slides) > 1 else ""
    told = [f"diapositive{many}{HARD}{numbers(slides)}"] if slides else []
    told += [f"film à{HARD}{', '.join(map(clock, shots))}"] if shots else []
    return " ; ".join(told)


def _entry(one: Difference) -> Entry:
    entry = one.after or one.before
    assert entry
    return entry


def _film(changes: Likened, every: Sequence[Change], former: str) -> Iterator[Fact]:
    before, after = changes.frames
    if before and after and before != after:
        yield "Le film", f"{clock(after)} (avant{HARD}: {clock(before)})"
    elif before and not after:
        yield "Le film", "il n’est plus dans l’édition"
    elif after and not before:
        yield "Le film", f"il n’était pas dans {former}"
    elif some := [one for one in every if one.weight is Weight.LENGTHS]:
        yield "Le film", f"même durée ; {len(some)} plan{'s' * (len(some) > 1)} plus ou moins longs"


def _evening(before: Evening, after: Evening) -> Iterator[Fact]:
    if before.presenter != after.presenter:
        former = f" (avant{HARD}: {before.presenter})" if before.presenter else ""
        yield "Présentation", f"{after.presenter or 'personne n’est nommé'}{former}"
    if before.start != after.start:
        yield "Le début", _both(after.start or "sans heure", before.start)
    if (ends := _end(after)) != (ended := _end(before)):
        yield "La fin", _both(ends, ended)


def _both(now: str, before: str) -> str:
    return f"{now} (avant{HARD}: {before})" if before else now


def _end(evening: Evening) -> str:
    """By the clock, to the minute; how long it takes where no hour is given."""
    if not evening.start:
        return f"{said(evening.seconds)} en tout" if evening.seconds else ""
    start = dt.datetime.combine(dt.date.min, dt.time.fromisoformat(evening.start))
    return f"{start + dt.timedelta(seconds=evening.seconds):%H:%M}"
