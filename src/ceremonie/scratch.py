"""Folders for what passes from one step to the next: gone afterwards, or, where a run was killed,
as soon as another one needs such a folder.

Each has a lock beside it, which the system lets go of whatever becomes of the process: so those
that nobody works in are known. The mix of a long film takes gigabytes there.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from ceremonie.files import BRIEFLY, remove, remove_folder

START, LOCK = "ceremonie-travail-", ".verrou"
LOCKS = re.compile(rf"{START}[0-9a-f]{{32}}\{LOCK}")


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder in the system's room for temporary files."""
    room = Path(tempfile.gettempdir())
    _sweep(room)
    folder = room / f"{START}{uuid4().hex}"
    with _gone_afterwards(folder, FileLock(f"{folder}{LOCK}", mode=0o600)):
        folder.mkdir(mode=0o700)
        yield folder


def _sweep(room: Path) -> None:
    """What killed runs have left; that of other people stays."""
    with suppress(OSError):
        for path in [one for one in room.iterdir() if LOCKS.fullmatch(one.name)]:
            folder = path.with_name(path.name.removesuffix(LOCK))
            with suppress(OSError, Timeout), _gone_afterwards(folder, FileLock(path, timeout=0)):
                pass


@contextmanager
def _gone_afterwards(folder: Path, lock: FileLock) -> Iterator[None]:
    lock.acquire()
    try:
        yield
    finally:
        with suppress(OSError):  # a scanner holds a file: another run sweeps
            remove_folder(folder)
        lock.release()
        if not folder.exists():
            with suppress(OSError):
                remove(Path(lock.lock_file), patience=BRIEFLY)
