"""What was sorted, in French: a line a day, then what is worth a look."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media.kinds import Kind
from ceremonie.messages import listed, problem
from ceremonie.sorting.arranging import Arrangement, Placed
from ceremonie.sorting.sameness import Found, Picture
from ceremonie.storyboard import dates
from ceremonie.text import quotable

FEW = 6
"""So many devices are told one by one."""


def counted(pictures: Sequence[Picture]) -> str:
    """« 20 photos et 1 vidéo »."""
    clips = sum(picture.best.glance.kind is Kind.CLIP for picture in pictures)
    numbers = ((len(pictures) - clips, "photo"), (clips, "vidéo"))
    told = [f"{count} {word}{'s' if count > 1 else ''}" for count, word in numbers if count]
    return " et ".join(told) or "aucune photo"


def summary(arrangement: Arrangement) -> Iterator[str]:
    """What joins each day, and what was there."""
    for of_day in _by_day(arrangement.placed).values():
        pictures = [placed.picture for placed in of_day]
        yield f"{of_day[0].day.label}\u00a0: {counted(pictures)}{_hours(pictures)}"
    resumed = len(arrangement.copies) - sum(p.picture.best.name is None for p in arrangement.placed)
    resumed -= sum(one.picture.best.name is None for one in arrangement.better)
    if resumed > 0:
        yield f"Copies interrompues, à finir\u00a0: {resumed}"
    if arrangement.present:
        yield f"Déjà dans le storyboard\u00a0: {counted(arrangement.present)}"
    if arrangement.left:
        yield f"Déjà dans le dossier de l'édition, sans ligne\u00a0: {counted(arrangement.left)}"
    if arrangement.doubles:
        yield f"Fichiers en double, laissés\u00a0: {arrangement.doubles}"


def _by_day(placed: Iterable[Placed]) -> dict[int, list[Placed]]:
    days = defaultdict(list)
    for one in placed:
        days[one.day.index].append(one)
    return dict(sorted(days.items()))


def _hours(pictures: Sequence[Picture]) -> str:
    """« , de 9 h 02 à 17 h 45 »; nothing where hours are not told."""
    times = sorted(p.dated.moment for p in pictures if p.dated and p.dated.time)
    return f", de {_hour(times[0])} à {_hour(times[-1])}" if len(times) > 1 else ""


def _hour(moment: dt.datetime) -> str:
    return f"{moment.hour}\u00a0h\u00a0{moment.minute:02d}"


def spans(found: Iterable[Found]) -> Iterator[str]:
    """The span of each device, where there are several: a clock that is wrong shows there."""
    by_device: dict[str, list[dt.datetime]] = defaultdict(list)
    for one in found:
        if one.glance.device and one.glance.taken:
            by_device[quotable(one.glance.device)].append(one.glance.taken)
    if len(by_device) < 2:
        return
    yield "Appareils (une horloge décalée se voit ici)\u00a0:"
    devices = sorted(by_device.items(), key=lambda item: (-len(item[1]), item[0]))
    for device, moments in devices[:FEW]:
        yield f"  {device}, {len(moments)} fois, {_span(min(moments), max(moments))}"


def _span(first: dt.datetime, last: dt.datetime) -> str:
    """« le 3 décembre 2024, de 9 h 00 à 9 h 02 », « du 3 décembre 2024 à 9 h 00 au … »."""
    start, end = dates.said(first.date()), dates.said(last.date())
    if start == end:
        return f"le {start}, de {_hour(first)} à {_hour(last)}"
    return f"du {start} à {_hour(first)} au {end} à {_hour(last)}"


def told(
    arrangement: Arrangement,
    wrong_clocks: Sequence[Found],
    unread: Counter[str],
    damaged: Sequence[Path],
) -> Iterator[Diagnostic]:
    """What is to be looked at by hand, each kind in one line."""
    undated = [p for p in arrangement.unplaced if p.dated is None]
    others = [p for p in arrangement.unplaced if p.dated]
    if others:
        moments = sorted(p.dated.moment for p in others if p.dated)
        yield _warning(
            "photos-autre-jour", what=counted(others), names=_names(others),
            span=_days(moments[0].date(), moments[-1].date()),
        )  # fmt: skip
    if undated:
        yield _warning("photos-sans-date", what=counted(undated), names=_names(undated))
    if wrong_clocks:
        names = listed([quotable(one.file.name) for one in wrong_clocks])
        yield _warning("photos-horloge", names=names)
    for better in arrangement.better:
        if not better.unsorted:
            yield problem(
                "photos-meilleure", path=(*better.paths[0], "fichier"), severity=Severity.WARNING,
                former=_sized(better.former), better=_sized(better.picture.best), name=better.name,
            )  # fmt: skip
    if damaged:
        names = listed([quotable(file.name) for file in damaged])
        yield _warning("photos-abimees", names=names)
    if unread:
        kinds = listed([f"{count} {ending}" for ending, count in unread.most_common()])
        yield _warning("photos-format", kinds=kinds)


def _warning(slug: str, **values: Any) -> Diagnostic:
    return problem(slug, severity=Severity.WARNING, **values)


def _names(pictures: Sequence[Picture]) -> str:
    return listed([quotable(picture.best.file.name) for picture in pictures])


def _days(first: dt.date, last: dt.date) -> str:
    return (
        f"le {dates.said(first)}"
        if first == last
        else f"du {dates.said(first)} au {dates.said(last)}"
    )


def _sized(found: Found) -> str:
    return f"{found.glance.width}\u00a0×\u00a0{found.glance.height}"
