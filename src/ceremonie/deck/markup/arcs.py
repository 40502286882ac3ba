"""Outlines as few steps: what was sampled from circles is written as arcs again."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from ceremonie.theme.track import Outline, Point

TOLERANCE = 0.25
"""px that an outline may lie away from its points: an eighth of what the last row can see."""

EXACT = 0.02
"""px that points on one circle lie away from it at most: tracks are sampled exactly."""

LEAST = 5
"""An arc stands for this many points at least."""

LONGEST = 0.3
"""Of a radius: what lies further apart are corners, though a rectangle's all lie on a circle."""

LARGEST = 20_000.0
"""px of a radius; what is flatter is straight."""


@dataclass(frozen=True)
class Arc:
    """From where the pen is: `start` and `sweep` in degrees, clockwise, 0 to the right."""

    radius: float
    start: float
    sweep: float


Step = Point | Arc
"""A straight line to a point, or an arc."""


@lru_cache(maxsize=4096)
def steps(outline: Outline, *, closed: bool) -> tuple[Step, ...]:
    """The outline from its first point on, which is the first step."""
    points = np.asarray(outline, dtype=np.float64)
    if closed and len(points) > 1 and np.allclose(points[0], points[-1]):
        points = points[:-1]
    found = list(_arcs(np.vstack([points, points[:1]]) if closed else points))
    if not found:
        return tuple(_simplified(points, closed=closed))
    return tuple(_joined(points, found, closed=closed))


def _joined(
    points: NDArray[np.float64], arcs: list[tuple[int, int, Arc]], *, closed: bool
) -> Iterator[Step]:
    """The arcs (first and last index, shape) with simplified lines between them."""
    at = 0
    last = len(points) if closed else len(points) - 1
    ring = np.vstack([points, points[:1]])
    yield _point(points[0])
    for first, stop, arc in arcs:
        yield from _simplified(ring[at : first + 1], closed=False)[1:]
        yield arc
        at = stop
    rest = _simplified(ring[at : last + 1], closed=False)[1:]
    yield from rest[:-1] if closed else rest


def _arcs(points: NDArray[np.float64]) -> Iterator[tuple[int, int, Arc]]:
    at = 0
    while at + LEAST <= len(points):
        circle = _circle(points[at], points[at + 1], points[at + 2])
        count = _length(points[at:], circle) if circle else 0
        if circle and count >= LEAST:
            yield from _halves(points, at, at + count - 1, circle)
            at += count - 1
        else:
            at += 1


def _halves(
    points: NDArray[np.float64], first: int, last: int, circle: tuple[float, float, float]
) -> Iterator[tuple[int, int, Arc]]:
    """Programs disagree on arcs of a whole turn: no arc turns further than half of one."""
    middle = (first + last) // 2
    whole = _arc(points[first : last + 1], circle)
    if abs(whole.sweep) <= 180:
        yield first, last, whole
        return
    yield first, middle, _arc(points[first : middle + 1], circle)
    yield middle, last, _arc(points[middle : last + 1], circle)


def _circle(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]
) -> tuple[float, float, float] | None:
    """Centre and radius of the circle through three points; None where they lie on a line."""
    (bx, by), (cx, cy) = b - a, c - a
    twice = 2 * (bx * cy - by * cx)
    if abs(twice) < 1e-9:
        return None
    x = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / twice
    y = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / twice
    radius = math.hypot(x, y)
    return (a[0] + x, a[1] + y, radius) if radius < LARGEST else None


def _length(points: NDArray[np.float64], circle: tuple[float, float, float]) -> int:
    """How many of the points, from the first on, lie on the circle and go the same way round."""
    x, y, radius = circle
    rest = points - (x, y)
    off = np.abs(np.hypot(rest[:, 0], rest[:, 1]) - radius) > EXACT
    turns = rest[:-1, 0] * rest[1:, 1] - rest[:-1, 1] * rest[1:, 0]
    apart = np.hypot(*np.diff(rest, axis=0).T) > LONGEST * radius
    back = (turns * turns[0] <= 0) | apart
    ends = [int(np.argmax(flags)) + shift for flags, shift in ((off, 0), (back, 1)) if flags.any()]
    return min(ends, default=len(points))


def _arc(points: NDArray[np.float64], circle: tuple[float, float, float]) -> Arc:
    x, y, radius = circle
    angles = np.unwrap(np.arctan2(points[:, 1] - y, points[:, 0] - x))
    start, stop = math.degrees(angles[0]), math.degrees(angles[-1])
    return Arc(radius, start % 360, stop - start)


def _simplified(points: NDArray[np.float64], *, closed: bool) -> list[Point]:
    """Without the points that lie within TOLERANCE of the line between their neighbours."""
    if len(points) < 3:
        return [_point(one) for one in points]
    single = points.astype(np.float32).reshape(-1, 1, 2)
    return [_point(one) for one in cv2.approxPolyDP(single, TOLERANCE, closed).reshape(-1, 2)]


def _point(one: NDArray[np.float64]) -> Point:
    return float(one[0]), float(one[1])
