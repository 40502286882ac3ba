"""Where the heads of a picture lie on the canvas, all the while it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.formats import Bounds
from ceremonie.planning import cropping
from ceremonie.planning.camera_move import View
from ceremonie.planning.drawing import Photo

AIR = 20
"""px that words keep from a head."""

STEPS = 8
"""Into so many parts the way of a camera is cut: it is slow, and heads have air."""


def swept(photo: Photo, frames: int) -> tuple[Bounds, ...]:
    """The place of each head at some frames of the shot, first and last among them, with air."""
    views = [cropping.move(photo).view(round(frames * n / STEPS)) for n in range(STEPS + 1)]
    return tuple(place.grown(AIR) for view in views for place in _places(photo, view))


def _places(photo: Photo, view: View) -> Iterator[Bounds]:
    wide, high = photo.picture.width * view.scale, photo.picture.height * view.scale
    x, y = photo.x + view.x, photo.y + view.y
    for left, top, right, bottom in photo.picture.faces:
        yield Bounds(x + left * wide, y + top * high, x + right * wide, y + bottom * high)
