"""Whether a file is as it was: the one rule for everything that asks.

A file whose size, time of change and place on the disk (inode) are as recorded counts as unchanged:
its digest is known without reading it. One that was changed less than two seconds before it was
recorded is read again, since what changes it once more in the same instant may leave no trace. Git
goes by the same rule for its index (`racy-git.txt`).

The record names files by the digest of their path: what a cache holds tells nobody's folders.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path

from ceremonie.files import appearing
from ceremonie.seal import opened, sealed

RACY = 2_000_000_000
"""Nanoseconds: FAT, the coarsest of the file systems in use, counts in steps of two seconds."""

MOST_RECORDS = 20_000
"""So many files are remembered, those recorded last."""

Signature = tuple[int, int, int]
"""Size in bytes, time of the last change in ns, inode (0 where the system has none)."""


@dataclass(frozen=True)
class Recorded:
    """What a file was when its bytes were read; `at` is the moment just before, in ns."""

    size: int
    changed: int
    inode: int
    at: int
    digest: str

    def fits(self, signature: Signature) -> bool:
        size, changed, inode = signature
        same_place = self.inode == inode or 0 in {self.inode, inode}
        return (self.size, self.changed) == (size, changed) and same_place

    @property
    def settled(self) -> bool:
        """A time that lies ahead of the clock proves nothing either."""
        return self.at - self.changed >= RACY


class Digests:
    """The digests of files, as far as possible without reading them.

    `file` is where one run records them for the next; None keeps them for this run alone. What a
    run has read it does not read again, unless the file has changed meanwhile.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._read: dict[str, Recorded] = {}
        self._used: dict[str, tuple[Path, str]] = {}

    def of(self, path: Path, *, always: bool = False) -> str:
        """SHA-256 of the file's bytes, in hexadecimal; `always` reads them whatever is recorded.

        Raises OSError as the system does.
        """
        name, signature = _name(path), signature_of(path)
        digest = None if always else self._known(name, signature)
        return digest or self._recorded(path, name, signature)

    def source(self, path: Path) -> str:
        """That of a file which the run is made from, as it was when it was first used: whatever
        becomes of it meanwhile, it is told with this digest. Raises OSError as the system does.
        """
        place = os.path.realpath(path)
        if place not in self._used:
            self.used(path, self.of(path))
        return self._used[place][1]

    def used(self, path: Path, digest: str) -> None:
        """A source was read, and the bytes that were read had this digest. The first time counts:
        something was made of it.
        """
        self._used.setdefault(os.path.realpath(path), (path, digest))

    def changed(self) -> tuple[Path, ...]:
        """The sources that are no longer what was used of them."""
        return tuple(path for path, digest in self._used.values() if not self._is(path, digest))

    def moved(self, names: Iterable[str], former: Path, now: Path) -> None:
        """Files that were read in one folder lie in another one, untouched."""
        for name in names:
            if recorded := self._read.pop(_name(former / name), None):
                self._read[_name(now / name)] = recorded

    def _is(self, path: Path, digest: str) -> bool:
        """A change within the two seconds that a coarse clock does not tell apart is seen too."""
        try:
            recorded = self._read.get(_name(path))
            return self.of(path, always=bool(recorded and not recorded.settled)) == digest
        except OSError:
            return False

    def save(self) -> None:
        """For the next run, beside what others have recorded meanwhile. Where that cannot be
        written, the next run reads the files again, and nothing else is lost.
        """
        if self._file is None:
            return
        with suppress(OSError):
            if not self._read:
                os.utime(self._file)  # the cache keeps what was used last
                return
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with appearing(self._file) as partial:
                partial.write_bytes(_written({**_records(self._file), **self._read}))

    def _known(self, name: str, signature: Signature) -> str | None:
        now, former = self._read.get(name), self._former.get(name)
        if now and now.fits(signature):
            return now.digest
        return former.digest if former and former.settled and former.fits(signature) else None

    def _recorded(self, path: Path, name: str, signature: Signature) -> str:
        at = time.time_ns()
        digest = digest_of(path)
        if signature_of(path) == signature:  # else it is being written
            self._read[name] = Recorded(*signature, at, digest)
        return digest

    @cached_property
    def _former(self) -> dict[str, Recorded]:
        return _records(self._file) if self._file else {}


def signature_of(path: Path) -> Signature:
    """What changes with a file. Raises OSError as the system does."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


def digest_of_bytes(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal, read now."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _name(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]


def _written(records: dict[str, Recorded]) -> bytes:
    latest = sorted(records.items(), key=lambda item: item[1].at)[-MOST_RECORDS:]
    return sealed(json.dumps({name: astuple(one) for name, one in latest}).encode())


def _records(file: Path) -> dict[str, Recorded]:
    """Nothing where there is no record, or not as it was written."""
    try:
        text = opened(file.read_bytes())
    except OSError:
        return {}
    return {name: Recorded(*one) for name, one in json.loads(text).items()} if text else {}
