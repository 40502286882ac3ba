"""Where the time goes: the work once more, on one core, its parts told apart.

Painting is profiled in this process, where libraries are called by name; what the encoder takes is
what is left of a whole render by one worker. Everything is pinned to one core, so that seconds of
the clock are seconds of work.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmark.measure import Measure, measured
from benchmark.workload import Work, gathered, planned
from ceremonie.film import render
from ceremonie.film.coding.encode import FULL
from ceremonie.film.sound import mixing
from ceremonie.film.work import segments
from ceremonie.formats import Shape
from ceremonie.planning.model import Plan
from ceremonie.progress import silent

PAINTING = {
    "decode": (("photographs.py", "read"),),
    "reduce, convert": (("photographs.py", "prepare"),),
    "move (resize by fractions of a pixel)": (("photographs.py", "shown"),),
    "blend": (("transitions.py", "mixed"), ("composite.py", "show")),
}
"""Part of the painting → the functions that do it, and all that they call."""

INSIDE = {"reduce, convert": "decode"}
"""Part → the part that is called within it."""

REST = "the rest of Python"


def measure(work: Work, folder: Path) -> dict[str, float]:
    """Part → seconds on one core, in the order in which they happen."""
    shutil.rmtree(folder, ignore_errors=True)
    with _one_core():
        media, film = _timed(lambda: planned(work, gathered(work, folder, 1)))
        profile, painting = _painted(film)
        heard, _ = _timed(lambda: mixing.render(film))
        cold, _ = _timed(lambda: _rendered(film, folder))
        joined, _ = _timed(lambda: _rendered(film, folder))
    shutil.rmtree(folder)
    encoding = cold.seconds - joined.seconds - heard.seconds - painting.seconds
    return {
        "media: read, reduce, keep": media.seconds,
        **profile,
        "encode (with the start of the worker)": encoding,
        "sound": heard.seconds,
        "join, check": joined.seconds,
        "all": media.seconds + cold.seconds,
    }


def _rendered(film: Plan, folder: Path) -> None:
    targets = {Shape.WIDE: folder / "film.mp4"}
    render(film, targets, folder / "film", workers=1, draft=False, progress=silent)


def _painted(film: Plan) -> tuple[dict[str, float], Measure]:
    """Every frame, thrown away; once under the profiler, once without it, which tells the sum."""
    profiler = cProfile.Profile()
    profiler.runcall(_paint, film)
    with measured() as plain:
        _paint(film)
    return scaled(told_apart(profiler), plain.seconds), plain


def _paint(film: Plan) -> None:
    import cv2

    cv2.setNumThreads(1)
    for segment in segments.segments(film):
        for _ in segments.frames(segment, FULL):
            continue


def told_apart(profiler: cProfile.Profile) -> dict[str, float]:
    """Part of the painting → seconds in its functions and in what they call."""
    statistics: Any = pstats.Stats(profiler)
    spent = {
        (Path(file).name, function): cumulative
        for (file, _, function), (_, _, _, cumulative, _) in statistics.stats.items()
    }
    found = {part: sum(spent.get(f, 0.0) for f in named) for part, named in PAINTING.items()}
    for outer, inner in INSIDE.items():
        found[outer] -= found[inner]
    return {**found, REST: statistics.total_tt - sum(found.values())}


def scaled(parts: dict[str, float], total: float) -> dict[str, float]:
    """The same shares, without what the profiler itself took."""
    factor = total / sum(parts.values())
    return {part: seconds * factor for part, seconds in parts.items()}


def _timed(work: Callable[[], Any]) -> tuple[Measure, Any]:
    with measured() as found:
        made = work()
    return found, made


@contextmanager
def _one_core() -> Iterator[None]:
    """This process and all that it starts; where the system cannot, one worker must do."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)
