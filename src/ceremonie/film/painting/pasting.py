"""Pictures that are part of a layer: logos, and photos that do not move in their box."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ceremonie.film.painting import canvas, photographs
from ceremonie.film.painting.canvas import Box, Pixels, Surface
from ceremonie.film.painting.courses import point_at
from ceremonie.planning.drawing import Element, Photo
from ceremonie.planning.entrances import Follow, Grow, Slide


def spot(photo: Photo, number: int, surface: Surface) -> tuple[tuple[Pixels, int, int], Box]:
    """A picture as it is pasted, with its corner, and what of the frame it takes."""
    image, x, y = photographs.pasted(_growing(photo, number), surface.unit)
    dx, dy, _ = _arriving(photo, number)
    x, y = x + round(dx * surface.unit), y + round(dy * surface.unit)
    right = min(surface.width, x + image.shape[1])
    bottom = min(surface.height, y + image.shape[0])
    return (image, x, y), (max(0, x), max(0, y), right, bottom)


def paste(pixels: Pixels, photo: Photo, number: int, surface: Surface) -> None:
    """Lay it over the pixels, as far as it has come or not yet left."""
    (image, x, y), (left, top, right, bottom) = spot(photo, number, surface)
    if right <= left or bottom <= top or _arriving(photo, number)[2] <= 0:
        return
    visible = np.ascontiguousarray(image[top - y : bottom - y, left - x : right - x])
    mask = visible[..., 3].copy()
    mask[:, : round(gone(photo, number) * mask.shape[1])] = 0
    visible = visible.copy()
    visible[..., 3] = 255
    canvas.lie_over(pixels[top:bottom, left:right], visible, mask)


def gone(element: Element, number: int) -> float:
    """How much of it has left, 0 to 1."""
    leaves = element.leaves
    return leaves.progress(number) if leaves and number >= leaves.start else 0.0


def _growing(photo: Photo, number: int) -> Photo:
    """As large as it has grown, about its own centre."""
    part = photo.entrance.progress(number)
    if not isinstance(photo.entrance, Grow) or part in (0, 1):
        return photo
    width, height = photo.width * part, photo.height * part
    x, y = photo.x + (photo.width - width) / 2, photo.y + (photo.height - height) / 2
    return replace(photo, x=x, y=y, width=width, height=height)


def _arriving(photo: Photo, number: int) -> tuple[float, float, float]:
    part = photo.entrance.progress(number)
    if photo.leaves and (left := gone(photo, number)):
        return photo.leaves.dx * left, 0.0, part
    match photo.entrance:
        case Slide(dx=dx, dy=dy):
            return dx * (1 - part), dy * (1 - part), part
        case Follow(course, _):
            here, end = point_at(course, part), course[-1]
            return here[0] - end[0], here[1] - end[1], 1.0
    return 0.0, 0.0, part
