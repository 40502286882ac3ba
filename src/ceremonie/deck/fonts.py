"""The fonts of a deck: embedded in it, and to be laid beside it.

PowerPoint on Windows reads fonts embedded as .fntdata, an Embedded OpenType 2.2 header (W3C
Member Submission « Embedded OpenType (EOT) File Format », 2008) before a plain TrueType file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from ceremonie.deck.scheme import HEADING_FAMILY, HEADING_WEIGHT, bold
from ceremonie.deck.xml import Node, find, node
from ceremonie.files import is_stray
from ceremonie.plan.drawing import Text
from ceremonie.plan.model import Page
from ceremonie.theme.faces import FAMILY, FILES

CONTENT_TYPE = "application/x-fontdata"
_FONT_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_EOT_VERSION = 0x00020002
_MAGIC = 0x504C
_ROOT_STRING_KEY = 0x50475342
"""Checksum of an empty root string: the sum of its bytes exclusive-or this key."""


def shipped() -> tuple[Path, ...]:
    """The font files and their licence, to be copied into `polices/` beside the deck."""
    folder = Path(str(resources.files("ceremonie") / "data" / "fonts"))
    return tuple(sorted(file for file in folder.iterdir() if not is_stray(file.name)))


def weights(pages: Iterable[Page]) -> tuple[int, ...]:
    """The font weights that slides show; regular always, for what a person adds."""
    texts = [e for page in pages for e in page.drawing.at_rest().elements if isinstance(e, Text)]
    shown = {700 if bold(text.style.weight) else text.style.weight for text in texts}
    return tuple(sorted(shown | {400}))


def embed(presentation_part: Any, used: Iterable[int]) -> None:
    """Adds the fonts as parts and lists them right after the size of the notes."""
    references = {}
    for number, weight in enumerate(used, 1):
        name = PackURI(f"/ppt/fonts/font{number}.fntdata")
        blob = embedded(_file(weight))
        part = Part(name, CONTENT_TYPE, presentation_part.package, blob)
        references[weight] = presentation_part.relate_to(part, _FONT_REL)
    root = presentation_part._element
    root.set("embedTrueTypeFonts", "1")
    find(root, "p:notesSz")[0].addnext(_font_list(references))


def _font_list(references: dict[int, str]) -> Node:
    plain = [
        node(f"p:{tag}", r_id=references[weight])
        for tag, weight in (("regular", 400), ("bold", 700))
        if weight in references
    ]
    families = [node("p:embeddedFont", node("p:font", typeface=FAMILY), *plain)]
    if HEADING_WEIGHT in references:
        heading = node("p:regular", r_id=references[HEADING_WEIGHT])
        families.append(node("p:embeddedFont", node("p:font", typeface=HEADING_FAMILY), heading))
    return node("p:embeddedFontLst", *families)


def _file(weight: int) -> bytes:
    return (resources.files("ceremonie") / "data" / "fonts" / FILES[weight]).read_bytes()


def embedded(font: bytes) -> bytes:
    """A TrueType file, neither compressed nor masked, behind its EOT header."""
    tables = _tables(font)
    os2, head = tables["OS/2"], tables["head"]
    weight, embedding = struct.unpack(">H2xH", os2[4:10])
    selection = struct.unpack(">H", os2[62:64])[0]
    ranges = struct.unpack(">4I", os2[42:58])
    pages = struct.unpack(">2I", os2[78:86])
    adjustment = struct.unpack(">I", head[8:12])[0]
    names = _names(tables["name"])
    fixed = struct.pack("<2I10s2BI2H", _EOT_VERSION, 0, os2[32:42], 1, selection & 1, weight,
                        embedding, _MAGIC)  # fmt: skip
    fixed += struct.pack("<4I2II4I", *ranges, *pages, adjustment, 0, 0, 0, 0)
    texts = b"".join(b"\0\0" + struct.pack("<H", len(names[k])) + names[k] for k in (1, 2, 5, 4))
    tail = struct.pack("<2H2I2H2I", 0, 0, _ROOT_STRING_KEY, 0, 0, 0, 0, 0)
    size = 8 + len(fixed) + len(texts) + len(tail) + len(font)
    return struct.pack("<2I", size, len(font)) + fixed + texts + tail + font


def _tables(font: bytes) -> dict[str, bytes]:
    count = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4s3I", font[12 + 16 * i : 28 + 16 * i]) for i in range(count))
    return {tag.decode("ascii"): font[at : at + size] for tag, _, at, size in entries}


def _names(table: bytes) -> dict[int, bytes]:
    """Name id → UTF-16-LE, of the Windows platform in English."""
    count, storage = struct.unpack(">2H", table[2:6])
    records = (struct.unpack(">6H", table[6 + 12 * i : 18 + 12 * i]) for i in range(count))
    found = {
        identifier: table[storage + at : storage + at + size]
        for platform, _, language, identifier, size, at in records
        if (platform, language) == (3, 0x409)
    }
    return {key: name.decode("utf-16-be").encode("utf-16-le") for key, name in found.items()}
