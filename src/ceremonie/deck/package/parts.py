"""A package as it will be written: parts by name, and what points at what.

Names are those of the archive (`ppt/slides/slide1.xml`), kinds of relationships whole addresses.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from lxml import etree

from ceremonie.deck.markup.xml import NAMESPACES, clark, document

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
SLIDE, LAYOUT, NOTES = f"{OFFICE}/slide", f"{OFFICE}/slideLayout", f"{OFFICE}/notesSlide"
NOTES_MASTER, IMAGE, VIDEO = f"{OFFICE}/notesMaster", f"{OFFICE}/image", f"{OFFICE}/video"
MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"

PIECE = 1 << 20
"""Bytes of a file that are in memory at a time."""


@dataclass(frozen=True)
class FileContent:
    """The first `length` bytes of a file, which stay there until the package is written."""

    file: Path
    length: int

    def pieces(self) -> Iterator[bytes]:
        """The bytes one stretch after another. Raises OSError as the system does."""
        left = self.length
        with self.file.open("rb") as opened:
            while left and (piece := opened.read(min(PIECE, left))):
                left -= len(piece)
                yield piece


Content = bytes | FileContent


@dataclass(frozen=True)
class Relation:
    """`target` is the name of a part, or an address outside where `external`."""

    identity: str
    kind: str
    target: str
    external: bool = False


@dataclass
class Relations:
    """What a part points at; its own are called `rId1`, `rId2`, … in their order."""

    entries: list[Relation] = field(default_factory=list)

    def to(self, kind: str, target: str) -> str:
        """The identity of the relationship of this kind to this target, which is made once."""
        for entry in self.entries:
            if (entry.kind, entry.target) == (kind, target):
                return entry.identity
        taken = {entry.identity for entry in self.entries}
        free = (f"rId{number}" for number in count(len(self.entries) + 1))
        identity = next(one for one in free if one not in taken)
        self.entries.append(Relation(identity, kind, target))
        return identity

    def of(self, kind: str) -> str | None:
        """The target of the first of this kind."""
        return next((entry.target for entry in self.entries if entry.kind == kind), None)


@dataclass
class Part:
    """What lies in a package under a name."""

    name: str
    content_type: str
    content: Content
    relations: Relations = field(default_factory=Relations)


@dataclass
class Package:
    """Parts by name; `relations` are those of the package itself."""

    parts: dict[str, Part] = field(default_factory=dict)
    relations: Relations = field(default_factory=Relations)

    def add(self, part: Part) -> None:
        self.parts[part.name] = part

    def contents(self) -> Iterator[tuple[str, Content]]:
        """Name in the archive → what lies there, relationships among it."""
        yield listing(""), written(self.relations, "")
        for part in self.parts.values():
            yield part.name, part.content
            if part.relations.entries:
                yield listing(part.name), written(part.relations, part.name)

    @property
    def types(self) -> Mapping[str, str]:
        """The content type of each part."""
        return {part.name: part.content_type for part in self.parts.values()}


def listing(name: str) -> str:
    """Where the relationships of a part are told; the empty name is the package itself."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def written(relations: Relations, name: str) -> bytes:
    """The relationships of the part `name`, whose targets are told from its own folder."""
    folder = posixpath.join("/", posixpath.dirname(name))
    root = etree.Element(clark("rel:Relationships"), nsmap={None: NAMESPACES["rel"]})
    for entry in relations.entries:
        inside = posixpath.relpath(f"/{entry.target}", folder)
        path = entry.target if entry.external else inside
        facts = {"TargetMode": "External"} if entry.external else {}
        told = {"Id": entry.identity, "Type": entry.kind, "Target": path, **facts}
        etree.SubElement(root, clark("rel:Relationship"), told)
    return document(root)
