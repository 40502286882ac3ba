"""An upright picture: whole over its own dark enlargement, then in the arch around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.media.material import Picture
from ceremonie.planning import camera, motion
from ceremonie.planning.camera import LARGEST, Stage
from ceremonie.planning.camera_move import CameraMove, View
from ceremonie.planning.compositions import arch, pictures, plate
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.compositions.frame import Frame
from ceremonie.planning.drawing import Drawing, Photo
from ceremonie.planning.entrances import AT_ONCE, Easing, Show
from ceremonie.planning.pictured_content import Framed
from ceremonie.planning.staging import Staging

MOVED = motion.YIELD + motion.RIBBON + 4
"""The frame at which the picture is in the arch: just after that has closed around it."""


def fits(picture: Picture, staging: Staging) -> bool:
    """Whether the picture belongs into the arch, and has the pixels for it."""
    box = arch.usual_box(staging)
    return (
        picture.portrait and max(box.width / picture.width, box.height / picture.height) < LARGEST
    )


def compose(content: Framed, picture: Picture, staging: Staging) -> Drawing:
    frame = arch.frame(
        content.heading, content.detail, content.subject, staging, opening=motion.YIELD
    )
    enters = motion.text(MOVED)
    caption = plate.on(frame.foot, content.caption, staging, entrance=enters)
    photos = _photos(picture, frame, content.frames or motion.YIELD + pictures.USUAL, staging)
    return staging.drawing(field_of(content.subject), (*photos, *frame.front, *caption))


def _photos(picture: Picture, frame: Frame, frames: int, staging: Staging) -> Iterator[Photo]:
    """The ground, the whole picture on its way into the arch, the picture in it."""
    canvas = staging.format.whole
    yield replace(
        _placed(picture, canvas.left, canvas.top, canvas.width, canvas.height),
        name="fond de la photo",
        camera=camera.zoom(picture, canvas, 1 + camera.GENTLE, frames),
        dimmed=True,
        until=MOVED,
    )
    box = frame.box
    inside = camera.move(picture, Stage(box, box, MOVED, frames))
    whole = pictures.whole_in(picture, canvas)
    start = View(whole.x - box.left, whole.y - box.top, whole.scale)
    length = MOVED - motion.YIELD
    into = CameraMove(start, inside.start, length, motion.YIELD, Easing.DRAW)
    photo = replace(
        _placed(picture, box.left, box.top, box.width, box.height), mask=frame.mask, camera=inside
    )
    yield replace(photo, name="photo entière", camera=into, loose=MOVED, mask=None, until=MOVED)
    yield replace(photo, entrance=Show(MOVED))


def _placed(picture: Picture, x: float, y: float, width: float, height: float) -> Photo:
    return Photo(
        name="photo", picture=picture, x=x, y=y, width=width, height=height, entrance=AT_ONCE
    )
