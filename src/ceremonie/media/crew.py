"""Work on all cores that can be dropped at any moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

Key = TypeVar("Key")
Result = TypeVar("Result")

Done = tuple[Key, Result | None, BaseException | None]

LOOK_UP = 0.1
"""Seconds after which whoever waits hears Ctrl-C: on Windows a lock alone does not."""

TIDYING = 0.6
"""Seconds that work under way may take to put things in order once it is given up."""


def worked_off(
    jobs: Mapping[Key, Callable[[], Result]],
    workers: int,
    abandoned: Event,
    progress: Callable[[float], None],
) -> dict[Key, Result]:
    """What each job returns; they are begun in their order. The first that fails, or whatever else
    is raised meanwhile, sets `abandoned`, and nothing more is begun.

    The threads are daemons: a decode that hears nothing holds up neither Ctrl-C nor the program.
    """
    todo, done = _filled(jobs.items()), SimpleQueue[Done[Key, Result]]()

    def labour() -> None:
        while not abandoned.is_set():
            try:
                key, job = todo.get_nowait()
            except Empty:
                return
            try:
                done.put((key, job(), None))
            except BaseException as error:  # noqa: BLE001 - raised again where it is heard
                done.put((key, None, error))

    threads = [Thread(target=labour, daemon=True) for _ in range(min(max(1, workers), len(jobs)))]
    try:
        for thread in threads:
            thread.start()
        return _collected(done, len(jobs), progress)
    except BaseException:
        abandoned.set()
        _see_off(threads)
        raise


def _filled(items: Iterable[Result]) -> SimpleQueue[Result]:
    queue = SimpleQueue[Result]()
    for item in items:
        queue.put(item)
    return queue


def _collected(
    done: SimpleQueue[Done[Key, Result]],
    count: int,
    progress: Callable[[float], None],
) -> dict[Key, Result]:
    results: dict[Key, Result] = {}
    while len(results) < count:
        try:
            key, result, error = done.get(timeout=LOOK_UP)
        except Empty:
            progress(len(results) / count)  # still at work
            continue
        if error is not None:
            raise error
        results[key] = result  # type: ignore[assignment]
        progress(len(results) / count)
    return results


def _see_off(threads: list[Thread]) -> None:
    """Ctrl-C may have come before all of them were started."""
    until = time.monotonic() + TIDYING
    for thread in threads:
        if thread.is_alive():
            thread.join(max(0.0, until - time.monotonic()))
