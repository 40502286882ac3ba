"""A deck that came by e-mail: opened with bounds, told in French where it is none.

Nothing is unpacked to the disk, no part is larger than what a deck needs, no entity is expanded and
nothing outside is fetched.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from ceremonie.deck.markup.xml import NAMESPACES, Node, find
from ceremonie.diagnostics import Diagnostic, UsageError
from ceremonie.messages import problem

MOST_PARTS = 20_000
"""A deck of 200 slides with as many pictures has about 1500."""

LARGEST_MARKUP = 20_000_000
"""Bytes of one part of markup, unpacked; a slide with a hand-drawn map has about 100 000."""

LARGEST_PICTURE = 60_000_000
"""Bytes of one picture, unpacked."""

MOST_MARKUP = 300_000_000
"""Bytes of all markup that is read, unpacked."""

MOST_BYTES = 200_000_000
"""Bytes of all parts of a template, or of all pictures of a deck, unpacked: photos are what weighs.
"""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old Office files, and new ones behind a password ([MS-CFB], section 2.2)."""

_PRESENTATION = "ppt/presentation.xml"
_PROPERTIES = "docProps/core.xml"
_TYPES = "[Content_Types].xml"
_RELATION_ID = f"{{{NAMESPACES['r']}}}id"
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError,
    etree.XMLSyntaxError, ValueError, IndexError, TypeError, AttributeError,
)  # fmt: skip


@dataclass(frozen=True)
class Refusals:
    """The slugs that tell why a file is refused: each has its own remedy where the deck is another
    one.
    """

    missing: str
    format: str
    protected: str
    macros: str
    damaged: str
    oversized: str


CORRECTED = Refusals(
    "relire-introuvable",
    "relire-autre-format",
    "relire-protege",
    "relire-macros",
    "relire-abime",
    "relire-demesure",
)
"""Of a deck that people have corrected."""

TEMPLATE = Refusals(
    "media-introuvable",
    "gabarit-autre-format",
    "gabarit-protege",
    "gabarit-macros",
    "gabarit-abime",
    "gabarit-demesure",
)
"""Of a template that a deck is to be made in; whether it is there is known before."""


class BoundsError(Exception):
    """It would take more than a deck may."""


class Package:
    """The parts of a deck, read when they are asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._read = self._seen = 0
        self._pictures: dict[str, bytes] = {}
        if len(archive.infolist()) > MOST_PARTS:
            raise BoundsError

    def holds(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def markup(self, name: str) -> Node:
        """The root element of a part. Raises KeyError where there is none."""
        data = self._bounded(name, LARGEST_MARKUP)
        self._read += len(data)
        if self._read > MOST_MARKUP:
            raise BoundsError
        return etree.fromstring(data, _parser())

    def picture(self, name: str) -> bytes:
        """The bytes of a picture; those that stand on several slides are read once."""
        if name not in self._pictures:
            data = self._bounded(name, LARGEST_PICTURE)
            self._seen += len(data)
            if self._seen > MOST_BYTES:
                raise BoundsError
            self._pictures[name] = data
        return self._pictures[name]

    def targets(self, name: str) -> dict[str, str]:
        """The parts that a part points at, by the identity of the relationship."""
        folder, _, file = name.rpartition("/")
        listing = f"{folder}/_rels/{file}.rels"
        if not self.holds(listing):
            return {}
        entries = find(self.markup(listing), "rel:Relationship")
        inside = [one for one in entries if one.get("TargetMode") != "External"]
        return {one.get("Id"): _part(folder, one.get("Target")) for one in inside}

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """Every part with its name, one after another; markup is whole. Raises BoundsError where
        there is more than a template holds.
        """
        total = 0
        for name in self._archive.NameToInfo:
            if name.endswith("/"):
                continue
            data = self._bounded(name, LARGEST_PICTURE)
            total += len(data)
            if total > MOST_BYTES:
                raise BoundsError
            if name.endswith((".xml", ".rels")):
                etree.fromstring(data, _parser())
            yield name, data

    def slides(self) -> Iterator[str]:
        """The parts of the slides, in their order."""
        targets = self.targets(_PRESENTATION)
        for entry in find(self.markup(_PRESENTATION), "p:sldIdLst/p:sldId"):
            yield targets[entry.get(_RELATION_ID)]

    def properties(self) -> Node | None:
        return self.markup(_PROPERTIES) if self.holds(_PROPERTIES) else None

    def _bounded(self, name: str, most: int) -> bytes:
        with self._archive.open(name) as part:
            data = part.read(most + 1)
        if len(data) > most:
            raise BoundsError
        return data


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _part(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


@contextmanager
def opened(path: Path, refusals: Refusals = CORRECTED) -> Iterator[Package]:
    """Raises UsageError, with what to do, for whatever is no deck that can be read; OSError where
    the file cannot be opened.
    """
    refusal = _refused(path, refusals)
    if refusal:
        raise UsageError(refusal)
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            if refusal := _not_ours(package, path, refusals):
                raise UsageError(refusal)
            yield package
    except BoundsError as error:
        raise UsageError(problem(refusals.oversized, name=path.name)) from error
    except _DAMAGE as error:
        raise UsageError(problem(refusals.damaged, name=path.name)) from error


def _refused(path: Path, refusals: Refusals) -> Diagnostic | None:
    if not path.is_file():
        return problem(refusals.missing, name=path)
    with path.open("rb") as file:
        beginning = file.read(len(_COMPOUND_FILE))
    if beginning == _COMPOUND_FILE:
        return problem(refusals.protected, name=path.name)
    if path.suffix.lower() in {".pptm", ".potm", ".ppsm"}:
        return problem(refusals.macros, name=path.name)
    if not beginning.startswith(b"PK"):
        return problem(refusals.format, name=path.name)
    return None


def _not_ours(package: Package, path: Path, refusals: Refusals) -> Diagnostic | None:
    if not package.holds(_PRESENTATION) or not package.holds(_TYPES):
        return problem(refusals.format, name=path.name)
    types = find(package.markup(_TYPES), "//@ContentType")
    if any("macroEnabled" in one or "vbaProject" in one for one in types):
        return problem(refusals.macros, name=path.name)
    return None
