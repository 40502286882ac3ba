"""Small shapes that move in every frame, laid on a finished one: only their own box is painted."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2

from ceremonie.film.painting import canvas
from ceremonie.film.painting.canvas import Box, Layer, Surface
from ceremonie.film.painting.colour import Plane
from ceremonie.film.painting.poses import Pose, bounds

Planes = tuple[Plane, Plane, Plane]


@dataclass(frozen=True)
class Patch:
    """What covers a part of a frame."""

    box: Box
    layer: Layer


def patch(pose: Pose, surface: Surface) -> Patch | None:
    """The shapes, painted in the box about them; None where nothing is seen of them."""
    if not pose.fills:
        return None
    left, top, right, bottom = box = _box(pose, surface)
    if right <= left or bottom <= top:
        return None
    x, y = left / surface.unit, top / surface.unit
    moved = Pose(tuple(fill.moved(-x, -y) for fill in pose.fills))
    part = replace(surface, width=right - left, height=bottom - top)
    pixels = canvas.blank(part)
    canvas.draw(pixels, canvas.drawn(moved, part))
    return Patch(box, canvas.layer(pixels))


def _box(pose: Pose, surface: Surface) -> Box:
    left, top, right, bottom = (value * surface.unit / 2 for value in bounds(pose.fills))
    return (
        2 * max(0, math.floor(left)),
        2 * max(0, math.floor(top)),
        2 * min(surface.width // 2, math.ceil(right)),
        2 * min(surface.height // 2, math.ceil(bottom)),
    )


def lay(patch: Patch, target: Planes) -> None:
    """Over a frame's planes, which may be written to."""
    left, top, right, bottom = patch.box
    layer = patch.layer
    sources = (layer.y, layer.u, layer.v)
    alphas = (layer.coverage, layer.chroma_coverage, layer.chroma_coverage)
    for plane, source, alpha, half in zip(target, sources, alphas, (1, 2, 2), strict=True):
        view = plane[top // half : bottom // half, left // half : right // half]
        kept = cv2.multiply(view, cv2.bitwise_not(alpha), scale=1 / 255)
        view[:] = cv2.add(kept, source)
