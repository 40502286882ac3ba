"""A drive that fails: from some moment on, whatever is done with the files below a folder is
answered by the system with one error.

Python tells its audit hooks of everything that it opens, makes, moves, removes and lists. What
libraries of C write by themselves, and what other processes do, is not told.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WRITING = frozenset({
    *("os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.utime", "os.remove", "os.rmdir"),
})  # fmt: skip
READING = frozenset({"os.listdir", "os.scandir"})
WRITTEN = os.O_WRONLY | os.O_RDWR | os.O_CREAT

WRITES_FAIL = frozenset({errno.EROFS, errno.EACCES})
"""What is there can be read all the same."""


@dataclass
class Drive:
    """`number` is what the system answers below `folder`, from the `first` thing on that is done
    there, counted from 1, or that is written there, where no more than writing fails.
    """

    folder: Path
    number: int
    first: int
    done: int = 0
    written: int = 0

    @property
    def count(self) -> int:
        """Of all that may fail."""
        return self.written if self.number in WRITES_FAIL else self.done

    def heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._concerns(event, arguments):
            return
        writes = self._writes(event, arguments)
        self.done += 1
        self.written += writes
        if self.count >= self.first and (writes or self.number not in WRITES_FAIL):
            raise OSError(self.number, os.strerror(self.number), str(arguments[0]))

    def _concerns(self, event: str, arguments: tuple[object, ...]) -> bool:
        known = event == "open" or event in WRITING or event in READING
        return known and any(self._is_below(one) for one in arguments[:2])

    def _writes(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event != "open":
            return event in WRITING
        return isinstance(arguments[2], int) and bool(arguments[2] & WRITTEN)

    def _is_below(self, path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        place = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - a Path asks the drive
        return place == str(self.folder) or place.startswith(f"{self.folder}{os.sep}")


_failing: list[Drive] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _failing and (event == "open" or event.startswith("os.")):
        _failing[0].heard(event, arguments)


@contextmanager
def failing(folder: Path, number: int, first: int) -> Iterator[Drive]:
    """Until the end of the block. Python forgets no hook: one stays, and does nothing."""
    if not hasattr(failing, "heard"):
        sys.addaudithook(_hear)
        failing.heard = True  # type: ignore[attr-defined]
    drive = Drive(folder.absolute(), number, first)
    _failing[:] = [drive]
    try:
        yield drive
    finally:
        _failing.clear()
