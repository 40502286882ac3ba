"""Every folder and archive in and beside the folder of outputs that holds an edition."""

from __future__ import annotations

import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from ceremonie.edition import keeping, manifest
from ceremonie.edition.beside import FORMERS, formers, is_former, is_remains
from ceremonie.edition.outputs import DECK, FILMS
from ceremonie.files import near
from ceremonie.unchanged import Digests
from ceremonie.withdrawal.holding import Holding, Kind

BAG, PAYLOAD = "bagit.txt", "data"
"""RFC 8493: what marks a folder as a bag, and where in it the payload lies."""

DEPTH = 3
"""Folders are looked into so deep below the folder of outputs, and below what lies beside it."""

MOST_FOLDERS = 4_000
"""So many are looked into; a folder of outputs has some dozens around it."""

TELLING = (DECK, *FILMS.values())
"""Names of files that make a folder without a manifest one that may be ours."""

ARCHIVES = frozenset({".zip", ".tar"})
"""Endings of what `cle` and `archiver` write as one file."""

LONGEST = 64_000_000
"""Bytes of a manifest in an archive: beyond that it is none of ours."""

_BROKEN = (
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
)
"""What reading an archive raises: damaged, with a password, packed in an unknown way."""


@dataclass
class Search:
    """`cut` says that there were more folders than are looked into."""

    output: Path
    digests: Digests
    apart: Collection[Path] = ()
    seen: set[str] = field(default_factory=set)
    cut: bool = False

    def holdings(self, roots: Collection[Path]) -> Iterator[Holding]:
        """Those in the folder of outputs first, then those beside it and in other `roots`."""
        self.seen |= {os.path.realpath(folder) for folder in self.apart}
        for root in (self.output, near(self.output.resolve().parent), *roots):
            if root.is_dir():
                yield from self._below(root, DEPTH)

    def _below(self, folder: Path, depth: int) -> Iterator[Holding]:
        if not self._is_new(folder):
            return
        if held := self._held(folder):
            yield from held
            return
        for child in _children(folder):
            if child.suffix.lower() in ARCHIVES and child.is_file():
                yield from _archive(child)
            elif child.is_dir() and depth and self._is_open(child):
                yield from self._below(child, depth - 1)

    def _is_new(self, folder: Path) -> bool:
        real = os.path.realpath(folder)
        if real in self.seen:
            return False
        if len(self.seen) >= MOST_FOLDERS:
            self.cut = True
            return False
        self.seen.add(real)
        return True

    def _is_open(self, folder: Path) -> bool:
        """Hidden folders are programs' own, but for those that runs have left behind, and that of
        former editions.
        """
        ours = self._is_remains(folder) or folder == self.output / FORMERS
        return not folder.name.startswith(".") or ours

    def _is_remains(self, folder: Path) -> bool:
        return folder.parent == self.output and is_remains(folder)

    def _held(self, folder: Path) -> list[Holding]:
        if folder.joinpath(BAG).is_file():
            return _in_bag(folder)
        facts = manifest.contents(folder)
        if self._is_remains(folder):
            return [Holding(folder, Kind.REMAINS, facts)]
        if is_former(folder):
            return [Holding(folder, Kind.FORMER, facts)]
        if not _is_ours(facts):
            loose = any(folder.joinpath(name).is_file() for name in TELLING)
            return [Holding(folder, Kind.COPY, {})] if loose else []
        kind = self._kind(folder, facts)
        return [
            Holding(folder, kind, facts, keeping.by_hand(folder, self.digests)),
            *_formers_elsewhere(folder),
        ]

    def _kind(self, folder: Path, facts: Mapping[str, Any]) -> Kind:
        if manifest.STICK in facts:
            return Kind.STICK
        is_edition = folder.parent == self.output and facts.get(manifest.EDITION) == folder.name
        return Kind.EDITION if is_edition else Kind.COPY


def _formers_elsewhere(edition: Path) -> list[Holding]:
    """Of an edition that a link leads to: they lie beside it where it is."""
    there = formers(edition.resolve()) if edition.is_symlink() else []
    return [Holding(one, Kind.FORMER, manifest.contents(one)) for one in there]


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # nobody may look into it
        return []


def _is_ours(facts: Mapping[str, Any]) -> bool:
    """Be it that of a whole edition, or of what was published of one."""
    named = facts.get(manifest.EDITION) or facts.get(manifest.PUBLIC)
    return isinstance(named, str) and manifest.OUTPUTS in facts


def _in_bag(folder: Path) -> list[Holding]:
    """The editions of ours in its payload."""
    files = sorted(folder.joinpath(PAYLOAD).rglob(manifest.NAME))
    told = [manifest.contents(file.parent) for file in files]
    return [Holding(folder, Kind.BAG, facts) for facts in told if _is_ours(facts)]


def _archive(file: Path) -> Iterator[Holding]:
    """One for each edition in it; what cannot be read may hold any."""
    opened = _zipped if file.suffix.lower() == ".zip" else _tarred
    try:
        entries = dict(opened(file))
    except _BROKEN:
        yield Holding(file, Kind.ARCHIVE, {})
        return
    told = [facts for name, facts in entries.items() if _called(name, manifest.NAME)]
    ours = [facts for facts in told if facts is None or _is_ours(facts)]
    yield from (Holding(file, Kind.ARCHIVE, facts or {}) for facts in ours)
    if not ours and any(_called(name, one) for name in entries for one in TELLING):
        yield Holding(file, Kind.ARCHIVE, {})


Entries = Iterator[tuple[str, dict[str, Any] | None]]
"""The names in an archive, each with what it tells if it is a manifest; None where that cannot be
read.
"""


def _zipped(file: Path) -> Entries:
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            yield entry.filename, _facts(entry.filename, entry.file_size, archive.open, entry)


def _tarred(file: Path) -> Entries:
    with tarfile.open(file) as archive:
        for entry in archive:
            size = entry.size if entry.isreg() else 0
            yield entry.name, _facts(entry.name, size, archive.extractfile, entry)


def _facts(
    name: str, size: int, open_one: Callable[[Any], IO[bytes] | None], entry: object
) -> dict[str, Any] | None:
    if not _called(name, manifest.NAME) or not 0 < size <= LONGEST:
        return None
    try:
        part = open_one(entry)
        return manifest.read(part.read(LONGEST)) if part else None
    except _BROKEN:
        return None


def _called(name: str, wanted: str) -> bool:
    return PurePosixPath(name).name == wanted
