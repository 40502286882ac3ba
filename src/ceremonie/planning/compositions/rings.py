"""Lanes that turn around a pictogram: rings of lines, and one lane that is lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremonie.planning import motion
from ceremonie.planning.compositions.colours import second_lane
from ceremonie.planning.drawing import Element, Pictogram, Stroke
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.track import Bend, Outline, Point, Track, circle

LIT = (96.0, 262.0)
"""Degrees clockwise from the right: the lane is lit from below to its start bar on top."""

LIT_BEYOND = 3
"""Lines from the innermost outwards that the lit lane needs."""

LINES = 4
FIRST_RING = 0.56
"""Radius of the innermost line, by the size of the pictogram."""

WHEELCHAIR = "fauteuil"
"""Its lanes turn about the hub of its wheel; every other pictogram is their centre itself."""

HUB = (313 / 960, 687 / 960)
WHEEL = 193 / 960
"""Where the hub lies in that pictogram, and how large its wheel is, by the size of the pictogram;
`ROOM_AROUND` px lie between the wheel and the innermost line where it is 1080 px high.
"""

ROOM_AROUND = 72 / 1080


@dataclass(frozen=True)
class Turning:
    """A pictogram whose top left corner lies at `corner`, and the radii of the lines about it."""

    symbol: str
    corner: Point
    size: float
    centre: Point
    radii: tuple[float, ...]
    pitch: float
    in_place: bool


def radii_from(first: float, pitch: float) -> tuple[float, ...]:
    return tuple(first + pitch * index for index in range(LINES))


def lanes(
    picture: Turning, radii: Sequence[float], field: Colour, start: int
) -> tuple[Element, ...]:
    """The lit lane, the lines of these radii, and the start bar."""
    return (
        *_lit(picture, radii, field, start),
        *_rings(picture.centre, radii, start),
        *_bar(picture, radii, start),
    )


def symbol(picture: Turning, field: Colour, start: int) -> Element:
    return Pictogram(
        name="grand pictogramme",
        symbol=picture.symbol,
        x=picture.corner[0],
        y=picture.corner[1],
        size=picture.size,
        colour=ink_on(field),
        entrance=motion.rise(start + motion.BEAT, 48),
        group="Grand pictogramme",
    )


def _rings(centre: Point, radii: Sequence[float], start: int) -> Iterator[Stroke]:
    for index, radius in enumerate(radii):
        yield Stroke(
            name=f"ligne {index + 1}",
            course=circle(centre, radius, 96).line(0),
            width=8,
            colour=Colour.PAPER,
            entrance=motion.lane(start, index),
        )


def _lit(picture: Turning, radii: Sequence[float], field: Colour, start: int) -> Iterator[Stroke]:
    """The lane in the middle, where the lines on both its sides are there."""
    if len(radii) >= LIT_BEYOND:
        yield Stroke(
            name="couloir",
            course=_arc(picture.centre, _middle(picture), *LIT),
            width=picture.pitch,
            colour=second_lane(field),
            entrance=motion.lane(start),
        )


def _bar(picture: Turning, radii: Sequence[float], start: int) -> Iterator[Stroke]:
    if len(radii) >= LIT_BEYOND:
        yield Stroke(
            name="départ",
            course=_arc(picture.centre, _middle(picture), LIT[1] - 1.6, LIT[1] + 1.6),
            width=picture.pitch,
            colour=Colour.PAPER,
            entrance=motion.bar(start),
        )


def _middle(picture: Turning) -> float:
    return (picture.radii[1] + picture.radii[2]) / 2


def _arc(centre: Point, radius: float, start: float, stop: float) -> Outline:
    """Clockwise, in degrees from the right of the centre."""
    whole = circle(centre, radius, start)
    return Track(whole.start, whole.heading, (Bend(radius, stop - start),)).line(0)
