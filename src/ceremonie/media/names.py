"""From the name in the storyboard to the file on the disk, and to no file outside the edition.

A storyboard and its media come by e-mail: only the edition's folder and the shared folder beside it
may be read, wherever links lead.
"""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from ceremonie.media import kinds
from ceremonie.media.entries import Path as Way
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.storyboard.words import did_you_mean, plain, shown

SHARED = "commun"
"""The folder beside the edition's own for what all editions share: logos, music."""

MAXIMUM_LISTED = 5_000
"""So many files are looked through for the nearest name."""

NEAR = 75
"""Similarity in percent from which a name may have been meant."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE = re.compile(r"[A-Za-z]:")


class Folder:
    """The folder of a storyboard, and the names that lead to files in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.root = Path(os.path.realpath(path))

    def file(self, written: str, path: Way) -> Path:
        """The file that is meant at this place of the storyboard: absolute, links followed.
        Raises UnusableError where there is none that may be used.
        """
        noun, wanted = kinds.noun(written, path), kinds.wanted(path)
        _refuse_foreign(written)
        found = self._found(written)
        if found is None:
            self._inside(Path(os.path.realpath(self.root / written)), written)
            raise UnusableError(
                "media-introuvable", remedy=self._nearest(written, wanted), noun=noun, name=written
            )
        self._inside(found, written)
        _usable(found, written, noun)
        if kinds.of(written) not in wanted:
            raise UnusableError("media-format", name=written, wanted=kinds.told(wanted))
        return found

    def _inside(self, file: Path, written: str) -> None:
        allowed = (self.root, self.root.parent / SHARED)
        if not any(file.is_relative_to(folder) for folder in allowed):
            raise UnusableError("media-hors-dossier", name=shown(written))

    def _found(self, written: str) -> Path | None:
        """The name as written, else in the other Unicode form of its accents."""
        for form in (written, *(unicodedata.normalize(f, written) for f in ("NFC", "NFD"))):
            file = Path(os.path.realpath(self.root / form))
            if os.path.lexists(file):
                return file
        return self._alike(written)

    def _alike(self, written: str) -> Path | None:
        """Part by part, each in whatever form the disk has it."""
        here = self.root
        for part in Path(written).parts:
            named = here / part
            if part != ".." and not os.path.lexists(named):
                named = next((n for n in _children(here) if _same(n.name, part)), named)
            here = Path(os.path.realpath(named))
            if not os.path.lexists(here):
                return None
        return here

    def _nearest(self, written: str, wanted: tuple[Kind, ...]) -> str | None:
        """« vouliez-vous dire … ? »; None where no name is near."""
        from rapidfuzz import fuzz, process

        names = [name for name in self._names if kinds.of(name) in wanted]
        for part in (str, _last):
            choices = [plain(part(name)) for name in names]
            best = process.extractOne(
                plain(part(written)), choices, scorer=fuzz.ratio, score_cutoff=NEAR
            )
            if best:
                return did_you_mean([names[best[2]]])
        return None

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """What could have been written, in a settled order."""
        shared = self.root.parent / SHARED
        own = _listed(self.root, "")
        return tuple(sorted(own) + sorted(_listed(shared, f"../{SHARED}/")))


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _refuse_foreign(written: str) -> None:
    if "\\" in written:
        meant = written.replace("\\", "/")
        raise UnusableError("media-antislash", name=shown(written), meant=shown(meant))
    if written.startswith(("/", "~")) or _DRIVE.match(written):
        raise UnusableError("media-absolu", name=shown(written))
    if _URL.match(written):
        raise UnusableError("media-adresse", name=shown(written))
    if "\0" in written:
        raise UnusableError("media-hors-dossier", name=shown(written))


def _usable(file: Path, written: str, noun: str) -> None:
    """Opening the file is the only way to know that it may be read."""
    if file.is_dir():
        raise UnusableError("media-dossier", name=written)
    if not file.is_file():
        raise UnusableError("media-illisible", noun=noun, name=written)
    try:
        with file.open("rb") as opened:
            empty = not opened.read(1)
    except OSError:
        raise UnusableError("media-illisible", noun=noun, name=written) from None
    if empty:
        raise UnusableError("media-vide", noun=noun, name=written)


def _children(folder: Path) -> Iterable[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ENAMETOOLONG}:
            return ()
        raise


def _same(one: str, other: str) -> bool:
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def _listed(folder: Path, prefix: str) -> list[str]:
    found: list[str] = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(here).relative_to(folder).as_posix()
        start = prefix if inside == "." else f"{prefix}{inside}/"
        found += [start + unicodedata.normalize("NFC", name) for name in files]
        if len(found) > MAXIMUM_LISTED:
            break
    return found[:MAXIMUM_LISTED]
