"""Plans → films, each in its shapes: segments rendered side by side, joined without touching a
pixel again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, Required, TypedDict, Unpack

from ceremonie.diagnostics import CeremonieError, NodePath, RenderingError
from ceremonie.files import appearing
from ceremonie.film import check, flashes, room
from ceremonie.film.coding import master
from ceremonie.film.coding.encode import FULL, SPARING, Quality
from ceremonie.film.coding.join import Chapter, Piece, join
from ceremonie.film.commission import Commission, Film, Sound, films
from ceremonie.film.poster import poster
from ceremonie.film.sound import mixing
from ceremonie.film.sound.stems import Form
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
    """A piece of the film that a worker makes: the keys of its files, what a user calls it and
    where the storyboard asks for it, how much work it is (px to paint).
    """

    keys: tuple[str, ...]
    part: str
    path: NodePath | None
    work: int


Jobs = dict["Future[tuple[bytes, ...]]", Job]


class Rendering(TypedDict, total=False):
    """The arguments of `render` and `render_each`."""

    workers: Required[int]
    draft: Required[bool]
    progress: Required[Progress]
    cluster: str | None


def render(
    plan: Plan, targets: Mapping[Shape, Path], workspace: Path, **options: Unpack[Rendering]
) -> None:
    """Write the film for the hall in each shape of the plan to its target; as `render_each`."""
    render_each((Commission(plan, targets),), workspace, **options)


def render_each(
    commissions: Sequence[Commission],
    workspace: Path,
    *,
    workers: int,
    draft: bool,
    progress: Progress,
    cluster: str | None = None,
) -> None:
    """Write all films that are asked for. What they have in common is painted and mixed once;
    `workspace` keeps finished pieces, which are used again by their key.

    `cluster` is the address of a Dask scheduler: its machines then paint, and this one mixes.

    Raises RenderingError, MachineError, UsageError, CheckError, or OSError as the system does; then
    all targets are as they were before, no worker is left, and what was finished stays in the
    workspace for the next run.
    """
    kept = Kept(workspace)
    wanted = [film for one in commissions for film in films(one, draft=draft)]
    painted, mixed = _missing_parts(wanted, kept), _missing_sounds(wanted, kept)
    sounds = [sound for some in mixed.values() for sound in some]
    pieces = [(segment, files.values()) for segment, files in painted.values()]
    room.check(wanted, pieces, sounds, workspace)
    if painted or mixed:
        with _executors(workers, cluster if painted else None) as (mixing, painting):
            jobs = _sound_jobs(mixed, mixing, kept, draft=draft)
            jobs |= _segment_jobs(painted, painting)
            _keep(jobs, kept, progress)
    with ExitStack() as all_at_once:
        for number, film in enumerate(wanted):
            unchecked = all_at_once.enter_context(appearing(film.target))
            _join(film, unchecked, kept, _joining(progress, number, len(wanted)))
            for target, sound in film.stems.items():
                _stem(film, sound, all_at_once.enter_context(appearing(target)), kept)
    progress(Step.FILM, 1.0)


def _join(film: Film, target: Path, kept: Kept, tell: Callable[[float], None]) -> None:
    """The file of a film whose pieces are there; checked."""
    if film.quality in (FULL, SPARING):
        flashes.check(film.plan, [kept.trace(part.key) for part in film.parts])
    tell(0.0)
    pieces = [Piece(kept.path(part.key), len(part.segment)) for part in film.parts]
    if film.master:
        master.join(pieces, kept.path(film.sounds[0].key), target, film.master)
        check.check_master(film.plan, target, film.master)
        return
    join(
        pieces,
        [kept.path(sound.key) for sound in film.sounds],
        chapters(film.plan),
        film.plan.title,
        target,
        cover=poster(film.plan),
        words=film.words,
        tell=tell,
    )
    check.check(film.plan, target, film.quality)


def _stem(film: Film, sound: Sound, target: Path, kept: Kept) -> None:
    """A part of what is heard in a master; checked."""
    assert film.master
    master.write_stem(kept.path(sound.key), film.plan.frames, target, film.master)
    check.check_stem(film.plan, target, film.master)


def _joining(progress: Progress, before: int, count: int) -> Callable[[float], None]:
    """Who hears how far one of `count` films is joined, after `before` others."""

    def tell(part: float) -> None:
        progress(Step.FILM, PAINTED + (JOINED - PAINTED) * (before + part) / count)

    return tell


Painted = dict[str, tuple[Segment, dict[str, Quality]]]
"""By what they are painted for: segments, and the files that are to be made of each."""


def _missing_parts(wanted: Iterable[Film], kept: Kept) -> Painted:
    missing: Painted = {}
    there: set[str] = set()
    for film in wanted:
        for part in film.parts:
            if part.key not in there and not kept.has(part.key):
                _, files = missing.setdefault(part.painted, (part.segment, {}))
                files[part.key] = film.quality
            there.add(part.key)
    return missing


def _missing_sounds(wanted: Iterable[Film], kept: Kept) -> dict[str, list[Sound]]:
    """By the key of their mix."""
    sounds = {sound.key: sound for film in wanted for sound in film.heard}
    missing: dict[str, list[Sound]] = {}
    for key, sound in sounds.items():
        if not kept.has(key):
            missing.setdefault(sound.mix, []).append(sound)
    return missing


@contextmanager
def _executors(workers: int, address: str | None) -> Iterator[tuple[Executor, Executor]]:
    """Who mixes the sound, and who paints. On one machine they are the same."""
    if address is None:
        with pool(workers) as executor:
            yield executor, executor
    else:
        with pool(1) as mixing, cluster(address) as painting:
            yield mixing, painting


def _sound_jobs(
    missing: Mapping[str, Sequence[Sound]], executor: Executor, kept: Kept, *, draft: bool
) -> Jobs:
    jobs: Jobs = {}
    for sounds in missing.values():
        coded = tuple(sound for sound in sounds if sound.form is Form.CODED)
        first, loudnesses = sounds[0], tuple(sound.loudness for sound in coded)
        mixed = executor.submit(
            mixing.render,
            first.plan,
            loudnesses,
            draft=draft,
            described=first.described,
            uncoded=_uncoded(sounds, kept),
        )
        jobs[mixed] = Job(tuple(sound.key for sound in coded), SOUND, None, 0)
    return jobs


def _uncoded(sounds: Iterable[Sound], kept: Kept) -> mixing.Uncoded | None:
    """What of a mix is kept as samples."""
    apart = [sound for sound in sounds if sound.form is not Form.CODED]
    keys = {sound.form: sound.key for sound in apart}
    return mixing.Uncoded(apart[0].loudness, keys, kept) if apart else None


def _segment_jobs(missing: Painted, executor: Executor) -> Jobs:
    """Longest first, so that all workers end together."""
    jobs = [(_job(segment, files), segment, files) for segment, files in missing.values()]
    return {
        executor.submit(segments.render_each, segment, tuple(files.values())): job
        for job, segment, files in sorted(jobs, key=lambda one: -one[0].work)
    }


def _job(segment: Segment, files: Mapping[str, Quality]) -> Job:
    work = sum(_work(segment, quality) for quality in files.values())
    name = SHOT.format(title=segment.title, id=segment.shot)
    return Job(tuple(files), name, segment.path or None, work)


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
                for key, data in zip(job.keys, future.result(), strict=True):
                    kept.put(key, data)
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


def chapters(plan: Plan) -> tuple[Chapter, ...]:
    """One for each run of shots that share its name, in the order of the film."""
    named = groupby(plan.shots, key=lambda shot: shot.chapter)
    chaptered = [(name, list(shots)) for name, shots in named]
    return tuple(
        Chapter(name, shots[0].span.start, shots[-1].span.stop) for name, shots in chaptered
    )
