"""Tracks: straights and arcs, tangent-continuous, from which every lane is computed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

Point = tuple[float, float]
Outline = tuple[Point, ...]


@dataclass(frozen=True)
class Straight:
    length: float


@dataclass(frozen=True)
class Bend:
    """Turns by `angle` degrees on `radius` px; positive turns right on the screen (clockwise)."""

    radius: float
    angle: float


@dataclass(frozen=True)
class _Piece:
    """A straight or an arc placed on the canvas; `turn` is 0 for a straight, radians for an arc."""

    start: Point
    heading: float
    extent: float
    turn: float

    @property
    def side(self) -> float:
        return math.copysign(1.0, self.turn) if self.turn else 0.0

    @property
    def centre(self) -> Point:
        x, y = self.start
        reach = self.side * self.extent
        return x - reach * math.sin(self.heading), y + reach * math.cos(self.heading)

    def length(self, offset: float) -> float:
        return abs(self.turn) * (self.extent - self.side * offset) if self.turn else self.extent

    def point(self, offset: float, part: float) -> Point:
        """The point at `offset` to the right of the axis, `part` (0 to 1) along the piece."""
        heading = self.heading + self.turn * part
        if not self.turn:
            x = self.start[0] + part * self.extent * math.cos(heading)
            y = self.start[1] + part * self.extent * math.sin(heading)
            return x - offset * math.sin(heading), y + offset * math.cos(heading)
        radius = self.extent - self.side * offset
        x, y = self.centre
        return (
            x + self.side * radius * math.sin(heading),
            y - self.side * radius * math.cos(heading),
        )


@dataclass(frozen=True)
class Track:
    """A running direction: start point, heading in degrees (0 right, 90 down), then its parts.

    A lane lies at an offset in px, positive to the right of the running direction. Positions along
    a lane are px from the start, measured on that lane.
    """

    start: Point
    heading: float
    parts: tuple[Straight | Bend, ...]

    @cached_property
    def _pieces(self) -> tuple[_Piece, ...]:
        pieces: list[_Piece] = []
        point, heading = self.start, math.radians(self.heading)
        for part in self.parts:
            if isinstance(part, Straight):
                piece = _Piece(point, heading, part.length, 0.0)
            else:
                piece = _Piece(point, heading, part.radius, math.radians(part.angle))
            pieces.append(piece)
            point, heading = piece.point(0, 1), heading + piece.turn
        return tuple(pieces)

    def length(self, offset: float = 0) -> float:
        """Length of the line at `offset`, in px."""
        return sum(piece.length(offset) for piece in self._pieces)

    def point(self, offset: float, position: float) -> Point:
        """Where a runner at `offset` is after `position` px."""
        for piece in self._pieces:
            length = piece.length(offset)
            if position <= length:
                return piece.point(offset, max(position, 0) / length if length else 0)
            position -= length
        return self._pieces[-1].point(offset, 1)

    def line(
        self,
        offset: float,
        start: float = 0,
        stop: float | None = None,
        *,
        measured_at: float | None = None,
        step: float = 3,
    ) -> Outline:
        """Points of the line at `offset`, from `start` to `stop` px of the lane `measured_at`."""
        measured = offset if measured_at is None else measured_at
        return _placed(self, offset, (start, stop), measured, step)

    def band(
        self, near: float, far: float, start: float = 0, stop: float | None = None, step: float = 3
    ) -> Outline:
        """The closed outline between two offsets; positions are measured on the middle of both."""
        middle = (near + far) / 2
        one = self.line(near, start, stop, measured_at=middle, step=step)
        other = self.line(far, start, stop, measured_at=middle, step=step)
        return one + other[::-1]


@lru_cache(maxsize=4096)
def _placed(
    track: Track, offset: float, between: tuple[float, float | None], measured: float, step: float
) -> Outline:
    """The same few tracks carry every scene of a kind; those of one course differ by where they
    begin.
    """
    x0, y0 = track.start
    course = Track((0.0, 0.0), track.heading, track.parts)
    return tuple((x0 + x, y0 + y) for x, y in _sampled(course, offset, between, measured, step))


@lru_cache(maxsize=4096)
def _sampled(
    track: Track, offset: float, between: tuple[float, float | None], measured: float, step: float
) -> Outline:
    start, stop = between[0], track.length(measured) if between[1] is None else between[1]
    points: list[Point] = []
    done = 0.0
    for piece in track._pieces:
        length = piece.length(measured)
        low, high = max(start, done), min(stop, done + length)
        if high > low + 1e-6:
            count = max(2, int((high - low) / step) + 1) if piece.turn else 1
            points.extend(
                piece.point(offset, (low + (high - low) * i / count - done) / length)
                for i in range(count + 1)
            )
        done += length
    return tuple(points)


def stagger(track: Track, pitch: float, lanes: int, first: float = 0) -> tuple[float, ...]:
    """How far ahead each lane starts so that all run the same distance (turn angle × pitch)."""
    lengths = [track.length(first + (lane + 0.5) * pitch) for lane in range(lanes)]
    return tuple(length - min(lengths) for length in lengths)


def circle(centre: Point, radius: float, start: float = 0) -> Track:
    """A full turn, clockwise from `start` degrees (0 is right of the centre)."""
    angle = math.radians(start)
    at = (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
    return Track(at, start + 90, (Bend(radius, 360),))


def cumulated(points: Sequence[Point]) -> tuple[float, ...]:
    """Length of the polyline up to each of its points."""
    steps = (math.dist(a, b) for a, b in pairwise(points))
    return tuple(accumulate(steps, initial=0.0))


def smooth_route(
    through: Sequence[Point], radius: float = 150, rounds: int = 80, gain: float = 0.6
) -> tuple[Outline, tuple[int, ...]]:
    """A route of straights and arcs that passes through every point after the first.

    Vertices are pushed outwards until each arc's middle lies on its point. Returns the points of
    the route, one every 3 px, and for each given point its index among them.
    """
    vertices = [list(p) for p in through]
    for _ in range(rounds):
        for index in range(1, len(vertices) - 1):
            corner = _corner(vertices[index - 1], vertices[index], vertices[index + 1], radius)
            if index >= 2 or len(through) == 3:
                vertices[index][0] += (through[index][0] - corner.apex[0]) * gain
                vertices[index][1] += (through[index][1] - corner.apex[1]) * gain
    points: list[Point] = [(vertices[0][0], vertices[0][1])]
    reached = [0]
    for index in range(1, len(vertices) - 1):
        corner = _corner(vertices[index - 1], vertices[index], vertices[index + 1], radius)
        points.extend(_straight(points[-1], corner.enter))
        arc = corner.arc()
        reached.append(len(points) + len(arc) // 2)
        points.extend(arc)
    points.extend(_straight(points[-1], (vertices[-1][0], vertices[-1][1])))
    reached.append(len(points) - 1)
    return tuple(points), tuple(reached)


def thinned(course: Sequence[Point], tolerance: float = 0.5) -> Outline:
    """The course by fewer points: what is left out lies `tolerance` px from it at most (Douglas and
    Peucker, without recursion).
    """
    kept, spans = {0, len(course) - 1}, [(0, len(course) - 1)]
    while spans:
        first, last = spans.pop()
        away = [(_off(course[i], course[first], course[last]), i) for i in range(first + 1, last)]
        distance, farthest = max(away, default=(0.0, first))
        if distance > tolerance:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return tuple(course[i] for i in sorted(kept))


def _off(point: Point, start: Point, stop: Point) -> float:
    """px from a point to the line through two others, or to both where they are one."""
    dx, dy = stop[0] - start[0], stop[1] - start[1]
    length = math.hypot(dx, dy)
    if not length:
        return math.dist(point, start)
    return abs(dx * (point[1] - start[1]) - dy * (point[0] - start[0])) / length


def _straight(start: Point, stop: Point) -> list[Point]:
    count = max(2, int(math.dist(start, stop) / 3))
    return [
        (start[0] + (stop[0] - start[0]) * i / count, start[1] + (stop[1] - start[1]) * i / count)
        for i in range(1, count + 1)
    ]


@dataclass(frozen=True)
class _Corner:
    enter: Point
    leave: Point
    centre: Point
    apex: Point
    radius: float

    def arc(self) -> list[Point]:
        x, y = self.centre
        first = math.atan2(self.enter[1] - y, self.enter[0] - x)
        last = math.atan2(self.leave[1] - y, self.leave[0] - x)
        turn = (last - first + math.pi) % (2 * math.pi) - math.pi
        count = max(4, int(abs(turn) * self.radius / 3))
        return [
            (
                x + self.radius * math.cos(first + turn * i / count),
                y + self.radius * math.sin(first + turn * i / count),
            )
            for i in range(count + 1)
        ]


def _corner(
    before: Sequence[float], vertex: Sequence[float], after: Sequence[float], radius: float
) -> _Corner:
    ux, uy = _direction(vertex, before)
    vx, vy = _direction(vertex, after)
    angle = math.acos(max(-0.999999, min(0.999999, ux * vx + uy * vy)))
    room = 0.48 * min(math.dist(vertex, before), math.dist(vertex, after))
    radius = max(1.0, min(radius, room * math.tan(angle / 2)))
    reach, depth = radius / math.tan(angle / 2), radius / math.sin(angle / 2)
    bx, by = ux + vx, uy + vy
    size = math.hypot(bx, by) or 1.0
    bx, by = bx / size, by / size
    x, y = vertex[0], vertex[1]
    return _Corner(
        (x + ux * reach, y + uy * reach),
        (x + vx * reach, y + vy * reach),
        (x + bx * depth, y + by * depth),
        (x + bx * (depth - radius), y + by * (depth - radius)),
        radius,
    )


def _direction(start: Sequence[float], stop: Sequence[float]) -> Point:
    length = math.dist(start, stop) or 1.0
    return (stop[0] - start[0]) / length, (stop[1] - start[1]) / length
