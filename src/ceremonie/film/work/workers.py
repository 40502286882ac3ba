"""Worker processes: started afresh on every system alike, and never left behind.

A pipe tells them when the run is given up: its other end is closed, by us or, if the run was
killed, by the system. They stop between two frames; one that does not within `GRACE` is stopped
wherever it is. Either way a worker puts away what it had begun.
"""

from __future__ import annotations

import _thread
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from ceremonie import interrupts, machine
from ceremonie.diagnostics import MachineError
from ceremonie.messages import problem

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

Item = TypeVar("Item")

GRACE, LAST = 0.3, 15.0
"""Seconds that a worker has to end its frame, then to end itself."""

LOOK_EVERY = 0.02
"""Seconds between two looks whether the work was put away."""

given_up = threading.Event()
"""Set in a worker once its run was given up; never set in the process that started it."""

_busy = threading.Event()

_leaving = threading.Event()
"""Set once a worker puts away what it had begun: it must not be interrupted again."""


class StoppedError(Exception):
    """The run was given up while this worker was at its work."""


@contextmanager
def pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """An executor; leaving it by an exception stops every worker within a second.

    Raises MachineError where its work failed since not one worker could start.
    """
    context = multiprocessing.get_context("spawn")
    stop, stopping = context.Pipe(duplex=False)
    begun = context.Event()
    count = machine.workers(workers)
    executor = _Executor(count, mp_context=context, initializer=_begin, initargs=(stop, begun))
    try:
        yield executor
    except BaseException as error:
        stopping.close()
        if _is_broken(error) and not begun.is_set():
            raise MachineError(problem("processus-non-demarres")) from None
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
        stopping.close()
        stop.close()


class _Executor(ProcessPoolExecutor):
    """Submitting starts workers; Ctrl-C does not reach them while they are still importing."""

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        with interrupts.held():
            return super().submit(at_work, work, *arguments, **named)


def _is_broken(error: BaseException | None) -> bool:
    """Whether it came of a worker that ended by itself."""
    return error is not None and (
        isinstance(error, BrokenProcessPool) or _is_broken(error.__cause__)
    )


def _begin(stop: Connection, begun: Event) -> None:
    """Ctrl-C is heard by the process that started the workers, which then closes its end."""
    begun.set()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, _leave)
    sys.excepthook, sys.unraisablehook = _printed, _unraised
    threading.Thread(target=_watch, args=(stop,), daemon=True).start()


def _watch(stop: Connection) -> None:
    stop.poll(None)
    given_up.set()
    time.sleep(GRACE)
    last = time.monotonic() + LAST
    while _busy.is_set() and time.monotonic() < last:
        if not _leaving.is_set():
            _interrupt()
        time.sleep(LOOK_EVERY)
    os._exit(1)  # nobody will give it work again, nor tell it that there is none


def _interrupt() -> None:
    """Have `_leave` called in the main thread, in the middle of whatever it waits for."""
    if os.name == "posix":
        os.kill(os.getpid(), signal.SIGTERM)
    else:
        _thread.interrupt_main(signal.SIGTERM)


def _leave(*_: object) -> None:
    if not _busy.is_set():
        os._exit(1)
    if not _leaving.is_set():
        _leaving.set()
        raise StoppedError


def _printed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A library that calls us back from C prints what it swallows before it reports it."""
    if not issubclass(kind, StoppedError):
        sys.__excepthook__(kind, error, trace)


def _unraised(report: UnraisableHookArgs) -> None:
    """Work that swallowed it goes on as if nothing were: it must be interrupted again."""
    if issubclass(report.exc_type, StoppedError):
        _leaving.clear()
    else:
        sys.__unraisablehook__(report)


def at_work(work: Callable[..., Item], *arguments: object, **named: object) -> Item:
    """What a worker runs, so that it can be stopped in the middle of it."""
    _busy.set()
    try:
        return work(*arguments, **named)
    finally:
        _busy.clear()


def until_stopped(items: Iterable[Item]) -> Iterator[Item]:
    """The items; raises StoppedError between two of them once the run was given up."""
    for item in items:
        if given_up.is_set():
            _leaving.set()
            raise StoppedError
        yield item
