"""Elements as filled outlines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, singledispatch

import numpy as np

from ceremonie.film.painting.courses import (
    band,
    first_part,
    last_part,
    normals_of,
    points_at,
    rim,
)
from ceremonie.film.painting.raster import Points
from ceremonie.planning.breath import Light
from ceremonie.planning.drawing import (
    Anchor,
    Area,
    Box,
    Caption,
    Disc,
    Element,
    Flame,
    Lines,
    Pictogram,
    Stroke,
    Text,
)
from ceremonie.planning.tables import Table
from ceremonie.theme import flame, pictogram
from ceremonie.theme.faces import Face
from ceremonie.theme.outlines import outlines
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import PlacedGlyph, line_glyphs, width

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom; px of the canvas."""

EVERYWHERE: Rectangle = (-math.inf, -math.inf, math.inf, math.inf)
CAPTION_PAD = 30
BAND_OPACITY = 0.92
"""Of the band behind subtitles (charter of the CSA, now Arcom)."""

CARET = "\u02c6"
"""Drawn for ^, which raises what stands between two of it in every other text."""
GLINT = 48
"""Points along a light that runs."""


@dataclass(frozen=True)
class Fill:
    """Outlines filled together by the even-odd rule; by the non-zero rule where they may lie upon
    each other: letters that are joined, marks that touch their letter. `window` is what is seen of
    them; what lies below shows through where `opacity` is less than 1.
    """

    outlines: tuple[Points, ...]
    colour: Colour
    overlapping: bool = False
    window: Rectangle = EVERYWHERE
    opacity: float = 1.0

    def moved(self, dx: float, dy: float) -> Fill:
        """The same fill, (dx, dy) px further."""
        step = np.array((dx, dy))
        return replace(self, outlines=tuple(o + step for o in self.outlines))

    def scaled(self, factor: float, centre: tuple[float, float]) -> Fill:
        """The same fill, `factor` times as large about `centre`."""
        middle = np.array(centre)
        grown = tuple((o - middle) * factor + middle for o in self.outlines)
        return replace(self, outlines=grown)

    def flattened(self, height: float) -> Fill:
        """The same fill with `height` (0 to 1) of its height above its lowest point."""
        base = max(float(outline[:, 1].max()) for outline in self.outlines)
        return replace(self, outlines=tuple(flattened(o, base, height) for o in self.outlines))


@singledispatch
def fills(element: Element) -> tuple[Fill, ...]:
    """What to fill to show the element whole and at rest, back to front."""
    raise TypeError(f"not a drawn shape: {element!r}")


@fills.register
def _area(element: Area) -> tuple[Fill, ...]:
    inside = Fill(_arrays(element.outlines), element.colour)
    if not element.line:
        return (inside,)
    rims = tuple(
        Fill(rim(np.array(outline), element.line_width), element.line)
        for outline in element.outlines
    )
    return (inside, *rims)


@fills.register
def _lines(element: Lines) -> tuple[Fill, ...]:
    """Together: where their ends lie upon each other, they cover no more than once."""
    bands = tuple(band(course, element.width) for course in _arrays(element.courses))
    return (Fill(bands, element.colour, overlapping=True),)


@fills.register
def _stroke(element: Stroke) -> tuple[Fill, ...]:
    return stroked(element, 1.0)


@fills.register
def _disc(element: Disc) -> tuple[Fill, ...]:
    half = element.ring_width / 2
    filled = []
    if element.colour:
        filled.append(Fill((_circle(element, element.radius),), element.colour))
    if element.ring:
        rims = (_circle(element, element.radius + half), _circle(element, element.radius - half))
        filled.append(Fill(rims, element.ring))
    return tuple(filled)


@fills.register
def _box(element: Box) -> tuple[Fill, ...]:
    x, y, w, h = element.x, element.y, element.width, element.height
    return (Fill((_rectangle((x, y, x + w, y + h)),), element.colour),)


@fills.register
def _table(element: Table) -> tuple[Fill, ...]:
    """Its boxes and texts are drawn one by one."""
    return ()


@fills.register
def _text(element: Text) -> tuple[Fill, ...]:
    filled = []
    for index, line in enumerate(element.lines):
        baseline = element.baseline + index * element.style.line_height
        left = element.x + (element.hanging if index else 0)
        x = _line_start(line, element.style, left, element.anchor)
        glyphs = line_glyphs(line, element.style, x, baseline, plain_zero=element.plain_zero)
        letters = tuple(contour for glyph in glyphs for contour in _placed(glyph))
        if element.angle:
            letters = _turned(letters, element.angle, (element.x, element.baseline))
        filled.append(Fill(letters, element.colour, overlapping=True))
    return tuple(filled)


def _placed(glyph: PlacedGlyph) -> Iterator[Points]:
    origin = np.array((glyph.x, glyph.baseline))
    for contour in _contours(glyph.index, glyph.face, glyph.plain_zero):
        yield contour * glyph.size + origin


@lru_cache(maxsize=2048)
def _contours(index: int, face: Face, plain_zero: bool) -> tuple[Points, ...]:
    """In em, y down."""
    contours = outlines(index, face, plain_zero=plain_zero)
    return tuple(np.array(contour) * (1, -1) for contour in contours)


@fills.register
def _caption(element: Caption) -> tuple[Fill, ...]:
    """White on a black band that hugs the longest line. A caret in spoken
    words raises nothing.
    """
    style, lines = element.style, tuple(line.replace("^", CARET) for line in element.cue.lines)
    widest = max(width(line, style) for line in lines)
    height = style.line_height * len(lines) + CAPTION_PAD
    bottom = element.baseline + 26
    left = element.x - widest / 2 - CAPTION_PAD
    band = (left, bottom - height, left + widest + 2 * CAPTION_PAD, bottom)
    text = Text(
        name=element.name,
        lines=lines,
        x=element.x,
        baseline=element.baseline - (len(lines) - 1) * style.line_height,
        style=style,
        colour=Colour.WHITE,
        ground=Colour.BLACK,
        anchor=Anchor.MIDDLE,
    )
    return Fill((_rectangle(band),), Colour.BLACK, opacity=BAND_OPACITY), *_text(text)


@fills.register
def _pictogram(element: Pictogram) -> tuple[Fill, ...]:
    origin = np.array((element.x, element.y))
    contours = _arrays(pictogram.outlines(element.symbol))
    return (Fill(tuple(c * element.size + origin for c in contours), element.colour),)


@fills.register
def _flame(element: Flame) -> tuple[Fill, ...]:
    return flickered(element, 0)


def flickered(element: Flame, frame: int) -> tuple[Fill, ...]:
    """A flame as it is at a frame of its shot."""
    layers = flame.layers(element.x, element.y, element.radius, frame)
    return tuple(Fill((np.array(outline),), colour) for outline, colour in layers)


def glint(light: Light, span: tuple[float, float]) -> Fill:
    """A light between two parts (0 to 1) of its course: a drop, its round end ahead."""
    parts = np.linspace(*span, GLINT)
    course = points_at(light.course, parts)
    normals = normals_of(np.gradient(course, axis=0))
    along = np.linspace(0, 1, GLINT)
    offset = normals * (np.sin(np.pi * along**3) * light.width / 2)[:, None]
    return Fill((np.vstack([course + offset, (course - offset)[::-1]]),), light.colour)


def flattened(points: Points, base: float, height: float) -> Points:
    x, y = points.T
    return np.stack([x, base + (y - base) * height], axis=1)


def stroked(element: Stroke, part: float) -> tuple[Fill, ...]:
    """A stroke drawn along the first `part` (0 to 1) of its course."""
    return _band(element, first_part(element.course, part))


def run_out(element: Stroke, part: float) -> tuple[Fill, ...]:
    """A stroke whose tail has gone `part` (0 to 1) of its course."""
    return _band(element, last_part(element.course, part))


def _band(element: Stroke, course: Points) -> tuple[Fill, ...]:
    """A course may cross itself, or go back the way it came."""
    if len(course) < 2:
        return ()
    return (Fill((band(course, element.width),), element.colour, overlapping=True),)


def _circle(disc: Disc, radius: float) -> Points:
    count = max(24, int(radius * 2))
    angles = np.linspace(0, 2 * math.pi, count, endpoint=False)
    return np.stack([disc.x + radius * np.cos(angles), disc.y + radius * np.sin(angles)], axis=1)


def _rectangle(box: Rectangle) -> Points:
    left, top, right, bottom = box
    return np.array(((left, top), (right, top), (right, bottom), (left, bottom)))


def _line_start(line: str, style: Style, x: float, anchor: Anchor) -> float:
    wide = width(line, style)
    return {Anchor.START: x, Anchor.MIDDLE: x - wide / 2, Anchor.END: x - wide}[anchor]


def _turned(
    outlines: Sequence[Points], angle: float, centre: tuple[float, float]
) -> tuple[Points, ...]:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    turn = np.array(((cos, sin), (-sin, cos)))
    middle = np.array(centre)
    return tuple((o - middle) @ turn + middle for o in outlines)


def _arrays(outlines: Sequence[Outline]) -> tuple[Points, ...]:
    return tuple(np.array(outline) for outline in outlines)
