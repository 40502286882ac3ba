"""Which way up a photo is held, when and with what it was taken: read one by one, in spite of
whatever stands beside them.
"""

from __future__ import annotations

import datetime as dt
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

UPRIGHT = 1
ON_ITS_SIDE = 5
"""Orientations from 5 to 8 turn by a quarter (EXIF 2.32, tag 274)."""

_ORIENTATION, _PHOTO = 0x0112, 0x8769
_MAKER, _MODEL, _CHANGED = 0x010F, 0x0110, 0x0132
_TAKEN = (0x9003, 0x9004)
"""DateTimeOriginal, DateTimeDigitized (EXIF 2.32, tables 4 and 8)."""

_LAST = 8
_ENTRY = 12
_INLINE = 4
"""Bytes of a value that stand in the entry itself."""

_LONGEST = 200
"""Bytes of a text that are read."""

_BYTE, _ASCII, _SHORT, _LONG = 1, 2, 3, 4
_WRITTEN_MOMENT = re.compile(r"\s*(\d{4})\D(\d\d)\D(\d\d)\D(\d\d?)\D(\d\d?)\D(\d\d?)")
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_PREFIX = b"Exif\0\0"
_IN_XMP = re.compile(rb"tiff:Orientation\s*(?:=\s*[\"']|>)\s*([1-8])\s*[\"'<]")


def orientation(exif: bytes | None, xmp: bytes | None) -> int:
    """1 to 8 as EXIF numbers them; EXIF counts before XMP, 1 where neither tells it."""
    return _in_exif(exif or b"") or _in_xmp(xmp or b"") or UPRIGHT


@dataclass(frozen=True)
class Taken:
    """When a photo was taken, by the clock of its camera; `changed` is when a program says that it
    wrote the file, which may be later. `device` is maker and model, as they are written.
    """

    moment: dt.datetime | None = None
    changed: dt.datetime | None = None
    device: str = ""


UNTOLD = Taken()


def taken(exif: bytes | None) -> Taken:
    """What is not told, or not as EXIF 2.32 tells it, is left out."""
    words = dict(_texts(exif or b""))
    moments = (_moment(words[tag]) for tag in _TAKEN if tag in words)
    maker, model = (words.get(tag, "").strip() for tag in (_MAKER, _MODEL))
    named = model if model.casefold().startswith(maker.casefold()) else f"{maker} {model}".strip()
    return Taken(
        next((moment for moment in moments if moment), None),
        _moment(words.get(_CHANGED, "")),
        named,
    )


def tags(exif: bytes) -> frozenset[int]:
    """The numbers of all that the first directory tells, and the one that it names for the photo
    itself; 0x8825 (EXIF 2.32, 4.6.3) where a position is told.
    """
    block, order, start = _opened(exif)
    if not order:
        return frozenset()
    directories = (start, next(_numbers(block, start, order, _PHOTO), 0))
    return frozenset(tag for at in directories if at for tag, _, _ in _entries(block, at, order))


def _moment(text: str) -> dt.datetime | None:
    """« 2024:12:03 10:15:00 », with whatever parts the numbers."""
    written = _WRITTEN_MOMENT.match(text)
    try:
        return dt.datetime(*map(int, written.groups())) if written else None  # type: ignore[arg-type]
    except ValueError:
        return None


def _texts(block: bytes) -> Iterator[tuple[int, str]]:
    """Tag and text of the first directory and of the one that it names for the photo itself."""
    block, order, start = _opened(block)
    if not order:
        return
    for directory in (start, next(_numbers(block, start, order, _PHOTO), None)):
        for tag, kind, at in _entries(block, directory, order) if directory else ():
            if kind != _ASCII:
                continue
            count, where = struct.unpack_from(f"{order}II", block, at + 4)
            first = where if count > _INLINE else at + 8
            text = block[first : first + min(count, _LONGEST)].split(b"\0", 1)[0]
            yield tag, text.decode("utf-8", "replace")


def _in_exif(block: bytes) -> int | None:
    """From the first directory."""
    block, order, start = _opened(block)
    values = _numbers(block, start, order, _ORIENTATION) if order else iter(())
    return next((value for value in values if UPRIGHT <= value <= _LAST), None)


def _opened(block: bytes) -> tuple[bytes, str, int]:
    """The block from its byte order on, that order, and where the first directory begins; no order
    where there is none.
    """
    while block.startswith(_PREFIX):
        block = block[len(_PREFIX) :]
    order = _ORDERS.get(block[:4], "")
    if not order or len(block) < 8:
        return block, "", 0
    return block, order, struct.unpack_from(f"{order}I", block, 4)[0]


def _entries(block: bytes, start: int, order: str) -> Iterator[tuple[int, int, int]]:
    """Tag, kind and place of each entry of a directory: one that leads nowhere is passed over, as
    is a count that is too high.
    """
    if start + 2 > len(block):
        return
    (count,) = struct.unpack_from(f"{order}H", block, start)
    first = start + 2
    last = min(first + count * _ENTRY, len(block) - _ENTRY + 1)
    for at in range(first, last, _ENTRY):
        tag, kind = struct.unpack_from(f"{order}HH", block, at)
        yield tag, kind, at


def _numbers(block: bytes, start: int, order: str, wanted: int) -> Iterator[int]:
    """The values of a tag that holds one number."""
    for tag, kind, at in _entries(block, start, order):
        form = {_BYTE: "B", _SHORT: "H", _LONG: "I"}.get(kind)
        if tag == wanted and form:
            yield struct.unpack_from(f"{order}{form}", block, at + 8)[0]


def _in_xmp(block: bytes) -> int | None:
    written = _IN_XMP.search(block)
    return int(written[1]) if written else None


def upright(width: int, height: int, orientation: int) -> tuple[int, int]:
    """The size of a picture that is stored so, once it is turned; and the other way round."""
    return (height, width) if orientation >= ON_ITS_SIDE else (width, height)


def turned(image: Image, orientation: int) -> Image:
    """The picture upright."""
    from PIL.Image import Transpose

    turn = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)
    return image if turn is None else image.transpose(turn)
