"""Films that are long: does memory stay, does a frame cost the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmark.measure import Measure
from benchmark.peers import Bench, ours
from benchmark.sample import Say
from benchmark.workload import Work, different_photos

SHORT, LONG = 120 * 25, 30 * 60 * 25
"""Frames of the two films whose memory is compared: 2 minutes, 30 minutes."""

MANY = 1000
MANY_LENGTH, MANY_CROSSFADE = 31, 6
"""A second for each photo, and the frames of a short crossfade."""


def memory(bench: Bench, say: Say, lengths: tuple[int, int] = (SHORT, LONG)) -> dict[str, Any]:
    """Bytes of all processes, and of the fullest worker with the encoder that it feeds."""
    found: dict[str, Any] = {}
    for name, frames in zip(("short", "long"), lengths, strict=True):
        work, measure = repeated(bench.work, frames), Measure()
        facts = ours(replace(bench, work=work), memory=measure)
        found[name] = {**facts, "memory": measure.memory, "worker": measure.worker}
        say(f"{work.frames} frames: {measure.memory / 1e6:.0f} MB")
    return found


def repeated(work: Work, frames: int) -> Work:
    """As often as it takes to fill so many frames."""
    once = len(work.photos) * (work.length - work.crossfade)
    return replace(work, repeats=max(1, round((frames - work.crossfade) / once)))


def thousand(bench: Bench, folder: Path, say: Say, count: int = MANY) -> dict[str, Any]:
    """A film of so many photos beside one of ten, photos to MP4, at the same pace."""
    files = different_photos(folder, bench.work.photos, count)
    found: dict[str, Any] = {}
    for name, photos in (("few", files[:10]), ("many", files)):
        work = Work(photos, MANY_LENGTH, MANY_CROSSFADE, bench.work.zoom)
        measure = Measure()
        facts = ours(replace(bench, work=work), memory=measure)
        found[name] = {**facts, "photos": len(photos), "memory": measure.memory}
        say(f"{len(photos)} photos: {1000 * facts['seconds'] / facts['frames']:.1f} ms a frame")
    return found
