"""The recipe: one storyboard becomes an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from ceremonie import (
    auditing,
    cache_names,
    changing,
    controlling,
    deck,
    describing,
    film,
    verifying,
)
from ceremonie.diagnostics import Diagnostic, RenderingError, Severity
from ceremonie.edition import keeping, manifest, parts, publishing, remaining, technician, walk_in
from ceremonie.edition.folder import Rescue, Successor, replacing
from ceremonie.edition.formers import Formers
from ceremonie.edition.outputs import (
    CARD,
    COUNTDOWN,
    DECK,
    FILM,
    FILMS,
    LIGHT,
    REPORT,
    SAVED,
    WELCOME_DECK,
)
from ceremonie.media import Means
from ceremonie.messages import abridged, problem
from ceremonie.order import Codec, Edition, Order, files_in
from ceremonie.planning.model import Plan
from ceremonie.progress import Progress, Step
from ceremonie.storyboard import Reading
from ceremonie.task import Task, places, published, task_of
from ceremonie.verifying import Version

COMPARED, DESCRIBED = 0.85, 0.95
"""Parts of the last step: the former edition was looked at, all outputs are read for the manifest.
"""

OWN_DECK = 0.85
"""The part of the step of decks that the ceremony's own takes, where a walk-in has one too."""


def make(reading: Reading, order: Order, means: Means, durations: Mapping[str, float]) -> Edition:
    """The edition of a storyboard, put in its place all at once. `durations` are the seconds that
    each step took, as they will be known at the end.

    Raises a CeremonieError with every diagnostic, as `production.produce` does.
    """
    task = task_of(reading, order, means)
    matches = describing.matches(task)
    kept = Formers(order.keep, verifying.withdrawn(reading))
    with replacing(task.target, _recipe(task, means), _rescue(means), kept) as successor:
        if not successor.finished:
            with _placed(reading):
                _make(task, successor.path, means)
        warnings, others = _remarks(task, successor, means)
        if not successor.finished:
            means.progress(Step.EDITION, COMPARED)
            _describe(task, successor.path, warnings, matches, means)
        means.progress(Step.EDITION, DESCRIBED)
        keeping.carry(task.target, successor.path, others)
        leaks = controlling.control(successor.path, reading, order, means)
    means.workspace.digests.moved(manifest.made(task.target), successor.path, task.target)
    means.progress(Step.EDITION, 1.0)
    told = (*warnings, *leaks, *kept.told(task.target))
    template = describing.in_template(task, matches)
    return Edition(task.target, files_in(task.target), told, durations, template=template)


def _describe(
    task: Task,
    folder: Path,
    warnings: tuple[Diagnostic, ...],
    matches: tuple[deck.Match, ...],
    means: Means,
) -> None:
    audit = _audited(task, folder, means)
    digests = means.workspace.digests
    describing.describe(task, folder, warnings, matches, audit, digests=digests)


def _audited(task: Task, folder: Path, means: Means) -> dict[str, Any]:
    """What is to be said of the accessibility of what the hall is given."""
    return auditing.facts(task.hall, folder, task.target, means.cache) if task.hall else {}


def _recipe(task: Task, means: Means) -> str:
    """What the edition is made from, and what its place holds."""
    asked = repr(([(str(v.audience), v.made) for v in task.versions], task.order.code_local))
    state = keeping.state(task.target, means.workspace.digests)
    return manifest.recipe(task.entered, asked, *state)


def _rescue(means: Means) -> Rescue:
    return partial(keeping.rescue, digests=means.workspace.digests)


def _remarks(
    task: Task, successor: Successor, means: Means
) -> tuple[tuple[Diagnostic, ...], tuple[keeping.Kept, ...]]:
    """All that is to be told at the end, and what people did by hand in the former edition."""
    digests = means.workspace.digests
    others = keeping.kept(task.target, successor.path, _outputs(successor), digests)
    parted = [one for v in task.versions for one in _parted(task, v, successor.path)]
    assert task.order.output is not None
    gone = remaining.told(task.left, task.reading.path, task.order.output)
    saved = _saved_meanwhile(task, means)
    links = keeping.links_told(task.target, successor.path, digests)
    every = verifying.all_of(task.diagnostics, keeping.told(others), links, gone, parted, saved)
    return abridged(every), others


def _saved_meanwhile(task: Task, means: Means) -> Iterator[Diagnostic]:
    """Sources that are no longer what the edition was made from."""
    base = task.reading.path.resolve().parent
    for file in means.workspace.digests.changed():
        name = manifest.name_from(base, file.resolve())
        yield problem(SAVED, severity=Severity.WARNING, name=name)


def _parted(task: Task, version: Version, folder: Path) -> Iterator[Diagnostic]:
    """What it does to the rest of what its audience was given before."""
    former, place = places(task, version, folder)
    within = version.audience.folder
    yield from parts.told(version.planned, former, place, version.made, within=within)
    if version.audience.is_hall:
        yield from technician.told(former, task.order.master, version.made)


def _outputs(successor: Successor) -> Iterable[str]:
    """The names of all that the new edition holds of ours."""
    if successor.finished:
        return (*manifest.made(successor.path), manifest.NAME)
    return (*manifest.names(successor.path), *REPORT, manifest.NAME)


def _make(task: Task, folder: Path, means: Means) -> None:
    """All that each audience is given, in its own folder of the new edition."""
    for version in task.versions:
        former, place = places(task, version, folder)
        place.mkdir(exist_ok=True)
        parts.keep(former, place, version.made)
    remaining.keep(task.target, folder, task.left.names)
    _films(task, folder, means)
    if task.hall:
        _of_the_hall(task, task.hall, folder, means)
        changing.write(task, task.hall, folder, means.cache)
    outside = [version for version in task.versions if not version.audience.is_hall]
    for version, one in zip(outside, published(task, folder), strict=True):
        audit = partial(auditing.facts, version, one.folder, one.former, means.cache)
        publishing.write(one, _fonts(one.plan), task.shown[one.audience], audit)


def _fonts(planned: Plan) -> Mapping[str, Path]:
    return deck.shipped(planned.pages, planned.family)


def _of_the_hall(task: Task, version: Version, folder: Path, means: Means) -> None:
    """The decks and the documents that accompany them."""
    from ceremonie.edition import documents, technical

    planned, made = version.planned, version.made
    if made.has_deck:
        before = _between(means.progress, 0, OWN_DECK if planned.welcome else 1)
        _deck(task, planned, folder / DECK, means, film=_existing(folder / FILM), tell=before)
    if planned.welcome:
        after = _between(means.progress, OWN_DECK if made.has_deck else 0, 1)
        _deck(task, planned.welcome.loop, folder / WELCOME_DECK, means, tell=after)
        walk_in.write_card(planned.welcome.card, folder / CARD)
    if task.order.master or (made.has_film and made.mastered):
        technical.write(folder, planned, version.mastering)
    documents.write(
        folder,
        planned,
        fonts=_fonts(planned),
        film=made.has_film,
        progress=means.progress,
        cache=means.cache,
    )


def _between(progress: Progress, first: float, last: float) -> Progress:
    """Who hears how far a step is, of work that is a part of it."""
    return lambda step, part: progress(step, first + (last - first) * part)


def _deck(
    task: Task,
    planned: Plan,
    target: Path,
    means: Means,
    *,
    tell: Progress,
    film: Path | None = None,
) -> None:
    deck.write(
        planned,
        target,
        film=film,
        progress=tell,
        cache=means.cache,
        workers=means.workers,
        template=task.template,
    )


def _films(task: Task, folder: Path, means: Means) -> None:
    """Those of all audiences at once: what they have in common is made once."""
    codec, filmed = task.order.master, [v for v in task.versions if v.made.has_film]
    commissions = [_commission(version, folder, codec) for version in filmed]
    if task.hall and task.hall.made.has_film:
        commissions += _walk_in(task.hall.planned, folder)
    if commissions:
        film.render_each(
            commissions,
            means.cache / cache_names.PIECES,
            workers=means.workers,
            draft=task.order.draft,
            progress=means.progress,
            cluster=task.order.cluster,
        )


def _commission(version: Version, folder: Path, codec: Codec | None) -> film.Commission:
    audience, manner = version.audience, version.audience.manner
    place, cuts = folder / audience.folder, version.planned.in_each_shape
    return film.Commission(
        version.planned,
        {cut.format.shape: place / FILMS[cut.format.shape] for cut in cuts},
        loudness=manner.loudness,
        texted=not manner.subtitled,
        light=None if audience.is_hall else place / LIGHT,
        master=_master(version, codec, place) if audience.is_hall and codec else None,
    )


def _master(version: Version, codec: Codec, place: Path) -> tuple[film.Master, film.MasterFiles]:
    from ceremonie.edition.mastering import mastered

    return mastered(version.planned, version.mastering, codec, place)


def _walk_in(planned: Plan, folder: Path) -> Iterator[film.Commission]:
    """The films of the hall that go round, or lead to the beginning."""
    for name, one in walk_in.films(planned).items():
        targets = {one.format.shape: folder / name}
        yield film.Commission(one, targets, sparing=name == COUNTDOWN)


def _existing(path: Path) -> Path | None:
    return path if path.is_file() else None


@contextmanager
def _placed(reading: Reading) -> Iterator[None]:
    """What fails to render is told with the storyboard's line that asks for it."""
    try:
        yield
    except RenderingError as error:
        raise RenderingError(*reading.source.located(error.diagnostics)) from error
