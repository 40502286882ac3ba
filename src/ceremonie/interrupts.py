"""Ctrl-C: where it must wait a moment, and that it is enough once."""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


AGAIN = 0.05
"""Seconds after which a Ctrl-C that was swallowed comes again."""


class Stop:
    """A signal handler that interrupts, whatever a library in whose midst it comes makes of that:
    pydantic an error of its own (then `asked` tells the truth), what calls us back from C a line
    "Exception ignored" (then it comes again).
    """

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.default_int_handler(number, frame)

    def unraised(self, report: UnraisableHookArgs) -> None:
        """In the place of `sys.unraisablehook`."""
        if issubclass(report.exc_type, KeyboardInterrupt):
            again = threading.Timer(AGAIN, _thread.interrupt_main)
            again.daemon = True
            again.start()
        else:
            sys.__unraisablehook__(report)


@contextmanager
def held() -> Iterator[None]:
    """A Ctrl-C comes when this ends; processes that are started meanwhile hear none until they ask
    for it. Windows cannot hold it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Being told to end counts as Ctrl-C: things are put in order first."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop  # signals are not for other threads
        return
    with ExitStack() as former:
        former.callback(setattr, sys, "unraisablehook", sys.unraisablehook)
        sys.unraisablehook = stop.unraised
        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:
                former.callback(signal.signal, number, signal.signal(number, stop))
        yield stop
