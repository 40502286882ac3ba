"""A file of the stick: what it is called there, and where its bytes are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from ceremonie.files import pieces
from ceremonie.unchanged import digest_of


class Use(StrEnum):
    """The folders of a stick, in the order in which a tired person needs them; those that every
    stick has come first.
    """

    DECK = "1-diaporama"
    FILM = "2-film"
    PAPERS = "3-documents"
    FONTS = "4-polices"
    WELCOME = "5-accueil"
    MASTER = "6-regie"
    ADDED = "7-ajouts"
    INSTALLATION = "8-installation"

    def holding(self, file: str) -> str:
        """The name on the stick of a file in this folder."""
        return f"{self}/{file}"


@dataclass(frozen=True)
class StickFile:
    """`name` is ASCII, with slashes; `source` is a file that has the bytes, or the bytes
    themselves; `of` is the file of the edition that it was made from, empty where it is none.
    """

    name: str
    source: Path | bytes
    of: str = ""

    @property
    def use(self) -> str:
        """The folder that it lies in; empty at the top."""
        return self.name.rpartition("/")[0].partition("/")[0]

    @cached_property
    def size(self) -> int:
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size

    @cached_property
    def digest(self) -> str:
        """SHA-256, in hexadecimal."""
        if isinstance(self.source, bytes):
            return hashlib.sha256(self.source).hexdigest()
        return digest_of(self.source)

    def pieces(self) -> Iterator[bytes]:
        return pieces(self.source)
