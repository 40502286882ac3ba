"""Pictograms: SVG paths of one colour, flattened to outlines in a unit square.

The files are `data/pictograms/NAME.svg`, each one `path` in the view box `0 -960 960 960` of
Material Symbols. They are data of this package; a storyboard names them, it cannot bring any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from ceremonie.pictograms import drawing
from ceremonie.theme.track import Outline, Point

BOX = 960
STEPS = 10
NEGLIGIBLE = 1e-6
"""Of the unit square: about one unit of the view box, squared."""


@cache
def outlines(name: str) -> tuple[Outline, ...]:
    """Closed contours, 0 to 1 from the top left; filled with either rule alike.

    SVG fills by the non-zero rule. Where two contours overlap, a third one, the other way round,
    makes the even-odd rule fill the overlap too.
    """
    drawn = contours(name)
    return (*drawn, *_overlaps(drawn))


def contours(name: str) -> tuple[Outline, ...]:
    """The contours as the file draws them, to be filled by the non-zero rule."""
    path = re.search(r' d="([^"]+)"', drawing(name))
    assert path, f"{name}: no path"
    drawn = _Path(path[1]).contours()
    return tuple(tuple((x / BOX, y / BOX + 1) for x, y in contour) for contour in drawn)


def _winding(drawn: Sequence[Outline], point: Point) -> int:
    """How often the contours go round a point, by counting the sides on its left."""
    x, y = point
    turns = 0
    for contour in drawn:
        for (x0, y0), (x1, y1) in _sides(contour):
            if (y0 <= y) != (y1 <= y) and x > x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                turns += 1 if y1 > y0 else -1
    return turns


def _overlaps(drawn: Sequence[Outline]) -> list[Outline]:
    """What two contours of one direction fill twice, the other way round; one must be convex."""
    overlaps: list[Outline] = []
    for first, second in combinations(drawn, 2):
        one, other = (first, second) if _convex(second) else (second, first)
        if not _convex(other) or (_area(one) > 0) != (_area(other) > 0):
            continue
        shared = _inside(one, other)
        if abs(_area(shared)) > NEGLIGIBLE and abs(_winding(drawn, _middle(shared))) > 1:
            overlaps.append(shared[::-1])
    return overlaps


def _middle(contour: Outline) -> Point:
    xs, ys = zip(*contour, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _inside(contour: Outline, convex: Outline) -> Outline:
    """The contour cut by every side of a convex one (Sutherland and Hodgman, 1974)."""
    turn = 1 if _area(convex) > 0 else -1
    for a, b in _sides(convex):
        kept: list[Point] = []
        for p, q in _sides(contour):
            from_p, from_q = turn * _cross(a, b, p), turn * _cross(a, b, q)
            if from_p >= 0:
                kept.append(p)
            if (from_p > 0 > from_q) or (from_p < 0 < from_q):
                t = from_p / (from_p - from_q)
                kept.append((p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t))
        contour = tuple(kept)
    return contour


def _convex(contour: Outline) -> bool:
    turn = 1 if _area(contour) > 0 else -1
    sides = list(_sides(contour))
    corners = zip(sides, (*sides[1:], sides[0]), strict=True)
    return all(turn * _cross(a, b, c) > -NEGLIGIBLE for (a, b), (_, c) in corners)


def _sides(contour: Outline) -> Iterator[tuple[Point, Point]]:
    return zip(contour, (*contour[1:], *contour[:1]), strict=True)


def _cross(a: Point, b: Point, c: Point) -> float:
    """Positive where c lies on the right of a line from a to b on the screen."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _area(contour: Outline) -> float:
    """Signed: positive where the contour turns to the right on the screen."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in _sides(contour)) / 2


class _Path:
    """The path language as Material Symbols writes it: M L H V Q T C S Z, absolute or relative."""

    def __init__(self, data: str) -> None:
        self.tokens = iter(re.findall(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)", data))
        self.points: list[list[Point]] = []
        self.at: Point = (0.0, 0.0)
        self.control: Point | None = None

    def contours(self) -> list[list[Point]]:
        for command, numbers in self._commands():
            self._draw(command, numbers)
        return [contour for contour in self.points if len(contour) > 2]

    def _commands(self) -> Iterator[tuple[str, list[float]]]:
        command, numbers = "", list[float]()
        for token in self.tokens:
            if token.isalpha():
                if command:
                    yield command, numbers
                command, numbers = token, []
            else:
                numbers.append(float(token))
        yield command, numbers

    def _draw(self, command: str, numbers: list[float]) -> None:
        kind, relative = command.upper(), command.islower()
        if kind == "Z":
            self.at = self.points[-1][0]
            return
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "T": 2, "C": 6, "S": 4}[kind]
        for i in range(0, len(numbers), count):
            part = "L" if kind == "M" and i else kind
            self._segment(part, self._absolute(part, numbers[i : i + count], relative))

    def _absolute(self, kind: str, numbers: list[float], relative: bool) -> list[Point]:
        dx, dy = self.at if relative else (0.0, 0.0)
        if kind == "H":
            return [(numbers[0] + dx, self.at[1])]
        if kind == "V":
            return [(self.at[0], numbers[0] + dy)]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return [(x + dx, y + dy) for x, y in pairs]

    def _segment(self, kind: str, points: list[Point]) -> None:
        if kind == "M":
            self.points.append([])
        if kind in "TS":
            points = [self._reflected(), *points]
        if kind in "QTCS":
            curve = [self.at, *points]
            self.points[-1] += [_bezier(curve, step / STEPS) for step in range(1, STEPS + 1)]
            self.control = points[-2]
        else:
            self.points[-1].append(points[-1])
            self.control = None
        self.at = points[-1]

    def _reflected(self) -> Point:
        x, y = self.control or self.at
        return 2 * self.at[0] - x, 2 * self.at[1] - y


def _bezier(points: list[Point], t: float) -> Point:
    while len(points) > 1:
        points = [
            (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for (x0, y0), (x1, y1) in pairwise(points)
        ]
    return points[0]
