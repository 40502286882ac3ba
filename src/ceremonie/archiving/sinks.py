"""What a bag is written into: a folder that grows beside its place, or an archive in one pass.

Each file is read once; both its digests are counted from the bytes that are written.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tarfile
import zipfile
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol

from ceremonie.archiving.bag import BagFile, Written
from ceremonie.files import PIECE, pieces, remove

Advance = Callable[[int], None]
"""Is told how many bytes are done."""

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o644
"""`create_system`, and the mode of a file (APPNOTE.TXT, 4.4.2)."""


class Sink(Protocol):
    """Takes files in the order in which they come."""

    def put(self, file: BagFile) -> Written:
        """Raises OSError as the system does."""


class _Sums:
    """Both digests of what goes by; the second core counts one of them."""

    def __init__(self, helper: ThreadPoolExecutor) -> None:
        self._helper = helper
        self._long, self._short = hashlib.sha512(), hashlib.sha256()
        self.size = 0

    def over(self, parts: Iterator[bytes]) -> Iterator[bytes]:
        """The same pieces, each counted before it is used."""
        for part in parts:
            counted = self._helper.submit(self._short.update, part)
            self._long.update(part)
            self.size += len(part)
            counted.result()
            yield part

    def of(self, name: str) -> Written:
        return Written(name, self.size, self._long.hexdigest(), self._short.hexdigest())


@dataclass(frozen=True)
class _Hand:
    """Reads files piece by piece and tells how far it is."""

    helper: ThreadPoolExecutor
    advance: Advance

    def sums(self) -> _Sums:
        return _Sums(self.helper)

    def pieces(self, source: Path | bytes, sums: _Sums) -> Iterator[bytes]:
        for piece in sums.over(pieces(source)):
            self.advance(len(piece))
            yield piece


class Folder:
    """The bag as a folder. What an interrupted run has already written whole stays as it is: it is
    known by its digest.
    """

    def __init__(self, root: Path, hand: _Hand) -> None:
        self._root, self._hand = root, hand
        self._new: list[Path] = []

    def put(self, file: BagFile) -> Written:
        target = self._root / file.name
        if file.source == target:  # it was made in its place
            return self._counted(target, file)
        if file.digest and target.is_file() and target.stat().st_size == file.size:
            there = self._counted(target, file)
            if there.sha256 == file.digest:
                return there
        return self._copied(file, target)

    def _counted(self, target: Path, file: BagFile) -> Written:
        sums = self._hand.sums()
        for _ in self._hand.pieces(target, sums):
            pass
        return sums.of(file.name)

    def _copied(self, file: BagFile, target: Path) -> Written:
        target.parent.mkdir(parents=True, exist_ok=True)
        sums = self._hand.sums()
        with target.open("wb") as place:
            for piece in self._hand.pieces(file.source, sums):
                place.write(piece)
        self._new.append(target)
        if isinstance(file.source, Path):
            status = file.source.stat()
            os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
        return sums.of(file.name)

    def settle(self) -> None:
        """Written to the medium itself, so that what is full or broken says so now; all files at
        once, which asks the disk for a fraction of the work.
        """
        for target in self._new:
            with target.open("r+b") as place:
                os.fsync(place.fileno())

    def prune(self, names: Collection[str]) -> None:
        """Without what an earlier run had begun and this one has not."""
        for path in sorted(self._root.rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(self._root).as_posix() not in names:
                remove(path)
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()


class Zip:
    """Stored, not deflated: films and decks are compressed already, and other versions of the
    deflater would give other bytes.
    """

    def __init__(self, archive: zipfile.ZipFile, root: str, hand: _Hand) -> None:
        self._archive, self._root, self._hand = archive, root, hand

    def put(self, file: BagFile) -> Written:
        entry = zipfile.ZipInfo(f"{self._root}/{file.name}", _ZIP_EPOCH)
        entry.create_system, entry.file_size = _UNIX, file.size
        entry.external_attr = (0o100000 | _MODE) << 16
        sums = self._hand.sums()
        with self._archive.open(entry, "w") as place:
            for piece in self._hand.pieces(file.source, sums):
                place.write(piece)
        return sums.of(file.name)


class Tar:
    """As POSIX.1-2001 (pax) has it, which keeps long names and accents; nobody owns the files."""

    def __init__(self, archive: tarfile.TarFile, root: str, day: dt.date, hand: _Hand) -> None:
        self._archive, self._root, self._hand = archive, root, hand
        noon = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
        self._instant = int(noon.timestamp())

    def put(self, file: BagFile) -> Written:
        entry = tarfile.TarInfo(f"{self._root}/{file.name}")
        entry.size, entry.mode, entry.mtime = file.size, _MODE, self._instant
        sums = self._hand.sums()
        self._archive.addfile(entry, _Reader(self._hand.pieces(file.source, sums)))  # type: ignore[arg-type]
        return sums.of(file.name)


class _Reader:
    """Pieces, as something that is read from."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts, self._rest = parts, BytesIO()

    def read(self, size: int) -> bytes:
        data = self._rest.read(size)
        while len(data) < size and (part := next(self._parts, b"")):
            self._rest = BytesIO(part)
            data += self._rest.read(size - len(data))
        return data


@contextmanager
def in_folder(root: Path, advance: Advance) -> Iterator[Folder]:
    root.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(1) as helper:
        yield Folder(root, _Hand(helper, advance))


@contextmanager
def zipped(partial: Path, root: str, advance: Advance) -> Iterator[Zip]:
    with ThreadPoolExecutor(1) as helper, zipfile.ZipFile(partial, "w") as archive:
        yield Zip(archive, root, _Hand(helper, advance))


@contextmanager
def tarred(partial: Path, root: str, day: dt.date, advance: Advance) -> Iterator[Tar]:
    options = {"format": tarfile.PAX_FORMAT, "copybufsize": PIECE}
    with (
        ThreadPoolExecutor(1) as helper,
        tarfile.open(partial, "w", **options) as archive,  # type: ignore[call-overload]
    ):
        yield Tar(archive, root, day, _Hand(helper, advance))
