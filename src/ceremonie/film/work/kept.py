"""Finished pieces of film, kept under their keys: whole and undamaged, or not there.

A piece carries its own seal: a last, empty box with the SHA-256 of all before it. Players pass over
it; a piece that a failing disk or an interrupted copy has changed is made again.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from ceremonie import cache_names
from ceremonie.files import appearing
from ceremonie.film.work import watching
from ceremonie.flashing import Trace

SEAL = b"\x00\x00\x00\x28free"
"""A box of 40 bytes that players leave out (ISO/IEC 14496-12, 8.1.2): 8 of head, 32 of digest."""

LENGTH = 40
PIECE = 1 << 20


@dataclass(frozen=True)
class Kept:
    """A folder of pieces. Raises OSError as the system does."""

    folder: Path

    def path(self, key: str) -> Path:
        """Where the piece of this key is, if it is there."""
        return cache_names.piece(self.folder, key)

    def has(self, key: str) -> bool:
        """Whether the piece is there, whole; it counts as used now."""
        path = self.path(key)
        try:
            os.utime(path)
        except FileNotFoundError:
            return False
        return is_whole(path)

    def trace(self, key: str) -> Trace:
        """What flashes in the segment of this key."""
        return watching.read(self.path(key), after=LENGTH)

    def put(self, key: str, data: bytes) -> None:
        """Keep a piece, sealed; one that is there already stays."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with appearing(self.path(key), there=lambda: self.has(key)) as partial:
            partial.write_bytes(data + SEAL + hashlib.sha256(data).digest())

    def put_file(self, key: str, source: Path) -> None:
        """The same of what is too long for memory, from a file, which stays as it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with (
            appearing(self.path(key), there=lambda: self.has(key)) as partial,
            source.open("rb") as read,
            partial.open("wb") as written,
        ):
            while piece := read.read(PIECE):
                digest.update(piece)
                written.write(piece)
            written.write(SEAL + digest.digest())


def is_whole(path: Path) -> bool:
    """Whether a file ends with the seal of what comes before it."""
    left = path.stat().st_size - LENGTH
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while left > 0:
            piece = file.read(min(PIECE, left))
            if not piece:
                return False
            digest.update(piece)
            left -= len(piece)
        return file.read() == SEAL + digest.digest()
