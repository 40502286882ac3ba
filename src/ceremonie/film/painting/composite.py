"""What is still of a frame, and how much of each picture shows through it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from ceremonie.film.painting.canvas import Layer, Surface
from ceremonie.film.painting.colour import Frame, Plane, halved
from ceremonie.film.painting.ground import Ground
from ceremonie.film.painting.photographs import Box
from ceremonie.planning.drawing import Footage, Photo


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
        return bool(self.luma.min(initial=255) == 255)


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
    luma = np.full((surface.height, surface.width), 255, np.uint8)
    return Through(ground, (0, 0, surface.width, surface.height), luma, halved(luma))


def show(
    target: tuple[Plane, Plane, Plane], picture: tuple[Plane, Plane, Plane], through: Through
) -> None:
    """Add a picture's planes to the frame where they show."""
    left, top, right, bottom = through.box
    for plane, part, mask, half in zip(
        target, picture, (through.luma, through.chroma, through.chroma), (1, 2, 2), strict=True
    ):
        view = plane[top // half : bottom // half, left // half : right // half]
        if through.entire:
            view[:] = part
        else:
            cv2.add(view, cv2.multiply(part, mask, scale=1 / 255), dst=view)


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
    sources = (layer.y, layer.u, layer.v)
    alphas = (layer.coverage, layer.chroma_coverage, layer.chroma_coverage)
    for plane, source, alpha in zip(target, sources, alphas, strict=True):
        if opaque:
            plane[:] = source
        else:
            kept = cv2.multiply(plane, cv2.bitwise_not(alpha), scale=1 / 255)
            plane[:] = cv2.add(kept, source)


def below(window: Through, upper: Through) -> Through:
    """What a picture leaves of one below it."""
    (left, top, right, bottom), above = window.box, upper.box
    x0, y0 = max(left, above[0]), max(top, above[1])
    x1, y1 = min(right, above[2]), min(bottom, above[3])
    if x1 <= x0 or y1 <= y0:
        return window
    luma, chroma = window.luma.copy(), window.chroma.copy()
    for mask, cover, half in ((luma, upper.luma, 1), (chroma, upper.chroma, 2)):
        view = mask[
            (y0 - top) // half : (y1 - top) // half, (x0 - left) // half : (x1 - left) // half
        ]
        over = cover[(y0 - above[1]) // half :, (x0 - above[0]) // half :]
        over = np.ascontiguousarray(over[: view.shape[0], : view.shape[1]])
        view[:] = cv2.multiply(np.ascontiguousarray(view), cv2.bitwise_not(over), scale=1 / 255)
    return Through(window.element, window.box, luma, chroma)


def behind(window: Through, layer: Layer) -> Through:
    """What a layer leaves of a picture below it."""
    left, top, right, bottom = window.box
    above = layer.coverage[top:bottom, left:right]
    half = layer.chroma_coverage[top // 2 : bottom // 2, left // 2 : right // 2]
    return Through(
        window.element,
        window.box,
        np.asarray(cv2.multiply(window.luma, cv2.bitwise_not(above), scale=1 / 255), np.uint8),
        np.asarray(cv2.multiply(window.chroma, cv2.bitwise_not(half), scale=1 / 255), np.uint8),
    )


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
