"""A stick as one archive: the same files, the same bytes each time."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from ceremonie.files import appearing
from ceremonie.stick.checks import PROGRAMS
from ceremonie.stick.refusing import refusals
from ceremonie.stick.stick_file import StickFile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _FILE, _PROGRAM = 3, 0o100644, 0o100755
"""`create_system`, and modes of files (APPNOTE.TXT, 4.4.2 and 4.4.15)."""

ENTRY = 300
"""Bytes that an archive takes for each file beside its own, at most."""


def size(files: tuple[StickFile, ...]) -> int:
    """Bytes of the archive, at most."""
    return sum(file.size + ENTRY for file in files)


def write(
    target: Path, root: str, files: tuple[StickFile, ...], advance: Callable[[int], None]
) -> None:
    """Stored, not deflated: films and decks are compressed already, and other versions of the
    deflater would give other bytes. All lies in the folder `root`. Raises MachineError where the
    system refuses it; what had this name then stays as it was.
    """
    with refusals(target, size(files)):
        target.parent.mkdir(parents=True, exist_ok=True)
        with appearing(target) as partial, zipfile.ZipFile(partial, "w") as archive:
            for file in sorted(files, key=lambda one: one.name):
                entry = _entry(f"{root}/{file.name}", file)
                with archive.open(entry, "w") as place:
                    for piece in file.pieces():
                        place.write(piece)
                        advance(len(piece))


def _entry(name: str, file: StickFile) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system, entry.file_size = _UNIX, file.size
    entry.external_attr = (_PROGRAM if file.name in PROGRAMS else _FILE) << 16
    return entry
