"""A face in a disc: a portrait so close that the head fills it."""

from __future__ import annotations

from ceremonie.media.material import Picture
from ceremonie.planning.cropping import close_up
from ceremonie.planning.drawing import Photo
from ceremonie.planning.entrances import Entrance
from ceremonie.theme.track import Point, circle


def disc(name: str, picture: Picture, centre: Point, radius: float, entrance: Entrance) -> Photo:
    """The photo in the disc of `radius` px about `centre`."""
    x, y = centre
    photo = Photo(
        name=name,
        picture=picture,
        x=x - radius,
        y=y - radius,
        width=2 * radius,
        height=2 * radius,
        mask=circle(centre, radius).line(0),
        entrance=entrance,
    )
    return close_up(photo)
