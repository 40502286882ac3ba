"""The recipe: one storyboard becomes an edition."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

from ceremonie import cache as caching
from ceremonie import deck, film, media, storyboard
from ceremonie.diagnostics import (
    Diagnostic,
    MachineError,
    RenderingError,
    Severity,
    StoryboardError,
    errors,
    in_order,
)
from ceremonie.edition import keeping
from ceremonie.edition.folder import replacing
from ceremonie.files import disk_is_full
from ceremonie.film.workers import MOST
from ceremonie.media.inspection import sources
from ceremonie.messages import problem
from ceremonie.plan import plan
from ceremonie.plan.model import Plan
from ceremonie.progress import Progress, Step, silent
from ceremonie.storyboard import Reading

__all__ = ["Edition", "Part", "check", "load", "plan", "produce"]

FILM, DECK = "film.mp4", "diaporama.pptx"


class Part(StrEnum):
    """What may be made alone; the other is then kept from the edition that is there."""

    FILM = "film"
    DECK = "diaporama"


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
    draft: bool = False,
    workers: int | None = None,
    cluster: str | None = None,
    output: Path | str = "output",
    cache: Path | str | None = None,
    cache_max: int = caching.MOST,
    progress: Progress = silent,
    code_local: bool = False,
) -> Edition:
    """Storyboard → `output/<edition>/`, which changes all at once or not at all. The Python files
    that the storyboard names are run only if `code_local` allows it.

    `cache` keeps at most `cache_max` bytes from one run to the next, or all that this one used.
    `cluster` is the address of a Dask scheduler (`tcp://host:port`) whose machines render the film.

    Raises a CeremonieError with every diagnostic: StoryboardError for what the author can mend,
    UsageError, MachineError, RenderingError, CheckError for the rest.
    """
    if cluster is not None:
        _check_cluster(cluster)
    clock = _Clock(progress)
    only = Part(only) if only else None
    count, workspace = min(workers or _cores(), MOST), caching.folder(cache)
    with _told_in_french():
        reading = load(Path(path), code_local=code_local)
    with _told_in_french(), caching.in_use(workspace, cache_max):
        planned = _planned(reading, workspace, count, clock, draft=draft, code_local=code_local)
        target = Path(output) / planned.edition
        with replacing(target) as folder:
            _keep(target, folder, only)
            if only is not Part.DECK:
                with _placed(reading):
                    film.render(
                        planned,
                        folder / FILM,
                        workspace / caching.FILM,
                        workers=count,
                        draft=draft,
                        progress=clock,
                        cluster=cluster,
                    )
            if only is not Part.FILM:
                deck.write(planned, folder / DECK, film=_existing(folder / FILM), progress=clock)
            others = keeping.kept(target, folder)
            warnings = _all(
                reading.diagnostics,
                planned.diagnostics,
                keeping.told(others),
                _told_of_parts(planned, folder, only),
            )
            _document(folder, planned, reading, warnings, only, clock, draft=draft)
            keeping.carry(target, folder, others)
        clock(Step.EDITION, 1.0)
    return Edition(target, _files(target), warnings, clock.durations)


def _check_cluster(address: str) -> None:
    """What can be known before the media are prepared."""
    from ceremonie.film.cluster import check

    check(address)


def load(path: Path, *, code_local: bool = False) -> Reading:
    """Read a storyboard (or the one in a folder). Raises StoryboardError with all its problems,
    those of its media among them; `code_local` admits Python files, and runs none.
    """
    reading = storyboard.read(_storyboard_file(path))
    if reading.storyboard is None:
        found = media.inspect(reading, code_local=code_local)
        raise StoryboardError(*_all(reading.diagnostics, found))
    return reading


def check(path: Path | str, *, code_local: bool = False) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a storyboard and its media; nothing is rendered or written.
    `code_local` admits Python files that the storyboard names; none is ever run.
    """
    with _told_in_french():
        reading = storyboard.read(_storyboard_file(Path(path)))
        words: tuple[Diagnostic, ...] = ()
        if reading.storyboard is not None:
            planned = plan(reading.storyboard, media.assumed(reading))
            words = reading.source.located(planned.diagnostics)
        found = media.inspect(reading, code_local=code_local)
        return _all(reading.diagnostics, found, words)


def _all(*groups: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each once, in the order of the text."""
    return in_order(dict.fromkeys(d for group in groups for d in group))


def _planned(
    reading: Reading,
    workspace: Path,
    workers: int,
    progress: Progress,
    *,
    draft: bool,
    code_local: bool,
) -> Plan:
    """The plan of a storyboard with its media; raises StoryboardError with all their problems."""
    assert reading.storyboard is not None
    materials, told = media.gather(
        reading,
        workspace,
        draft=draft,
        progress=progress,
        workers=workers,
        code_local=code_local,
    )
    planned = plan(reading.storyboard, materials)
    words = reading.source.located(planned.diagnostics)
    if errors((*told, *words)):
        raise StoryboardError(*_all(reading.diagnostics, told, words))
    return replace(planned, diagnostics=_all(told, words))


def _document(
    folder: Path,
    planned: Plan,
    reading: Reading,
    warnings: tuple[Diagnostic, ...],
    only: Part | None,
    clock: _Clock,
    *,
    draft: bool,
) -> None:
    from ceremonie.edition import documents, manifest

    documents.write(
        folder,
        planned,
        warnings,
        fonts=deck.shipped(),
        film=only is not Part.DECK,
        draft=draft,
        progress=clock,
    )
    manifest.write(folder, reading.path, sources(reading), planned.edition)


def _storyboard_file(path: Path) -> Path:
    return path / "storyboard.yaml" if path.is_dir() else path


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _keep(former: Path, folder: Path, only: Part | None) -> None:
    """When one part is made alone, the other comes along from the edition that is there."""
    from ceremonie.edition.documents import OF_THE_FILM

    parts = {None: (), Part.DECK: (FILM, *OF_THE_FILM), Part.FILM: (DECK,)}
    for name in parts[only]:
        if (former / name).is_file():
            shutil.copy2(former / name, folder / name)


def _told_of_parts(planned: Plan, folder: Path, only: Part | None) -> Iterator[Diagnostic]:
    """What a part that was made alone does to the other."""
    shown = any(page.film for page in planned.pages)
    if only is Part.DECK and shown and not _existing(folder / FILM):
        yield problem("film-absent", severity=Severity.WARNING)
    if only is Part.FILM and shown and _existing(folder / DECK):
        yield problem("diaporama-ancien-film", severity=Severity.WARNING)


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


class _Door(ModuleType):
    """`ceremonie.produce(…)` is the recipe, though `ceremonie.produce` is also this module."""

    def __call__(self, *arguments: Any, **options: Any) -> Edition:
        return produce(*arguments, **options)


sys.modules[__name__].__class__ = _Door
