"""The process that opens media, and holds nothing else: it answers one job after the other.

It tells that it is alive whenever the work has got on, never just because time has passed. It ends
when the process that started it does.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable
from typing import IO

import av

from ceremonie.files import disk_is_full
from ceremonie.media.decoding.copying import copied, sampled
from ceremonie.media.decoding.drawing import rasterised
from ceremonie.media.decoding.examining import examined
from ceremonie.media.decoding.glancing import glanced
from ceremonie.media.decoding.limits import limit_memory
from ceremonie.media.decoding.messages import Message, receive, send

EVERY = 0.25
"""Seconds between two signs of life."""

Job = Callable[[Message, Callable[[], None]], Message]

JOBS: dict[str, Job] = {
    "examine": examined,
    "copy": copied,
    "samples": sampled,
    "draw": rasterised,
    "glance": glanced,
}


def main() -> None:
    wire, requests = _taken_over()
    limit_memory()
    av.logging.set_level(None)
    while True:
        request = requests.get()
        send(wire, answer(request, _Life(wire)))


def answer(request: Message, alive: Callable[[], None]) -> Message:
    """What the job gives; that the medium is broken, that the disk is full, or that the system
    refused something (a drive that is gone, memory): then the medium need not be to blame.
    """
    job = JOBS[request["job"]]
    try:
        return job(request, alive)
    except OSError as error:  # which PyAV raises as well
        return {"full": True} if disk_is_full(error) else {"lost": True}
    except MemoryError:
        return {"lost": True}
    except (av.FFmpegError, ValueError):
        return {"broken": True}


class _Life:
    """Says that the work got on, as often as it helps."""

    def __init__(self, wire: IO[bytes]) -> None:
        self._wire = wire
        self._told = time.monotonic()

    def __call__(self) -> None:
        now = time.monotonic()
        if now - self._told > EVERY:
            self._told = now
            send(self._wire, {"alive": True})


def _taken_over() -> tuple[IO[bytes], queue.SimpleQueue[Message]]:
    """Standard output and input, kept from the libraries that work here."""
    wire, orders = os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(0), "rb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    requests: queue.SimpleQueue[Message] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, requests), daemon=True).start()
    return wire, requests


def _listen(orders: IO[bytes], requests: queue.SimpleQueue[Message]) -> None:
    """Until the other process is gone, whatever this one is at."""
    while message := receive(orders):
        requests.put(message)
    os._exit(0)


if __name__ == "__main__":
    main()
