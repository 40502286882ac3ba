"""The frames of a transition: a function of its value, of a number, and of both shots' frames."""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.film.painting.colour import Frame, Plane, planes, yuv
from ceremonie.planning.transition import Move, Transition
from ceremonie.theme.palette import HOUSE, RGB, Colour
from ceremonie.units import FrameSpan

Edge = npt.NDArray[np.float64]
"""For each row of a frame, how far something reaches from its left edge; px, shape (height,)."""

Planes = tuple[Plane, Plane, Plane]

RIBBON = 0.2
"""Of the frame's width: the lane that sweeps over it."""

LINE = 1 / 160
"""Of the frame's longer side: the line between two lanes."""

FOREMOST = 0.82
"""Of the frame's height: the axis of the low lanes, where the bend is ahead."""


def painted(transition: Transition, number: int, old: Frame, new: Frame) -> Frame:
    """Frame `number` (from 0) of a transition; `old` and `new` are what both shots show then, I420
    as `colour` describes it, and are not written to.
    """
    part = (number + 1) / (transition.frames + 1)
    match transition.move:
        case Move.DISSOLVE:
            return mixed(new, old, part)
        case Move.BEND:
            return _bend(transition, part, old, new)
        case Move.TRAVEL:
            return _travel(transition, part, old, new)
        case Move.DESCENT:
            return _descent(transition, part, old, new)
    return new


def faded(frame: Frame, number: int, fading: FrameSpan) -> Frame:
    """Frame `number` of a shot that goes to black over these frames: the last of them is black."""
    if number < fading.start:
        return frame
    shows = (fading.stop - 1 - number) / len(fading)
    return mixed(frame, _black(frame.shape), max(0.0, shows))


@lru_cache(maxsize=4)
def _black(shape: tuple[int, ...]) -> Frame:
    frame = np.empty(shape, np.uint8)
    for plane, level in zip(planes(frame), yuv(HOUSE.rgb(Colour.BLACK)), strict=True):
        plane[:] = level
    return frame


def mixed(frame: Frame, old: Frame, weight: float) -> Frame:
    """Both frames over each other; `weight` is the part of the first, 0 to 1."""
    return np.asarray(cv2.addWeighted(frame, weight, old, 1 - weight, 0), np.uint8)


def swinging(part: float) -> float:
    """Slow at both ends."""
    return part * part * (3 - 2 * part)


def arriving(part: float) -> float:
    """Soon under way, and long in coming to rest: what arrives can be read early."""
    return 1 - (1 - part) ** 3 * (1 + 3 * part)


def _bend(transition: Transition, part: float, old: Frame, new: Frame) -> Frame:
    """A lane with its two lines, bent as on a track, runs from the left to beyond the right edge:
    before it lies the old picture, behind it the new one.
    """
    width, height = _size(old)
    arc = _arc(width, height)
    ribbon, line = RIBBON * width, LINE * max(width, height)
    front = swinging(part) * (width + ribbon - arc.min()) + arc
    frame, parting = old.copy(), planes(_flat(old, transition.line))
    _cover(planes(frame), front, parting)
    _cover(planes(frame), front - line, planes(_flat(old, transition.colour)))
    _cover(planes(frame), front - ribbon + line, parting)
    _cover(planes(frame), front - ribbon, planes(new))
    return frame


def _arc(width: int, height: int) -> Edge:
    """How far each row of the bend is behind its foremost point: 0 or less, px."""
    radius = max(0.8 * width, 1.25 * height)
    rows = np.arange(height) + 0.5 - FOREMOST * height
    return np.asarray(np.sqrt(radius**2 - rows**2) - radius)


def _travel(transition: Transition, part: float, old: Frame, new: Frame) -> Frame:
    """The new shot lies to the right of the old one; where their lanes meet, both are as large as
    makes these equally wide, and as high.
    """
    width, height = _size(old)
    gone = arriving(part)
    leaves, enters = (place * height for place in transition.heights)
    x, y = width * (1 - gone), leaves + (enters - leaves) * gone
    before, after = transition.zoom**gone, transition.zoom ** (gone - 1)
    frame = _moved(new, after, (x, y - enters * after))
    there = _moved(old, before, (x - width * before, y - leaves * before))
    _cover(planes(frame), np.full(height, x), planes(there))
    return frame


def _descent(transition: Transition, part: float, old: Frame, new: Frame) -> Frame:
    """The lane of the new shot comes up from below, edge and all; the old picture goes ahead of it,
    ever faster, so that nothing is seen between them.
    """
    width, height = _size(old)
    x, y = transition.about[0] * width, transition.about[1] * height
    radius = math.hypot(max(x, width - x), y)
    rise = radius - y
    left = (height + rise) * (1 - arriving(part))
    edge = left + y - np.sqrt(radius**2 - (np.arange(width) + 0.5 - x) ** 2)
    frame = _flat(old, transition.colour)
    _lay_below(frame, _moved(new, 1, (0, left)), left)
    above = _transposed(frame)
    _cover(above, edge, _transposed(_flat(old, transition.line)))
    gone = max(0.0, height - left) ** 2 / height
    there = _moved(old, 1, (0, -gone))
    _cover(above, edge - LINE * max(width, height), _transposed(there))
    return frame


def _size(frame: Frame) -> tuple[int, int]:
    """Width and height of what the frame shows, px."""
    return frame.shape[1], frame.shape[0] * 2 // 3


def _transposed(frame: Frame) -> Planes:
    """Views of its planes whose rows are its columns."""
    y, u, v = planes(frame)
    return y.T, u.T, v.T


def _flat(like: Frame, colour: RGB) -> Frame:
    """A frame of one colour, as large as the other."""
    frame = np.empty_like(like)
    for plane, sample in zip(planes(frame), yuv(colour), strict=True):
        plane[:] = sample
    return frame


def _moved(frame: Frame, scale: float, step: tuple[float, float]) -> Frame:
    """Every point of the frame `scale` times as far from its top left corner, then `step` px
    further. Beyond the picture, its edges go on.
    """
    moved = np.empty_like(frame)
    for source, target, half in zip(planes(frame), planes(moved), (1, 2, 2), strict=True):
        centred = (scale - 1) / 2  # samples are counted from their middle, not from their edge
        x, y = (centred + length / half for length in step)
        cv2.warpAffine(
            source,
            np.array(((scale, 0, x), (0, scale, y))),
            source.shape[::-1],
            dst=target,
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
    return moved


def _lay_below(frame: Frame, over: Frame, height: float) -> None:
    """Lay what is below a height over the frame."""
    for target, source, half in zip(planes(frame), planes(over), (1, 2, 2), strict=True):
        first = math.ceil(height / 2) * 2 // half
        target[first:] = source[first:]


def _cover(target: Planes, edge: Edge, over: Planes) -> None:
    """Lay the left of one frame over another, as far as the edge reaches in each row."""
    halved = edge.reshape(-1, 2).mean(axis=1) / 2
    for plane, source, reach in zip(target, over, (edge, halved, halved), strict=True):
        _cover_plane(plane, reach, source)


def _cover_plane(plane: Plane, edge: Edge, over: Plane) -> None:
    """Samples on the edge are mixed, the more of them the flatter it runs."""
    width, soft = plane.shape[1], 1 + np.abs(np.gradient(edge))
    whole = np.clip(np.floor(edge - soft / 2 + 0.5), 0, width).astype(np.int64)
    np.copyto(plane, over, where=np.arange(width) < whole[:, None])
    columns = whole[:, None] + np.arange(math.ceil(soft.max()) + 1)
    part = np.clip((edge[:, None] - columns - 0.5) / soft[:, None] + 0.5, 0, 1)
    rows, places = np.nonzero((columns < width) & (part > 0))
    at, part = (rows, columns[rows, places]), part[rows, places]
    plane[at] = np.rint(part * over[at] + (1 - part) * plane[at])
