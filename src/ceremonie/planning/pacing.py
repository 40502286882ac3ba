"""What a shot shows, told in as many frames as the shot has."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ceremonie.planning.content import Awards, Content, CreditRoll, EndCredits, Names, Wall
from ceremonie.planning.map_content import Route
from ceremonie.planning.pictured_content import Compared, Framed, GroupPhoto, Lineup, Mosaic


def lasting(content: Content, frames: int) -> Content:
    """The same content in a shot of so many frames; most do not care."""
    match content:
        case Route() if content.frames:
            return _within(content, frames)
        case Framed() | GroupPhoto() | Compared() | Mosaic() | Lineup() | Awards() | Wall():
            return replace(content, frames=frames)
        case CreditRoll() | EndCredits() | Names():
            return replace(content, frames=frames)
    return content


def _within(route: Route, frames: int) -> Route:
    """The same way in another time: the flame goes faster, or slower."""
    pace = Fraction(frames - route.departs, route.frames - route.departs)

    def moved(frame: int) -> int:
        return route.departs + round((frame - route.departs) * pace)

    stops = tuple(replace(s, reached=moved(s.reached), left=moved(s.left)) for s in route.stops)
    return replace(route, stops=stops, frames=frames)
