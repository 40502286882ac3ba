"""A face made unrecognisable: a few averages, smoothly laid over it and around it.

Nothing else of what was there is written: the averages are taken of the decoded pixels, a head is
no more than `CELLS` of them down, and all that is drawn is drawn from them. A picture that is
blurred whole is no more than `OF_ALL` of them, so that a head of any size is less. Pillow counts in
whole numbers here: the same pixels on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ceremonie.treatment import Key, Treatment

if TYPE_CHECKING:
    from PIL.Image import Image

VERSION = 1
"""Part of every key: raise it whenever blurred copies change."""

CELLS = 4
"""Averages along the longer side of a box: a head is about three across. People tell faces apart
from 16 or 18 a face on (Bachmann, 1991, European Journal of Cognitive Psychology 3), programs that
know the candidates from fewer: so far less than either needs.
"""

OF_ALL = 6
"""Averages along the longer side of a picture that is blurred whole: of a head that fills it, as
few as of one in a box.
"""

SOLID = 1.5
"""Half the axes of the ellipse in which nothing else is left, in halves of the box: it lies a
quarter of the box beyond each side, and holds the corners, which are at 1.42.
"""

FADES = 2.0
"""Where the ellipse has faded into the picture, in halves of the box."""

FINE = 8
"""Pixels of a cell in the small picture in which its edges are smoothed."""

OPAQUE = 255
Mask = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Box:
    """Parts of the upright picture; it may reach beyond it."""

    left: float
    top: float
    width: float
    height: float

    def grown(self, part: float) -> Box:
        """Larger by this part of its size, around its middle."""
        wide, high = self.width * part, self.height * part
        return Box(self.left - wide / 2, self.top - high / 2, self.width + wide, self.height + high)

    def shifted(self, across: float, down: float) -> Box:
        """As large, so much further to the right and down."""
        return Box(self.left + across, self.top + down, self.width, self.height)

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2


def recipe(treatment: Treatment) -> tuple[object, ...]:
    """What the key of a copy holds of it: nothing where nothing is blurred."""
    return (VERSION, treatment.whole, treatment.regions) if treatment.blurred else ()


def box_of(key: Key) -> Box:
    """Where a face is at that moment."""
    return Box(key.left, key.top, key.width, key.height)


def treated(image: Image, treatment: Treatment) -> Image:
    """An upright picture (L, RGB or RGBA) as those are shown it for whom it is treated. What is
    transparent stays so; a cut-out, which has lost its border, is blurred whole.
    """
    if not treatment.blurred:
        return image
    if treatment.whole or image.mode == "RGBA":
        return whole(image)
    return blurred(image, [box_of(key) for region in treatment.regions for key in region])


def whole(image: Image) -> Image:
    """Nothing but colours and light; the opacity of each pixel stays."""
    cell = max(image.size) / OF_ALL
    if image.mode != "RGBA":
        return _averaged(image, cell)
    soft = _averaged(image.convert("RGBa"), cell).convert("RGBA")
    soft.putalpha(image.getchannel("A"))
    return soft


def blurred(image: Image, boxes: Iterable[Box]) -> Image:
    """A copy of an opaque picture, blurred at the boxes and around them."""
    soft = image.copy()
    for box in boxes:
        _blur(soft, box)
    return soft


def _blur(image: Image, box: Box) -> None:
    """In place."""
    from PIL import Image as Images

    area = _area(box.grown(FADES - 1), image.size)
    if area[0] >= area[2] or area[1] >= area[3]:
        return
    across, down = image.size
    cell = max(1.0, max(box.width * across, box.height * down) / CELLS)
    part = image.crop(area)
    image.paste(_averaged(part, cell), area[:2], Images.fromarray(_mask(box, area, image.size)))


def _area(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The whole pixels of the picture that the box touches: left, top, right, bottom."""
    width, height = size
    return (
        max(0, floor(box.left * width)),
        max(0, floor(box.top * height)),
        min(width, ceil((box.left + box.width) * width)),
        min(height, ceil((box.top + box.height) * height)),
    )


def _averaged(image: Image, cell: float) -> Image:
    """The averages of cells about so many pixels wide and high, with no edge between them."""
    from PIL import ImageFilter
    from PIL.Image import Resampling

    cells = tuple(max(1, round(length / cell)) for length in image.size)
    averages = image.resize((cells[0], cells[1]), Resampling.BOX)
    small = averages.resize((cells[0] * FINE, cells[1] * FINE), Resampling.NEAREST)
    smooth = small.filter(ImageFilter.BoxBlur(FINE / 2)).filter(ImageFilter.BoxBlur(FINE / 2))
    return smooth.resize(image.size, Resampling.BICUBIC)


def _mask(box: Box, area: tuple[int, int, int, int], size: tuple[int, int]) -> Mask:
    """How much of each pixel of the area is replaced, 0 to 255."""
    (left, top, right, bottom), middle = area, box.middle
    across = (np.arange(left, right) + 0.5) / size[0] - middle[0]
    down = (np.arange(top, bottom) + 0.5) / size[1] - middle[1]
    x, y = across / (box.width / 2), (down / (box.height / 2))[:, None]
    away = np.sqrt(x * x + y * y)
    left_over = np.clip((FADES - away) / (FADES - SOLID), 0, 1)
    soft = left_over * left_over * (3 - 2 * left_over)
    return np.asarray(np.rint(soft * OPAQUE), np.uint8)
