"""The photos and clips of a folder and of all folders in it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ceremonie.files import is_stray
from ceremonie.media import kinds
from ceremonie.media.kinds import Kind

SEEN = (Kind.PICTURE, Kind.CLIP)

UNREAD = {
    ".arw", ".avif", ".bmp", ".cr2", ".cr3", ".dng", ".gif", ".insp", ".jp2", ".jxl", ".nef",
    ".orf", ".pef", ".psd", ".raf", ".raw", ".rw2", ".tif", ".tiff", ".vob", ".wmv", ".zip",
}  # fmt: skip
"""Endings of pictures, clips and parcels of them that are not read here, but missed by people."""


@dataclass(frozen=True)
class Listing:
    """`files` in the order of their names; `unread` counts by ending what is not read here."""

    files: tuple[Path, ...]
    unread: Counter[str]


def listing(folder: Path, apart: Path | None = None) -> Listing:
    """What lies in a folder, but for the folder `apart`; links to folders are not followed, hidden
    files and those that programs leave behind are passed over.
    """
    files = tuple(_files(folder, apart))
    seen = tuple(file for file in files if kinds.of(file.name) in SEEN)
    endings = (file.suffix.lower() for file in files)
    return Listing(seen, Counter(ending for ending in endings if ending in UNREAD))


def _files(folder: Path, apart: Path | None) -> Iterator[Path]:
    for top, folders, names in os.walk(folder):
        here = Path(top)
        folders[:] = sorted(n for n in folders if not n.startswith(".") and here / n != apart)
        for name in sorted(names):
            if not name.startswith(".") and not is_stray(name) and (here / name).is_file():
                yield here / name
