"""Where files tell by whom, with what and where they were made: EXIF, IPTC, XMP, the boxes of
films, the chunks of PNG and of WAV, the tags of sound, the properties of documents.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from ceremonie.control.forms import Form
from ceremonie.control.piece import Piece
from ceremonie.control.segments import Segment
from ceremonie.media.picture import exif
from ceremonie.text import plain

GPS, AUTHOR, DEVICE = "fuite-gps", "fuite-auteur", "fuite-appareil"


@dataclass(frozen=True)
class Property:
    """The slug of what it tells, the name of the field, where it stands (None: all of it)."""

    slug: str
    field: str
    offset: int | None = None


_EXIF = {
    0x8825: (GPS, "EXIF, position GPS"),
    0x010F: (DEVICE, "EXIF, fabricant"),
    0x0110: (DEVICE, "EXIF, modèle"),
    0x0131: (DEVICE, "EXIF, logiciel"),
    0x013C: (DEVICE, "EXIF, ordinateur"),
    0x927C: (DEVICE, "EXIF, données du fabricant"),
    0xA431: (DEVICE, "EXIF, numéro de série"),
    0xA433: (DEVICE, "EXIF, fabricant de l'objectif"),
    0xA434: (DEVICE, "EXIF, objectif"),
    0x013B: (AUTHOR, "EXIF, auteur"),
    0x9C9D: (AUTHOR, "EXIF, auteur (Windows)"),
    0xA430: (AUTHOR, "EXIF, propriétaire de l'appareil"),
}
"""EXIF 2.32, tables 3 to 9; Windows' own tag."""

_BOXES = {
    "©xyz": (GPS, "QuickTime, position"),
    "loci": (GPS, "3GPP, position"),
    "©mak": (DEVICE, "QuickTime, fabricant"),
    "©mod": (DEVICE, "QuickTime, modèle"),
    "©swr": (DEVICE, "QuickTime, logiciel"),
    "©too": (DEVICE, "QuickTime, logiciel"),
    "©enc": (DEVICE, "QuickTime, encodeur"),
    "©ART": (AUTHOR, "QuickTime, artiste"),
    "aART": (AUTHOR, "QuickTime, artiste"),
    "©aut": (AUTHOR, "QuickTime, auteur"),
    "©wrt": (AUTHOR, "QuickTime, auteur"),
    "auth": (AUTHOR, "3GPP, auteur"),
}
"""Apple, « QuickTime File Format », user data; 3GPP TS 26.244, 8."""

_CHUNKS = {
    "author": (AUTHOR, "PNG, auteur"),
    "artist": (AUTHOR, "PNG, auteur"),
    "software": (DEVICE, "PNG, logiciel"),
    "source": (DEVICE, "PNG, appareil"),
}
"""Keywords of PNG 1.2, 11.3.4."""

_LISTED = {
    "IART": (AUTHOR, "WAV, artiste"),
    "IENG": (AUTHOR, "WAV, ingénieur"),
    "ITCH": (AUTHOR, "WAV, technicien"),
    "ICMS": (AUTHOR, "WAV, commanditaire"),
    "ISFT": (DEVICE, "WAV, logiciel"),
}
"""Microsoft, « Multimedia Programming Interface and Data Specifications », RIFF INFO."""

_ORIGINATOR = slice(8 + 256, 8 + 256 + 32)
"""Of a chunk « bext », with its head: who has made the sound, or with what (EBU Tech 3285)."""

MARKED = (
    (GPS, "XMP, position GPS", re.compile(r"GPS(?:Latitude|Longitude)\b")),
    (GPS, "QuickTime, position", re.compile(r"com\.apple\.quicktime\.location")),
    (DEVICE, "XMP, appareil", re.compile(r"tiff:(?:Make|Model)\b|aux:SerialNumber|aux:Lens\b")),
    (
        DEVICE,
        "QuickTime, appareil",
        re.compile(r"com\.apple\.quicktime\.(?:make|model|software|camera)|com\.android\.version"),
    ),
    (AUTHOR, "XMP, auteur", re.compile(r"dc:creator\b|xmpRights:Owner|tiff:Artist")),
    (AUTHOR, "QuickTime, auteur", re.compile(r"com\.apple\.quicktime\.(?:author|artist|director)")),
)
"""What texts inside of media tell by these names (XMP part 2; Apple, metadata keys)."""

_IPTC = ((AUTHOR, "IPTC, auteur", b"\x1c\x02\x50"), (GPS, "IPTC, lieu", b"\x1c\x02\x5a"))
"""IPTC-IIM 4.2, datasets 2:80 and 2:90."""

_TAGS = re.compile(rb"TPE1|TPE2|TCOM|TENC|TOLY|TOPE|TP1\0")
"""Frames of ID3 2.2 to 2.4 that name people."""

_DOCUMENT = {
    "docProps/core.xml": ("dc:creator", "cp:lastModifiedBy"),
    "docProps/app.xml": ("Manager", "Company"),
    "meta.xml": ("dc:creator", "meta:initial-creator", "meta:printed-by"),
}
_SPOKEN = re.compile(r"<(?:\w+:)?cmAuthor\b[^>]*\bname=\"([^\"]+)\"")
_META = re.compile(r"<meta\s+name=\"author\"\s+content=\"([^\"]+)\"", re.IGNORECASE)


def properties(piece: Piece, authors: Set[str]) -> Iterator[Property]:
    """`authors` may be named; they are as `text.plain` has them."""
    if piece.form is Form.TEXT:
        yield from _document(piece, authors)
        return
    for segment in piece.segments:
        yield from _of_segment(piece, segment)
    if bytes(piece.data[:3]) == b"ID3" and (tag := _TAGS.search(piece.data, 0, 1 << 16)):
        yield Property(AUTHOR, "ID3, auteur", tag.start())


def _of_segment(piece: Piece, segment: Segment) -> Iterator[Property]:
    kind, at = segment.kind, segment.start
    if piece.form is Form.FILM:
        if named := _BOXES.get(kind):
            yield Property(*named, at)
    elif piece.form is Form.WAVE:
        if named := _LISTED.get(kind):
            yield Property(*named, at)
        if kind == "bext" and bytes(piece.data[at : segment.stop])[_ORIGINATOR].strip(b"\0 "):
            yield Property(AUTHOR, "BWF, origine", at)
        if kind.lower() == "id3" and (tag := _TAGS.search(piece.data, at, segment.stop)):
            yield Property(AUTHOR, "ID3, auteur", tag.start())
    elif kind in {"APP1", "EXIF", "eXIf"}:
        yield from _exif(bytes(piece.data[at : segment.stop]), at)
    elif kind == "APP13":
        block = bytes(piece.data[at : segment.stop])
        yield from (Property(slug, said, at) for slug, said, mark in _IPTC if mark in block)
    elif kind in {"tEXt", "iTXt", "zTXt"}:
        keyword = bytes(piece.data[at + 8 : at + 88]).partition(b"\0")[0].decode("latin-1")
        if named := _CHUNKS.get(keyword.lower()):
            yield Property(*named, at)


def _exif(block: bytes, at: int) -> Iterator[Property]:
    start = re.search(rb"II\*\0|MM\0\*", block)
    tags = exif.tags(block[start.start() :]) if start else frozenset()
    yield from (Property(*_EXIF[tag], at) for tag in sorted(tags & _EXIF.keys()))


def _document(piece: Piece, authors: Set[str]) -> Iterator[Property]:
    for field in _DOCUMENT.get(piece.part.rpartition(" / ")[2], ()):
        yield from _named(rf"<(?:\w+:)?{field.rpartition(':')[2]}\b[^>]*>([^<]+)<", piece, authors)
    for pattern in (_SPOKEN, _META):
        yield from _named(pattern, piece, authors)


def _named(pattern: str | re.Pattern[str], piece: Piece, authors: Set[str]) -> Iterator[Property]:
    for match in re.finditer(pattern, piece.text):
        if plain(html.unescape(match[1])) not in authors:
            field = match[0].strip("<").partition(">")[0].partition(" ")[0]
            yield Property(AUTHOR, field)
