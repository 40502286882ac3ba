"""Worker processes: started afresh on every system alike, told to stop between two frames."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from typing import TypeVar

Item = TypeVar("Item")

_stop: Event | None = None
"""Set in a worker when it starts; the process that started it never has one."""


class StoppedError(Exception):
    """The run was given up while this worker was at its work."""


@contextmanager
def pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """An executor; leaving it by an exception stops every worker within a frame's time."""
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    executor = ProcessPoolExecutor(
        max(1, workers), mp_context=context, initializer=_begin, initargs=(stop,)
    )
    try:
        yield executor
    except BaseException:
        stop.set()
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _begin(stop: Event) -> None:
    """Ctrl-C is heard by the process that started the workers, which then sets `stop`."""
    global _stop  # noqa: PLW0603 - a worker has no other place for what its pool hands it
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def until_stopped(items: Iterable[Item]) -> Iterator[Item]:
    """The items; raises StoppedError between two of them once the run was given up."""
    for item in items:
        if _stop is not None and _stop.is_set():
            raise StoppedError
        yield item
