"""A Python of its own: started afresh, heard through one pipe, ended when its context is left.

What runs there shares nothing with this process: no memory, no terminal, no words.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, cast

from ceremonie.tools.process import LOOK_UP, Child, Patience

LONGEST_WAIT = 600.0
"""Seconds that code of the user's own may think about one picture: it may be slow, not endless."""


@dataclass(frozen=True)
class Running:
    """A module at work."""

    _pipe: IO[bytes]
    _process: Child
    _patience: Patience

    def read(self, size: int) -> bytes:
        """The next bytes that it writes to its standard output; fewer where it has ended, or was
        ended because they did not come.
        """
        with self._patience.waiting():
            return self._pipe.read(size)

    @property
    def hung(self) -> bool:
        """Whether it was ended because nothing came from it."""
        return self._patience.ended

    def code(self) -> int:
        """How it ended; waits for it."""
        return self._process.wait()


@contextmanager
def running(module: str, arguments: Sequence[str], abandoned: threading.Event) -> Iterator[Running]:
    """Run a module of this package. It is ended, with all that it started, when the context is left
    or within a moment of `abandoned`; nothing more is then read from it.

    Its standard input stays open as long as this process lives: by that it can tell.
    """
    process = _started(module, arguments)
    left = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process, abandoned, left), daemon=True)
    watcher.start()
    pipe = cast(IO[bytes], process.stdout)
    try:
        with Patience(process, LONGEST_WAIT) as patience:
            yield Running(pipe, process, patience)
    finally:
        left.set()
        watcher.join()
        _ended(process)


@dataclass(frozen=True)
class Servant:
    """A module that answers until it is ended: it hears `mouth` and speaks into `ear`."""

    mouth: IO[bytes]
    ear: IO[bytes]
    _process: Child

    @classmethod
    def started(cls, module: str, *, memory: int | None = None) -> Servant:
        """`memory` as in `Child`."""
        process = _started(module, (), memory)
        return cls(cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout), process)

    def kill(self) -> None:
        """With all that it started; whoever listens to it hears its end."""
        self._process.end()

    def close(self) -> None:
        """End it and wait for that."""
        _ended(self._process)


def _started(module: str, arguments: Sequence[str], memory: int | None = None) -> Child:
    return Child(
        [sys.executable, "-P", "-m", module, *arguments],
        memory=memory,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    """It finds what this process finds, and leaves no compiled files beside what it reads."""
    path = os.pathsep.join(folder for folder in sys.path if folder)
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def _watch(process: Child, abandoned: threading.Event, left: threading.Event) -> None:
    while not left.wait(LOOK_UP):
        if abandoned.is_set():
            process.end()
            return


def _ended(process: Child) -> None:
    process.end()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):  # what was still buffered has no reader any more
                pipe.close()
