"""Shaping and measuring: where each glyph of a line stands, alike on every system.

HarfBuzz shapes each run with its face's own kerning, joined forms and places of marks; both
painters place what is measured here. A narrow space (U+202F) is a plain advance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from ceremonie.theme.faces import OURS, Face, Family, font
from ceremonie.theme.letters import Run, runs
from ceremonie.theme.type import Style

NARROW_SPACE_ADVANCE = 0.17
SUPERSCRIPT_SCALE = 0.62
SUPERSCRIPT_RISE = 0.30
"""Ordinals are written `3^e^`: the part between carets is raised and set at 62 %."""

LANGUAGE = "fr"


class Glyph(NamedTuple):
    """A glyph of a face placed by its origin, in em from the start of the line and the baseline
    (y up). Lines are measured by the ten thousand: a tuple is made in a fraction of the time.
    """

    face: Face
    number: int
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


class _Placed(NamedTuple):
    """A glyph of a run in em of its face: its way, where it stands off the line's course, whether
    its letter ends with it.
    """

    number: int
    advance: float
    dx: float
    dy: float
    last: bool


@lru_cache(maxsize=4096)
def _shape(text: str, face: Face, backwards: bool) -> tuple[_Placed, ...]:
    """The glyphs of a run, from left to right."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.language = LANGUAGE
    drawn = font(face)
    hb.shape(drawn, buffer, {"kern": True, "liga": False})
    infos, unit = buffer.glyph_infos, drawn.face.upem
    ends = [one.cluster != other.cluster for one, other in pairwise(infos)]
    return tuple(
        _Placed(i.codepoint, p.x_advance / unit, p.x_offset / unit, p.y_offset / unit, last)
        for i, p, last in zip(infos, buffer.glyph_positions, [*ends, True], strict=True)
    )


@lru_cache(maxsize=4096)
def shape(text: str, weight: int, track: float = 0.0, family: Family = OURS) -> ShapedLine:
    """Shape one line; `track` is the tracking in em."""
    glyphs: list[Glyph] = []
    x = after = 0.0
    for run in runs(text, weight, family):
        after = _step(run, track)
        placed, x = _run(run, x, after)
        glyphs += placed
    return ShapedLine(tuple(glyphs), *_extent(glyphs, x - after))


def _step(run: Run, track: float) -> float:
    """What tracking adds after each letter of a run, in em."""
    if run.face is None or run.face.joined:
        return 0.0
    return track * (SUPERSCRIPT_SCALE if run.raised else 1.0)


def _run(run: Run, x: float, step: float) -> tuple[list[Glyph], float]:
    """The glyphs of a run that begins at `x`, and where it ends."""
    face = run.face
    if face is None:
        return [], x + NARROW_SPACE_ADVANCE * len(run.text)
    scale = face.scale * (SUPERSCRIPT_SCALE if run.raised else 1.0)
    rise = SUPERSCRIPT_RISE if run.raised else 0.0
    glyphs = []
    for glyph in _shape(run.text, face, run.backwards):
        place = (x + glyph.dx * scale, rise + glyph.dy * scale)
        glyphs.append(Glyph(face, glyph.number, *place, scale))
        x += glyph.advance * scale + (step if glyph.last else 0.0)
    return glyphs, x


def _extent(glyphs: Sequence[Glyph], advance: float) -> tuple[float, float, float]:
    inks = [
        (glyph.x + ink[0] * glyph.scale, glyph.x + ink[1] * glyph.scale)
        for glyph in glyphs
        if (ink := _ink(glyph.number, glyph.face))
    ]
    if not inks:
        return advance, 0.0, advance
    return advance, min(left for left, _ in inks), max(right for _, right in inks)


@lru_cache(maxsize=4096)
def _ink(index: int, face: Face) -> tuple[float, float] | None:
    """Left and right of a glyph's ink in em, None for a blank."""
    extents = font(face).get_glyph_extents(index)
    unit = font(face).face.upem
    if not extents or not extents.width:
        return None
    return extents.x_bearing / unit, (extents.x_bearing + extents.width) / unit


@lru_cache(maxsize=65536)
def width(text: str, style: Style) -> float:
    """From the ink's left edge to its right edge, in px."""
    line = shape(text, style.weight, style.tracking, style.family)
    return (line.ink_right - line.ink_left) * style.size


def upright(text: str, style: Style) -> tuple[float, float]:
    """How far the ink of a line rises above its baseline, and hangs below it, in px."""
    glyphs = shape(text, style.weight, style.tracking, style.family).glyphs
    inks = [(g.y, g.scale, *_upright(g.number, g.face)) for g in glyphs]
    rise = max((y + scale * top for y, scale, top, _ in inks), default=0.0)
    depth = max((-y - scale * bottom for y, scale, _, bottom in inks), default=0.0)
    return rise * style.size, depth * style.size


@lru_cache(maxsize=4096)
def _upright(index: int, face: Face) -> tuple[float, float]:
    """Upper and lower edge of a glyph's ink in em, y up; both 0 for a blank."""
    extents = font(face).get_glyph_extents(index)
    unit = font(face).face.upem
    if not extents:
        return 0.0, 0.0
    return extents.y_bearing / unit, (extents.y_bearing + extents.height) / unit


@dataclass(frozen=True)
class PlacedGlyph:
    """A glyph on the canvas: its origin (y down) and its em, in px."""

    face: Face
    index: int
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
    line = shape(text, style.weight, style.tracking, style.family)
    origin = x - line.ink_left * style.size
    ours = plain_zero and not style.family.files  # the eye that is drawn is that of our own zero
    zeros = {(g.face, g.number) for g in shape("0", style.weight).glyphs} if ours else ()
    for glyph in line.glyphs:
        yield PlacedGlyph(
            glyph.face,
            glyph.number,
            (glyph.face, glyph.number) in zeros,
            origin + glyph.x * style.size,
            baseline - glyph.y * style.size,
            style.size * glyph.scale,
        )
