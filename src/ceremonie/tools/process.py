"""Processes of our own: started apart from the terminal, limited, and ended with their children.

No process started here outlives the context or the function that started it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Any

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


def end(process: subprocess.Popen[bytes]) -> None:
    """With its children; one that ended and was waited for no longer has a number of its own."""
    if process.returncode is not None:
        return
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


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
