"""What packages are made of, as python-pptx has them: parts, and what points at what.

Names are those of the archive (`ppt/slides/slide1.xml`), kinds of relationships whole addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
SLIDE, LAYOUT, NOTES = f"{OFFICE}/slide", f"{OFFICE}/slideLayout", f"{OFFICE}/notesSlide"
NOTES_MASTER, IMAGE, VIDEO = f"{OFFICE}/notesMaster", f"{OFFICE}/image", f"{OFFICE}/video"
MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"

PIECE = 1 << 20
"""Bytes of a file that are in memory at a time."""


def named(name: str) -> PackURI:
    """The name of a part as python-pptx has it, from its name in the archive."""
    return PackURI(f"/{name}")


def part(name: str, content_type: str, blob: bytes) -> Part:
    """What lies in a package under a name. It belongs to the package that points at it."""
    return Part(named(name), content_type, None, blob)


class FilePart(Part):  # type: ignore[misc] # python-pptx tells no types
    """The first `length` bytes of a file, which stay there until the package is written."""

    def __init__(self, name: str, content_type: str, file: Path, length: int) -> None:
        super().__init__(named(name), content_type, None)
        self.length = length
        self._file = file

    @property
    def blob(self) -> bytes:
        return b"".join(self.pieces())

    def pieces(self) -> Iterator[bytes]:
        """The bytes one stretch after another. Raises OSError as the system does."""
        left = self.length
        with self._file.open("rb") as opened:
            while left and (piece := opened.read(min(PIECE, left))):
                left -= len(piece)
                yield piece


@dataclass(frozen=True)
class Relation:
    """`target` is the name of a part, or an address outside where `external`."""

    identity: str
    kind: str
    target: str
    external: bool = False


@dataclass
class Relations:
    """What a slide will point at; its own are called `rId1`, `rId2`, … in their order."""

    entries: list[Relation] = field(default_factory=list)

    def to(self, kind: str, target: str) -> str:
        """The identity of the relationship of this kind to this target, which is made once."""
        for entry in self.entries:
            if (entry.kind, entry.target) == (kind, target):
                return entry.identity
        identity = f"rId{len(self.entries) + 1}"
        self.entries.append(Relation(identity, kind, target))
        return identity
