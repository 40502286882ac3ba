"""Where the outlines of elements are at a frame, and how much of them is seen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ceremonie.film.painting.courses import point_at
from ceremonie.film.painting.raster import Points
from ceremonie.film.painting.shapes import (
    EVERYWHERE,
    Fill,
    Rectangle,
    flattened,
    run_out,
    stroked,
)
from ceremonie.planning.drawing import Element, Stroke
from ceremonie.planning.entrances import (
    Cascade,
    Departure,
    Follow,
    Grow,
    Rise,
    Run,
    Slide,
)


@dataclass(frozen=True)
class Pose:
    """An element's fills at a frame, and the window through which they are seen."""

    fills: tuple[Fill, ...]
    window: Rectangle = EVERYWHERE


def pose(element: Element, rest: tuple[Fill, ...], frame: int) -> Pose:
    """Where the element is at a frame of its shot; `rest` are its fills at rest."""
    if not element.visible(frame):
        return Pose(())
    leaves = element.leaves
    if leaves and frame >= leaves.start:
        return _leaving(element, leaves, rest, leaves.progress(frame))
    if element.entrance.progress(frame) >= 1:
        return Pose(rest)
    return _under_way(element, rest, frame)


def _under_way(element: Element, rest: tuple[Fill, ...], frame: int) -> Pose:
    entrance = element.entrance
    part, posed = entrance.progress(frame), Pose(rest)
    match entrance:
        case Run() if isinstance(element, Stroke):
            posed = Pose(stroked(element, part))
        case Follow(course, _):
            dx, dy = point_at(course, part) - np.array(course[-1])
            posed = Pose(tuple(f.moved(dx, dy) for f in rest))
        case Grow():
            centre = _centre(bounds(rest))
            posed = Pose(tuple(f.scaled(part, centre) for f in rest))
        case Slide():
            posed = _sliding(rest, entrance, part)
        case Cascade():
            posed = Pose(tuple(_line_by_line(rest, entrance, frame)))
        case Rise():
            posed = Pose(_rising(element, entrance, rest, frame))
    return posed


def _sliding(rest: tuple[Fill, ...], slide: Slide, part: float) -> Pose:
    left = 1 - part
    moved = tuple(fill.moved(slide.dx * left, slide.dy * left) for fill in rest)
    return Pose(moved, uncovered(slide, bounds(rest), part))


def _line_by_line(rest: Sequence[Fill], cascade: Cascade, frame: int) -> Iterator[Fill]:
    """The lines of a text that have begun to come in, each behind its own edge."""
    for index, line in enumerate(rest):
        slide = cascade.line(index)
        if part := slide.progress(frame):
            posed = _sliding((line,), slide, part)
            yield replace(posed.fills[0], window=posed.window)


def _rising(element: Element, entrance: Rise, rest: Sequence[Fill], frame: int) -> tuple[Fill, ...]:
    """Both edges of a stroke lie flat where they begin: lanes side by side never part."""
    height = entrance.height(frame)
    if not isinstance(element, Stroke):
        return tuple(fill.flattened(height) for fill in rest)
    return tuple(
        replace(fill, outlines=tuple(_edges_flattened(o, height) for o in fill.outlines))
        for fill in stroked(element, entrance.run.progress(frame))
    )


def _edges_flattened(band: Points, height: float) -> Points:
    """Of the outline of a band: one edge forwards, then the other one back."""
    there, back = np.split(band, 2)
    return np.vstack([flattened(there, there[0, 1], height), flattened(back, back[-1, 1], height)])


def _leaving(element: Element, leaves: Departure, rest: tuple[Fill, ...], part: float) -> Pose:
    if isinstance(element, Stroke):
        return Pose(run_out(element, part))
    moved = tuple(f.moved(leaves.dx * part, 0) for f in rest)
    return Pose(moved, covered(bounds(rest), part))


def bounds(filled: Sequence[Fill]) -> Rectangle:
    """What the fills cover; a point where they are blank, as a text of unknown letters is."""
    points = np.vstack([np.zeros((0, 2)), *(o for f in filled for o in f.outlines)])
    if not len(points):
        return 0.0, 0.0, 0.0, 0.0
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def uncovered(slide: Slide, box: Rectangle, part: float) -> Rectangle:
    """The window of a wipe: it opens away from the edge that the shape comes from."""
    left, top, right, bottom = box
    if not slide.wipe or part >= 1:
        return EVERYWHERE
    wide, high = (right - left + 2) * part, (bottom - top + 2) * part
    x0 = right + 1 - wide if slide.dx > 0 else left - 1 if slide.dx < 0 else -math.inf
    x1 = left - 1 + wide if slide.dx < 0 else right + 1 if slide.dx > 0 else math.inf
    y0 = bottom + 1 - high if slide.dy > 0 else top - 1 if slide.dy < 0 else -math.inf
    y1 = top - 1 + high if slide.dy < 0 else bottom + 1 if slide.dy > 0 else math.inf
    return x0, y0, x1, y1


def covered(box: Rectangle, part: float) -> Rectangle:
    """The window of what leaves: it closes in the running direction."""
    left, _, right, _ = box
    return left - 1 + (right - left + 2) * part, -math.inf, math.inf, math.inf


def _centre(box: Rectangle) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
