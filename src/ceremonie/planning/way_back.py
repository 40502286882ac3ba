"""The way back: a small mark in the corner of a slide, where no words may stand, that leads to the
programme, or from a workshop to those of its day.
"""

from __future__ import annotations

from dataclasses import replace

from ceremonie.formats import Bounds, Format
from ceremonie.planning.drawing import Area, Drawing, Footage
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline

NAME = "repère"
"""Of the mark, which links name."""

SIDE = 40
"""px: a mouse finds it, nobody in the hall looks at it."""

MARGIN = 6
"""px from the edges of the slide: between them and the safe area there is room for it."""

BARS = (-9, 0, 9)
"""px from its middle to each line of the list that it shows."""

LENGTH, THICKNESS = 22, 4
EDGE = 2


def with_way_back(drawing: Drawing) -> Drawing:
    """With the mark, unless a video plays where it would lie."""
    place = _place(drawing.format)
    if any(_plays(element, place) for element in drawing.elements if isinstance(element, Footage)):
        return drawing
    x, y = place.centre
    bars = (_box(x, y + down, LENGTH, THICKNESS) for down in BARS)
    mark = Area(
        name=NAME,
        outlines=(_box(x, y, SIDE, SIDE), *bars),
        colour=Colour.PAPER,
        line=Colour.INK,
        line_width=EDGE,
    )
    return replace(drawing, elements=(*drawing.elements, mark))


def has_way_back(drawing: Drawing) -> bool:
    return any(element.name == NAME for element in drawing.elements)


def _place(canvas: Format) -> Bounds:
    right, bottom = canvas.width - MARGIN, canvas.height - MARGIN
    return Bounds(right - SIDE, bottom - SIDE, right, bottom)


def _plays(clip: Footage, place: Bounds) -> bool:
    return Bounds(clip.x, clip.y, clip.x + clip.width, clip.y + clip.height).meets(place)


def _box(x: float, y: float, width: float, height: float) -> Outline:
    """About its middle (x, y)."""
    left, top, right, bottom = x - width / 2, y - height / 2, x + width / 2, y + height / 2
    return ((left, top), (right, top), (right, bottom), (left, bottom))
