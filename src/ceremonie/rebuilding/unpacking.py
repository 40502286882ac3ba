"""A bag as a folder, whatever it came as: a zip or a tar from anywhere is unpacked with care.

Only plain files are taken, by names that lead to nowhere but below; what an archive says of its
size is counted before the first byte and again while it is written.
"""

from __future__ import annotations

import os
import stat
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from ceremonie import words
from ceremonie.diagnostics import MachineError, UsageError
from ceremonie.files import PIECE, free_bytes, is_reserved, move, remove_folder
from ceremonie.integrity.listing import is_inside
from ceremonie.integrity.places import BAG
from ceremonie.messages import problem

MOST_FILES = 100_000
MOST_TIMES = 50
"""So many times as large as itself may be what an archive unpacks to: texts shrink to a
tenth, films not at all, and what is made to burst shrinks to a thousandth.
"""

SLACK = 1 << 16
"""Bytes that a file may take beyond its own."""

Advance = Callable[[int], None]
"""Is told how many bytes are done."""

_ENCRYPTED = 0x1
"""A flag of an entry (APPNOTE.TXT, 4.4.4)."""


@dataclass(frozen=True)
class Entry:
    """A plain file in an archive, and how to read it."""

    name: str
    size: int
    opened: Callable[[], IO[bytes]]


class _Refuse(Protocol):
    def __call__(self, why: str) -> UsageError: ...


def found(given: Path) -> Path:
    """Raises UsageError where there is nothing of this name."""
    if not given.exists():
        raise UsageError(problem("refaire-introuvable", name=given))
    return given


def unpacked(given: Path, stage: Path, advance: Advance) -> Path:
    """The folder of the bag: where it lies, or in `stage` what was unpacked of an archive, by this
    run or by one that was interrupted.

    Raises UsageError where it is no bag, or one that nobody should open, MachineError where there
    is no room.
    """
    if given.is_dir():
        _demand_plain(given)
        return _top(given, given)
    target = stage / "sac"
    if not target.is_dir():
        partial = stage / "sac.partiel"
        remove_folder(partial)
        with _opened(given) as entries:
            _demand_room(stage, entries)
            _write(given, entries, partial, advance)
        move(partial, target)
    return _top(target, given)


def _top(folder: Path, given: Path) -> Path:
    """The bag itself, or the only folder in it that is one."""
    inside = [one for one in folder.iterdir() if one.is_dir()]
    places = [folder, *inside] if len(inside) == 1 else [folder]
    for place in places:
        if (place / BAG).is_file():
            return place
    raise UsageError(problem("refaire-sac", name=given, why=f"il n'y a pas de {BAG}"))


def _demand_plain(folder: Path) -> None:
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            mode = Path(here, name).lstat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise _refusal(folder)(f"« {name} » est un lien, ou n'est pas un fichier")


def _refusal(given: Path) -> _Refuse:
    return lambda why: UsageError(problem("refaire-dangereux", name=given.name, why=why))


@contextmanager
def _opened(given: Path) -> Iterator[tuple[Entry, ...]]:
    """Raises UsageError where it is no archive, or one with what must not be unpacked."""
    refuse = _refusal(given)
    try:
        if zipfile.is_zipfile(given):
            with zipfile.ZipFile(given) as archive:
                yield _judged(given, tuple(_zipped(archive, refuse)), refuse)
            return
        with tarfile.open(given, "r:") as tar:
            yield _judged(given, tuple(_tarred(tar, refuse)), refuse)
    except (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        why = "ce n'est ni un dossier, ni un zip, ni un tar entier"
        raise UsageError(problem("refaire-sac", name=given, why=why)) from error
    except (NotImplementedError, RuntimeError, UnicodeError) as error:
        why = "sa compression ou son chiffrement n'est pas de ceux d'une archive d'ici"
        raise UsageError(problem("refaire-sac", name=given, why=why)) from error


def _zipped(archive: zipfile.ZipFile, refuse: _Refuse) -> Iterator[Entry]:
    for one in archive.infolist():
        mode = one.external_attr >> 16
        if one.is_dir():
            continue
        if one.flag_bits & _ENCRYPTED or (mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG)):
            raise refuse(f"« {one.filename} » est un lien, ou chiffré")
        yield Entry(one.filename, one.file_size, partial(archive.open, one))


def _tarred(archive: tarfile.TarFile, refuse: _Refuse) -> Iterator[Entry]:
    for number, one in enumerate(archive):
        if number > MOST_FILES:
            raise refuse("elle contient trop de fichiers")
        if one.isdir():
            continue
        if not one.isreg() or one.issparse():
            raise refuse(f"« {one.name} » est un lien, ou n'est pas un fichier")
        yield Entry(one.name, one.size, partial(_read, archive, one))


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    opened = archive.extractfile(member)
    assert opened  # it is a plain file
    return opened


def _judged(given: Path, entries: tuple[Entry, ...], refuse: _Refuse) -> tuple[Entry, ...]:
    if len(entries) > MOST_FILES:
        raise refuse("elle contient trop de fichiers")
    if sum(one.size for one in entries) > MOST_TIMES * given.stat().st_size:
        raise refuse("elle se déballerait en bien plus d'octets qu'elle n'en a")
    seen: set[str] = set()
    for one in entries:
        folded = unicodedata.normalize("NFC", one.name).casefold()
        reserved = any(is_reserved(part) for part in PurePosixPath(one.name).parts)
        if not is_inside(one.name) or reserved:
            raise refuse(f"le nom « {one.name} » mène ailleurs, ou n'est permis nulle part")
        if folded in seen:
            raise refuse(f"« {one.name} » y est deux fois")
        seen.add(folded)
    return entries


def _demand_room(stage: Path, entries: Iterable[Entry]) -> None:
    demand_room(stage, sum(one.size + SLACK for one in entries))


def demand_room(place: Path, needed: int) -> None:
    """Raises MachineError where so many bytes are not free."""
    free = free_bytes(place)
    if needed > free:
        wanted, there = words.sized(needed), words.sized(free)
        raise MachineError(problem("refaire-place", name=place.parent, needed=wanted, free=there))


def _write(given: Path, entries: Iterable[Entry], folder: Path, advance: Advance) -> None:
    folder.mkdir(parents=True)
    refuse = _refusal(given)
    for one in entries:
        target = folder / one.name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise refuse(f"« {one.name} » est dans ce qui n'est pas un dossier") from None
        left = one.size
        with one.opened() as source, target.open("xb") as place:
            while piece := source.read(PIECE):
                left -= len(piece)
                if left < 0:
                    raise refuse(f"« {one.name} » est plus grand qu'elle ne le dit")
                place.write(piece)
                advance(len(piece))
