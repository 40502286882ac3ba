"""Whether a finished folder tells what is nobody's business: where, by whom and with what a photo
was taken, how files were called and where they lay, who may not be named, what may not be shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremonie.control import letters, wording
from ceremonie.control.finding import Finding, finding
from ceremonie.control.forms import Form
from ceremonie.control.piece import Piece
from ceremonie.control.properties import MARKED, Property, properties
from ceremonie.control.sought import Sought
from ceremonie.control.walk import is_closed, walk
from ceremonie.control.wording import Told
from ceremonie.diagnostics import Severity

MEDIUM, MISPLACED, CLOSED = "fuite-media", "fuite-fichier", "fuite-illisible"

TEXTUAL = frozenset(
    ("APP1", "APP13", "COM", "EXIF", "XMP", "eXIf", "tEXt", "iTXt", "data", "keys", "uuid", "loci",
     "LIST", "bext", "iXML", "axml", "_PMX")
)  # fmt: skip
"""Segments, chunks and boxes that descriptions stand in."""

LONGEST_TEXT = 1 << 16
"""Bytes of what is read whole; in what is longer, words are found by their letters."""


def check(folder: Path, sought: Sought, without: Iterable[str] = ()) -> Iterator[Finding]:
    """All that is found in what lies in `folder` but in the folders in it that are named by
    `without`; each thing once, at its first place in a file or a part of one.
    """
    scan = _Scan(sought)
    for piece in walk(folder, without):
        yield from scan.piece(piece)


@dataclass(frozen=True)
class _Hit:
    """What was found in some bytes; `offset` is None where all of them are meant."""

    slug: str
    what: str
    offset: int | None = None

    def at(self, piece: Piece) -> Finding:
        place = piece.whole if self.offset is None else piece.at(self.offset)
        return finding(self.slug, place, what=self.what, person=self.what)


@dataclass
class _Scan:
    """Bytes that lie there several times (a film in the folder and in the deck) are read once."""

    sought: Sought
    done: dict[bytes, tuple[_Hit, ...]] = field(default_factory=dict)

    def piece(self, piece: Piece) -> Iterator[Finding]:
        if is_closed(piece):
            yield finding(CLOSED, piece.whole, severity=Severity.WARNING)
        yield from (hit.at(piece) for hit in self._of_name(piece))
        yield from (hit.at(piece) for hit in self._hits(piece))

    def _of_name(self, piece: Piece) -> Iterator[_Hit]:
        """How a file or a part is called; a film's box and a picture's segment have no name."""
        called = piece.part or piece.file
        if not piece.part and piece.name in self.sought.elsewhere:
            yield _Hit(MISPLACED, piece.name)
        yield from _once(_Hit(one.slug, one.what) for one in wording.told(called, self.sought))

    def _hits(self, piece: Piece) -> tuple[_Hit, ...]:
        if piece.form is Form.FONT:
            return ()
        files = piece.file not in self.sought.house
        digest = hashlib.sha256(piece.data).digest()
        key = digest + bytes([files]) + piece.name.encode("utf-8", "replace")[-8:]
        if key not in self.done:
            found = (*self._whole(piece, digest.hex()), *self._inside(piece, files=files))
            self.done[key] = tuple(_once(iter(found)))
        return self.done[key]

    def _whole(self, piece: Piece, digest: str) -> Iterator[_Hit]:
        for medium in self.sought.withheld:
            if digest in medium.digests:
                yield _Hit(MEDIUM, medium.name)
        for one in properties(piece, self.sought.authors):
            yield _of_property(one)

    def _inside(self, piece: Piece, *, files: bool) -> Iterator[_Hit]:
        if piece.form is Form.TEXT:
            for read in wording.read(piece):
                text = read if files else self.sought.without_files(read)
                for one in wording.told(text, self.sought, files=files):
                    yield _Hit(one.slug, one.what, _place(piece, one))
        elif piece.form is not Form.ARCHIVE:
            yield from self._bytes(piece)

    def _bytes(self, piece: Piece) -> Iterator[_Hit]:
        for offset, window in (*_texts(piece), *self.sought.needles.within(piece.data)):
            for text in letters.readings(window):
                for one in wording.told(text, self.sought):
                    yield _Hit(one.slug, one.what, offset)
                for slug, what, pattern in MARKED:
                    if pattern.search(text):
                        yield _Hit(slug, what, offset)


def _texts(piece: Piece) -> Iterator[tuple[int, memoryview]]:
    """What is made to hold texts, to be read whole."""
    if piece.form is Form.OTHER and len(piece.data) <= LONGEST_TEXT:
        yield 0, piece.data
    for segment in piece.segments:
        if segment.kind in TEXTUAL and segment.stop - segment.start <= LONGEST_TEXT:
            yield segment.start, piece.data[segment.start : segment.stop]


def _of_property(one: Property) -> _Hit:
    return _Hit(one.slug, one.field, one.offset)


def _place(piece: Piece, one: Told) -> int | None:
    """Where it stands in the bytes of a text, if it stands there as it is read."""
    at = bytes(piece.data).find(one.written.encode())
    return at if at >= 0 else None


def _once(hits: Iterator[_Hit]) -> Iterator[_Hit]:
    """The first of those that say the same."""
    told: set[tuple[Any, ...]] = set()
    for hit in hits:
        if (hit.slug, hit.what) not in told:
            told.add((hit.slug, hit.what))
            yield hit
