"""A finished deck taken apart for checking, without the library that wrote it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from ceremonie.deck.markup.xml import NAMESPACES, Node, find, parsed
from ceremonie.deck.package.parts import Relation

RELATION_ID = f"{{{NAMESPACES['r']}}}id"
CONTENT_TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"


class Parts(Mapping[str, bytes]):
    """What lies in a package, by name. Media are read whenever they are asked for: none is held."""

    def __init__(self, package: Path | io.BytesIO) -> None:
        self._package = package
        with zipfile.ZipFile(package) as archive:
            self._names = dict.fromkeys(archive.namelist())
            self._held = {name: archive.read(name) for name in self._names if not _is_medium(name)}

    def __getitem__(self, name: str) -> bytes:
        if name in self._held or name not in self._names:
            return self._held[name]
        with zipfile.ZipFile(self._package) as archive:
            return archive.read(name)

    def __contains__(self, name: object) -> bool:
        """Without reading it, as a mapping otherwise would."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def beginnings(self, endings: tuple[str, ...], length: int) -> Iterator[tuple[str, bytes]]:
        """The first `length` bytes of each part whose name ends so."""
        with zipfile.ZipFile(self._package) as archive:
            for name in self._names:
                if name.endswith(endings):
                    with archive.open(name) as part:
                        yield name, part.read(length)


def _is_medium(name: str) -> bool:
    return not name.endswith((".xml", ".rels", ".vtt", ".fntdata"))


class Opened:
    """Parts by name; raises `zipfile.BadZipFile`, KeyError or XMLSyntaxError if it is no deck."""

    def __init__(self, package: Path | io.BytesIO) -> None:
        self.parts = Parts(package)
        self._roots: dict[str, Node] = {}
        self._relations: dict[str, tuple[Relation, ...]] = {}

    def root(self, name: str) -> Node:
        """The root element of a part. Raises KeyError where there is no such part."""
        if name not in self._roots:
            self._roots[name] = parsed(self.parts[name])
        return self._roots[name]

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What the part points at; the empty name is the package itself."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> tuple[Relation, ...]:
        folder, _, file = name.rpartition("/")
        listing = posixpath.join(folder, "_rels", f"{file}.rels")
        if listing not in self.parts:
            return ()
        return tuple(_relation(entry, folder) for entry in self.root(listing))

    @cached_property
    def slides(self) -> tuple[str, ...]:
        """The slides' parts in the order of the presentation."""
        targets = {one.identity: one.target for one in self.relations(PRESENTATION)}
        listed = find(self.root(PRESENTATION), "p:sldIdLst/p:sldId")
        return tuple(targets[entry.get(RELATION_ID)] for entry in listed)

    def related(self, name: str, kind: str) -> str | None:
        """The part that `name` points at by a relationship whose type ends in `kind`."""
        targets = (r.target for r in self.relations(name) if r.kind.rpartition("/")[2] == kind)
        return next(targets, None)

    def texts(self) -> tuple[tuple[str, Node], ...]:
        """Slides and notes, each with its root."""
        notes = (self.related(slide, "notesSlide") for slide in self.slides)
        names = (*self.slides, *(note for note in notes if note and note in self.parts))
        return tuple((name, self.root(name)) for name in names)

    def reached(self) -> set[str]:
        """Every part that can be reached from the package."""
        seen: set[str] = set()
        waiting = [r.target for r in self.relations("") if not r.external]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += [r.target for r in self.relations(name) if not r.external]
        return seen


def _relation(entry: Node, folder: str) -> Relation:
    external = entry.get("TargetMode") == "External"
    target = entry.get("Target")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(entry.get("Id"), entry.get("Type"), target, external)
