"""Whether a part of a drawing is bare: nothing but the field is ever seen in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import (
    Anchor,
    Area,
    Box,
    Disc,
    Element,
    Flame,
    Footage,
    Lines,
    Photo,
    Pictogram,
    Stroke,
    Text,
)
from ceremonie.planning.entrances import Roll
from ceremonie.theme.track import Outline, Point
from ceremonie.theme.typeface import upright, width


def is_free(elements: Iterable[Element], box: Bounds) -> bool:
    """At any frame of the shot."""
    return not any(_meets(element, box) for element in elements)


def _meets(element: Element, box: Bounds) -> bool:
    match element:
        case Stroke(width=pen) | Lines(width=pen):
            courses = (element.course,) if isinstance(element, Stroke) else element.courses
            return any(_runs_through(course, box.grown(pen / 2)) for course in courses)
        case Area(outlines=outlines, line_width=line):
            return covers(outlines, box.grown(line / 2))
        case Photo(mask=mask) | Footage(mask=mask) if mask:
            return covers((mask,), box)
        case Disc():
            return _is_near((element.x, element.y), element.radius + element.ring_width / 2, box)
        case Text(angle=angle) if angle:
            reach = max(_text(element).width, element.style.size)
            return _is_near((element.x, element.baseline), reach, box)
    bounds = _bounds(element)
    return bounds is not None and bounds.meets(box)


def _bounds(element: Element) -> Bounds | None:
    """None of captions: they stand low in the film, where nothing else is put."""
    match element:
        case Text(entrance=Roll(window=window)):
            beside = _text(element)
            return replace(window, left=beside.left, right=beside.right)
        case Text():
            return _text(element)
        case Box(x=x, y=y) | Photo(x=x, y=y) | Footage(x=x, y=y):
            return Bounds(x, y, x + element.width, y + element.height)
        case Pictogram(x=x, y=y, size=size):
            return Bounds(x, y, x + size, y + size)
        case Flame(x=x, y=y, radius=r):
            return Bounds(x - r, y - 2 * r, x + r, y + r)
    return None


def _text(text: Text) -> Bounds:
    wide = max(width(line, text.style) for line in text.lines)
    rises, _ = upright(text.lines[0], text.style)
    _, hangs = upright(text.lines[-1], text.style)
    left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    last = text.baseline + (len(text.lines) - 1) * text.style.line_height
    return Bounds(left, text.baseline - rises, left + wide, last + hangs)


def _is_near(centre: Point, radius: float, box: Bounds) -> bool:
    dx = max(box.left - centre[0], 0, centre[0] - box.right)
    dy = max(box.top - centre[1], 0, centre[1] - box.bottom)
    return math.hypot(dx, dy) < radius


def covers(outlines: Sequence[Outline], box: Bounds) -> bool:
    """Whether an outline runs through the box, or the box lies inside (even-odd rule)."""
    if any(_runs_through((*outline, outline[0]), box) for outline in outlines):
        return True
    return sum(_crossings(outline, box.centre) for outline in outlines) % 2 == 1


def _crossings(outline: Outline, point: Point) -> int:
    """How often a ray to the right of the point meets the closed outline."""
    x, y = point
    crossed = 0
    for (x0, y0), (x1, y1) in pairwise((*outline, outline[0])):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossed += 1
    return crossed


def _runs_through(course: Outline, box: Bounds) -> bool:
    """Most courses lie on one side of the box whole, as almost all of a map's communes do: these
    are told by comparisons alone.
    """
    return not _is_beside(course, box) and any(
        _segment_meets(start, end, box) for start, end in pairwise(course)
    )


def _is_beside(course: Outline, box: Bounds) -> bool:
    return (
        all(x <= box.left for x, _ in course)
        or all(x >= box.right for x, _ in course)
        or all(y <= box.top for _, y in course)
        or all(y >= box.bottom for _, y in course)
    )


def _segment_meets(start: Point, end: Point, box: Bounds) -> bool:
    """By Liang and Barsky's clipping: what of the segment lies between each pair of sides. Most lie
    on one side whole.
    """
    (x0, y0), (x1, y1) = start, end
    if (
        x0 <= box.left >= x1
        or x0 >= box.right <= x1
        or y0 <= box.top >= y1
        or y0 >= box.bottom <= y1
    ):
        return False
    first, last = 0.0, 1.0
    for origin, step, low, high in (
        (x0, x1 - x0, box.left, box.right),
        (y0, y1 - y0, box.top, box.bottom),
    ):
        if step == 0:
            if not low < origin < high:
                return False
            continue
        one, other = sorted(((low - origin) / step, (high - origin) / step))
        first, last = max(first, one), min(last, other)
    return first < last
