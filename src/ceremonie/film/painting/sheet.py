"""A layer on its way: what has come to rest is painted once, what still moves is laid over it anew
in each frame. Only the box about that is parted into planes again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ceremonie.film.painting import canvas
from ceremonie.film.painting.canvas import Box, Extent, Layer, Pixels, Surface
from ceremonie.film.painting.colour import Plane
from ceremonie.theme.palette import Colour

Draw = Callable[[Pixels], Box]
"""Paints something over the pixels, and says in which box of them."""


@dataclass
class Sheet:
    """A layer of a surface, on a field that fills it, or on nothing."""

    surface: Surface
    field: Colour | None = None

    def __post_init__(self) -> None:
        self._pixels = canvas.blank(self.surface, self.field)
        whole = (0, 0, self.surface.width, self.surface.height)
        self._box = whole if self.field else canvas.NOWHERE
        self.settled: set[str] = set()
        self._rest: Layer | None = None
        self._scratch: Pixels | None = None

    def takes(self, still: Sequence[tuple[str, Extent]]) -> bool:
        """Whether these, from the back to the front, are at rest on it, or can be painted over what
        already is.
        """
        names = {name for name, _ in still}
        if self.settled == names:
            return True
        if not self.settled <= names:
            return False
        later: list[Extent] = []
        for name, extent in reversed(still):
            if name in self.settled:
                later.append(extent)
            elif any(extent.meets(other) for other in later):
                return False
        return True

    def settle(self, name: str, draw: Draw) -> None:
        """Paint what has come to rest."""
        box = draw(self._pixels)
        self.settled.add(name)
        self._box = canvas.united([self._box, box])
        self._rest = None
        if self._scratch is not None:
            self._restore(box)

    def at_rest(self) -> Layer | None:
        """What has come to rest; None where that is nothing."""
        if self._rest is None and self._box != canvas.NOWHERE:
            self._rest = canvas.layer(self._pixels, self._box)
        return self._rest

    def under(self, draw: Draw) -> Layer | None:
        """The same, with something over it that moves."""
        if self._scratch is None:
            self._scratch = self._pixels.copy()
        box = draw(self._scratch)
        if box == canvas.NOWHERE:
            return self.at_rest()
        moving = canvas.layer(self._scratch, box)
        self._restore(box)
        rest = self.at_rest()
        return _replaced(rest, moving) if rest else moving

    def _restore(self, box: Box) -> None:
        """Nothing but what is at rest, in a box of the scratch pixels."""
        assert self._scratch is not None
        part = slice(box[1], box[3]), slice(box[0], box[2])
        self._scratch[part] = self._pixels[part]


def _replaced(layer: Layer, part: Layer) -> Layer:
    """A layer with another one in its stead where that one is."""
    box = canvas.united([layer.box, part.box])
    whole = canvas.Layer(box, *(_empty(box, half) for half in (1, 2, 2, 1, 2)))
    for one in (layer, part):
        left, top, right, bottom = (a - b for a, b in zip(one.box, box[:2] * 2, strict=True))
        for target, source, half in zip(_planes(whole), _planes(one), (1, 2, 2, 1, 2), strict=True):
            target[top // half : bottom // half, left // half : right // half] = source
    return whole


def _planes(layer: Layer) -> tuple[Plane, ...]:
    return layer.y, layer.u, layer.v, layer.coverage, layer.chroma_coverage


def _empty(box: Box, half: int) -> Plane:
    left, top, right, bottom = box
    return np.zeros(((bottom - top) // half, (right - left) // half), np.uint8)
