"""Courses and the edges of the pen that is drawn along them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ceremonie.film.painting.raster import Points
from ceremonie.theme.track import Outline

MITRE_LIMIT = 4.0
"""How far a sharp corner may point, in halves of the pen's width (as in SVG)."""


def first_part(course: Outline, part: float) -> Points:
    """The course from its start to `part` (0 to 1) of its length: shape (points, 2), px."""
    points, lengths = _measured(course)
    if part >= 1:
        return points
    wanted = lengths[-1] * max(0.0, part)
    last = int(np.searchsorted(lengths, wanted))
    if last == 0:
        return points[:1]
    return np.vstack([points[:last], point_at(course, part)])


def last_part(course: Outline, part: float) -> Points:
    """The course from `part` (0 to 1) of its length to its end: shape (points, 2), px."""
    return first_part(course[::-1], 1 - part)[::-1]


def point_at(course: Outline, part: float) -> Points:
    """The point after `part` of the course's length, shape (2,)."""
    point: Points = points_at(course, np.array([part]))[0]
    return point


def points_at(course: Outline, parts: Points) -> Points:
    """The points after these parts of the course's length, shape (parts, 2)."""
    points, lengths = _measured(course)
    wanted = lengths[-1] * np.clip(parts, 0.0, 1.0)
    return np.stack([np.interp(wanted, lengths, axis) for axis in points.T], axis=1)


@lru_cache(maxsize=64)
def _measured(course: Outline) -> tuple[Points, Points]:
    """The points of a course and its length up to each of them; not to be written to."""
    points = np.array(course, np.float64)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    points.flags.writeable = lengths.flags.writeable = False
    return points, lengths


def band(course: Points, wide: float) -> Points:
    """The outline of a butt-ended pen along a course."""
    course = course[_distinct(course)]
    normals = normals_of(np.diff(course, axis=0))
    offset = _mitred(np.vstack([normals[:1], normals]), np.vstack([normals, normals[-1:]]), wide)
    return np.vstack([course + offset, (course - offset)[::-1]])


def rim(outline: Points, wide: float) -> tuple[Points, Points]:
    """Both sides of a pen that goes round a closed outline."""
    outline = outline[_distinct(np.vstack([outline, outline[:1]]))[1:]]
    normals = normals_of(np.roll(outline, -1, axis=0) - outline)
    offset = _mitred(np.roll(normals, 1, axis=0), normals, wide)
    return outline + offset, outline - offset


def _distinct(course: Points) -> npt.NDArray[np.bool_]:
    """Which points lie apart from the one before them; directions need some length."""
    return np.concatenate([[True], np.hypot(*np.diff(course, axis=0).T) > 1e-9])


def normals_of(steps: Points) -> Points:
    """Across each step of a course, 1 px long; shape (steps, 2)."""
    steps = steps / np.hypot(*steps.T)[:, None]
    return np.stack([-steps[:, 1], steps[:, 0]], axis=1)


def _mitred(before: Points, after: Points, wide: float) -> Points:
    """From each corner to the pen's edge, where the edges of both its sides meet."""
    middle = before + after
    length = np.maximum(1e-9, np.hypot(*middle.T))
    reach = np.minimum(2 / length, MITRE_LIMIT)
    offset: Points = middle * (reach / length * wide / 2)[:, None]
    return offset
