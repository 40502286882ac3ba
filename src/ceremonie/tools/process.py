"""Processes of our own: started apart from the terminal, limited, and ended with their children.

No process started here outlives the context or the function that started it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from ceremonie.tools.windows import Job

LOOK_UP = 0.1
"""Seconds after which whoever waits looks whether the work was given up."""

STALL = 20.0
"""Seconds without any progress after which a program hangs: it is ended. A program that works
gives a sign of life many times a second, also on a loaded machine.
"""


class AbandonedError(Exception):
    """The work was given up while a process was at it."""


class StalledError(Exception):
    """The process made no progress for `STALL` seconds, and was ended."""


def apart() -> dict[str, Any]:
    """Ctrl-C reaches us, and we end our children; they must not hear it themselves."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


class Child(subprocess.Popen[bytes]):
    """A process apart, which is ended with all that it started: a session of its own, or a job
    where the system is Windows. There it also ends when this process is killed; elsewhere it has
    to notice that itself, by a pipe. `memory` is how many bytes Windows gives it at most; elsewhere
    a process has to limit itself.
    """

    def __init__(
        self, command: Sequence[str], *, memory: int | None = None, **options: Any
    ) -> None:
        self._job: Job | None = None
        super().__init__(command, **options, **apart())
        self._job = job_around(self, memory)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the process; what it started does not outlive it."""
        code = super().wait(timeout)
        if self._job:
            self._job.close()
        return code

    def end(self) -> None:
        """With its children; one that was waited for no longer has a number of its own."""
        if self.returncode is not None:
            return
        if self._job:
            self._job.end()
        if sys.platform == "win32":
            self.kill()
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)


def job_around(process: Any, memory: int | None) -> Job | None:
    """A job object, where the system knows them."""
    return Job(int(process._handle), memory=memory) if sys.platform == "win32" else None


class Watch:
    """Looks after work that another process does: was it given up, does it still go on?

    `measure` gives something that changes as long as the work goes on.
    """

    def __init__(self, abandoned: Event | None, measure: Callable[[], object]) -> None:
        self._abandoned = abandoned
        self._measure = measure
        self._last = measure()
        self._since = time.monotonic()

    def look(self) -> None:
        """Raises AbandonedError or StalledError."""
        if self._abandoned is not None and self._abandoned.is_set():
            raise AbandonedError
        measured = self._measure()
        if measured != self._last:
            self._last, self._since = measured, time.monotonic()
        elif time.monotonic() - self._since > STALL:
            raise StalledError


class Patience:
    """Ends a process in which a single wait lasts longer than `most` seconds; `ended` tells it."""

    def __init__(self, process: Child, most: float = STALL) -> None:
        self.ended = False
        self._process = process
        self._most = most
        self._since: float | None = None
        self._left = Event()
        self._watcher = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._left.set()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Around whatever waits for the process."""
        self._since = time.monotonic()
        try:
            yield
        finally:
            self._since = None

    def _watch(self) -> None:
        while not self._left.wait(min(1.0, self._most / 4)):
            since = self._since
            if since is not None and time.monotonic() - since > self._most:
                self.ended = True
                self._process.end()
                return
