"""What a run works with: where it keeps things, on how many cores, whom it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ceremonie.media.crew import Key, Result, worked_off
from ceremonie.media.decoding import Decoders, decoders
from ceremonie.media.quiet import quiet
from ceremonie.media.workspace import Workspace
from ceremonie.progress import Progress, Step, silent


@dataclass(frozen=True)
class Means:
    """`workspace` is the part of `cache` that holds media; `workers` jobs are done at a time,
    and as many `decoders` open what is seen and heard. `code_local` admits the Python files that a
    storyboard names; without it they are refused.
    """

    cache: Path
    workspace: Workspace
    decoders: Decoders
    workers: int
    progress: Progress
    code_local: bool

    def shared(self, number: int, count: int) -> Means:
        """The same for one of `count` equal parts of a step, of which `number` are done."""

        def tell(step: Step, part: float) -> None:
            self.progress(step, (number + part) / count)

        return replace(self, progress=tell)

    def worked_off(self, jobs: Mapping[Key, Callable[[], Result]], step: Step) -> dict[Key, Result]:
        """What each job returns, begun in their order on all cores, with progress of this step."""
        if not jobs:
            return {}
        tell = partial(self.progress, step)
        tell(0.0)
        with quiet():
            return worked_off(jobs, self.workers, self.workspace.abandoned, tell)


@contextmanager
def at_work(
    cache: Path, *, workers: int = 1, progress: Progress = silent, code_local: bool = False
) -> Iterator[Means]:
    """For one run; what it learns of files is recorded for the next one, however it ends.

    Raises MachineError where the cache cannot be written.
    """
    workspace = Workspace(cache)
    try:
        with decoders(workers, workspace.abandoned) as opened:
            yield Means(cache, workspace, opened, workers, progress, code_local)
    finally:
        workspace.digests.save()
