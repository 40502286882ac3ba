"""A layer on its way: what has come to rest is painted once, what still moves is laid over it anew
in each frame. Only the box about that is parted into planes again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ceremonie.film.painting import canvas
from ceremonie.film.painting.canvas import Box, Layer, Pixels, Surface
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
        self._box = (0, 0, self.surface.width, self.surface.height) if self.field else None
        self._rest: Layer | None = None
        self._scratch: Pixels | None = None

    def settle(self, draw: Draw) -> None:
        """Paint what has come to rest."""
        box = draw(self._pixels)
        self._box = canvas.united([self._box or canvas.NOWHERE, box])
        self._rest = self._scratch = None

    def at_rest(self) -> Layer | None:
        """What has come to rest; None where that is nothing."""
        if self._rest is None and self._box and self._box != canvas.NOWHERE:
            self._rest = canvas.layer(self._pixels, self._box)
        return self._rest

    def under(self, draw: Draw) -> Layer | None:
        """The same, with something over it that moves."""
        if self._scratch is None:
            self._scratch = self._pixels.copy()
        left, top, right, bottom = box = draw(self._scratch)
        if box == canvas.NOWHERE:
            return self.at_rest()
        moving = canvas.layer(self._scratch, box)
        part = slice(top, bottom), slice(left, right)
        self._scratch[part] = self._pixels[part]
        rest = self.at_rest()
        return _replaced(rest, moving) if rest else moving


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
