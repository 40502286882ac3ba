"""A logo in its place: whole, and on a plate where its ground would swallow it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Box, Element, Fit, Photo
from ceremonie.planning.entrances import AT_ONCE, Entrance
from ceremonie.planning.logos import ground_for
from ceremonie.theme.palette import Colour, Palette

CLEAR = 20
"""px of its plate that are left around a logo."""

ORDINARY = 4
"""Times as wide as high, or as high as wide: what is flatter is never made smaller still."""

LEAST = 72
"""px of the shorter side of a logo that has others beside it: the capitals of a wordmark, some 60 %
of it, are then as high as those of a name at 60 px.
"""


def logo(
    name: str,
    picture: Picture,
    room: Bounds,
    *,
    field: Colour,
    palette: Palette,
    area: float = math.inf,
    plate: float = CLEAR,
    entrance: Entrance = AT_ONCE,
    until: int | None = None,
    page: int | None = None,
) -> tuple[Element, ...]:
    """The logo in the middle of its room, on at most `area` square px; where it is lost on the
    field, on a plate that shows it and is seen `plate` px around it.
    """
    ground = ground_for(picture, field, palette)
    if ground is field:
        place = _placed(picture, room, area)
        below: tuple[Element, ...] = ()
    else:
        place = _placed(picture, _grown(room, -plate), area)
        around = _grown(place, plate)
        below = (
            Box(
                name=f"fond du {name}",
                x=around.left,
                y=around.top,
                width=around.width,
                height=around.height,
                colour=ground,
                entrance=entrance,
                until=until,
                page=page,
            ),
        )
    photo = Photo(
        name=name,
        picture=picture,
        x=place.left,
        y=place.top,
        width=place.width,
        height=place.height,
        fit=Fit.CONTAIN,
        entrance=entrance,
        until=until,
        page=page,
    )
    return (*below, photo)


def common_area(pictures: Sequence[Picture], room: Bounds) -> float:
    """The area, square px, on which logos side by side look alike in size, flat or high: that of
    the smallest. Where the shorter side of another would be below `LEAST`, as much more as it
    needs, up to half of the largest.
    """
    ordinary = [p for p in pictures if _is_ordinary(p)]
    areas = [_area(p, room) for p in ordinary]
    needed = [LEAST**2 * max(p.width, p.height) / min(p.width, p.height) for p in ordinary]
    return max(min(areas), min(max(areas) / 2, max(needed))) if areas else math.inf


def _is_ordinary(picture: Picture) -> bool:
    return 1 / ORDINARY <= picture.width / picture.height <= ORDINARY


def _area(picture: Picture, room: Bounds) -> float:
    place = _placed(picture, room, math.inf)
    return place.width * place.height


def _placed(picture: Picture, room: Bounds, area: float) -> Bounds:
    """Where the whole picture stands in the middle of its room."""
    scale = min(
        room.width / picture.width,
        room.height / picture.height,
        math.sqrt(area / (picture.width * picture.height)),
    )
    (x, y), across, down = room.centre, picture.width * scale / 2, picture.height * scale / 2
    return Bounds(x - across, y - down, x + across, y + down)


def _grown(bounds: Bounds, by: float) -> Bounds:
    return Bounds(bounds.left - by, bounds.top - by, bounds.right + by, bounds.bottom + by)


def described(picture: Picture, name: str) -> Picture:
    """With the name of what it is the logo of, where nobody said more."""
    return replace(picture, alternative=picture.alternative or name)
