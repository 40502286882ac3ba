"""The film's shots come alive: decided for each drawing by what is in it.

A picture that moves, a map whose flame travels are life enough. Elsewhere the ground (the shapes
before the first word) breathes, a light runs along the middle one of its lanes, and flames flicker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ceremonie.planning.breath import Breath, Light
from ceremonie.planning.drawing import (
    Area,
    Box,
    Caption,
    Disc,
    Drawing,
    Element,
    Fit,
    Flame,
    Footage,
    Lines,
    Photo,
    Pictogram,
    Role,
    Stroke,
    Text,
)
from ceremonie.planning.entrances import Follow, Roll, changing
from ceremonie.planning.motion import BEAT, EXIT
from ceremonie.theme.palette import Colour
from ceremonie.theme.typeface import width

ONE_BREATH = 150
"""Frames that breathing in and out takes, about."""

SHORTEST = 50
"""Frames below which there is no time for one."""

LIGHT = 40
"""Frames in which the light has run along its lane."""

SLENDER = 1 / 6
"""Width of the light, by that of its lane."""

NARROWEST = 24
"""px: a stroke that is narrower is a line, not a lane."""

SHARE = 0.14
"""Length of the light, by that of its lane."""


def alive(drawing: Drawing) -> Drawing:
    """The drawing with what lives in it; its length is set."""
    elements = tuple(_flickering(element) for element in drawing.elements)
    return replace(drawing, elements=elements, breath=_breath(drawing))


def _flickering(element: Element) -> Element:
    return replace(element, flickers=True) if isinstance(element, Flame) else element


def _breath(drawing: Drawing) -> Breath | None:
    ground = tuple(takewhile(_is_ground, drawing.elements))
    if not any(isinstance(e, Stroke) for e in ground) or any(map(_travels, drawing.elements)):
        return None
    start = 1 + max(changing(element.entrance)[1] for element in ground)
    stop = drawing.frames - EXIT
    if stop - start < SHORTEST:
        return None
    x, y = _middle(drawing, len(ground))
    times = max(1, round((stop - start) / ONE_BREATH))
    light = _light(drawing, ground, stop)
    depth = len(ground)
    return Breath(depth=depth, x=x, y=y, start=start, stop=stop, times=times, light=light)


def _is_ground(element: Element) -> bool:
    if element.until is not None:
        return False
    match element:
        case Text(role=role):
            return role is Role.DECORATION
        case Box(fixed=fixed):
            return fixed
    return isinstance(element, Area | Lines | Stroke | Disc | Pictogram)


def _travels(element: Element) -> bool:
    """Whether it moves of itself, over all of the shot or a part of it."""
    if isinstance(element, Footage | Caption) or isinstance(element.entrance, Follow | Roll):
        return True
    return isinstance(element, Photo) and element.fit is Fit.COVER


def _middle(drawing: Drawing, depth: int) -> tuple[float, float]:
    """About which the ground breathes: the flame that stands on it, else the middle of the words,
    so that nothing is seen to leave its lane.
    """
    flame = next((e for e in drawing.elements if isinstance(e, Flame)), None)
    if flame:
        return flame.x, flame.y
    texts = [e for e in drawing.elements[depth:] if isinstance(e, Text)]
    if not texts:
        return drawing.format.width / 2, drawing.format.height / 2
    left = min(text.x for text in texts)
    right = max(text.x + max(width(line, text.style) for line in text.lines) for text in texts)
    top = min(text.baseline for text in texts)
    bottom = max(t.baseline + t.style.line_height * (len(t.lines) - 1) for t in texts)
    return (left + right) / 2, (top + bottom) / 2


def _light(drawing: Drawing, ground: Sequence[Element], stop: int) -> Light | None:
    """Once, when all has come in, along the lane in the middle of those that are lit."""
    lanes = [e for e in ground if isinstance(e, Stroke) and e.width >= NARROWEST and _long(e)]
    start = BEAT + max(changing(e.entrance)[1] for e in drawing.elements if not e.page)
    if not lanes or start + LIGHT > stop:
        return None
    lane = lanes[len(lanes) // 2]
    colour = Colour.PAPER if lane.colour is not Colour.PAPER else Colour.BRIGHT
    return Light(
        lane.course, lane.width * SLENDER, length=SHARE, colour=colour, start=start, frames=LIGHT
    )


def _long(lane: Stroke) -> bool:
    """Rather than a start bar across one."""
    (x0, y0), (x1, y1) = lane.course[0], lane.course[-1]
    return max(abs(x1 - x0), abs(y1 - y0)) > 2 * lane.width
