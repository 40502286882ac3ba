"""The folder of an edition changes all at once: built beside it, then put in its place."""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from ceremonie.diagnostics import BusyError, Diagnostic, MachineError, RenderingError, UsageError
from ceremonie.edition import beside, formers, manifest
from ceremonie.edition.beside import READY, REPLACED, UNDER_WAY, left
from ceremonie.edition.formers import Formers
from ceremonie.exchanging import exchanger
from ceremonie.files import drive_is_gone, move, remove_folder
from ceremonie.messages import problem

Rescue = Callable[[Path, Path], None]
"""Brings into an edition what people have put into a former one at the last moment."""


@dataclass(frozen=True)
class Successor:
    """The folder that will take the place of the edition; `finished` if an earlier run made all of
    it and could not put it there.
    """

    path: Path
    finished: bool


@contextmanager
def replacing(
    target: Path, recipe: str, rescue: Rescue | None = None, kept: Formers | None = None
) -> Iterator[Successor]:
    """A new folder that takes the place of `target` if the block ends well, and is gone if not.
    Before a former edition goes, `rescue` is given it and the one that took its place; `kept` says
    which of them stay, and is told which do not.

    `recipe` names all that the edition is made from and what its place holds; signs that a file
    name may have. What was finished and could not be put in its place stays beside it, and the next
    run of the same recipe is given it.

    Raises BusyError where another run is at work on the same edition, UsageError where something
    else has the name of the target, RenderingError where a file of the former edition is held open
    and MachineError where the system refuses the new one (the former then stays as it was).
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink():  # what it leads to changes, perhaps on another disk; the link stays
        target = target.resolve()
    keep = _Keep(rescue, kept or Formers())
    with alone(target):
        ready = beside.beside(target, recipe, READY)
        _sweep(target, ready, keep)
        if not _may_be_replaced(target):
            raise UsageError(problem("sortie-etrangere", name=target))
        if ready.is_dir():
            yield Successor(ready, finished=True)
        else:
            keep.formers.make_room(target)
            with _under_way(target) as path:
                yield Successor(path, finished=False)
                move(path, ready)
        _swap(ready, target, keep)


@contextmanager
def alone(target: Path, slug: str = "edition-en-cours") -> Iterator[None]:
    """No other run is at work on this edition. Raises BusyError, with this slug, where one is."""
    file = target.with_name(f".{target.name}.verrou")
    with locked(file, lambda: problem(slug, name=target.name)):
        try:
            yield
        finally:
            with suppress(OSError):  # Windows keeps a file that is held; an empty one does no harm
                file.unlink()


@contextmanager
def locked(file: Path, busy: Callable[[], Diagnostic]) -> Iterator[None]:
    """No other process holds this lock. Raises BusyError with what `busy` tells where one does."""
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise BusyError(busy()) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _under_way(target: Path) -> Iterator[Path]:
    path = beside.beside(target, uuid4().hex[:8], UNDER_WAY)
    try:
        path.mkdir()
        yield path
    finally:
        _cleared(path)


def _may_be_replaced(target: Path) -> bool:
    """A folder that no run has made is somebody's own."""
    if not target.exists():
        return True
    return target.is_dir() and ((target / manifest.NAME).exists() or not any(target.iterdir()))


@dataclass(frozen=True)
class _Keep:
    """What is done with an edition whose place was taken."""

    rescue: Rescue | None
    formers: Formers

    def replaced(self, former: Path, target: Path, *, left_behind: bool = False) -> None:
        """It becomes one of the former ones, or goes."""
        if self.rescue and former.is_dir():
            self.rescue(former, target)
        self.formers.take(former, target, left_behind=left_behind)
        if former.exists():
            _given_up(former, target)
        self.formers.limit(target)


def _sweep(target: Path, ready: Path, keep: _Keep) -> None:
    """What earlier runs left behind: a former edition comes back if nothing took its place; folders
    that are unfinished, or finished from something else than `ready`, go.
    """
    for folder in left(target, REPLACED):
        if target.exists():
            keep.replaced(folder, target, left_behind=True)
        else:
            move(folder, target)
    for folder in (*left(target, UNDER_WAY), *left(target, READY)):
        if folder != ready:
            _cleared(folder)


def has_remains(target: Path) -> bool:
    """Whether an earlier run left something behind that the next one has to put in order."""
    return any(left(target, kind) for kind in (UNDER_WAY, READY, REPLACED))


def limit(target: Path, most: int) -> None:
    """No more than `most` former editions stay. Raises BusyError where a run is at work on it."""
    target = target.resolve()
    if len(beside.formers(target)) > most:
        with alone(target):
            Formers(most).limit(target)


def discard(target: Path, doomed: Collection[Path], rescue: Rescue | None = None) -> list[Path]:
    """Throw away former editions of this one and what runs on it have left behind, and return what
    is still there: what another program holds, and one that was replaced and in whose place nothing
    lies. Raises BusyError where a run is at work on it.
    """
    with alone(target):
        for folder in doomed:
            if beside.is_former(folder):
                formers.drop(folder, target)
            elif folder.suffix != REPLACED:
                _cleared(folder)
            elif target.exists():
                if rescue and folder.is_dir():
                    rescue(folder, target)
                _given_up(folder, target)
    return [folder for folder in doomed if folder.exists()]


def _cleared(folder: Path) -> None:
    with suppress(OSError):  # held by another program: the next run tries again
        remove_folder(folder)


def _given_up(former: Path, target: Path) -> None:
    """Under its new name, what may be left of it is never taken for an edition that has to come
    back.
    """
    doomed = beside.doomed(target)
    with suppress(OSError):  # as above
        move(former, doomed)
        remove_folder(doomed)


def _swap(ready: Path, target: Path, keep: _Keep) -> None:
    former = beside.beside(target, uuid4().hex[:8], REPLACED)
    if not _exchanged(ready, target, former):
        _moved(ready, target, former)
    keep.replaced(former, target)


def _exchanged(ready: Path, target: Path, former: Path) -> bool:
    """In one instant, so that a run that is killed leaves an edition there at any moment; False
    where the system or the drive cannot do that. The name of a former edition is given first: what
    has it is never put in place of one that is there.
    """
    exchange = exchanger()
    if exchange is None or not target.exists():
        return False
    try:
        move(ready, former)
        exchange(former, target)
    except OSError:
        if former.exists():
            move(former, ready)
        return False
    return True


def _moved(ready: Path, target: Path, former: Path) -> None:
    if target.exists():
        try:
            move(target, former)
        except OSError as error:
            if error.errno == errno.EROFS or drive_is_gone(error):
                raise MachineError(problem("sortie-impossible", name=target)) from error
            held = _held(target) or target
            raise RenderingError(problem("sortie-occupee", name=held)) from error
    try:
        move(ready, target)
    except OSError as error:
        if former.exists():
            move(former, target)
        raise MachineError(problem("sortie-impossible", name=target)) from error


def _held(folder: Path) -> Path | None:
    """The file that another program holds: it cannot even take its own name."""
    for file in sorted(folder.rglob("*")):
        try:
            file.rename(file)
        except OSError:
            return file
    return None
