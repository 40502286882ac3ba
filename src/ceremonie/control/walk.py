"""The way through a finished edition: its files, and what lies inside each."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ceremonie.control import archives, segments
from ceremonie.control.forms import Form, form_of
from ceremonie.control.piece import Piece
from ceremonie.control.segments import Segment
from ceremonie.files import is_stray

DEEPEST = 3
"""Archives inside each other that are looked into: a deck holds a spreadsheet at most."""

HOLDING_PICTURES = frozenset({"data", "APP1", "EXIF"})
"""Boxes of a film's description, and what EXIF stands in."""

PICTURE_WITHIN = 1 << 16
"""Bytes in which a picture begins: no segment of a JPEG is longer."""

_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n")


def walk(folder: Path, without: Iterable[str] = ()) -> Iterator[Piece]:
    """Every file in the order of the names, each followed by what is inside it; nothing of the
    folders in it that are named by `without`.

    Of what cannot be looked into there is the file alone: `is_closed` tells.
    """
    left_out = frozenset(without)
    for name in names(folder):
        if name.partition("/")[0] not in left_out:
            yield from pieces(folder, name)


def names(folder: Path) -> list[str]:
    """Of all files, relative and with slashes; without what explorers and locks leave."""
    files = (path for path in folder.rglob("*") if path.is_file() and not is_stray(path.name))
    return sorted(path.relative_to(folder).as_posix() for path in files)


def pieces(folder: Path, name: str) -> Iterator[Piece]:
    """A file and what is inside it."""
    data = _opened(folder / name)
    yield from _with_inside(Piece(name, data, form_of(name, data)), 0)


def is_closed(piece: Piece) -> bool:
    """Whether it is an archive that nobody can look into."""
    if piece.form is not Form.ARCHIVE:
        return False
    try:
        next(archives.parts(piece.data), None)
    except archives.UnreadableError:
        return True
    return False


def _opened(path: Path) -> memoryview:
    """The file is let go with the last view of it."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _with_inside(piece: Piece, depth: int) -> Iterator[Piece]:
    yield piece
    if piece.form is Form.ARCHIVE and depth < DEEPEST:
        yield from _parts(piece, depth)
    elif piece.form is Form.PNG:
        yield from _texts(piece)
    else:
        yield from _pictures(piece)


def _parts(piece: Piece, depth: int) -> Iterator[Piece]:
    before = f"{piece.part} / " if piece.part else ""
    try:
        for part in archives.parts(piece.data):
            form, slide = form_of(part.name, part.data), part.slide or piece.slide
            inside = Piece(piece.file, part.data, form, before + part.name, slide)
            yield from _with_inside(inside, depth + 1)
    except archives.UnreadableError:
        return


def _texts(piece: Piece) -> Iterator[Piece]:
    """What a PNG holds compressed."""
    for segment in piece.segments:
        if text := segments.unpacked(piece.data, segment):
            yield _inside(piece, segment, memoryview(text), Form.OTHER)


def _pictures(piece: Piece) -> Iterator[Piece]:
    """The cover of a film, and the small picture that a camera puts beside a photo."""
    for segment in piece.segments:
        if segment.kind in HOLDING_PICTURES:
            held = piece.data[segment.start : segment.stop]
            if match := _PICTURE.search(held, 0, PICTURE_WITHIN):
                picture = held[match.start() :]
                yield _inside(piece, segment, picture, form_of("", picture))


def _inside(piece: Piece, segment: Segment, data: memoryview, form: Form) -> Piece:
    part = f"{piece.part}, {segment.name}" if piece.part else segment.name
    return Piece(piece.file, data, form, part, piece.slide)
