"""Plan → film: segments rendered side by side, joined without touching a pixel again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, NoReturn

from ceremonie.diagnostics import CeremonieError, RenderingError
from ceremonie.files import appearing
from ceremonie.film import check, segments, sound
from ceremonie.film.encode import DRAFT, FULL, Chapter, Quality, join
from ceremonie.film.segments import Segment
from ceremonie.film.workers import StoppedError, at_work, pool
from ceremonie.messages import SHOT, SOUND, problem
from ceremonie.plan.model import Plan
from ceremonie.plan.sequence import NAMES
from ceremonie.progress import Progress, Step

HEARD_EVERY = 0.3
"""Seconds between two chances for Ctrl-C, which Windows does not let through a wait."""


class Job(NamedTuple):
    """A piece of the film that a worker makes, as a user knows it, and its frames."""

    part: str
    frames: int


Jobs = Mapping["Future[None]", Job]


def render(
    plan: Plan, target: Path, workspace: Path, *, workers: int, draft: bool, progress: Progress
) -> None:
    """Write the film; `workspace` keeps finished segments, which are used again by their key.

    Raises RenderingError, MachineError, CheckError, or OSError as the system does; then `target`
    is as it was before, no worker is left, and what was finished stays in the workspace for the
    next run.
    """
    quality = DRAFT if draft else FULL
    workspace.mkdir(parents=True, exist_ok=True)
    found = segments.segments(plan)
    paths = {s: workspace / f"{segments.key(s, quality)}.mp4" for s in found}
    heard = workspace / f"{_sound_key(plan)}.m4a"
    _render_missing(plan, paths, heard, quality, workers, progress)
    with appearing(target) as partial:
        join([paths[s] for s in found], heard, chapters(plan), plan.title, partial)
        check.check(plan, partial, quality)
    progress(Step.FILM, 1.0)


def _render_missing(
    plan: Plan,
    paths: Mapping[Segment, Path],
    heard: Path,
    quality: Quality,
    workers: int,
    progress: Progress,
) -> None:
    """Longest first, so that all workers end together."""
    missing = {path: segment for segment, path in paths.items() if not path.exists()}
    if not missing and heard.exists():
        return
    with pool(workers) as executor:
        jobs: dict[Future[None], Job] = {}
        if not heard.exists():
            jobs[executor.submit(at_work, sound.render, plan, heard)] = Job(SOUND, 0)
        for path, segment in sorted(missing.items(), key=lambda item: -len(item[1])):
            future = executor.submit(at_work, segments.render, segment, quality, path)
            part = SHOT.format(title=segment.title, id=segment.shot)
            jobs[future] = Job(part, len(segment))
        _wait(jobs, plan.frames, progress)


def _wait(jobs: Jobs, total: int, progress: Progress) -> None:
    waiting = set(jobs)
    while waiting:
        left = sum(jobs[future].frames for future in waiting)
        progress(Step.FILM, 1 - left / total)
        finished, waiting = wait(waiting, HEARD_EVERY, FIRST_COMPLETED)
        for future in finished:
            error = future.exception()
            if error:
                _fail(jobs[future].part, error)


def _fail(part: str, error: BaseException) -> NoReturn:
    """Say which part of the film it is about."""
    match error:
        case RenderingError():
            told = (
                problem("plan-echoue", part=part, cause=d.message, remedy=d.remedy)
                for d in error.diagnostics
            )
            raise RenderingError(*told) from error
        case CeremonieError() | OSError():
            raise error
        case BrokenProcessPool() | StoppedError():
            raise RenderingError(problem("rendu-interrompu")) from error
        case _:
            cause = f"{type(error).__name__} : {error}"
            raise RenderingError(problem("plan-echoue", part=part, cause=cause)) from error


def _sound_key(plan: Plan) -> str:
    told = repr((plan.music, plan.speech, plan.frames, segments.renderer()))
    return hashlib.sha256(told.encode()).hexdigest()


def chapters(plan: Plan) -> tuple[Chapter, ...]:
    """One for each part of the ceremony, in the order of the film."""
    parts = groupby(plan.shots, key=lambda shot: shot.section)
    found = [(section, list(shots)) for section, shots in parts]
    return tuple(
        Chapter(NAMES[section], shots[0].span.start, shots[-1].span.stop)
        for section, shots in found
    )
