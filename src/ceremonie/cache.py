"""The cache: what runs may use again, kept under a cap, and safe for several runs at once.

Whoever uses it announces itself by a lock of its own, which the system lets go of even if the run
is killed. Runs come and go through one door, one at a time; only the last to leave throws anything
away. So nothing can vanish between the moment when a run finds it and the moment when it needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from ceremonie.cache_names import KEPT, UNFINISHED
from ceremonie.diagnostics import BusyError, MachineError
from ceremonie.files import BRIEFLY, disk_is_full, remove
from ceremonie.messages import problem

GIGABYTE = 10**9
MOST_BYTES = 5 * GIGABYTE
"""Bytes: a dozen editions, or one with a thousand photos."""

RUNS, DOOR, LOCK = ".passages", "porte", ".verrou"
RUN = re.compile(r"[0-9a-f]{32}\.verrou")


@dataclass(frozen=True)
class Entry:
    """A file of the cache: its bytes; when it was last used, in ns by the file system's clock."""

    path: Path
    size: int
    used: int


def folder(chosen: Path | str | None) -> Path:
    """Where the cache is: as the user chose, or where the system wants it."""
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_cache_path("ceremonie", appauthor=False)


@contextmanager
def reachable(path: Path) -> Iterator[None]:
    """What the system refuses here concerns the cache: MachineError."""
    try:
        yield
    except OSError as error:
        if disk_is_full(error):
            raise MachineError(problem("disque-plein")) from error
        raise MachineError(problem("cache-inaccessible", name=path)) from error


@contextmanager
def in_use(cache: Path, most: int = MOST_BYTES) -> Iterator[None]:
    """Announces a run; when the last one has ended, what was least recently used goes, until there
    are no more than `most` bytes. What the run itself has used stays in any case.

    Raises MachineError where the cache cannot be written.
    """
    with reachable(cache):
        lock, began = _come(cache)
    try:
        yield
    finally:
        with suppress(OSError):  # the edition is there; the next run will tidy up
            _go(cache, lock, most, began)


def entries(cache: Path) -> list[Entry]:
    """All that is kept, least recently used first. Raises MachineError."""
    with reachable(cache):
        return _entries(cache)


def empty(cache: Path) -> list[Entry]:
    """Throws all away and returns it.

    Raises BusyError while a run is at work, MachineError where the cache cannot be written.
    """
    if not cache.is_dir():
        return []
    with reachable(cache), _door(cache):
        if _others(cache):
            raise BusyError(problem("cache-occupe", name=cache))
        _sweep(cache)
        return [entry for entry in _entries(cache) if _removed(entry.path)]


def _entries(cache: Path) -> list[Entry]:
    kept = []
    for path in _named(cache, KEPT):
        with suppress(FileNotFoundError):  # a run that ends has just thrown it away
            status = path.stat()
            kept.append(Entry(path, status.st_size, status.st_mtime_ns))
    return sorted(kept, key=lambda entry: (entry.used, entry.path))


def _come(cache: Path) -> tuple[FileLock, int]:
    """A lock, and when it was taken, by the file system's clock."""
    with _door(cache):
        if not _others(cache):
            _sweep(cache)
        lock = FileLock(cache / RUNS / f"{uuid4().hex}{LOCK}")
        lock.acquire(timeout=0)
        return lock, Path(lock.lock_file).stat().st_mtime_ns


def _go(cache: Path, lock: FileLock, most: int, began: int) -> None:
    with _door(cache):
        _end(lock)
        if not _others(cache):
            _trim(cache, most, began)


@contextmanager
def _door(cache: Path) -> Iterator[None]:
    """One at a time."""
    (cache / RUNS).mkdir(parents=True, exist_ok=True)
    with FileLock(cache / RUNS / f"{DOOR}{LOCK}"):
        yield


def _others(cache: Path) -> bool:
    """Whether any run is at work; the locks of those that were killed are taken away."""
    alive = [path for path in _named(cache, {RUNS: RUN}) if not _is_dead(path)]
    return bool(alive)


def _is_dead(path: Path) -> bool:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    _end(lock)
    return True


def _end(lock: FileLock) -> None:
    lock.release()
    remove(Path(lock.lock_file), patience=BRIEFLY)


def _sweep(cache: Path) -> None:
    """What killed runs had begun."""
    for path in _named(cache, dict.fromkeys(KEPT, UNFINISHED)):
        _removed(path)


def _trim(cache: Path, most: int, began: int) -> None:
    kept = _entries(cache)
    total = sum(entry.size for entry in kept)
    for entry in kept:
        if total <= most or entry.used >= began:
            return
        if _removed(entry.path):
            total -= entry.size


def _named(cache: Path, names: dict[str, re.Pattern[str]]) -> list[Path]:
    """The files of these folders that are called like this; links are not ours."""
    return [
        path
        for place, name in names.items()
        if (cache / place).is_dir()
        for path in (cache / place).iterdir()
        if name.fullmatch(path.name) and path.is_file() and not path.is_symlink()
    ]


def _removed(path: Path) -> bool:
    try:
        remove(path, patience=BRIEFLY)
    except OSError:  # Windows keeps a file that another program holds
        return False
    return True
