"""What stands in a corner of many drawings: the institution's mark and the organiser's logo.

Neither ever lies on anything: a drawing that leaves no corner free has none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning.compositions.logo import logo
from ceremonie.planning.drawing import Drawing, Element, Photo
from ceremonie.planning.freedom import is_free
from ceremonie.planning.logos import LOGO_FLOOR, ground_for
from ceremonie.planning.staging import Staging

MARK, LOGO = "marque", "logo"

Size = tuple[float, float]
"""Width and height, px."""


@dataclass(frozen=True)
class _Corner:
    """Of the safe area: to the right or the left, at the top or the bottom."""

    right: bool
    bottom: bool

    def place(self, picture: Picture, size: Size, safe: Bounds) -> Bounds:
        """As large as the size allows, in the very corner."""
        scale = min(size[0] / picture.width, size[1] / picture.height)
        width, height = picture.width * scale, picture.height * scale
        left = safe.right - width if self.right else safe.left
        top = safe.bottom - height if self.bottom else safe.top
        return Bounds(left, top, left + width, top + height)


FOOT = (_Corner(right=True, bottom=True), _Corner(right=False, bottom=True))
ANYWHERE = (_Corner(right=True, bottom=False), *FOOT, _Corner(right=False, bottom=False))
SMALL: tuple[Size, ...] = ((220, 64),)
LARGE: tuple[Size, ...] = ((300, 130), (240, 96), (200, 72))
"""px of the canvas: at the foot of a slide, and at the end of the ceremony."""

CLEAR = 24
"""px that stay free around a logo."""

PLATE = 12
"""px of its plate around what is lost on the field; it lies in the clear space, so that the logo
itself stays as large as the corner allows.
"""


def with_mark(drawing: Drawing, staging: Staging) -> Drawing:
    """With the institution's mark at the top left, if nothing comes near it."""
    mark = staging.mark
    if mark is None or not is_free(drawing.elements, mark.clear):
        return drawing
    return _with(drawing, staging, MARK, mark.picture, mark.place)


def with_logo(drawing: Drawing, staging: Staging, *, large: bool) -> Drawing:
    """With the organiser's logo, if it is not there and a corner is free: small at the foot of a
    slide, large in any corner at the end.
    """
    picture = staging.look.logo
    if picture is None or picture in _shown(drawing.elements):
        return drawing
    places = _places(picture, staging, large=large)
    free = (place for place in places if is_free(drawing.elements, place.grown(CLEAR)))
    place = next(free, None)
    return _with(drawing, staging, LOGO, picture, place) if place else drawing


def _shown(elements: Iterable[Element]) -> Iterator[Picture]:
    return (element.picture for element in elements if isinstance(element, Photo))


def _places(picture: Picture, staging: Staging, *, large: bool) -> Iterator[Bounds]:
    """The largest first; the corner of the mark is the mark's alone."""
    corners = ANYWHERE if large else FOOT
    for size in LARGE if large else SMALL:
        for corner in corners:
            place = corner.place(picture, size, staging.format.safe)
            alone = staging.mark is None or not place.meets(staging.mark.clear)
            if alone and min(place.width, place.height) >= LOGO_FLOOR:
                yield place


def _with(
    drawing: Drawing, staging: Staging, name: str, picture: Picture, place: Bounds
) -> Drawing:
    palette = staging.look.palette
    is_lost = ground_for(picture, drawing.field, palette) is not drawing.field
    room = place.grown(PLATE) if is_lost else place
    drawn = logo(name, picture, room, field=drawing.field, palette=palette, plate=PLATE)
    return replace(drawing, elements=(*drawing.elements, *drawn))
