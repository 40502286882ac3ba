"""A deck that starts as a show: the same package, whose main part has another content type
(ECMA-376 part 1, annex A.3: a slide show is a presentation that opens in the show).
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from ceremonie.deck.package.unpacked import CONTENT_TYPES

PRESENTATION = b"presentationml.presentation.main+xml"
SLIDESHOW = b"presentationml.slideshow.main+xml"


def write_slideshow(deck: Path, target: Path) -> None:
    """Every other part keeps its bytes, its place and its date. Raises zipfile.BadZipFile where the
    deck is none, OSError as the system does.
    """
    with zipfile.ZipFile(deck) as source, zipfile.ZipFile(target, "w") as show:
        for entry in source.infolist():
            if entry.filename == CONTENT_TYPES:
                show.writestr(_as_it_was(entry), _changed(source.read(entry)))
                continue
            with source.open(entry) as part, show.open(_as_it_was(entry), "w") as place:
                shutil.copyfileobj(part, place, 1 << 20)


def _changed(types: bytes) -> bytes:
    if types.count(PRESENTATION) != 1:
        raise zipfile.BadZipFile("no deck")
    return types.replace(PRESENTATION, SLIDESHOW)


def _as_it_was(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Without what is only true of the place where it was packed."""
    copy = zipfile.ZipInfo(entry.filename, entry.date_time)
    copy.compress_type, copy.create_system = entry.compress_type, entry.create_system
    copy.external_attr, copy.file_size = entry.external_attr, entry.file_size
    return copy
