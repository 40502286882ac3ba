"""What is still of a frame, and how much of each picture shows through it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

import cv2
import numpy as np

from ceremonie.film.painting.canvas import Box, Layer, Surface
from ceremonie.film.painting.colour import Frame, Plane, halved
from ceremonie.film.painting.ground import Ground
from ceremonie.planning.drawing import Footage, Photo

BAND = 64
"""Rows that are looked at together; even."""


@dataclass(frozen=True)
class Through:
    """How much of one picture reaches the eye, in its box: full and half resolution.

    Where all of it does, there is nothing to mix.
    """

    element: Photo | Footage | Ground
    box: Box
    luma: Plane
    chroma: Plane

    @cached_property
    def entire(self) -> bool:
        return all(left == right for left, _, right, _ in self.bands)

    @cached_property
    def bands(self) -> tuple[Box, ...]:
        """Its rows in bands, each from the first to the last column in which not all of it reaches
        the eye; counted from the corner of its box.
        """
        height = len(self.luma)
        edges = (_mixed(self.luma[top : top + BAND]) for top in range(0, height, BAND))
        bands, top = [], 0
        for (left, right), alike in groupby(edges):
            bottom = min(height, top + BAND * len(list(alike)))
            bands.append((left, top, right, bottom))
            top = bottom
        return tuple(bands)


def _mixed(mask: Plane) -> tuple[int, int]:
    """From which column to which one a mask is not full; even."""
    columns = np.flatnonzero(mask.min(axis=0) < 255)
    return (int(columns[0]) // 2 * 2, (int(columns[-1]) // 2 + 1) * 2) if len(columns) else (0, 0)


@dataclass(frozen=True)
class Composite:
    """All that is still at a state: a frame without its pictures, and where they show through."""

    base: Frame
    through: tuple[Through, ...]

    @cached_property
    def hidden(self) -> bool:
        """Whether one picture covers all of the base."""
        return any(t.entire and t.luma.size * 3 == self.base.size * 2 for t in self.through)


def whole(ground: Ground, surface: Surface) -> Through:
    """All of a frame."""
    return Through(ground, (0, 0, surface.width, surface.height), *_all(surface))


@lru_cache(maxsize=4)
def _all(surface: Surface) -> tuple[Plane, Plane]:
    luma = np.full((surface.height, surface.width), 255, np.uint8)
    return luma, halved(luma)


def show(
    target: tuple[Plane, Plane, Plane], picture: tuple[Plane, Plane, Plane], through: Through
) -> None:
    """Add a picture's planes to the frame where they show; where all of them does, they are but
    copied.
    """
    left, top, right, bottom = through.box
    for plane, part, mask, half in zip(
        target, picture, (through.luma, through.chroma, through.chroma), (1, 2, 2), strict=True
    ):
        view = plane[top // half : bottom // half, left // half : right // half]
        for band in through.bands:
            x0, y0, x1, y1 = (edge // half for edge in band)
            view[y0:y1, :x0], view[y0:y1, x1:] = part[y0:y1, :x0], part[y0:y1, x1:]
            if x1 > x0:
                mixed = view[y0:y1, x0:x1]
                part_of_it = cv2.multiply(part[y0:y1, x0:x1], mask[y0:y1, x0:x1], scale=1 / 255)
                cv2.add(mixed, part_of_it, dst=mixed)


def leave_room(target: tuple[Plane, Plane, Plane], window: Through) -> None:
    """Darken the frame where a picture will be added."""
    left, top, right, bottom = window.box
    for plane, mask, half in zip(
        target, (window.luma, window.chroma, window.chroma), (1, 2, 2), strict=True
    ):
        view = plane[top // half : bottom // half, left // half : right // half]
        view[:] = cv2.multiply(view, cv2.bitwise_not(mask), scale=1 / 255)


def cover(target: tuple[Plane, Plane, Plane], layer: Layer, *, opaque: bool) -> None:
    """Lay a layer over the frame."""
    left, top, right, bottom = layer.box
    sources = (layer.y, layer.u, layer.v)
    alphas = (layer.coverage, layer.chroma_coverage, layer.chroma_coverage)
    for plane, source, alpha, half in zip(target, sources, alphas, (1, 2, 2), strict=True):
        view = plane[top // half : bottom // half, left // half : right // half]
        if opaque:
            view[:] = source
        else:
            kept = cv2.multiply(view, cv2.bitwise_not(alpha), scale=1 / 255)
            cv2.add(kept, source, dst=view)


def below(window: Through, upper: Through) -> Through:
    """What a picture leaves of one below it."""
    return _under(window, upper.box, upper.luma, upper.chroma)


def behind(window: Through, layer: Layer) -> Through:
    """What a layer leaves of a picture below it."""
    return _under(window, layer.box, layer.coverage, layer.chroma_coverage)


def _under(window: Through, box: Box, luma: Plane, chroma: Plane) -> Through:
    """What is left of a picture under something that covers so much in its own box."""
    (left, top, right, bottom), (x, y) = window.box, box[:2]
    x0, y0, x1, y1 = max(left, x), max(top, y), min(right, box[2]), min(bottom, box[3])
    if x1 <= x0 or y1 <= y0:
        return window
    masks = window.luma.copy(), window.chroma.copy()
    for mask, above, half in zip(masks, (luma, chroma), (1, 2), strict=True):
        columns = slice((x0 - left) // half, (x1 - left) // half)
        view = mask[(y0 - top) // half : (y1 - top) // half, columns]
        over = above[(y0 - y) // half : (y1 - y) // half, (x0 - x) // half : (x1 - x) // half]
        view[:] = cv2.multiply(view, cv2.bitwise_not(over), scale=1 / 255)
    return Through(window.element, window.box, *masks)


def trimmed(window: Through) -> Through:
    """No more of a photo than is seen; a clip is decoded whole, a ground is shown so."""
    if isinstance(window.element, Footage | Ground):
        return window
    x, y, width, height = cv2.boundingRect(window.luma)
    left, top = x // 2 * 2, y // 2 * 2
    right, bottom = -(-(x + width) // 2) * 2, -(-(y + height) // 2) * 2
    over, down = window.box[:2]
    return Through(
        window.element,
        (over + left, down + top, over + right, down + bottom),
        np.ascontiguousarray(window.luma[top:bottom, left:right]),
        np.ascontiguousarray(window.chroma[top // 2 : bottom // 2, left // 2 : right // 2]),
    )
