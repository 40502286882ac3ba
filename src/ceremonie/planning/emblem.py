"""What an event is known by all the way through: the flame, a picture of its own, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ceremonie.media.material import Picture
from ceremonie.planning.drawing import Disc, Element, Fit, Flame, Photo
from ceremonie.planning.entrances import AT_ONCE, Entrance
from ceremonie.theme.palette import Colour


class Emblem(StrEnum):
    """What an event that brings no picture of its own may be known by."""

    FLAME = "flamme"
    NONE = "aucun"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an emblem stands: in a box 2 radii wide and 3 high, (x, y) the middle of the circle at
    its foot.
    """

    name: str
    x: float
    y: float
    radius: float
    entrance: Entrance = AT_ONCE
    until: int | None = None


def drawn(
    emblem: Emblem | Picture, place: Place, instead: Colour | None = None
) -> tuple[Element, ...]:
    """The emblem in its place; where there is none, a disc of the colour `instead`, or nothing."""
    match emblem:
        case Emblem.FLAME:
            return (_flame(place),)
        case Emblem.NONE:
            return (_disc(place, instead),) if instead else ()
        case picture:
            return (_photo(place, picture),)


def _flame(place: Place) -> Flame:
    return Flame(
        name=place.name,
        x=place.x,
        y=place.y,
        radius=place.radius,
        entrance=place.entrance,
        until=place.until,
    )


def _disc(place: Place, colour: Colour) -> Disc:
    return Disc(
        name=place.name,
        x=place.x,
        y=place.y,
        radius=place.radius,
        colour=colour,
        entrance=place.entrance,
        until=place.until,
    )


def _photo(place: Place, picture: Picture) -> Photo:
    """As large as the box allows, standing on its foot: nothing floats above a stem or a line."""
    scale = min(2 * place.radius / picture.width, 3 * place.radius / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return Photo(
        name=place.name,
        picture=picture,
        x=place.x - width / 2,
        y=place.y + place.radius - height,
        width=width,
        height=height,
        fit=Fit.CONTAIN,
        entrance=place.entrance,
        until=place.until,
    )
