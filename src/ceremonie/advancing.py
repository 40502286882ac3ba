"""How far a run is, shown to whoever waits for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ceremonie import words
from ceremonie.messages import decimal
from ceremonie.progress import Progress, Step

SILENT = 2.0
"""Seconds after which plain lines say again how far a step is, while it tells that it goes on."""


@contextmanager
def advancing(complain: Callable[[str], None]) -> Iterator[Progress]:
    """A bar with the step and the time left on a terminal, plain lines elsewhere: `complain` writes
    them.
    """
    if not sys.stderr.isatty():
        yield _Lines(complain)
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        tasks: dict[Step, Any] = {}

        def show(step: Step, part: float) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(str(step), total=1.0)
            bar.update(tasks[step], completed=part)

        yield show


class _Lines:
    """A line when a step begins to take time, every tenth of it, and when it ends; one at least
    every two seconds in between.
    """

    def __init__(self, complain: Callable[[str], None]) -> None:
        self.complain = complain
        self.tenths: dict[Step, int] = {}
        self.began: dict[Step, float] = {}
        self.last = 0.0

    def __call__(self, step: Step, part: float) -> None:
        now = time.monotonic()
        spent = now - self.began.setdefault(step, now)
        tenth, seen = int(part * 10 + 1e-9), self.tenths.get(step, -1)
        if tenth <= seen and (seen >= 10 or now - self.last < SILENT):
            return
        self.tenths[step], self.last = tenth, now
        if tenth >= 10:
            self.complain(words.STEP_DONE.format(step=step, seconds=decimal(spent)))
        else:
            self.complain(words.progress(step, part, spent))
