"""Atkinson Hyperlegible Next: shaping, measuring and outlines, alike on every system.

HarfBuzz shapes with the font's own kerning; both painters place what is measured here. U+202F is
absent from the font and drawn as a plain advance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

import uharfbuzz as hb

from ceremonie.theme.track import Outline, Point
from ceremonie.theme.type import Style, tracking

FAMILY = "Atkinson Hyperlegible Next"
FILES = {
    400: "AtkinsonHyperlegibleNext_400Regular.ttf",
    600: "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    700: "AtkinsonHyperlegibleNext_700Bold.ttf",
    800: "AtkinsonHyperlegibleNext_800ExtraBold.ttf",
}
CAP_HEIGHT = 0.668
X_HEIGHT = 0.496
NARROW_SPACE = "\u202f"
NARROW_SPACE_ADVANCE = 0.17
SUPERSCRIPT_SCALE = 0.62
SUPERSCRIPT_RISE = 0.30
"""Ordinals are written `3^e^`: the part between carets is raised and set at 62 %."""

_SUBSTITUTES = str.maketrans({"\u00a0": " ", "\u2011": "-"})


@dataclass(frozen=True)
class Glyph:
    """A glyph id placed by its origin, in em from the start of the line and the baseline (y up)."""

    index: int
    x: float
    y: float
    scale: float


@dataclass(frozen=True)
class ShapedLine:
    """One line in em units: its glyphs, its advance, and where its ink begins and ends."""

    glyphs: tuple[Glyph, ...]
    advance: float
    ink_left: float
    ink_right: float


def font_file(weight: int) -> Path:
    """The TrueType file of a weight."""
    return Path(str(resources.files("ceremonie") / "data" / "fonts" / FILES[weight]))


@lru_cache(maxsize=8)
def _font(weight: int) -> hb.Font:
    return hb.Font(hb.Face(font_file(weight).read_bytes()))


@lru_cache(maxsize=8)
def vertical_metrics(weight: int) -> tuple[float, float]:
    """Ascent and descent of a line in em, both positive (the font's hhea table)."""
    extents = _font(weight).get_font_extents("ltr")
    unit = _font(weight).face.upem
    return extents.ascender / unit, -extents.descender / unit


@lru_cache(maxsize=4096)
def _shape(text: str, weight: int) -> tuple[tuple[int, float], ...]:
    """Glyph ids and advances in em of a run of plain text."""
    buffer = hb.Buffer()
    buffer.add_str(text.translate(_SUBSTITUTES))
    buffer.guess_segment_properties()
    font = _font(weight)
    hb.shape(font, buffer, {"kern": True, "liga": False})
    unit = font.face.upem
    return tuple(
        (info.codepoint, position.x_advance / unit)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


@lru_cache(maxsize=4096)
def shape(text: str, weight: int, track: float = 0.0) -> ShapedLine:
    """Shape one line; `track` is the tracking in em."""
    glyphs: list[Glyph] = []
    x = 0.0
    for level, part in enumerate(re.split(r"\^", text)):
        raised = level % 2 == 1
        scale = SUPERSCRIPT_SCALE if raised else 1.0
        rise = SUPERSCRIPT_RISE if raised else 0.0
        for piece in re.split(f"({NARROW_SPACE})", part):
            if piece == NARROW_SPACE:
                x += NARROW_SPACE_ADVANCE
                continue
            for index, advance in _shape(piece, weight) if piece else ():
                glyphs.append(Glyph(index, x, rise, scale))
                x += (advance + track) * scale
    return ShapedLine(tuple(glyphs), *_extent(glyphs, weight, x - track))


def _extent(glyphs: list[Glyph], weight: int, advance: float) -> tuple[float, float, float]:
    boxes = [(g, box) for g in glyphs if (box := _ink(g.index, weight))]
    if not boxes:
        return advance, 0.0, advance
    first, last = boxes[0], boxes[-1]
    return (
        advance,
        first[0].x + first[1][0] * first[0].scale,
        last[0].x + last[1][1] * last[0].scale,
    )


@lru_cache(maxsize=1024)
def _ink(index: int, weight: int) -> tuple[float, float] | None:
    """Left and right of a glyph's ink in em, None for a blank."""
    extents = _font(weight).get_glyph_extents(index)
    unit = _font(weight).face.upem
    if not extents or not extents.width:
        return None
    return extents.x_bearing / unit, (extents.x_bearing + extents.width) / unit


def covers(text: str, weight: int = 400) -> str:
    """The characters of `text` that the font cannot draw, each once."""
    font = _font(weight)
    known = {NARROW_SPACE, "^", "\n", *map(chr, _SUBSTITUTES)}
    return "".join(
        dict.fromkeys(c for c in text if c not in known and not font.get_nominal_glyph(ord(c)))
    )


def width(text: str, style: Style) -> float:
    """From the ink's left edge to its right edge, in px."""
    line = shape(text, style.weight, tracking(style.size))
    return (line.ink_right - line.ink_left) * style.size


class _Pen:
    """Collects a glyph's contours, curves flattened; receives HarfBuzz's drawing calls."""

    steps = 8

    def __init__(self) -> None:
        self.contours: list[list[Point]] = []

    def move(self, x: float, y: float, _: object) -> None:
        self.contours.append([(x, y)])

    def line(self, x: float, y: float, _: object) -> None:
        self.contours[-1].append((x, y))

    def quadratic(self, cx: float, cy: float, x: float, y: float, _: object) -> None:
        x0, y0 = self.contours[-1][-1]
        for i in range(1, self.steps + 1):
            t = i / self.steps
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            self.contours[-1].append((a * x0 + b * cx + c * x, a * y0 + b * cy + c * y))

    def cubic(
        self, ax: float, ay: float, bx: float, by: float, x: float, y: float, _: object
    ) -> None:
        x0, y0 = self.contours[-1][-1]
        for i in range(1, self.steps + 1):
            t = i / self.steps
            k0, k1, k2, k3 = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            self.contours[-1].append(
                (k0 * x0 + k1 * ax + k2 * bx + k3 * x, k0 * y0 + k1 * ay + k2 * by + k3 * y)
            )

    def close(self, _: object) -> None:
        return


@lru_cache(maxsize=2048)
def outlines(index: int, weight: int, *, plain_zero: bool = False) -> tuple[Outline, ...]:
    """A glyph's closed contours in em, y up; filled with the non-zero or even-odd rule alike.

    `plain_zero` is for 0 alone: without the stroke in its eye.
    """
    pen = _Pen()
    functions = hb.DrawFuncs()
    functions.set_move_to_func(pen.move)
    functions.set_line_to_func(pen.line)
    functions.set_quadratic_to_func(pen.quadratic)
    functions.set_cubic_to_func(pen.cubic)
    functions.set_close_path_func(pen.close)
    font = _font(weight)
    font.draw_glyph(index, functions, None)
    unit = font.face.upem
    found = tuple(tuple((x / unit, y / unit) for x, y in contour) for contour in pen.contours)
    return _plain_zero(found) if plain_zero else found


@dataclass(frozen=True)
class PlacedGlyph:
    """A glyph on the canvas: its origin (y down) and its em, in px."""

    index: int
    weight: int
    plain_zero: bool
    x: float
    baseline: float
    size: float


def line_glyphs(
    text: str, style: Style, x: float, baseline: float, *, plain_zero: bool = False
) -> Iterator[PlacedGlyph]:
    """The glyphs of a line whose ink starts at `x`.

    `plain_zero` leaves out the stroke in the eye of 0, for figures above 200 px.
    """
    line = shape(text, style.weight, style.tracking)
    origin = x - line.ink_left * style.size
    zero = dict(_shape("0", style.weight)) if plain_zero else {}
    for glyph in line.glyphs:
        yield PlacedGlyph(
            glyph.index,
            style.weight,
            glyph.index in zero,
            origin + glyph.x * style.size,
            baseline - glyph.y * style.size,
            style.size * glyph.scale,
        )


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
