"""What a font file says of itself: a user's file comes by e-mail and may be anything.

Its tables are read here (ISO/IEC 14496-22, « Open Font Format »); HarfBuzz, which mistrusts what it
reads, tells its letters and writes the fonts that are worked with.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import uharfbuzz as hb

MAXIMUM_BYTES = 30_000_000
"""The largest families of all alphabets have some 20 MB a file."""

_KINDS = {b"\x00\x01\x00\x00", b"true", b"OTTO"}
_RESTRICTED, _VIEW_ONLY, _BITMAP_ONLY = 0x0002, 0x0004, 0x0200
"""Bits of OS/2 fsType: no embedding; only in documents that nobody edits; bitmaps only."""

_LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ.,;:!?'’«»()/–—-…°€%&"
)
"""What every text in French needs."""

FAMILY, STYLE, FULL_NAME, VERSION = 1, 2, 4, 5
"""Name ids of the table « name »."""

_WINDOWS, _ENGLISH = 3, 0x409
_LONGEST_NAME = 60


class NoFontError(Exception):
    """The file is no font that can be used."""


@dataclass(frozen=True)
class FontFacts:
    """`typeface` and `bold` as programs know it; heights in em; `missing` are letters of French
    that it lacks. An `axis` of weights is that of a variable font: lightest and heaviest.
    """

    typeface: str
    weight: int
    bold: bool
    italic: bool
    embeddable: bool
    truetype: bool
    cap_height: float
    x_height: float
    missing: str
    axis: tuple[float, float] | None = None


def read(data: bytes) -> FontFacts:
    """Raises NoFontError."""
    try:
        return _facts(data)
    except (struct.error, ValueError, KeyError, IndexError, hb.HarfBuzzError) as error:
        raise NoFontError from error


def instance(data: bytes, weight: float | None) -> bytes:
    """The font anew, without what HarfBuzz does not know; a variable one at this weight. Raises
    NoFontError.
    """
    try:
        face = hb.Face(data)
        wanted = hb.SubsetInput()
        wanted.keep_everything()
        for axis in face.axis_infos if weight is not None else ():
            at = weight if axis.tag == "wght" else axis.default_value
            wanted.pin_axis_location(face, axis.tag, at)
        return bytes(hb.subset(face, wanted).blob.data)
    except (ValueError, KeyError, RuntimeError, hb.HarfBuzzError) as error:
        raise NoFontError from error


def tables(data: bytes) -> dict[bytes, bytes]:
    """Tag → table of a font file. Raises ValueError or struct.error where it is none."""
    if data[:4] not in _KINDS or len(data) > MAXIMUM_BYTES:
        raise ValueError("no font")
    (count,) = struct.unpack(">H", data[4:6])
    entries = (struct.unpack(">4s3I", data[12 + 16 * i : 28 + 16 * i]) for i in range(count))
    return {tag: data[at : at + size] for tag, _, at, size in entries}


def is_whole(data: bytes) -> bool:
    """Whether all tables that its directory names lie in a font file."""
    try:
        tables(data)
    except (ValueError, struct.error):
        return False
    (count,) = struct.unpack(">H", data[4:6])
    entries = (struct.unpack(">8x2I", data[12 + 16 * i : 28 + 16 * i]) for i in range(count))
    return all(at + size <= len(data) for at, size in entries)


def names(table: bytes) -> dict[int, str]:
    """Name id → text, of the Windows platform in English or else the first that is there. Raises
    ValueError where there is no family's name.
    """
    count, storage = struct.unpack(">2H", table[2:6])
    named: dict[int, str] = {}
    for platform, language, identifier, raw in _records(table, count, storage):
        if platform == _WINDOWS and (language == _ENGLISH or identifier not in named):
            text = raw.decode("utf-16-be", "replace")
            named[identifier] = "".join(_printable(text)).strip()
    if not named.get(FAMILY):
        raise ValueError("no name")
    return named


def _facts(data: bytes) -> FontFacts:
    parts = tables(data)
    os2, named = parts[b"OS/2"], names(parts[b"name"])
    weight, embedding = struct.unpack(">H2xH", os2[4:10])
    selection = struct.unpack(">H", os2[62:64])[0]
    face = hb.Face(data)
    font, letters = hb.Font(face), frozenset(face.unicodes)
    axes = {axis.tag: (axis.min_value, axis.max_value) for axis in face.axis_infos}
    return FontFacts(
        typeface=named[FAMILY][:_LONGEST_NAME],
        weight=min(1000, max(1, weight)),
        bold=bool(selection & 0x20) or named.get(STYLE, "").startswith("Bold"),
        italic=bool(selection & 0x201) or "Italic" in named.get(STYLE, ""),
        embeddable=not embedding & (_RESTRICTED | _VIEW_ONLY | _BITMAP_ONLY),
        truetype=b"glyf" in parts,
        cap_height=_height(font, "H"),
        x_height=_height(font, "x"),
        missing="".join(c for c in _LETTERS if ord(c) not in letters),
        axis=axes.get("wght"),
    )


def _height(font: hb.Font, letter: str) -> float:
    """Of a letter's ink above the baseline, in em. Raises ValueError where it has none."""
    glyph = font.get_nominal_glyph(ord(letter))
    extents = font.get_glyph_extents(glyph) if glyph else None
    height = extents.y_bearing / font.face.upem if extents else 0.0
    if not 0.1 < height < 2:
        raise ValueError("no letters")
    return float(height)


def _records(table: bytes, count: int, storage: int) -> Iterator[tuple[int, int, int, bytes]]:
    for i in range(count):
        record = struct.unpack(">6H", table[6 + 12 * i : 18 + 12 * i])
        platform, _, language, identifier, size, at = record
        yield platform, language, identifier, table[storage + at : storage + at + size]


def _printable(text: str) -> Iterable[str]:
    return (c for c in text if c.isprintable())
