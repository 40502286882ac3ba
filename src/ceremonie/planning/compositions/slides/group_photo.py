"""The photo of everybody on a slide: from edge to edge, or whole where that would cut a head."""

from __future__ import annotations

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import cropping
from ceremonie.planning.compositions.group_photo import FIELD
from ceremonie.planning.drawing import Drawing, Element, Hang, Photo, Role
from ceremonie.planning.pen import Pen
from ceremonie.planning.pictured_content import GroupPhoto
from ceremonie.planning.slot import Slot
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour

LEAST = 0.7
"""Part of a photo that is seen where it fills the slide; else all of it is shown."""

APART = 48
"""px between the title and an upright photo."""


def compose(content: GroupPhoto, staging: Staging) -> Drawing:
    canvas = staging.format.whole
    if content.picture.portrait:
        return staging.drawing(FIELD, _beside(content, staging))
    box = canvas if _fills(content.picture, canvas) else _whole(content.picture, canvas)
    return staging.drawing(FIELD, (_photo(content.picture, box),))


def _fills(picture: Picture, canvas: Bounds) -> bool:
    part = cropping.window(picture, canvas.width, canvas.height)
    return part.width * part.height >= LEAST and not cropping.severed(picture, part)


def _whole(picture: Picture, room: Bounds) -> Bounds:
    """In the middle of the room, as large as it holds."""
    scale = min(room.width / picture.width, room.height / picture.height)
    (x, y), half = room.centre, (picture.width * scale / 2, picture.height * scale / 2)
    return Bounds(x - half[0], y - half[1], x + half[0], y + half[1])


def _beside(content: GroupPhoto, staging: Staging) -> tuple[Element, ...]:
    """An upright one is as high as the slide, at its right edge; the title stands beside it."""
    canvas, safe = staging.format.whole, staging.format.safe
    wide = min(canvas.height * content.picture.width / content.picture.height, 0.6 * canvas.width)
    box = Bounds(canvas.right - wide, 0, canvas.right, canvas.bottom)
    if cropping.severed(content.picture, cropping.window(content.picture, wide, box.height)):
        box = _whole(content.picture, box)
    title = Slot(Bounds(safe.left, safe.top, box.left - APART, safe.bottom), 88, Hang.MIDDLE)
    words = title.text(
        Pen(Colour.BRIGHT, FIELD), "titre", content.title, staging.scale.statement,
        role=Role.TITLE,
    )  # fmt: skip
    return _photo(content.picture, box), words


def _photo(picture: Picture, box: Bounds) -> Photo:
    return Photo(
        name="photo", picture=picture, x=box.left, y=box.top, width=box.width, height=box.height
    )
