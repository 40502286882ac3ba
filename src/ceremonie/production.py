"""The recipe: one storyboard becomes an edition."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ceremonie import cache as caching
from ceremonie import cache_names, deck, film, machine, media, storyboard
from ceremonie.diagnostics import (
    Diagnostic,
    MachineError,
    RenderingError,
    StoryboardError,
    errors,
    in_order,
)
from ceremonie.edition import keeping, manifest, origin, parts
from ceremonie.edition.folder import Successor, replacing
from ceremonie.edition.parts import DECK, FILM, FILMS, Made, Part
from ceremonie.files import disk_is_full
from ceremonie.formats import Shape
from ceremonie.media import Examined, Means
from ceremonie.media.material import Materials
from ceremonie.messages import abridged, problem
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.progress import Progress, Step, silent
from ceremonie.storyboard import Reading, location
from ceremonie.unchanged import Digests

__all__ = ["Edition", "Part", "check", "load", "plan", "prepare", "produce"]


@dataclass(frozen=True)
class Edition:
    """What a run made: the folder, its files, the warnings, the seconds that each step took."""

    folder: Path
    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    durations: Mapping[str, float]


def produce(
    path: Path | str,
    *,
    only: Part | None = None,
    shapes: Sequence[Shape | str] = (),
    draft: bool = False,
    workers: int | None = None,
    cluster: str | None = None,
    output: Path | str = "output",
    cache: Path | str | None = None,
    cache_max: int = caching.MOST_BYTES,
    progress: Progress = silent,
    code_local: bool = False,
    replace_other: bool = False,
) -> Edition:
    """Storyboard → `output/<edition>/`, which changes all at once or not at all. The Python files
    that the storyboard names are run only if `code_local` allows it.

    The film is made in each of `shapes` (« 16:9 », « 1:1 », « 9:16 »), by default in those that the
    storyboard names. Those of the former edition stay if they show just what they would show now.

    An edition of the same name that was made from another storyboard is replaced only if
    `replace_other` allows it.

    `cache` keeps at most `cache_max` bytes from one run to the next, or all that this one used.
    `cluster` is the address of a Dask scheduler (`tcp://host:port`) whose machines render the film.

    Raises a CeremonieError with every diagnostic: StoryboardError for what the author can mend,
    UsageError, MachineError, RenderingError, CheckError for the rest; ValueError where a shape has
    none of these names.
    """
    if machine.is_starting():
        raise MachineError(problem("processus-non-demarres"))
    asked = tuple(map(Shape, shapes))
    if cluster is not None:
        _check_cluster(cluster)
    clock = _Clock(progress)
    with _told_in_french():
        reading = _readable(Path(path))
        made = Made(Part(only) if only else None, _shapes(reading, asked, only), draft)
        order = _Order(made, code_local, cluster)
        with _at_work(cache, cache_max, workers, clock, code_local=code_local) as means:
            taken = () if replace_other else origin.taken(reading, Path(output))
            verified = _verified(reading, means, taken, made)
            planned, materials = _planned(verified, means, made)
            target = Path(output) / planned.edition
            order = replace(order, made=parts.beside(reading, materials, target, made))
            digests = means.workspace.digests
            entered = manifest.inputs(reading.path, _inputs(verified, digests))
            recipe = _recipe(entered, order, target, digests)
            rescue = partial(keeping.rescue, digests=digests)
            with replacing(target, recipe, rescue) as successor:
                if not successor.finished:
                    parts.keep(target, successor.path, order.made)
                    with _placed(reading):
                        _make(planned, successor.path, order, means)
                others = keeping.kept(target, successor.path, _outputs(successor), digests)
                warnings = abridged(
                    _all(
                        planned.diagnostics,
                        keeping.told(others),
                        parts.told(planned, target, successor.path, order.made),
                    )
                )
                if not successor.finished:
                    where = {"folder": successor.path, "former": target}
                    came = origin.of(reading) if replace_other else origin.owner(reading, target)
                    _describe(planned, entered, warnings, order, origin=came, **where)
                keeping.carry(target, successor.path, others)
            clock(Step.EDITION, 1.0)
    return Edition(target, _files(target), warnings, clock.durations)


@dataclass(frozen=True)
class _Order:
    """What is to be made, and how; `cluster` makes no difference to what comes out."""

    made: Made
    code_local: bool
    cluster: str | None


def _recipe(entered: Mapping[str, str], order: _Order, target: Path, digests: Digests) -> str:
    asked = repr((order.made, order.code_local))
    return manifest.recipe(entered, asked, *keeping.state(target, digests))


def _outputs(successor: Successor) -> Iterable[str]:
    """The names of all that the new edition holds of ours."""
    if successor.finished:
        return (*manifest.made(successor.path), manifest.NAME)
    return (*manifest.names(successor.path), *parts.REPORT, manifest.NAME)


def _make(planned: Plan, folder: Path, order: _Order, means: Means) -> None:
    """Film, deck and what accompanies them."""
    from ceremonie.edition import documents

    if order.made.has_film:
        _film(planned, folder, means, draft=order.made.draft, cluster=order.cluster)
    if order.made.has_deck:
        film_file = _existing(folder / FILM)
        deck.write(
            planned,
            folder / DECK,
            film=film_file,
            progress=means.progress,
            cache=means.cache,
            workers=means.workers,
        )
    documents.write(
        folder,
        planned,
        fonts=deck.shipped(planned.pages, planned.family),
        film=order.made.has_film,
        progress=means.progress,
    )


def _describe(
    planned: Plan,
    entered: Mapping[str, str],
    warnings: tuple[Diagnostic, ...],
    order: _Order,
    *,
    origin: Mapping[str, str],
    folder: Path,
    former: Path,
) -> None:
    """What is to be said of all that was made: the report and the manifest."""
    from ceremonie.edition import documents

    documents.write_report(folder, planned, warnings, draft=order.made.draft)
    manifest.write(
        folder,
        entered,
        planned.edition,
        origin=origin,
        films=parts.film_facts(planned, former, order.made),
        former=former,
        along=parts.along(former, order.made),
    )


def _film(planned: Plan, folder: Path, means: Means, *, draft: bool, cluster: str | None) -> None:
    film.render(
        planned,
        {one.format.shape: folder / FILMS[one.format.shape] for one in planned.in_each_shape},
        means.cache / cache_names.PIECES,
        workers=means.workers,
        draft=draft,
        progress=means.progress,
        cluster=cluster,
    )


def _check_cluster(address: str) -> None:
    """What can be known before the media are prepared."""
    from ceremonie.film.work.cluster import check

    check(address)


def load(path: Path | str, *, code_local: bool = False, cache: Path | str | None = None) -> Reading:
    """Read a storyboard (or the one in a folder). Raises StoryboardError with all its problems,
    those of its media among them, examined as `check` does; `code_local` admits Python files, and
    runs none.
    """
    reading = storyboard.read(location.found(Path(path)))
    if reading.storyboard is None:
        raise StoryboardError(*check(path, code_local=code_local, cache=cache))
    return reading


def check(
    path: Path | str,
    *,
    code_local: bool = False,
    shapes: Sequence[Shape | str] = (),
    output: Path | str | None = None,
    cache: Path | str | None = None,
    cache_max: int = caching.MOST_BYTES,
    workers: int | None = None,
    progress: Progress = silent,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a storyboard and its media: whatever `produce` would refuse or
    show otherwise. Every medium is decoded once, and what was found out is kept in `cache`, as
    `produce` keeps it; nothing else is written. `code_local` admits Python files that the
    storyboard names; none is ever run. `shapes` are those of `produce`; `output` is where it would
    put the edition.

    Raises MachineError where the cache cannot be written, as `produce` does.
    """
    with _told_in_french():
        reading = storyboard.read(location.found(Path(path)))
        if reading.source.root is None:
            return reading.diagnostics
        with _at_work(cache, cache_max, workers, progress, code_local=code_local) as means:
            taken = origin.taken(reading, Path(output)) if output is not None else ()
            made = Made(None, _shapes(reading, tuple(map(Shape, shapes)), None))
            return abridged(_verified(reading, means, taken, made).diagnostics)


def prepare(
    path: Path | str,
    *,
    shapes: Sequence[Shape | str] = (),
    draft: bool = False,
    code_local: bool = False,
    cache: Path | str | None = None,
    cache_max: int = caching.MOST_BYTES,
    workers: int | None = None,
    progress: Progress = silent,
) -> Plan:
    """The plan that `produce` would make a deck and a film of; nothing is written but the copies of
    its media, which `cache` keeps. All arguments are those of `produce`, and so is what is raised.
    """
    asked = tuple(map(Shape, shapes))
    with _told_in_french():
        reading = _readable(Path(path))
        made = Made(None, _shapes(reading, asked, None), draft)
        with _at_work(cache, cache_max, workers, progress, code_local=code_local) as means:
            return _planned(_verified(reading, means, (), made), means, made)[0]


@dataclass(frozen=True)
class _Verified:
    """A storyboard with its media examined, and everything that is to be told of both."""

    media: Examined
    diagnostics: tuple[Diagnostic, ...]


def _verified(
    reading: Reading, means: Means, taken: tuple[Diagnostic, ...], made: Made
) -> _Verified:
    """Read → examined → planned with what the media are, and drawn nowhere."""
    examined = media.examine(reading, means, draft=made.draft)
    words: tuple[Diagnostic, ...] = ()
    if reading.storyboard is not None:
        planned = plan(reading.storyboard, examined.materials, made.shapes)
        words = reading.source.located(planned.diagnostics)
    return _Verified(examined, _all(reading.diagnostics, examined.diagnostics, words, taken))


def _shapes(reading: Reading, asked: tuple[Shape, ...], only: Part | None) -> tuple[Shape, ...]:
    """Those that the film is to be made in; the deck shows the wide one."""
    if only == Part.DECK or reading.storyboard is None:
        return (Shape.WIDE,)
    wanted = asked or reading.storyboard.film.shapes
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
    planned = plan(reading.storyboard, materials, made.shapes)
    words = reading.source.located(planned.diagnostics)
    diagnostics = _all(verified.diagnostics, diagnostics_of_copies, words)
    if errors(diagnostics):
        raise StoryboardError(*abridged(diagnostics))
    return replace(planned, diagnostics=diagnostics), materials


def _readable(path: Path) -> Reading:
    """Raises StoryboardError where there is not even a tree that could name media."""
    reading = storyboard.read(location.found(path))
    if reading.source.root is None:
        raise StoryboardError(*reading.diagnostics)
    return reading


@contextmanager
def _at_work(
    chosen: Path | str | None,
    most: int,
    workers: int | None,
    progress: Progress,
    *,
    code_local: bool,
) -> Iterator[Means]:
    """The cache is in use until the end."""
    cache, count = caching.folder(chosen), machine.workers(workers)
    with (
        caching.in_use(cache, most),
        media.at_work(cache, workers=count, progress=progress, code_local=code_local) as means,
    ):
        yield means


def _inputs(verified: _Verified, digests: Digests) -> dict[Path, str]:
    """The digest of every file that the edition was made from."""
    files = (verified.media.reading.path, *verified.media.sources)
    return {file: digests.of(file) for file in files}


def _all(*groups: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each once, in the order of the text."""
    return in_order(dict.fromkeys(d for group in groups for d in group))


def _existing(path: Path) -> Path | None:
    return path if path.is_file() else None


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(p for p in folder.iterdir() if p.is_file()))


@contextmanager
def _placed(reading: Reading) -> Iterator[None]:
    """What fails to render is told with the storyboard's line that asks for it."""
    try:
        yield
    except RenderingError as error:
        raise RenderingError(*reading.source.located(error.diagnostics)) from error


@contextmanager
def _told_in_french() -> Iterator[None]:
    """What the system refuses becomes an error that says what to do."""
    try:
        yield
    except BrokenPipeError:
        raise  # nobody reads what is printed any more
    except OSError as error:
        slug = "disque-plein" if disk_is_full(error) else "acces-refuse"
        name = error.filename or error.strerror or ""
        raise MachineError(problem(slug, name=name)) from error


@dataclass
class _Clock:
    """Passes progress on, and measures how long each step takes."""

    progress: Progress
    durations: dict[str, float] = field(default_factory=dict)
    _last: float = field(default_factory=time.monotonic)

    def __call__(self, step: Step, part: float) -> None:
        now = time.monotonic()
        self.durations[step] = self.durations.get(step, 0.0) + now - self._last
        self._last = now
        self.progress(step, part)
