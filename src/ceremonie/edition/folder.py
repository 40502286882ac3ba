"""The folder of an edition changes all at once: built beside it, then put in its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from ceremonie.diagnostics import MachineError, RenderingError, UsageError
from ceremonie.edition import manifest
from ceremonie.messages import problem

UNDER_WAY = ".partiel"
FORMER = ".ancien"


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new folder that takes the place of `target` if the block ends well, and is gone if not.

    Raises UsageError where another run is at work on the same edition or where something else has
    the name of the target, RenderingError where a file of the former edition is held open (the
    former edition then stays as it was).
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink():  # what it leads to changes, perhaps on another disk; the link stays
        target = target.resolve()
    with _alone(target):
        _sweep(target)
        if not _may_be_replaced(target):
            raise UsageError(problem("sortie-etrangere", name=target))
        staging = _beside(target, UNDER_WAY)
        try:
            staging.mkdir()
            yield staging
            _swap(staging, target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    file = target.with_name(f".{target.name}.verrou")
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise UsageError(problem("edition-en-cours", name=target.name)) from error
    try:
        yield
    finally:
        with suppress(OSError):  # Windows keeps a file that is held; an empty one does no harm
            file.unlink()
        lock.release()


def _may_be_replaced(target: Path) -> bool:
    """A folder that no run has made is somebody's own."""
    if not target.exists():
        return True
    return target.is_dir() and ((target / manifest.NAME).exists() or not any(target.iterdir()))


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{uuid4().hex[:8]}{kind}")


def _sweep(target: Path) -> None:
    """What a run that was killed left behind: unfinished folders go, a former edition comes back
    if nothing took its place.
    """
    for folder in target.parent.glob(f".{target.name}.*{FORMER}"):
        if target.exists():
            shutil.rmtree(folder, ignore_errors=True)
        else:
            folder.rename(target)
    for folder in target.parent.glob(f".{target.name}.*{UNDER_WAY}"):
        shutil.rmtree(folder, ignore_errors=True)


def _swap(staging: Path, target: Path) -> None:
    former = _beside(target, FORMER)
    if target.exists():
        try:
            target.rename(former)
        except OSError as error:
            held = _held(target) or target
            raise RenderingError(problem("sortie-occupee", name=held)) from error
    try:
        staging.rename(target)
    except OSError as error:
        if former.exists():
            former.rename(target)
        raise MachineError(problem("sortie-impossible", name=target)) from error
    shutil.rmtree(former, ignore_errors=True)


def _held(folder: Path) -> Path | None:
    """The file that another program holds: it cannot even take its own name."""
    for file in sorted(folder.rglob("*")):
        try:
            file.rename(file)
        except OSError:
            return file
    return None
