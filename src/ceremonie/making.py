"""The recipe: one storyboard becomes an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ceremonie import cache_names, deck, film, media
from ceremonie.diagnostics import (
    Diagnostic,
    RenderingError,
    Severity,
    StoryboardError,
    UsageError,
    errors,
    in_order,
)
from ceremonie.edition import keeping, manifest, origin, parts, standing
from ceremonie.edition.folder import Rescue, Successor, replacing
from ceremonie.edition.outputs import DECK, FILM, FILMS, REPORT, Part
from ceremonie.edition.parts import Made
from ceremonie.edition.report import film_facts
from ceremonie.formats import Screen, Shape
from ceremonie.media import Examined, Means
from ceremonie.media.material import Materials
from ceremonie.messages import abridged, problem
from ceremonie.order import Edition, InTemplate, Order, Survey, files_in
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.progress import Step
from ceremonie.storyboard import Reading
from ceremonie.unchanged import Digests

CHECKED = 0.5
"""Part of the layout after which it is known what is wrong with it; with the copies of the media it
is made again.
"""

COMPARED, DESCRIBED = 0.85, 0.95
"""Parts of the last step: the former edition was looked at, all outputs are read for the manifest.
"""


def make(reading: Reading, order: Order, means: Means, durations: Mapping[str, float]) -> Edition:
    """The edition of a storyboard, put in its place all at once. `durations` are the seconds that
    each step took, as they will be known at the end.

    Raises a CeremonieError with every diagnostic, as `production.produce` does.
    """
    task = _task(reading, order, means)
    matches = _matches(task)
    with replacing(task.target, _recipe(task, means), _rescue(means)) as successor:
        if not successor.finished:
            parts.keep(task.target, successor.path, task.made)
            with _placed(reading):
                _make(task, successor.path, means)
        warnings, others = _remarks(task, successor, means)
        if not successor.finished:
            means.progress(Step.EDITION, COMPARED)
            _describe(task, successor.path, warnings, matches, means)
        means.progress(Step.EDITION, DESCRIBED)
        keeping.carry(task.target, successor.path, others)
    means.progress(Step.EDITION, 1.0)
    template = _in_template(task, matches)
    return Edition(task.target, files_in(task.target), warnings, durations, template=template)


def verify(reading: Reading, order: Order, means: Means) -> Survey:
    """Everything that is to be told of a storyboard and of what it names; nothing is made."""
    made = _made(reading, order)
    verified = _verified(reading, means, _taken(reading, order), made)
    means.progress(Step.PLAN, 1.0)
    return Survey(abridged(verified.diagnostics), verified.film)


def prepared(reading: Reading, order: Order, means: Means) -> Plan:
    """The plan that film and deck are made of. Raises as `make` does."""
    made = _made(reading, order)
    return _planned(_verified(reading, means, (), made), means, made)[0]


def gathered(reading: Reading, order: Order, means: Means) -> Materials:
    """Copies of the media that it names. Raises as `make` does."""
    made = _made(reading, order)
    return _planned(_verified(reading, means, (), made), means, made)[1]


@dataclass(frozen=True)
class _Task:
    """What is to be made of what, and where: `entered` are the names and digests of the files that
    it is made from, `around` is that of `standing`.
    """

    order: Order
    reading: Reading
    planned: Plan
    made: Made
    target: Path
    template: deck.Template | None
    entered: Mapping[str, str]
    around: str | None


def _task(reading: Reading, order: Order, means: Means) -> _Task:
    assert order.output is not None
    made = _made(reading, order)
    verified = _verified(reading, means, _taken(reading, order), made)
    planned, materials = _planned(verified, means, made)
    target = order.output / planned.edition
    return _Task(
        order,
        reading,
        planned,
        parts.beside(reading, materials, target, made),
        target,
        verified.template,
        entered=manifest.inputs(reading.path, _inputs(verified, means.workspace.digests)),
        around=_around(verified.media, target, means.cache),
    )


def _around(examined: Examined, target: Path, cache: Path) -> str | None:
    """Names count only where one does not simply lead to its file."""
    base = examined.reading.path.resolve().parent
    return "" if examined.literal else standing.around(base, target, (cache,))


def _recipe(task: _Task, means: Means) -> str:
    """What the edition is made from, and what its place holds."""
    asked = repr((task.made, task.order.code_local))
    state = keeping.state(task.target, means.workspace.digests)
    return manifest.recipe(task.entered, asked, *state)


def _rescue(means: Means) -> Rescue:
    return partial(keeping.rescue, digests=means.workspace.digests)


def _remarks(
    task: _Task, successor: Successor, means: Means
) -> tuple[tuple[Diagnostic, ...], tuple[keeping.Kept, ...]]:
    """All that is to be told at the end, and what people did by hand in the former edition."""
    digests = means.workspace.digests
    others = keeping.kept(task.target, successor.path, _outputs(successor), digests)
    parted = parts.told(task.planned, task.target, successor.path, task.made)
    return abridged(_all(task.planned.diagnostics, keeping.told(others), parted)), others


def _outputs(successor: Successor) -> Iterable[str]:
    """The names of all that the new edition holds of ours."""
    if successor.finished:
        return (*manifest.made(successor.path), manifest.NAME)
    return (*manifest.names(successor.path), *REPORT, manifest.NAME)


def _make(task: _Task, folder: Path, means: Means) -> None:
    """Film, deck and what accompanies them."""
    from ceremonie.edition import documents

    planned = task.planned
    if task.made.has_film:
        _film(task, folder, means)
    if task.made.has_deck:
        deck.write(
            planned,
            folder / DECK,
            film=_existing(folder / FILM),
            progress=means.progress,
            cache=means.cache,
            workers=means.workers,
            template=task.template,
        )
    documents.write(
        folder,
        planned,
        fonts=deck.shipped(planned.pages, planned.family),
        film=task.made.has_film,
        progress=means.progress,
        cache=means.cache,
    )


def _describe(
    task: _Task,
    folder: Path,
    warnings: tuple[Diagnostic, ...],
    matches: tuple[deck.Match, ...],
    means: Means,
) -> None:
    """What is to be said of all that was made: the report and the manifest."""
    from ceremonie.edition import documents

    planned, former, made = task.planned, task.target, task.made
    again = task.order.replace_other
    told = _told(task, matches)
    documents.write_report(folder, planned, warnings, told, draft=made.draft)
    manifest.write(
        folder,
        task.entered,
        planned.edition,
        origin=origin.of(task.reading) if again else origin.owner(task.reading, former),
        films=parts.film_facts(planned, former, made),
        former=former,
        along=parts.along(former, made),
        asked=task.order.told,
        around=task.around,
    )


def _matches(task: _Task) -> tuple[deck.Match, ...]:
    """What goes where in a template of others."""
    if task.template is None or not task.made.has_deck:
        return ()
    return deck.matches(task.planned, task.template)


def _told(task: _Task, matches: tuple[deck.Match, ...]) -> dict[str, Any] | None:
    """As the report has it."""
    if task.template is None or not matches:
        return None
    return {"fichier": task.template.name, "dispositions": [one.as_json() for one in matches]}


def _in_template(task: _Task, matches: tuple[deck.Match, ...]) -> InTemplate | None:
    if task.template is None or not matches:
        return None
    layouts = {one.layout for one in matches}
    return InTemplate(task.template.name, sum(one.pages for one in matches), len(layouts))


def _film(task: _Task, folder: Path, means: Means) -> None:
    film.render(
        task.planned,
        {one.format.shape: folder / FILMS[one.format.shape] for one in task.planned.in_each_shape},
        means.cache / cache_names.PIECES,
        workers=means.workers,
        draft=task.made.draft,
        progress=means.progress,
        cluster=task.order.cluster,
    )


@dataclass(frozen=True)
class _Verified:
    """A storyboard with its media examined, and everything that is to be told of both."""

    media: Examined
    diagnostics: tuple[Diagnostic, ...]
    template: deck.Template | None = None
    film: Mapping[str, Any] | None = None

    @property
    def screen(self) -> Screen | None:
        """The shape of slides that the template asks for."""
        return self.template.screen if self.template else None


def _verified(
    reading: Reading, means: Means, taken: tuple[Diagnostic, ...], made: Made
) -> _Verified:
    """Read → examined → planned with what the media are, and drawn nowhere."""
    examined = media.examine(reading, means, draft=made.draft)
    template, remarks = _template(examined)
    words: tuple[Diagnostic, ...] = ()
    film = None
    if reading.storyboard is not None:
        means.progress(Step.PLAN, 0.0)
        materials = replace(examined.materials, screen=template.screen if template else None)
        planned = plan(reading.storyboard, materials, made.shapes)
        words, film = planned.diagnostics, film_facts(planned)
        means.progress(Step.PLAN, CHECKED)
    located = reading.source.located((*words, *remarks))
    told = _all(reading.diagnostics, examined.diagnostics, located, taken)
    return _Verified(examined, told, template, film)


def _template(examined: Examined) -> tuple[deck.Template | None, tuple[Diagnostic, ...]]:
    """The template of others that the deck is made in, and what is wrong with it."""
    named, board = examined.template, examined.reading.storyboard
    if named.file is None:
        return None, ()
    try:
        template = deck.read(named.file, named.name)
    except UsageError as error:
        return None, tuple(replace(one, path=media.TEMPLATE) for one in error.diagnostics)
    if board is None or "screen" not in board.deck.model_fields_set:
        return template, ()
    given, wanted = template.screen, board.deck.screen
    place, mild = ("diaporama", "format"), Severity.WARNING
    remark = problem("gabarit-format", path=place, severity=mild, wanted=wanted, given=given)
    return template, () if given is wanted else (remark,)


def _taken(reading: Reading, order: Order) -> tuple[Diagnostic, ...]:
    if order.output is None or order.replace_other:
        return ()
    return origin.taken(reading, order.output)


def _made(reading: Reading, order: Order) -> Made:
    return Made(order.only, _shapes(reading, order), order.draft)


def _shapes(reading: Reading, order: Order) -> tuple[Shape, ...]:
    """Those that the film is to be made in; the deck shows the wide one."""
    if order.only is Part.DECK or reading.storyboard is None:
        return (Shape.WIDE,)
    wanted = order.shapes or reading.storyboard.film.shapes
    return tuple(shape for shape in Shape if shape in wanted)


def _planned(verified: _Verified, means: Means, made: Made) -> tuple[Plan, Materials]:
    """The plan of a storyboard with copies of its media, these, and all that is to be told of it.
    Raises StoryboardError with every problem, before anything is copied where that is possible.
    """
    reading = verified.media.reading
    if errors(verified.diagnostics) or reading.storyboard is None:
        tried = media.rehearse(verified.media, means)
        raise StoryboardError(*abridged(_all(verified.diagnostics, tried)))
    materials, diagnostics_of_copies = media.gather(verified.media, means)
    materials = replace(materials, screen=verified.screen)
    planned = plan(reading.storyboard, materials, made.shapes)
    means.progress(Step.PLAN, 1.0)
    words = reading.source.located(planned.diagnostics)
    diagnostics = _all(verified.diagnostics, diagnostics_of_copies, words)
    if errors(diagnostics):
        raise StoryboardError(*abridged(diagnostics))
    return replace(planned, diagnostics=diagnostics), materials


def _inputs(verified: _Verified, digests: Digests) -> dict[Path, str]:
    """The digest of every file that the edition was made from."""
    files = (verified.media.reading.path, *verified.media.sources)
    return {file: digests.of(file) for file in files}


def _all(*groups: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each once, in the order of the text."""
    return in_order(dict.fromkeys(d for group in groups for d in group))


def _existing(path: Path) -> Path | None:
    return path if path.is_file() else None


@contextmanager
def _placed(reading: Reading) -> Iterator[None]:
    """What fails to render is told with the storyboard's line that asks for it."""
    try:
        yield
    except RenderingError as error:
        raise RenderingError(*reading.source.located(error.diagnostics)) from error
