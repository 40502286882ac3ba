"""Files copied into an edition: each whole or not at all, none over another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from ceremonie.diagnostics import MachineError
from ceremonie.files import appearing, free_bytes
from ceremonie.messages import problem
from ceremonie.sorting.arranging import Copy

_PIECE = 1 << 20
SPARE = 50_000_000
"""Bytes that stay free on the disk."""


def check_room(copies: Sequence[Copy], folder: Path) -> None:
    """Raises MachineError where the disk has no room for all of them: nothing is begun then."""
    needed = sum(copy.source.stat().st_size for copy in copies)
    free = free_bytes(folder)
    if needed and needed + SPARE > free:
        raise MachineError(
            problem("photos-place", needed=_megabytes(needed), free=_megabytes(free))
        )


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:.0f} Mo"


def copy_all(copies: Sequence[Copy], folder: Path, progress: Callable[[float], None]) -> None:
    """Raises OSError as the system does, MachineError where a file has changed since it was looked
    at; what is copied until then stays.
    """
    for number, copy in enumerate(copies):
        progress(number / len(copies))
        target = folder / copy.name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            _copy(copy, target)
    progress(1.0)


def _copy(copy: Copy, target: Path) -> None:
    digest = hashlib.sha256()
    with appearing(target) as partial:
        with copy.source.open("rb") as source, partial.open("wb") as written:
            while piece := source.read(_PIECE):
                digest.update(piece)
                written.write(piece)
        if digest.hexdigest() != copy.digest:
            raise MachineError(problem("photos-changee", name=copy.source.name))
