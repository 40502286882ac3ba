"""Plan → film: segments rendered side by side, joined without touching a pixel again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby
from pathlib import Path

from ceremonie.diagnostics import CeremonieError, RenderingError
from ceremonie.film import check, segments, sound
from ceremonie.film.encode import DRAFT, FULL, Chapter, Quality, join
from ceremonie.film.segments import Segment
from ceremonie.film.workers import pool
from ceremonie.messages import problem
from ceremonie.plan.model import Plan
from ceremonie.plan.sequence import NAMES
from ceremonie.progress import Progress, Step

Jobs = Mapping["Future[None]", tuple[str, int]]


def render(
    plan: Plan, target: Path, workspace: Path, *, workers: int, draft: bool, progress: Progress
) -> None:
    """Write the film; `workspace` keeps finished segments, which are used again by their key.

    Raises RenderingError or MachineError; then `target` does not exist, no worker is left, and
    what was finished stays in the workspace for the next run.
    """
    quality = DRAFT if draft else FULL
    workspace.mkdir(parents=True, exist_ok=True)
    found = segments.segments(plan)
    paths = {s: workspace / f"{segments.key(s, quality)}.mp4" for s in found}
    heard = workspace / f"{_sound_key(plan)}.m4a"
    _render_missing(plan, paths, heard, quality, workers, progress)
    join([paths[s] for s in found], heard, chapters(plan), plan.title, target)
    check.check(plan, target, quality)
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
        jobs: dict[Future[None], tuple[str, int]] = {}
        if not heard.exists():
            jobs[executor.submit(sound.render, plan, heard)] = ("le son", 0)
        for path, segment in sorted(missing.items(), key=lambda item: -len(item[1])):
            job = executor.submit(segments.render, segment, quality, path)
            jobs[job] = (segment.title, len(segment))
        done = plan.frames - sum(frames for _, frames in jobs.values())
        _wait(jobs, done, plan.frames, progress)


def _wait(jobs: Jobs, done: int, total: int, progress: Progress) -> None:
    progress(Step.FILM, done / total)
    for job in as_completed(jobs):
        title, frames = jobs[job]
        try:
            job.result()
        except (CeremonieError, OSError):
            raise
        except BrokenProcessPool as error:
            raise RenderingError(problem("rendu-interrompu", title=title)) from error
        except Exception as error:
            told = f"{type(error).__name__} : {error}"
            raise RenderingError(problem("plan-echoue", title=title, cause=told)) from error
        done += frames
        progress(Step.FILM, done / total)


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
