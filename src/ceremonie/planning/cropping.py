"""Which part of a picture a box shows: its focus near the middle, and no edge through a head.

Film and deck ask here, so that both show the same; and so do divisions, which lose by a head that
they would have to cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import WHOLE, Bounds
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.camera_move import CameraMove, View, resting
from ceremonie.planning.drawing import Photo


@dataclass(frozen=True)
class _Head:
    """A head along one axis, 0 to 1 of the picture; `weight` is how much of the picture it is."""

    start: float
    stop: float
    weight: float


def window(
    picture: Picture, width: float, height: float, *, zoom: float = 1, clear: Bounds = WHOLE
) -> Bounds:
    """What of a picture a box of `width` by `height` shows that it covers: left, top, right and
    bottom in parts of the picture, 0 to 1.

    `zoom` is how much larger the picture is than it must be to cover the box. `clear` is the part
    of the box, 0 to 1, that nothing lies over: heads are kept in there, as far as the picture goes.
    """
    ratio = (width / height) / (picture.width / picture.height)
    across, down = min(1.0, ratio) / zoom, min(1.0, 1 / ratio) / zoom
    beside, above = _heads(picture)
    left = _start(across, picture.focus[0], tuple(beside), (clear.left, clear.right))
    top = _start(down, picture.focus[1], tuple(above), (clear.top, clear.bottom))
    return Bounds(left, top, left + across, top + down)


def alike(one: Picture, other: Picture) -> tuple[Picture, Picture]:
    """Two pictures of one thing, to be cropped alike: what is looked at in either, and all heads of
    both, are to be seen in each.
    """
    focus = one.focus if one.focus != Picture.focus else other.focus
    faces = (*one.faces, *other.faces)
    return replace(one, focus=focus, faces=faces), replace(other, focus=focus, faces=faces)


def of_clip(clip: Clip, width: float, height: float) -> Bounds:
    """As `window`, of a clip, which has the focus of its poster."""
    return window(replace(clip.poster, width=clip.width, height=clip.height), width, height)


def balance(part: Bounds) -> tuple[float, float]:
    """Of what a window leaves out, the part that lies left of it, and that above it, 0 to 1; half
    where nothing is left out. Whoever has reduced a picture to whole pixels places it by this, and
    no edge comes to be missing.
    """
    beside, above = 1 - part.width, 1 - part.height
    return (
        part.left / beside if beside > _TOUCHING else 0.5,
        part.top / above if above > _TOUCHING else 0.5,
    )


def shown(photo: Photo) -> Bounds:
    """What of its picture a photo shows that covers its box, in parts of the picture."""
    return window(photo.picture, photo.width, photo.height, zoom=photo.zoom, clear=photo.clear)


def close_up(photo: Photo) -> Photo:
    """The photo so close to its largest head that this fills its box: a portrait in a disc shows a
    face, and no chest. Never closer than its own pixels go. Where no head is seen and none is
    written, an upright picture shows its upper part: that is where people have it.
    """
    picture = photo.picture
    if not picture.faces:
        high = picture.portrait and picture.focus == Picture.focus
        return replace(photo, picture=replace(picture, focus=UPPER)) if high else photo
    left, top, right, bottom = head = picture.faces[0]
    whole = shown(photo)
    fills = max((right - left) / whole.width, (bottom - top) / whole.height)
    sharp = min(picture.width * whole.width / photo.width,
                picture.height * whole.height / photo.height)  # fmt: skip
    zoom = max(1.0, min(FILLED / fills, sharp))
    middle = (left + right) / 2, (top + bottom) / 2
    return replace(photo, picture=replace(picture, focus=middle, faces=(head,)), zoom=zoom)


UPPER = (0.5, 0.3)
"""Of an upright picture: the point about which most have the head of who is on it."""

FILLED = 0.62
"""Part of its box that a head fills in a portrait: a circle around it leaves some air and shoulders
(measured on the frames of the athletes).
"""


def view(
    picture: Picture, width: float, height: float, *, zoom: float = 1, clear: Bounds = WHOLE
) -> View:
    """The same as a place of the picture over the box."""
    part = window(picture, width, height, zoom=zoom, clear=clear)
    scale = max(width / picture.width, height / picture.height) * zoom
    return View(-part.left * picture.width * scale, -part.top * picture.height * scale, scale)


def move(photo: Photo) -> CameraMove:
    """How a photo moves, or where it rests."""
    if photo.camera:
        return photo.camera
    box = photo.width, photo.height
    return resting(view(photo.picture, *box, zoom=photo.zoom, clear=photo.clear))


def severed(picture: Picture, shown: Bounds) -> float:
    """How much of the picture the heads are, 0 to 1, that are cut by the edges of `shown`, or lie
    outside.
    """
    return sum(
        (right - left) * (bottom - top)
        for left, top, right, bottom in picture.faces
        if not shown.holds(Bounds(left, top, right, bottom), _TOUCHING)
    )


_TOUCHING = 1e-6
"""By so much numbers differ that were reckoned in two ways."""


def _heads(picture: Picture) -> tuple[Iterable[_Head], Iterable[_Head]]:
    """Across and down."""
    boxes = [(face, (face[2] - face[0]) * (face[3] - face[1])) for face in picture.faces]
    beside = (_Head(left, right, weight) for (left, _, right, _), weight in boxes)
    above = (_Head(top, bottom, weight) for (_, top, _, bottom), weight in boxes)
    return beside, above


def _start(
    kept: float, focus: float, heads: tuple[_Head, ...], clear: tuple[float, float]
) -> float:
    """Where on one axis the part begins that is `kept`: of all places at which a head begins to be
    whole or begins to be gone, and the one that has the focus in the middle, the best.

    The value of a place falls or rises nowhere else, so none between them is better.
    """
    last = 1 - kept
    middle = (clear[0] + clear[1]) / 2
    wished = _within(focus - kept * middle, last)
    if not heads or last <= _TOUCHING:
        return wished
    room = (kept * clear[0], kept * clear[1])
    fitting = tuple(_fitted(head, room[1] - room[0]) for head in heads)
    places = {wished, *(_within(place, last) for place in _places(fitting, kept, room))}
    return max(places, key=lambda place: (_value(place, kept, room, fitting), -abs(place - wished)))


def _within(start: float, last: float) -> float:
    return min(max(0.0, start), max(0.0, last))


def _fitted(head: _Head, room: float) -> _Head:
    """As much about its middle as there is room for: a face that fills the picture is cut at both
    sides alike, and never left out.
    """
    middle, half = (head.start + head.stop) / 2, min(head.stop - head.start, room) / 2
    return _Head(middle - half, middle + half, head.weight)


def _places(heads: Iterable[_Head], kept: float, room: tuple[float, float]) -> Iterator[float]:
    for head in heads:
        yield head.start - room[0]
        yield head.stop - room[1]
        yield head.start - kept
        yield head.stop


def _value(start: float, kept: float, room: tuple[float, float], heads: Iterable[_Head]) -> float:
    """The heads that are whole and clear, less those that the edges cut; one that lies under
    something counts for half.
    """
    stop = start + kept
    clear, low = start + room[0] - _TOUCHING, start + room[1] + _TOUCHING
    value = 0.0
    for head in heads:
        if clear <= head.start and head.stop <= low:
            value += head.weight
        elif start - _TOUCHING <= head.start and head.stop <= stop + _TOUCHING:
            value += head.weight / 2
        elif head.start < stop and head.stop > start:
            value -= head.weight
    return round(value, 9)
