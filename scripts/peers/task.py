"""What every peer is asked, and how it answers: one JSON file in, one line of JSON out.

Each clock starts when all libraries are imported and stops when the film is on the disk.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Task:
    """Photos shown `seconds` each while they grow to `zoom`, mixed for `crossfade` seconds.

    `frames` is the length of the film, `raw` the file of its finished frames (yuv420p), `ffmpeg`
    the program, the same for everybody.
    """

    photos: tuple[str, ...]
    target: str
    width: int
    height: int
    rate: int
    seconds: float
    crossfade: float
    zoom: float
    frames: int
    ffmpeg: str
    raw: str
    processes: int

    def start(self, index: int) -> float:
        """Seconds at which a photo begins to show."""
        return index * (self.seconds - self.crossfade)


def asked() -> Task:
    told = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    return Task(**{**told, "photos": tuple(told["photos"])})


@contextmanager
def answered(task: Task) -> Iterator[dict[str, Any]]:
    """Times the block and tells it: seconds, seconds of all cores, bytes of the film, and what the
    block enters.
    """
    more: dict[str, Any] = {}
    began, cpu = time.perf_counter(), used_cpu()
    yield more
    seconds, cpu = time.perf_counter() - began, used_cpu() - cpu
    size = Path(task.target).stat().st_size
    print(json.dumps({"seconds": seconds, "cpu": cpu, "size": size, **more}), flush=True)


def used_cpu() -> float:
    """Seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
