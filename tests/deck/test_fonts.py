"""Embedded fonts, read back by the layout of the EOT 2.2 header."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from ceremonie.deck.markup.xml import find
from ceremonie.deck.package.fonts import embedded, shipped
from ceremonie.deck.package.unpacked import CONTENT_TYPES, PRESENTATION, Opened
from ceremonie.theme.faces import FILES

FONTS = shipped()


@pytest.mark.parametrize(
    ("weight", "family", "style"),
    [
        (400, "Atkinson Hyperlegible Next", "Regular"),
        (700, "Atkinson Hyperlegible Next", "Bold"),
        (800, "Atkinson Hyperlegible Next ExtraBold", "Regular"),
    ],
)
def test_the_header_tells_the_font_s_own_names(weight: int, family: str, style: str) -> None:
    font = FONTS[FILES[weight]].read_bytes()
    blob = embedded(font)
    size, data, version, flags = struct.unpack("<4I", blob[:16])
    assert (size, data, version, flags) == (len(blob), len(font), 0x00020002, 0)
    assert struct.unpack("<I", blob[28:32])[0] == weight
    assert struct.unpack("<H", blob[34:36])[0] == 0x504C
    at, names = 80, []
    for _ in range(4):
        length = struct.unpack("<H", blob[at + 2 : at + 4])[0]
        names.append(blob[at + 4 : at + 4 + length].decode("utf-16-le"))
        at += 4 + length
    assert names[:2] == [family, style]
    assert blob.endswith(font)
    assert blob[at:].startswith(b"\0\0\0\0\x42\x53\x47\x50")


def test_the_licence_goes_with_the_fonts() -> None:
    assert any(name.startswith("LICENSE") for name in FONTS)


def test_the_deck_lists_the_fonts_it_embeds(opened: Opened) -> None:
    root = opened.root(PRESENTATION)
    families = find(root, "p:embeddedFontLst/p:embeddedFont/p:font/@typeface")
    assert families == ["Atkinson Hyperlegible Next"]
    assert find(root, "p:embeddedFontLst/p:embeddedFont/p:bold")
    assert root.get("embedTrueTypeFonts") == "1"
    assert sum(name.endswith(".fntdata") for name in opened.parts) == 2
    declared = find(opened.root(CONTENT_TYPES), "//ct:Default[@Extension='fntdata']/@ContentType")
    assert declared == ["application/x-fontdata"]


def test_headings_are_the_plain_family_so_that_a_substitute_stays_bold(opened: Opened) -> None:
    theme = opened.root("ppt/theme/theme1.xml")
    names = find(theme, "//a:fontScheme/*/a:latin/@typeface")
    assert names == ["Atkinson Hyperlegible Next"] * 2
    assert Path("ppt/theme/theme2.xml").as_posix() in opened.parts
