"""Which way up a photo is held: one number, read in spite of whatever stands beside it."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

UPRIGHT = 1
ON_ITS_SIDE = 5
"""Orientations from 5 to 8 turn by a quarter (EXIF 2.32, tag 274)."""

_ORIENTATION = 0x0112
_ENTRY = 12
_BYTE, _SHORT, _LONG = 1, 3, 4
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_PREFIX = b"Exif\0\0"
_IN_XMP = re.compile(rb"tiff:Orientation\s*(?:=\s*[\"']|>)\s*([1-8])\s*[\"'<]")


def orientation(exif: bytes | None, xmp: bytes | None) -> int:
    """1 to 8 as EXIF numbers them; EXIF counts before XMP, 1 where neither tells it."""
    return _in_exif(exif or b"") or _in_xmp(xmp or b"") or UPRIGHT


def _in_exif(block: bytes) -> int | None:
    """From the entries of the first directory, one by one: an entry that leads nowhere is passed
    over, as is a directory's count that is too high.
    """
    while block.startswith(_PREFIX):
        block = block[len(_PREFIX) :]
    order = _ORDERS.get(block[:4])
    if order is None or len(block) < 8:
        return None
    (start,) = struct.unpack_from(f"{order}I", block, 4)
    if start + 2 > len(block):
        return None
    (count,) = struct.unpack_from(f"{order}H", block, start)
    first = start + 2
    last = min(first + count * _ENTRY, len(block) - _ENTRY + 1)
    values = (_of_entry(block, at, order) for at in range(first, last, _ENTRY))
    return next((value for value in values if value), None)


def _of_entry(block: bytes, at: int, order: str) -> int | None:
    tag, kind = struct.unpack_from(f"{order}HH", block, at)
    form = {_BYTE: "B", _SHORT: "H", _LONG: "I"}.get(kind)
    if tag != _ORIENTATION or form is None:
        return None
    (value,) = struct.unpack_from(f"{order}{form}", block, at + 8)
    return value if 1 <= value <= 8 else None


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
