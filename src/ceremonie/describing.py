"""What is said of an edition that was made: its report and its manifest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from ceremonie import appearing, deck
from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic
from ceremonie.edition import (
    changes,
    documents,
    instruments,
    label,
    manifest,
    origin,
    parts,
    remaining,
    report,
    technician,
)
from ceremonie.edition.outputs import DECK
from ceremonie.edition.remaining import Record
from ceremonie.order import InTemplate
from ceremonie.task import Task, published
from ceremonie.unchanged import Digests


def describe(
    task: Task,
    folder: Path,
    warnings: tuple[Diagnostic, ...],
    matches: tuple[deck.Match, ...],
    audit: Mapping[str, Any],
    *,
    digests: Digests,
) -> None:
    """What is to be said of all that was made: the report and the manifest. `audit` is what was
    found of the accessibility of the hall's; `digests` are told those of the outputs.
    """
    first, former = task.hall or task.versions[0], task.target
    again, along = task.order.replace_other, (*_along(task), *task.left.names)
    facts = {**_facts(task, folder, matches), **audit}
    documents.write_report(folder, first.planned, warnings, facts, draft=first.made.draft)
    manifest.write(
        folder,
        task.entered,
        first.planned.edition,
        origin=origin.of(task.reading) if again else origin.owner(task.reading, former),
        films=_film_facts(task),
        former=former,
        publics=_records(task),
        along=along,
        asked=task.order.told,
        around=task.around,
        also=_also(task, folder, along),
        digests=digests,
    )


def _also(task: Task, folder: Path, along: Collection[str]) -> dict[str, Any]:
    """What was asked for, and where each person appears in what came of it."""
    names = [name for name in manifest.names(folder) if name not in along]
    appeared = appearing.appeared(task.versions, task.reading, task.sources, names)
    if task.hall:
        appeared = (*appeared, *changes.appearances(folder))
    former = manifest.contents(task.target)
    slides = task.hall.planned if task.hall and DECK in names else None
    board = (task.hall or task.versions[0]).showing.storyboard
    assert board is not None
    told = {manifest.ORDER: task.order.as_json} | _instruments(task) | label.told(board)
    return told | appearing.told(appeared, slides, former, along)


def _instruments(task: Task) -> dict[str, Any]:
    """With what all audiences' parts were painted and encoded."""
    assert task.reading.storyboard is not None
    plans = [version.planned for version in task.versions]
    shipped = [deck.shipped(plan.pages, plan.family) for plan in plans]
    return instruments.told(task.reading.storyboard, shipped, [one.family for one in plans])


def _along(task: Task) -> Iterator[str]:
    """The names of what comes along beside what is made again for the same audience."""
    for version in task.versions:
        former = task.target / version.audience.folder
        for name in parts.along(former, version.made):
            yield str(PurePosixPath(version.audience.folder, name))


def _film_facts(task: Task) -> Mapping[str, Any]:
    """Of the hall's films, made now or before."""
    if hall := task.hall:
        first, codec = hall.planned.in_each_shape[0], task.order.master
        films = parts.film_facts(hall.planned, task.target, hall.made)
        mastered = technician.told_facts(first, hall.mastering, codec, task.target, hall.made)
        return {**films, **mastered}
    return manifest.films(task.target) if Audience.HALL in task.left.stay else {}


def _records(task: Task) -> dict[Audience, Record]:
    """What the manifest tells of each audience, by which another run knows what may stay."""
    shapes = [str(shape) for shape in task.order.shapes]
    made = {
        v.audience: remaining.record(task.target, v.audience, v.made, task.made_from, shapes=shapes)
        for v in task.versions
    }
    return {**task.left.stay, **made}


def _facts(task: Task, folder: Path, matches: tuple[deck.Match, ...]) -> dict[str, Any]:
    """What the report tells besides the film and the files of the first version."""
    former = report.read(task.target)
    facts = report.of_the_hall(former) if Audience.HALL in task.left.stay else {}
    facts[report.PUBLICS] = {
        **report.publics(former, task.left.stay),
        **{str(one.audience): one.facts for one in published(task, folder)},
    }
    facts[report.LEFT_OUT] = [*report.left_out(former, task.left.stay), *_left_out(task)]
    template = _told(task, matches)
    return facts | ({"gabarit": template} if template else {})


def _left_out(task: Task) -> Iterator[dict[str, str]]:
    """What each audience is not given, and why."""
    source = task.reading.source
    yield from (one.as_json(source) for v in task.versions for one in v.showing.left_out)


def matches(task: Task) -> tuple[deck.Match, ...]:
    """What goes where in a template of others."""
    if task.template is None or task.hall is None or not task.hall.made.has_deck:
        return ()
    return deck.matches(task.hall.planned, task.template)


def _told(task: Task, matches: tuple[deck.Match, ...]) -> dict[str, Any] | None:
    """As the report has it."""
    if task.template is None or not matches:
        return None
    return {"fichier": task.template.name, "dispositions": [one.as_json() for one in matches]}


def in_template(task: Task, matches: tuple[deck.Match, ...]) -> InTemplate | None:
    if task.template is None or not matches:
        return None
    layouts = {one.layout for one in matches}
    return InTemplate(task.template.name, sum(one.pages for one in matches), len(layouts))
