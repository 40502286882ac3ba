"""The doors: what may be asked for of a storyboard.

An edition that stays as it is costs no more than looking at its files: what makes one (`making`) is
imported where something is to be made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from ceremonie import cache as caching
from ceremonie import cache_names, machine, storyboard
from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, MachineError, StoryboardError, UsageError
from ceremonie.edition import folder, formers, standing
from ceremonie.edition.outputs import SHELF, Part
from ceremonie.files import disk_is_full, drive_is_gone
from ceremonie.formats import Shape
from ceremonie.messages import problem
from ceremonie.order import Clock, Codec, Edition, InTemplate, Order, Survey, files_in
from ceremonie.progress import Progress, silent
from ceremonie.storyboard import location
from ceremonie.unchanged import Digests

if TYPE_CHECKING:
    from ceremonie.media import Means
    from ceremonie.planning import plan
    from ceremonie.planning.model import Plan
    from ceremonie.storyboard import Reading

__all__ = [
    "Edition",
    "InTemplate",
    "Part",
    "check",
    "load",
    "plan",
    "prepare",
    "produce",
    "survey",
]


def __getattr__(name: str) -> Any:
    if name == "plan":
        from ceremonie.planning import plan

        return plan
    raise AttributeError(name)


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
    audiences: Sequence[Audience | str] = (Audience.HALL,),
    master: Codec | str | None = None,
    keep: int | None = None,
) -> Edition:
    """Storyboard → `output/<edition>/`, which changes all at once or not at all. The Python files
    that the storyboard names are run only if `code_local` allows it.

    What each of `audiences` (« salle », « interne », « internet », « reseaux ») may see and hear
    lies in a folder of its own; the hall's files lie in the edition's itself.

    The film is made in each of `shapes` (« 16:9 », « 1:1 », « 9:16 »), by default in those that the
    storyboard names. Those of the former edition stay if they show just what they would show now.

    An edition of the same name that was made from another storyboard is replaced only if
    `replace_other` allows it; so is a finished film by a `draft`.

    `cache` keeps at most `cache_max` bytes from one run to the next, or all that this one used.
    `cluster` is the address of a Dask scheduler (`tcp://host:port`) whose machines render the film.

    `master` (« prores », « dnxhd ») is the codec of a film for the technician, who is given none
    otherwise.

    The edition that is replaced is kept in `output/.anciennes/<edition>/`, and so are those
    before it, `keep` of them in all (the usual three).

    Raises a CeremonieError with every diagnostic: StoryboardError for what the author can mend,
    UsageError, MachineError, RenderingError, CheckError for the rest; ValueError where a shape or
    an audience has none of these names.
    """
    if machine.is_starting():
        raise MachineError(problem("processus-non-demarres"))
    order = Order(
        Path(output),
        only=Part(only) if only else None,
        shapes=tuple(map(Shape, shapes)),
        draft=draft,
        code_local=code_local,
        cluster=cluster,
        replace_other=replace_other,
        audiences=_each(audiences),
        master=Codec(master) if master else None,
        keep=formers.USUAL if keep is None else keep,
    )
    order = _sensible(order)
    if cluster is not None:
        _check_cluster(cluster)
    clock = Clock(progress)
    with told_in_french():
        if there := _standing(location.found(Path(path)), order, caching.folder(cache)):
            return there if (there.folder.parent / SHELF).exists() else on_shelf(there)
        reading = readable(Path(path))
        _spare_finished_film(reading, order)
        from ceremonie.making import make

        with at_work(cache, cache_max, workers, clock, code_local=code_local) as means:
            made = make(reading, order, means, clock.durations)
        return on_shelf(made)


def on_shelf(made: Edition) -> Edition:
    """It is shown among all others; with what has to be told of that."""
    told = shelved(made.folder.parent)
    return replace(made, diagnostics=(*made.diagnostics, *told)) if told else made


def shelved(output: Path) -> tuple[Diagnostic, ...]:
    """The page of all editions in a folder of outputs is made anew; what hinders that is told."""
    from ceremonie.shelf.writing import renew

    return renew(output)


def _each(audiences: Sequence[Audience | str]) -> tuple[Audience, ...]:
    """Each once, the hall first."""
    asked = set(map(Audience, audiences)) or {Audience.HALL}
    return tuple(audience for audience in Audience if audience in asked)


def _sensible(order: Order) -> Order:
    """The deck alone is the hall's alone. Raises UsageError where it is asked for nobody else, or
    where the technician is to be given a film that is not made.
    """
    filmed = Audience.HALL in order.audiences and order.only is not Part.DECK
    if order.master and (order.draft or not filmed):
        raise UsageError(problem("regie-sans-film"))
    if order.only is not Part.DECK:
        return order
    if Audience.HALL not in order.audiences:
        raise UsageError(problem("diaporama-sans-salle", audiences=", ".join(order.audiences)))
    return replace(order, audiences=(Audience.HALL,))


def _spare_finished_film(reading: Reading, order: Order) -> None:
    """A draft takes no finished film's place unasked: that took minutes to make, and may be all
    there is tonight, be it out of date by a word. Raises UsageError.
    """
    replaces = order.draft and order.only is not Part.DECK and not order.replace_other
    if not replaces or reading.storyboard is None:
        return
    from ceremonie.edition.parts import has_finished_film

    assert order.output is not None
    folder = order.output / reading.storyboard.edition
    if has_finished_film(folder):
        raise UsageError(problem("brouillon-film-fini", name=folder))


def _standing(file: Path, order: Order, cache: Path) -> Edition | None:
    """The edition that is there, if it would only be made again as it is."""
    digests = Digests(cache / cache_names.RECORD)
    assert order.output is not None
    try:
        there = standing.standing(file, order.output, order.told, digests, apart=(cache,))
    except OSError:  # what cannot be read is told at its line by a whole run
        return None
    if there is None:
        return None
    digests.save()
    folder.limit(there.folder, order.keep)
    return Edition(there.folder, files_in(there.folder), there.diagnostics, {}, unchanged=True)


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


class Surveying(TypedDict, total=False):
    """The arguments of `survey`."""

    code_local: bool
    shapes: Sequence[Shape | str]
    output: Path | str | None
    cache: Path | str | None
    cache_max: int
    workers: int | None
    progress: Progress
    audiences: Sequence[Audience | str]


def check(path: Path | str, **options: Unpack[Surveying]) -> tuple[Diagnostic, ...]:
    """What is wrong with a storyboard and its media; all arguments are those of `survey`, and so is
    what is raised.
    """
    return survey(path, **options).diagnostics


def survey(
    path: Path | str,
    *,
    code_local: bool = False,
    shapes: Sequence[Shape | str] = (),
    output: Path | str | None = None,
    cache: Path | str | None = None,
    cache_max: int = caching.MOST_BYTES,
    workers: int | None = None,
    progress: Progress = silent,
    audiences: Sequence[Audience | str] = (Audience.HALL,),
) -> Survey:
    """How long the film would be, and everything that is wrong with a storyboard and its media:
    whatever `produce` would refuse or show otherwise. Every medium is decoded once, and what was
    found out is kept in `cache`, as `produce` keeps it; nothing else is written. `code_local`
    admits Python files that the storyboard names; none is ever run. `shapes` and `audiences` are
    those of `produce`; `output` is where it would put the edition.

    Raises MachineError where the cache cannot be written, as `produce` does.
    """
    with told_in_french():
        reading = storyboard.read(location.found(Path(path)))
        if reading.source.root is None:
            return Survey(reading.diagnostics)
        from ceremonie.verifying import verify

        with at_work(cache, cache_max, workers, progress, code_local=code_local) as means:
            where = Path(output) if output is not None else None
            seen_by = _each(audiences)
            order = Order(where, shapes=tuple(map(Shape, shapes)), audiences=seen_by)
            return verify(reading, order, means)


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
    order = Order(None, shapes=tuple(map(Shape, shapes)), draft=draft)
    with told_in_french():
        reading = readable(Path(path))
        from ceremonie.verifying import prepared

        with at_work(cache, cache_max, workers, progress, code_local=code_local) as means:
            return prepared(reading, order, means).planned


@contextmanager
def told_in_french() -> Iterator[None]:
    """What the system refuses becomes an error that says what to do."""
    try:
        yield
    except BrokenPipeError:
        raise  # nobody reads what is printed any more
    except OSError as error:
        slug = "disque-plein" if disk_is_full(error) else "acces-refuse"
        slug = "disque-absent" if drive_is_gone(error) else slug
        name = error.filename or error.strerror or ""
        raise MachineError(problem(slug, name=name)) from error


def readable(path: Path) -> Reading:
    """Raises StoryboardError where there is not even a tree that could name media."""
    reading = storyboard.read(location.found(path))
    if reading.source.root is None:
        raise StoryboardError(*reading.diagnostics)
    return reading


@contextmanager
def at_work(
    chosen: Path | str | None,
    most: int,
    workers: int | None,
    progress: Progress,
    *,
    code_local: bool,
) -> Iterator[Means]:
    """The cache is in use until the end."""
    from ceremonie import media

    cache, count = caching.folder(chosen), machine.workers(workers)
    with (
        caching.in_use(cache, most),
        media.at_work(cache, workers=count, progress=progress, code_local=code_local) as means,
    ):
        yield means
