"""The fonts of a deck: embedded in it, and to be laid beside it.

PowerPoint on Windows reads fonts embedded as .fntdata, an Embedded OpenType 2.2 header (W3C
Member Submission « Embedded OpenType (EOT) File Format », 2008) before a plain TrueType file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.deck.markup.text import plain
from ceremonie.deck.markup.xml import Node, find, node
from ceremonie.deck.package.parts import OFFICE, part
from ceremonie.planning.drawing import Text
from ceremonie.planning.model import Page
from ceremonie.planning.reserve import BOLD_FROM, weight_shown
from ceremonie.theme import fontfile
from ceremonie.theme.faces import FAMILY, FILES, OURS, Family, FontFile, faces
from ceremonie.theme.letters import stretches

CONTENT_TYPE = "application/x-fontdata"
_FONT_REL = f"{OFFICE}/font"
_EOT_VERSION = 0x00020002
_MAGIC = 0x504C
_ROOT_STRING_KEY = 0x50475342
"""Checksum of an empty root string: the sum of its bytes exclusive-or this key."""

_OS2_BYTES = 86
"""Of the table OS/2 up to its code pages, which its version 0 does not have."""


@dataclass(frozen=True)
class Used:
    """A font that slides show: its fallback family (none is the theme's) and weight."""

    fallback: str
    weight: int
    theme: Family = OURS

    @property
    def own(self) -> FontFile | None:
        """The user's file, where it is one: for bold the family's own Bold, else its heaviest."""
        if self.fallback or self.weight < BOLD_FROM:
            return None if self.fallback else self.theme.file(self.weight)
        files = sorted(self.theme.files, key=lambda one: (one.bold, one.weight))
        return files[-1] if files else None

    @property
    def name(self) -> str:
        """The family as programs call it: that of its regular file."""
        regular = None if self.fallback else self.theme.file(400)
        return regular.typeface if regular else self.fallback or FAMILY

    @property
    def tag(self) -> str:
        return "p:bold" if self.weight >= BOLD_FROM else "p:regular"

    @property
    def path(self) -> Path:
        if self.own:
            return self.own.path
        return next(f.path for f in faces(self.weight, self.theme) if f.fallback == self.fallback)


def shipped(pages: Iterable[Page] = (), theme: Family = OURS) -> dict[str, Path]:
    """The font files and their licences, to be copied into `polices/` beside the deck under these
    names: the theme's, and whole families for other letters where slides show some. Of a user's
    files, those that may be passed on.
    """
    families = {font.fallback for font in used(pages, theme)} - {""}
    own = {one.name: one.path for one in theme.files if one.embeddable}
    stems = []
    if not theme.files:
        families.add("")
        stems.append("AtkinsonHyperlegibleNext")
    if families - {""}:
        stems.append("NotoSans")
    ours = [face.path for weight in FILES for face in faces(weight) if face.fallback in families]
    licences = [faces(400)[0].path.parent / f"LICENSE-{stem}.txt" for stem in stems]
    return dict(sorted({**own, **{path.name: path for path in (*ours, *licences)}}.items()))


def used(pages: Iterable[Page], theme: Family = OURS) -> tuple[Used, ...]:
    """The fonts that slides show, the theme's first; regular always, for what a person adds."""
    texts = [e for page in pages for e in page.drawing.at_rest().elements if isinstance(e, Text)]
    fonts = {Used("", 400, theme)}
    for text in texts:
        weight = weight_shown(text.style.weight)
        fonts.add(Used("", weight, theme))
        faces_of = stretches(plain(text.text), weight, theme)
        fonts |= {Used(face.fallback, weight, theme) for _, face in faces_of}
    return tuple(sorted(fonts, key=lambda one: (one.fallback, one.weight)))


def embeddable(fonts: Iterable[Used]) -> tuple[Used, ...]:
    """Each of them once, as programs call it, if its licence allows it."""
    allowed = [font for font in fonts if font.own is None or font.own.embeddable]
    return tuple({(font.name, font.tag): font for font in reversed(allowed)}.values())[::-1]


def embed(presentation: Any, fonts: Iterable[Used]) -> None:
    """Adds the fonts to the part of a presentation, and lists them right after the notes' size."""
    families: dict[str, list[Node]] = {}
    for number, font in enumerate(embeddable(fonts), 1):
        blob = embedded(font.path.read_bytes())
        held = part(f"ppt/fonts/font{number}.fntdata", CONTENT_TYPE, blob)
        reference = node(font.tag, r_id=presentation.relate_to(held, _FONT_REL))
        families.setdefault(font.name, []).append(reference)
    listed = [
        node("p:embeddedFont", node("p:font", typeface=name), *styles)
        for name, styles in families.items()
    ]
    if not listed:
        return
    root = presentation._element
    root.set("embedTrueTypeFonts", "1")
    find(root, "p:notesSz")[0].addnext(node("p:embeddedFontLst", *listed))


def embedded(font: bytes) -> bytes:
    """A TrueType file, neither compressed nor masked, behind its EOT header."""
    tables = fontfile.tables(font)
    os2, head = tables[b"OS/2"].ljust(_OS2_BYTES, b"\0"), tables[b"head"]
    weight, embedding = struct.unpack(">H2xH", os2[4:10])
    selection = struct.unpack(">H", os2[62:64])[0]
    ranges = struct.unpack(">4I", os2[42:58])
    pages = struct.unpack(">2I", os2[78:_OS2_BYTES])
    adjustment = struct.unpack(">I", head[8:12])[0]
    fixed = struct.pack("<2I10s2BI2H", _EOT_VERSION, 0, os2[32:42], 1, selection & 1, weight,
                        embedding, _MAGIC)  # fmt: skip
    fixed += struct.pack("<4I2II4I", *ranges, *pages, adjustment, 0, 0, 0, 0)
    texts = b"".join(_texts(fontfile.names(tables[b"name"])))
    tail = struct.pack("<2H2I2H2I", 0, 0, _ROOT_STRING_KEY, 0, 0, 0, 0, 0)
    size = 8 + len(fixed) + len(texts) + len(tail) + len(font)
    return struct.pack("<2I", size, len(font)) + fixed + texts + tail + font


def _texts(names: Mapping[int, str]) -> Iterator[bytes]:
    """The names in the header's order, each behind its length; one that the font lacks is empty."""
    for key in (fontfile.FAMILY, fontfile.STYLE, fontfile.VERSION, fontfile.FULL_NAME):
        text = names.get(key, "").encode("utf-16-le")
        yield b"\0\0" + struct.pack("<H", len(text)) + text
