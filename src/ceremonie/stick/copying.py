"""A stick as a folder: all bytes are there before the first file changes its name.

A memory stick is a FAT file system more often than not, and its root cannot be swapped. So new
files are written into a hidden folder on it, then renamed one by one into their places, which asks
for no room and takes no time. Meanwhile a mark says that it is not finished, and the manifest tells
what was there and what will be: whoever pulls the stick out at that moment has only to run it once
more.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import uuid4

from ceremonie import interrupts
from ceremonie.diagnostics import Diagnostic, MachineError, Severity
from ceremonie.edition import manifest
from ceremonie.files import move, remove, remove_folder
from ceremonie.messages import problem
from ceremonie.stick import marking
from ceremonie.stick.aiming import STAGE
from ceremonie.stick.checks import HASHES, PROGRAMS, UNFINISHED
from ceremonie.stick.refusing import refusals
from ceremonie.stick.stick_file import StickFile
from ceremonie.unchanged import digest_of

CHANGED = "-modifie"
"""Marks the name of what people changed on the stick, where a new file takes its place."""

EDITED = frozenset(
    {
        *(".pptx", ".ppsx", ".odp", ".docx", ".odt", ".rtf", ".xlsx", ".ods", ".csv"),
        *(".txt", ".html", ".htm", ".md", ".srt", ".vtt"),
    }
)
"""Endings of what somebody corrects in the hall. Nobody corrects a film, a picture or a PDF there:
where such a file is no longer what was written, the stick has damaged it.
"""

UNFINISHED_TEXT = (
    "La copie de cette clé n'a pas été finie. Relancez la même commande.\r\n"
).encode("utf-8-sig")

Advance = Callable[[int], None]
"""Is told how many bytes have just been written."""


@dataclass(frozen=True)
class Writing:
    """What is to be done in a folder: `new` files are to be written, `aside` are names of what
    people changed and that has to give way, `damaged` of what is simply replaced, `gone` are names
    that no file has any more. `before` are digests of what a run put there.
    """

    folder: Path
    files: tuple[StickFile, ...]
    new: tuple[StickFile, ...]
    aside: tuple[str, ...]
    damaged: tuple[str, ...]
    gone: tuple[str, ...]
    before: Mapping[str, str]

    @property
    def needed(self) -> int:
        """Bytes to be written."""
        return sum(file.size for file in self.new)

    def is_done(self, facts: Mapping[str, Any]) -> bool:
        """Whether all is there already, with a manifest that tells these facts."""
        told = self.folder / manifest.NAME
        if self.new or self.gone or (self.folder / UNFINISHED).exists() or not told.is_file():
            return False
        return told.read_bytes() == marking.text(facts)


def planned(folder: Path, files: tuple[StickFile, ...]) -> Writing:
    """What lies there is read anew, whatever is remembered of it: memory sticks forget."""
    with refusals(folder):
        before = _made(folder)
        there = {name: digest_of(folder / name) for name in _present(folder, files, before)}
    new = tuple(file for file in files if there.get(file.name) != file.digest)
    own = {*before.items(), *_made_before(folder).items()}
    taken = {file.name for file in files}
    other = [f.name for f in new if f.name in there and (f.name, there[f.name]) not in own]
    aside = tuple(name for name in other if _is_edited(name))
    damaged = tuple(name for name in other if not _is_edited(name))
    gone = tuple(n for n, digest in there.items() if n not in taken and (n, digest) in own)
    return Writing(folder, files, new, aside, damaged, gone, before)


def write(work: Writing, facts: Mapping[str, Any], advance: Advance) -> tuple[Diagnostic, ...]:
    """Returns what is to be told of files that were no longer as written. Raises MachineError where
    the system refuses something: until the files are renamed, what was there stays as it was.
    """
    stage = work.folder / STAGE.format(mark=uuid4().hex[:8])
    with refusals(work.folder, work.needed):
        if work.is_done(facts):  # also where it is locked
            return ()
        work.folder.mkdir(parents=True, exist_ok=True)
        _sweep(work.folder)
        try:
            for file in work.new:
                _staged(stage / file.name, file, advance)
            _demand_free(work)
            with interrupts.held():
                return _put_in_place(work, stage, facts)
        finally:
            with suppress(OSError):  # a stick that is gone: the next run sweeps
                remove_folder(stage)


def _made(folder: Path) -> dict[str, str]:
    return manifest.made(folder) | {}


def _made_before(folder: Path) -> dict[str, str]:
    """Where a run was stopped among its files: what the one before had put there."""
    told = manifest.contents(folder).get(marking.BEFORE)
    return told if isinstance(told, dict) else {}


def _present(
    folder: Path, files: tuple[StickFile, ...], before: Mapping[str, str]
) -> tuple[str, ...]:
    names = dict.fromkeys((*(f.name for f in files), *before, *_made_before(folder)))
    return tuple(name for name in names if _is_inside(name) and (folder / name).is_file())


def _is_inside(name: str) -> bool:
    """A manifest on a stick may have been written by anybody."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _is_edited(name: str) -> bool:
    return name != HASHES and PurePosixPath(name).suffix.lower() in EDITED


def _staged(target: Path, file: StickFile, advance: Advance) -> None:
    """Written to the medium itself, so that what is full or broken says so now."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("wb") as place:
        for piece in file.pieces():
            place.write(piece)
            digest.update(piece)
            advance(len(piece))
        place.flush()
        os.fsync(place.fileno())
    if digest.hexdigest() != file.digest:
        raise MachineError(problem("usb-changee", name=file.of or file.name))
    if file.name in PROGRAMS:
        with suppress(OSError):  # FAT knows no such right, and asks for none
            target.chmod(0o755)


def _demand_free(work: Writing) -> None:
    """No other program holds what is to be replaced: then it can take its own name."""
    for name in (*(file.name for file in work.new), *work.gone):
        path = work.folder / name
        if path.is_file():
            try:
                path.rename(path)
            except OSError as error:
                raise MachineError(problem("usb-occupee", name=path)) from error


def _put_in_place(work: Writing, stage: Path, facts: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    folder = work.folder
    (folder / UNFINISHED).write_bytes(UNFINISHED_TEXT)
    _tell(folder, {**facts, marking.BEFORE: {**_made_before(folder), **work.before}})
    told = (*map(_replaced, work.damaged), *(_set_aside(folder, name) for name in work.aside))
    for file in work.new:
        target = folder / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        move(stage / file.name, target)
    for name in work.gone:
        remove(folder / name)
        with suppress(OSError):  # something else lies in it
            (folder / name).parent.rmdir()
    _tell(folder, facts)
    remove(folder / UNFINISHED)
    return told


def _tell(folder: Path, facts: Mapping[str, Any]) -> None:
    partial = folder / STAGE.format(mark="manifeste")
    partial.write_bytes(marking.text(facts))
    move(partial, folder / manifest.NAME)


def _replaced(name: str) -> Diagnostic:
    return problem("usb-abime", severity=Severity.WARNING, name=name)


def _set_aside(folder: Path, name: str) -> Diagnostic:
    path = PurePosixPath(name)
    number, free = 1, path.with_name(f"{path.stem}{CHANGED}{path.suffix}")
    while (folder / free).exists():
        number += 1
        free = path.with_name(f"{path.stem}{CHANGED}-{number}{path.suffix}")
    move(folder / name, folder / free)
    return problem("usb-garde", severity=Severity.WARNING, name=name, kept=free)


def _sweep(folder: Path) -> None:
    """What runs that were killed have left behind."""
    for path in folder.glob(STAGE.format(mark="*")):
        remove_folder(path) if path.is_dir() else remove(path)
