"""The badge of a subject: a disc with the pictogram in it, one shape on a slide."""

from __future__ import annotations

from ceremonie.planning.compositions.colours import badge_of
from ceremonie.planning.drawing import Disc, Element, Pictogram
from ceremonie.planning.entrances import Grow
from ceremonie.planning.pictured_content import Subject
from ceremonie.theme.track import Point

GROUP = "Pictogramme"


def badge(subject: Subject, centre: Point, radius: float, start: int) -> tuple[Element, ...]:
    x, y = centre
    size = radius * 1.5
    ground, ink = badge_of(subject)
    return (
        Disc(
            name="pastille",
            x=x,
            y=y,
            radius=radius,
            colour=ground,
            entrance=Grow(start),
            group=GROUP,
        ),
        Pictogram(
            name="pictogramme",
            symbol=subject.symbol,
            x=x - size / 2,
            y=y - size / 2,
            size=size,
            colour=ink,
            entrance=Grow(start),
            group=GROUP,
        ),
    )
