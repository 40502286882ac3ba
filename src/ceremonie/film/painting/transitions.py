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
    frame, parting = old.copy(), _flat(old, transition.line)
    lane = _flat(old, transition.colour)
    edges = (front, front - line, front - ribbon + line, front - ribbon)
    over = (parting, lane, parting, planes(new))
    for edge, following, picture in zip(edges, (*edges[1:], None), over, strict=True):
        _cover(planes(frame), edge, picture, following)
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
    frame = np.empty_like(old)
    parting = math.floor(x / 2) * 2
    _move(planes(new), planes(frame), after, (x, y - enters * after), (parting, width))
    there = np.empty_like(old)
    last = min(width, parting + 4)
    _move(planes(old), planes(there), before, (x - width * before, y - leaves * before), (0, last))
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
    frame = np.empty_like(old)
    above = _transposed(planes(frame))
    _cover(above, np.full(width, height), _transposed(_flat(old, transition.colour)))
    _lay_below(frame, new, left)
    line = edge - LINE * max(width, height)
    _cover(above, edge, _transposed(_flat(old, transition.line)), line)
    there = _raised(old, max(0.0, height - left) ** 2 / height, line.max())
    _cover(above, line, _transposed(planes(there)))
    return frame


def _size(frame: Frame) -> tuple[int, int]:
    """Width and height of what the frame shows, px."""
    return frame.shape[1], frame.shape[0] * 2 // 3


def _transposed(parts: Planes) -> Planes:
    """Views of planes whose rows are their columns."""
    y, u, v = parts
    return y.T, u.T, v.T


def _flat(like: Frame, colour: RGB) -> Planes:
    """The planes of a frame of one colour, as large as the other; they take no memory, and are not
    to be written to.
    """
    y, u, v = (
        np.broadcast_to(np.uint8(sample), plane.shape)
        for plane, sample in zip(planes(like), yuv(colour), strict=True)
    )
    return y, u, v


def _move(
    source: Planes, target: Planes, scale: float, step: tuple[float, float], seen: tuple[int, int]
) -> None:
    """Every point of the planes `scale` times as far from their top left corner, then `step` px
    further, in the columns that are seen, from an even one on. Beyond the picture, its edges go on.
    """
    for plane, moved, half in zip(source, target, (1, 2, 2), strict=True):
        first, last = seen[0] // half, -(-seen[1] // half)
        centred = (scale - 1) / 2  # samples are counted from their middle, not from their edge
        x, y = (centred + length / half for length in step)
        moved[:, first:last] = cv2.warpAffine(
            plane,
            np.array(((scale, 0, x - first), (0, scale, y))),
            (last - first, plane.shape[0]),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )


def _lay_below(frame: Frame, over: Frame, height: float) -> None:
    """Lay a picture over the frame, `height` px lower than it stands."""
    for target, source, half in zip(planes(frame), planes(over), (1, 2, 2), strict=True):
        first = math.ceil(height / 2) * 2 // half
        if first < len(target):
            target[first:] = _rows(source, first - height / half, len(target) - first)


def _raised(frame: Frame, height: float, last: float) -> Frame:
    """A picture `height` px higher than it stands, down to row `last`; what is below is not
    defined.
    """
    moved = np.empty_like(frame)
    for target, source, half in zip(planes(moved), planes(frame), (1, 2, 2), strict=True):
        count = min(len(target), math.ceil(last / half) + 2)
        if count > 0:
            target[:count] = _rows(source, height / half, count)
    return moved


def _rows(plane: Plane, first: float, count: int) -> Plane:
    """So many rows from one on, between two where it is a fraction; beyond the last row, it goes
    on.
    """
    whole = math.floor(first)
    wanted = np.clip(np.arange(whole, whole + count + 1), 0, len(plane) - 1)
    inside = whole + count < len(plane)
    rows = plane[whole : whole + count + 1] if inside else plane[wanted]
    part = first - whole
    return np.asarray(cv2.addWeighted(rows[1:], part, rows[:-1], 1 - part, 0), np.uint8)


def _cover(target: Planes, edge: Edge, over: Planes, following: Edge | None = None) -> None:
    """Lay the left of one frame over another, as far as the edge reaches in each row. What lies
    left of a `following` edge in every row is left out: something else will cover it.
    """
    start = 0.0 if following is None else float((following - _softness(following)).min())
    halved = edge.reshape(-1, 2).mean(axis=1) / 2
    for plane, source, reach, half in zip(
        target, over, (edge, halved, halved), (1, 2, 2), strict=True
    ):
        _cover_plane(plane, reach, source, max(0, math.floor(start / half) - 1))


def _softness(edge: Edge) -> Edge:
    """Over how many samples each row of an edge is mixed: the more, the flatter it runs."""
    return np.asarray(1 + np.abs(np.gradient(edge)))


def _cover_plane(plane: Plane, edge: Edge, over: Plane, first: int) -> None:
    """Samples on the edge are mixed. Columns that it has passed in every row are copied at once,
    from the first one on.
    """
    width, soft = plane.shape[1], _softness(edge)
    whole = np.clip(np.floor(edge - soft / 2 + 0.5), 0, width).astype(np.int64)
    least, most = max(first, int(whole.min())), int(whole.max())
    plane[:, first:least] = over[:, first:least]
    if most > least:
        between = plane[:, least:most]  # the mask lies in memory as the plane does
        inside = np.empty_like(between, np.bool_)
        np.less(np.arange(least, most), whole[:, None], out=inside)
        np.copyto(between, over[:, least:most], where=inside)
    columns = whole[:, None] + np.arange(math.ceil(soft.max()) + 1)
    part = np.clip((edge[:, None] - columns - 0.5) / soft[:, None] + 0.5, 0, 1)
    rows, places = np.nonzero((columns < width) & (part > 0))
    at, part = (rows, columns[rows, places]), part[rows, places]
    plane[at] = np.rint(part * over[at] + (1 - part) * plane[at])
