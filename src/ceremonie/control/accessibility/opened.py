"""A deck opened: its slides, each with the layout that it takes its sizes from."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from ceremonie.control.accessibility.slides import Slide
from ceremonie.control.walk import pieces

_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_LAYOUT = re.compile(rb'Target="([^"]*slideLayouts/slideLayout\d+\.xml)"')


def deck_slides(folder: Path, name: str) -> list[Slide]:
    """In the order of their numbers; hidden ones too, which a presenter may show."""
    parts = {
        piece.part: bytes(piece.data)
        for piece in pieces(folder, name)
        if piece.part.startswith(("ppt/slides/", "ppt/slideLayouts/"))
    }
    numbers = {part: int(match[1]) for part in parts if (match := _SLIDE.fullmatch(part))}
    return [
        Slide(name, number, ElementTree.fromstring(parts[part]), _layout(part, parts))
        for part, number in sorted(numbers.items(), key=lambda item: item[1])
    ]


def _layout(slide: str, parts: Mapping[str, bytes]) -> ElementTree.Element | None:
    folder, file = posixpath.split(slide)
    named = _LAYOUT.search(parts.get(f"{folder}/_rels/{file}.rels", b""))
    if named is None:
        return None
    part = posixpath.normpath(posixpath.join(folder, named[1].decode("utf-8", "replace")))
    return ElementTree.fromstring(parts[part]) if part in parts else None
