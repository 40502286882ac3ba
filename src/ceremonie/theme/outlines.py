"""The outlines of glyphs, curves flattened."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

from ceremonie.theme.faces import Face, font
from ceremonie.theme.track import Outline, Point

STEPS = 8
"""Straight pieces for each curve: none is seen at 640 px."""


class _Pen:
    """Collects a glyph's contours; receives HarfBuzz's drawing calls."""

    def __init__(self) -> None:
        self.contours: list[list[Point]] = []

    def move(self, x: float, y: float, _: object) -> None:
        self.contours.append([(x, y)])

    def line(self, x: float, y: float, _: object) -> None:
        self.contours[-1].append((x, y))

    def quadratic(self, cx: float, cy: float, x: float, y: float, _: object) -> None:
        x0, y0 = self.contours[-1][-1]
        for i in range(1, STEPS + 1):
            t = i / STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            self.contours[-1].append((a * x0 + b * cx + c * x, a * y0 + b * cy + c * y))

    def cubic(
        self, ax: float, ay: float, bx: float, by: float, x: float, y: float, _: object
    ) -> None:
        x0, y0 = self.contours[-1][-1]
        for i in range(1, STEPS + 1):
            t = i / STEPS
            k0, k1, k2, k3 = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            self.contours[-1].append(
                (k0 * x0 + k1 * ax + k2 * bx + k3 * x, k0 * y0 + k1 * ay + k2 * by + k3 * y)
            )

    def close(self, _: object) -> None:
        return


@lru_cache(maxsize=2048)
def outlines(index: int, face: Face, *, plain_zero: bool = False) -> tuple[Outline, ...]:
    """A glyph's closed contours in em, y up; filled with the non-zero rule.

    `plain_zero` is for 0 alone: without the stroke in its eye.
    """
    pen = _Pen()
    functions = hb.DrawFuncs()
    functions.set_move_to_func(pen.move)
    functions.set_line_to_func(pen.line)
    functions.set_quadratic_to_func(pen.quadratic)
    functions.set_cubic_to_func(pen.cubic)
    functions.set_close_path_func(pen.close)
    drawn = font(face)
    drawn.draw_glyph(index, functions, None)
    unit = drawn.face.upem
    contours = tuple(tuple((x / unit, y / unit) for x, y in contour) for contour in pen.contours)
    return _plain_zero(contours) if plain_zero else contours


_ZERO_EYE = (
    ((332, 107), (412, 107), (458, 190), (458, 336)),
    ((458, 336), (458, 482), (412, 562), (332, 562)),
    ((332, 562), (252, 562), (206, 482), (206, 336)),
    ((206, 336), (206, 190), (252, 107), (332, 107)),
)
"""The eye of an unslashed zero in ExtraBold, 1/1000 em: four Bézier curves."""


def _plain_zero(contours: tuple[Outline, ...]) -> tuple[Outline, ...]:
    outer = max(contours, key=_area)
    pen = _Pen()
    pen.move(*_ZERO_EYE[0][0], None)
    for _, one, two, end in _ZERO_EYE:
        pen.cubic(*one, *two, *end, None)
    eye = tuple((x / 1000, y / 1000) for x, y in pen.contours[0])
    return outer, eye


def _area(contour: Outline) -> float:
    closed = (*contour, contour[0])
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(closed))) / 2
