"""How a picture has to be turned, and how large its copy is."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ceremonie.formats import WIDE
from ceremonie.media.decoding.size import even

UPRIGHT: tuple[str, ...] = ()
TURNS = {
    (1, 0, 0, 1): UPRIGHT,
    (-1, 0, 0, 1): ("hflip",),
    (1, 0, 0, -1): ("vflip",),
    (-1, 0, 0, -1): ("hflip", "vflip"),
    (0, 1, -1, 0): ("transpose=clock",),
    (0, -1, 1, 0): ("transpose=cclock",),
    (0, 1, 1, 0): ("transpose=cclock_flip",),
    (0, -1, -1, 0): ("transpose=clock_flip",),
}
"""Filters by the signs of a display matrix (ISO/IEC 14496-12, 8.3.2): a, b, c, d of x' = a x + c y,
y' = b x + d y, y downwards.
"""


@dataclass(frozen=True)
class StoredPicture:
    """A picture as stored, in px; `turn` brings it upright, `aspect` is the width of a pixel."""

    width: int
    height: int
    turn: tuple[str, ...]
    aspect: Fraction

    def upright(self) -> tuple[Fraction, Fraction]:
        """Width and height in square pixels."""
        width, height = self.width * self.aspect, Fraction(self.height)
        sideways = any(name.startswith("transpose") for name in self.turn)
        return (height, width) if sideways else (width, height)


def shape(frame: Any, aspect: Fraction | None) -> StoredPicture:
    """Of a frame as it was decoded; `aspect` is that of its stream, which tells it while its file
    is open.
    """
    usable = aspect and Fraction(1, 10) < aspect < 10
    return StoredPicture(
        frame.width,
        frame.height,
        _turn(frame),
        Fraction(aspect) if aspect and usable else Fraction(1),
    )


def _turn(frame: Any) -> tuple[str, ...]:
    matrix = frame.side_data.get("DISPLAYMATRIX")
    if matrix is None:
        return UPRIGHT
    a, b, _, c, d = struct.unpack("=5i", bytes(matrix)[:20])
    largest = max(map(abs, (a, b, c, d))) or 1
    signs = (round(a / largest), round(b / largest), round(c / largest), round(d / largest))
    return TURNS.get(signs, UPRIGHT)


def fitted(shape: StoredPicture, most: tuple[int, int] | None = None) -> tuple[int, int]:
    """The size of the copy: square pixels, upright, inside `most`, even, never enlarged. By itself
    it is inside the wide film's frame, or if it stands, inside the tall one's: as many pixels.
    """
    width, height = shape.upright()
    if most is None:
        most = (WIDE.width, WIDE.height) if width > height else (WIDE.height, WIDE.width)
    scale = min(Fraction(1), most[0] / width, most[1] / height)
    return even(width * scale), even(height * scale)
