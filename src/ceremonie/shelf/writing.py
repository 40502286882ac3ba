"""The shelf's file: made anew beside the editions, never in place of what is somebody's own."""

from __future__ import annotations

import time
from pathlib import Path

from ceremonie.diagnostics import BusyError, Diagnostic, Severity
from ceremonie.edition.folder import alone
from ceremonie.edition.outputs import SHELF
from ceremonie.files import appearing
from ceremonie.messages import problem
from ceremonie.shelf.gathering import exhibits
from ceremonie.shelf.page import MARK, page

TRIES, PAUSE = 50, 0.1
"""Another run that writes the shelf takes a moment: so often, and so many seconds between, one
waits for it, since it may have looked before this run's edition was there.
"""

HEAD = 4096
"""Bytes in which the mark stands."""


def renew(output: Path) -> tuple[Diagnostic, ...]:
    """Write it from what is there now. Whatever hinders that is told, and raised never: the
    editions are what counts.
    """
    target = output.resolve() / SHELF
    try:
        for _ in range(TRIES):
            try:
                with alone(target):
                    return _renewed(target)
            except BusyError:
                time.sleep(PAUSE)
    except OSError:
        pass
    return (problem("etagere-impossible", severity=Severity.WARNING, name=output / SHELF),)


def _renewed(target: Path) -> tuple[Diagnostic, ...]:
    if not _is_ours(target):
        return (problem("etagere-etrangere", severity=Severity.WARNING, name=target.name),)
    shown = exhibits(target.parent)
    if not shown and not target.exists():
        return ()
    data = page(shown).encode("utf-8")
    if not (target.is_file() and target.read_bytes() == data):
        with appearing(target) as partial:
            partial.write_bytes(data)
    return ()


def _is_ours(target: Path) -> bool:
    """Or nobody's: nothing is there."""
    if target.is_symlink() or target.is_dir():
        return False
    if not target.exists():
        return True
    with target.open("rb") as file:
        return MARK.encode() in file.read(HEAD)
