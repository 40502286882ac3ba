"""What this machine can do at a time: its cores, its free memory, the workers that both allow."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MOST_WORKERS = 61
"""More processes than this no executor takes under Windows (Python's documentation)."""

WORKER = 700_000_000
"""Bytes that a worker takes which paints and encodes at 1920 × 1080, measured on the sample under
Linux: 550 MB at its peak that are its own, 100 MB of the ffmpeg beside it, and a little more.
"""

RESERVE = 700_000_000
"""Bytes for the process that starts the workers (380 MB at its peak on the sample, as above), and
for what the user's other programs will ask for meanwhile.
"""

CONTROL_GROUPS = "sys/fs/cgroup"
V2, V1 = ("memory.max", "memory.current"), ("memory.limit_in_bytes", "memory.usage_in_bytes")
"""Files of a control group of either version: its limit, and what it takes (Linux,
`Documentation/admin-guide/cgroup-v2.rst` and `cgroup-v1/memory.rst`).
"""

FREEABLE = ("inactive_file", "total_inactive_file")
"""Lines of `memory.stat`: file contents that the system drops when memory is asked for."""


def is_starting() -> bool:
    """Whether this process is a worker that does not work yet: it imports the program that started
    it (Python's documentation, « Safe importing of main module »). It can start no other.
    """
    return getattr(multiprocessing.current_process(), "_inheriting", False)


def workers(wanted: int | None) -> int:
    """How many there are at a time: as many as are wanted, else one a core, as far as there is free
    memory for them; one at least.
    """
    if wanted is not None:
        return max(1, min(wanted, MOST_WORKERS))
    room = (free_memory() - RESERVE) // WORKER
    return max(1, min(cores(), room, MOST_WORKERS))


def cores() -> int:
    """Those that this process may use, where the system tells."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def free_memory(root: Path = Path("/")) -> int:
    """Bytes that can be had without anything being moved to disk, in the whole machine and in the
    container that this process runs in. `root` is that of the system's files.
    """
    import psutil

    return min(int(psutil.virtual_memory().available), *_of_groups(root))


FAT32 = frozenset({"vfat", "msdos", "fat", "fat32"})
"""What Linux, macOS and Windows call file systems that hold no file beyond `LARGEST_ON_FAT32`."""

LARGEST_ON_FAT32 = 2**32 - 1
"""Bytes (Microsoft, « FAT32 File System Specification »: the length of a file has 32 bits)."""


def is_fat32(folder: Path) -> bool:
    """Whether a folder that is there lies on FAT32, as far as the system tells."""
    import psutil

    real = folder.resolve()
    try:
        partitions = psutil.disk_partitions(all=True)
    except OSError:  # a drive that is listed and does not answer
        return False
    mounted = [one for one in partitions if real.is_relative_to(one.mountpoint)]
    nearest = max(mounted, key=lambda p: len(p.mountpoint), default=None)
    return nearest is not None and nearest.fstype.lower() in FAT32


def _of_groups(root: Path) -> Iterator[int]:
    """What is left in each control group that this process belongs to and that has a limit."""
    yield 1 << 62  # no limit
    for folder, files in _groups(root):
        with suppress(OSError, ValueError):  # no such file; no number, but « max »
            limit, taken = (int((folder / name).read_text()) for name in files)
            yield max(0, limit - taken + _freeable(folder))


def _groups(root: Path) -> Iterator[tuple[Path, tuple[str, str]]]:
    """The groups named in `/proc/self/cgroup`, and those around them; in a container the outermost
    one may be all that is seen.
    """
    try:
        lines = (root / "proc/self/cgroup").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers in {"", "memory"}:
            top = root / CONTROL_GROUPS / controllers
            inner = top / path.lstrip("/")
            for folder in (inner, *inner.parents):
                if folder.is_relative_to(top):
                    yield folder, V1 if controllers else V2


def _freeable(folder: Path) -> int:
    lines = (line.split() for line in (folder / "memory.stat").read_text().splitlines())
    return max((int(value) for name, value in lines if name in FREEABLE), default=0)
