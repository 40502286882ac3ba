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

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old Office files, and new ones behind a password ([MS-CFB], section 2.2)."""

_PRESENTATION = "ppt/presentation.xml"
_PROPERTIES = "docProps/core.xml"
_TYPES = "[Content_Types].xml"
_RELATION_ID = f"{{{NAMESPACES['r']}}}id"
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError,
    etree.XMLSyntaxError, ValueError,
)  # fmt: skip


class BoundsError(Exception):
    """It would take more than a deck may."""


class Package:
    """The parts of a deck, read when they are asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._read = 0
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
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(data, parser)

    def picture(self, name: str) -> bytes:
        return self._bounded(name, LARGEST_PICTURE)

    def targets(self, name: str) -> dict[str, str]:
        """The parts that a part points at, by the identity of the relationship."""
        folder, _, file = name.rpartition("/")
        listing = f"{folder}/_rels/{file}.rels"
        if not self.holds(listing):
            return {}
        inside = [one for one in self.markup(listing) if one.get("TargetMode") != "External"]
        return {one.get("Id"): _part(folder, one.get("Target")) for one in inside}

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


def _part(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Raises UsageError, with what to do, for whatever is no deck that can be read; OSError where
    the file cannot be opened.
    """
    refusal = _refused(path)
    if refusal:
        raise UsageError(refusal)
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            if refusal := _not_ours(package, path):
                raise UsageError(refusal)
            yield package
    except BoundsError as error:
        raise UsageError(problem("relire-demesure", name=path.name)) from error
    except _DAMAGE as error:
        raise UsageError(problem("relire-abime", name=path.name)) from error


def _refused(path: Path) -> Diagnostic | None:
    if not path.is_file():
        return problem("relire-introuvable", name=path)
    with path.open("rb") as file:
        beginning = file.read(len(_COMPOUND_FILE))
    if beginning == _COMPOUND_FILE:
        return problem("relire-protege", name=path.name)
    if path.suffix.lower() in {".pptm", ".potm", ".ppsm"}:
        return problem("relire-macros", name=path.name)
    if not beginning.startswith(b"PK"):
        return problem("relire-autre-format", name=path.name)
    return None


def _not_ours(package: Package, path: Path) -> Diagnostic | None:
    if not package.holds(_PRESENTATION) or not package.holds(_TYPES):
        return problem("relire-autre-format", name=path.name)
    types = find(package.markup(_TYPES), "//@ContentType")
    if any("macroEnabled" in one or "vbaProject" in one for one in types):
        return problem("relire-macros", name=path.name)
    return None
