"""Plan → a film in each of its shapes: segments rendered side by side, joined without touching a
pixel again.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ceremonie.diagnostics import CeremonieError, NodePath, RenderingError
from ceremonie.files import appearing
from ceremonie.film import check, flashes
from ceremonie.film.coding.encode import DRAFT, FULL, Quality
from ceremonie.film.coding.join import Chapter, Piece, join
from ceremonie.film.poster import poster
from ceremonie.film.sound import mixing
from ceremonie.film.work import segments
from ceremonie.film.work.cluster import ClusterError, cluster
from ceremonie.film.work.kept import Kept
from ceremonie.film.work.segments import Segment
from ceremonie.film.work.workers import StoppedError, pool
from ceremonie.formats import Shape
from ceremonie.messages import SHOT, SOUND, problem
from ceremonie.planning.model import Plan
from ceremonie.progress import Progress, Step

HEARD_EVERY = 0.3
"""Seconds between two chances for Ctrl-C, which Windows does not let through a wait."""

PAINTED, JOINED = 0.95, 0.99
"""Parts of the work after which all pieces are there, and after which all films are joined."""


class Job(NamedTuple):
    """A piece of the film that a worker makes: its key, what a user calls it and where the
    storyboard asks for it, how much work it is (px to paint).
    """

    key: str
    part: str
    path: NodePath | None
    work: int


Jobs = dict["Future[bytes]", Job]


def render(
    plan: Plan,
    targets: Mapping[Shape, Path],
    workspace: Path,
    *,
    workers: int,
    draft: bool,
    progress: Progress,
    cluster: str | None = None,
) -> None:
    """Write the film in each shape of the plan to its target; the sound is mixed once. `workspace`
    keeps finished pieces, which are used again by their key.

    `cluster` is the address of a Dask scheduler: its machines then paint, and this one mixes.

    Raises RenderingError, MachineError, UsageError, CheckError, or OSError as the system does; then
    all targets are as they were before, no worker is left, and what was finished stays in the
    workspace for the next run.
    """
    quality = DRAFT if draft else FULL
    kept = Kept(workspace)
    films = plan.in_each_shape
    pieces = [_pieces(film, quality, draft=draft) for film in films]
    heard = _sound_key(plan, draft=draft)
    wanted = {key: segment for made in pieces for key, segment in made}
    missing = {key: segment for key, segment in wanted.items() if not kept.has(key)}
    silent = not kept.has(heard)
    if missing or silent:
        with _executors(workers, cluster if missing else None) as (mixing, painting):
            jobs = _sound_job(films[0], heard, mixing, draft=draft) if silent else {}
            jobs |= _segment_jobs(missing, quality, painting)
            _keep(jobs, kept, progress)
    with ExitStack() as all_at_once:
        for film, made in zip(films, pieces, strict=True):
            unchecked = all_at_once.enter_context(appearing(targets[film.format.shape]))
            files = [Piece(kept.path(key), len(segment)) for key, segment in made]
            if not draft:
                flashes.check(film, [kept.trace(key) for key, _ in made])
            tell = _joining(progress, films.index(film), len(films))
            tell(0.0)
            join(
                files,
                kept.path(heard),
                chapters(film),
                film.title,
                unchecked,
                cover=poster(film),
                tell=tell,
            )
            check.check(film, unchecked, quality)
    progress(Step.FILM, 1.0)


def _joining(progress: Progress, before: int, count: int) -> Callable[[float], None]:
    """Who hears how far one of `count` films is joined, after `before` others."""

    def tell(part: float) -> None:
        progress(Step.FILM, PAINTED + (JOINED - PAINTED) * (before + part) / count)

    return tell


def _pieces(film: Plan, quality: Quality, *, draft: bool) -> list[tuple[str, Segment]]:
    """The segments of a film in order, each with its key."""
    painted = _abrupt(film) if draft else film
    keys = segments.keys(segments.segments(painted, quality.stride), quality)
    return [(key, segment) for segment, key in keys.items()]


@contextmanager
def _executors(workers: int, address: str | None) -> Iterator[tuple[Executor, Executor]]:
    """Who mixes the sound, and who paints. On one machine they are the same."""
    if address is None:
        with pool(workers) as executor:
            yield executor, executor
    else:
        with pool(1) as mixing, cluster(address) as painting:
            yield mixing, painting


def _sound_job(plan: Plan, key: str, executor: Executor, *, draft: bool) -> Jobs:
    return {executor.submit(mixing.render, plan, draft=draft): Job(key, SOUND, None, 0)}


def _segment_jobs(missing: Mapping[str, Segment], quality: Quality, executor: Executor) -> Jobs:
    """Longest first, so that all workers end together."""
    jobs = [
        Job(key, SHOT.format(title=s.title, id=s.shot), s.path or None, _work(s, quality))
        for key, s in missing.items()
    ]
    return {
        executor.submit(segments.render, missing[job.key], quality): job
        for job in sorted(jobs, key=lambda job: -job.work)
    }


def _work(segment: Segment, quality: Quality) -> int:
    return len(segment.due(quality)) * math.prod(segment.size(quality))


def _keep(jobs: Jobs, kept: Kept, progress: Progress) -> None:
    """Each piece as soon as it is made; nothing of it stays in memory.

    Once one has failed, none is begun any more, and those under way are kept for the next run. Then
    all that went wrong is told.
    """
    total = 1 + sum(job.work for job in jobs.values())
    failed: list[Exception] = []
    while jobs:
        progress(Step.FILM, PAINTED * (1 - sum(job.work for job in jobs.values()) / total))
        finished, _ = wait(jobs, HEARD_EVERY, FIRST_COMPLETED)
        for future in finished:
            job = jobs.pop(future)
            error = future.exception()
            if error:
                failed.append(_failure(job, error))
            else:
                kept.put(job.key, future.result())
        if failed:
            jobs = {future: job for future, job in jobs.items() if not future.cancel()}
    _raise(failed)


def _raise(failed: Sequence[Exception]) -> None:
    """What concerns more than a piece of the film goes first."""
    of_pieces = [error for error in failed if type(error) is RenderingError]
    for error in failed:
        if error not in of_pieces:
            raise error
    if of_pieces:
        diagnostics = dict.fromkeys(d for error in of_pieces for d in error.diagnostics)
        raise RenderingError(*diagnostics) from of_pieces[0]


def _failure(job: Job, error: BaseException) -> Exception:
    """Says which part of the film it is about, and where the storyboard asks for it."""
    echoed = partial(problem, "plan-echoue", path=job.path, part=job.part)
    match error:
        case RenderingError() if not isinstance(error, ClusterError):
            causes = (echoed(cause=d.message, remedy=d.remedy) for d in error.diagnostics)
            failure: Exception = RenderingError(*causes)
        case CeremonieError() | OSError():
            return error
        case BrokenProcessPool() | StoppedError():
            failure = RenderingError(problem("rendu-interrompu"))
        case _:
            cause = f"{type(error).__name__} : {error}"
            failure = RenderingError(echoed(cause=cause))
    failure.__cause__ = error
    return failure


def _sound_key(plan: Plan, *, draft: bool) -> str:
    ingredients = repr((plan.music, plan.speech, plan.frames, draft, segments.renderer()))
    return hashlib.sha256(ingredients.encode()).hexdigest()


def _abrupt(plan: Plan) -> Plan:
    shots = (replace(shot, drawing=shot.drawing.abrupt()) for shot in plan.shots)
    return replace(plan, shots=tuple(shots))


def chapters(plan: Plan) -> tuple[Chapter, ...]:
    """One for each run of shots that share its name, in the order of the film."""
    named = groupby(plan.shots, key=lambda shot: shot.chapter)
    chaptered = [(name, list(shots)) for name, shots in named]
    return tuple(
        Chapter(name, shots[0].span.start, shots[-1].span.stop) for name, shots in chaptered
    )
