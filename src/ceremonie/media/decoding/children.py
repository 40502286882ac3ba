"""The parent's side: long-lived processes that open media, one for each that works at once.

A medium comes by e-mail: a decoder that dies, hangs or eats the memory over it takes a process with
it that holds nothing else. A new one takes its place, and the run goes on.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from ceremonie.diagnostics import MachineError
from ceremonie.media.decoding.limits import MEMORY
from ceremonie.media.decoding.messages import Message, receive, send
from ceremonie.messages import problem
from ceremonie.tools.process import LOOK_UP, STALL, AbandonedError
from ceremonie.tools.python import Servant

MODULE = "ceremonie.media.decoding.child"
TRIES = 2
"""A child that dies may have been killed from outside, for want of memory: its job is done once
more. What kills a second one is the medium's fault.
"""


class BrokenError(Exception):
    """The medium cannot be opened, or whoever opened it died or hung."""


class LostError(BrokenError):
    """Whoever opened it died or hung, or the system refused it something: the medium may be to
    blame, or the machine.
    """


class Decoders:
    """`count` jobs at once; threads may ask at the same time."""

    def __init__(self, count: int, abandoned: threading.Event) -> None:
        self._free = threading.BoundedSemaphore(max(1, count))
        self._lock = threading.Lock()
        self._idle: list[_Child] = []
        self._all: set[_Child] = set()
        self._abandoned = abandoned
        self._closed = False

    def ask(self, job: str, **values: Any) -> Message:
        """The answer to a job of `child.JOBS`. Raises BrokenError, MachineError where the disk is
        full, or AbandonedError once the work is given up.
        """
        while not self._free.acquire(timeout=LOOK_UP):
            self._check()
        try:
            return self._done({"job": job, **values})
        finally:
            self._free.release()

    def close(self) -> None:
        """Every child ends, whatever it is at."""
        with self._lock:
            self._closed = True
            children, self._all = self._all, set()
        for child in children:
            child.close()

    def _done(self, request: Message) -> Message:
        for _ in range(TRIES):
            child = self._taken()
            answer = None
            try:
                answer = child.answer(request, self._abandoned)
            finally:
                self._left(child, alive=answer is not None)
            if answer is not None:
                return _checked(answer)
            self._check()
        raise LostError

    def _taken(self) -> _Child:
        with self._lock:
            self._check()
            if self._idle:
                return self._idle.pop()
            child = _Child()
            self._all.add(child)
            return child

    def _left(self, child: _Child, *, alive: bool) -> None:
        with self._lock:
            if alive:
                self._idle.append(child)
                return
            self._all.discard(child)
        child.close()

    def _check(self) -> None:
        if self._closed or self._abandoned.is_set():
            raise AbandonedError


def _checked(answer: Message) -> Message:
    if "broken" in answer:
        raise BrokenError
    if "lost" in answer:
        raise LostError
    if "full" in answer:
        raise MachineError(problem("disque-plein"))
    return answer


@contextmanager
def decoders(count: int, abandoned: threading.Event) -> Iterator[Decoders]:
    """Children for `count` jobs at once, started when they are first needed and ended at the end,
    or when the work is abandoned.
    """
    opened = Decoders(count, abandoned)
    try:
        yield opened
    finally:
        opened.close()


class _Child:
    """One process, and the thread that hears it: a pipe alone cannot be waited for with a limit."""

    def __init__(self) -> None:
        self._servant = Servant.started(MODULE, memory=MEMORY)
        self._heard: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def answer(self, request: Message, abandoned: threading.Event) -> Message | None:
        """None where it died. Raises LostError where it hangs, AbandonedError."""
        try:
            send(self._servant.mouth, request)
        except OSError:
            return None
        life = time.monotonic()
        while True:
            try:
                message = self._heard.get(timeout=LOOK_UP)
            except queue.Empty:
                if abandoned.is_set():
                    raise AbandonedError from None
                if time.monotonic() - life > STALL:
                    raise LostError from None
                continue
            if message is None or "alive" not in message:
                return message
            life = time.monotonic()
            if abandoned.is_set():
                raise AbandonedError

    def close(self) -> None:
        with self._closing:
            self._servant.kill()
            self._servant.close()

    def _listen(self) -> None:
        with suppress(OSError, ValueError):  # its end, or ours
            while message := receive(self._servant.ear):
                self._heard.put(message)
        self._heard.put(None)
