"""Seconds, seconds of all cores, and memory of this process or of one that we started."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

LOOK_EVERY = 0.2
"""Seconds between two looks at the memory of all processes."""

PROC = Path("/proc")


@dataclass
class Measure:
    """What a piece of work took: seconds, seconds of all cores, bytes at the fullest moment.

    `worker` is the fullest that one child was, with all that it had started itself.
    """

    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    worker: int = 0

    @property
    def busy(self) -> float:
        """The part of what all cores of the machine could have done meanwhile, 0 to 1."""
        return self.cpu / (self.seconds * (os.cpu_count() or 1))


@dataclass
class Watch:
    """Looks at the memory of a process and its descendants until it is stopped."""

    process: int
    measure: Measure
    _done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self._done.wait(LOOK_EVERY):
            self.look()

    def look(self) -> None:
        tree = children()
        own = proportional_memory(self.process)
        branches = [
            sum(map(proportional_memory, family(child, tree)))
            for child in tree.get(self.process, [])
        ]
        self.measure.memory = max(self.measure.memory, own + sum(branches))
        self.measure.worker = max(self.measure.worker, *branches, 0)


@contextmanager
def watched(process: int, measure: Measure) -> Iterator[None]:
    """Fills in the memory that a process and its descendants take meanwhile."""
    watch = Watch(process, measure)
    watcher = threading.Thread(target=watch.run, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        watch._done.set()
        watcher.join()


@contextmanager
def measured(*, memory: bool = False) -> Iterator[Measure]:
    """Looking at memory takes a little time itself: only where it is asked for."""
    measure = Measure()
    if memory:
        with watched(os.getpid(), measure), _clocked(measure):
            yield measure
    else:
        with _clocked(measure):
            yield measure


@contextmanager
def _clocked(measure: Measure) -> Iterator[None]:
    began, cpu = time.perf_counter(), used_cpu()
    try:
        yield
    finally:
        measure.seconds, measure.cpu = time.perf_counter() - began, used_cpu() - cpu


def used_cpu() -> float:
    """Seconds of this process and of its descendants that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def children() -> dict[int, list[int]]:
    """Process → what it started; empty where the system does not tell."""
    found: dict[int, list[int]] = {}
    if not PROC.is_dir():
        return found
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (told := _read(entry / "stat")):
            found.setdefault(int(told.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    return found


def family(parent: int, tree: dict[int, list[int]]) -> list[int]:
    """A process and all its descendants."""
    found = [parent]
    for known in found:
        found += tree.get(known, [])
    return found


def proportional_memory(process: int) -> int:
    """Bytes; what processes share is divided among them (PSS)."""
    told = _read(PROC / str(process) / "smaps_rollup")
    return next((int(x.split()[1]) * 1024 for x in told.splitlines() if x.startswith("Pss:")), 0)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""  # the process has just ended
