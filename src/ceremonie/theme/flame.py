"""The flame: three nested bends, straight on the right, a long arc on the left, tip up."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline, Point

COLOURS = (Colour.MIDDLE, Colour.BRIGHT, Colour.PAPER)
STEPS = 48


SWAYS = ((31, 13), (23, 11), (19, 9))
STRETCHES = ((17, 7), (13, 8), (11, 6))
"""Frames of the two waves in which the tip of each layer sways, and in which it rises and falls."""

SWAY, STRETCH = (0.15, 0.07), (0.10, 0.05)
"""How far it does, by the radius of the layer."""


def layers(x: float, y: float, radius: float, frame: int = 0) -> tuple[tuple[Outline, Colour], ...]:
    """Outline and colour, back to front; (x, y) is the centre of the bend, 2r wide and 3r high.
    The flame flickers from frame to frame; at 0 it has the form of a sign.
    """
    return tuple(
        (_flickering(_outline(x, y, radius * part), (x, y), radius * part, tip), colour)
        for part, colour, tip in zip((1, 2 / 3, 1 / 3), COLOURS, _tips(frame), strict=True)
    )


def _tips(frame: int) -> Iterator[Point]:
    """Of each layer, how far its tip is from its place, by its radius."""
    for sway, stretch in zip(SWAYS, STRETCHES, strict=True):
        yield _wave(frame, sway, SWAY), -_wave(frame, stretch, STRETCH)


def _wave(frame: int, periods: tuple[int, int], heights: tuple[float, float]) -> float:
    parts = zip(periods, heights, strict=True)
    return sum(height * math.sin(2 * math.pi * frame / period) for period, height in parts)


def _flickering(outline: Outline, centre: Point, r: float, tip: Point) -> Outline:
    """The bend stands still; what is above it is bent the more, the higher it is."""
    if tip == (0, 0):
        return outline
    rises = (max(0.0, (centre[1] - y) / (2 * r)) ** 2 for _, y in outline)
    return tuple(
        (x + r * tip[0] * rise, y + r * tip[1] * rise)
        for (x, y), rise in zip(outline, rises, strict=True)
    )


def _outline(x: float, y: float, r: float) -> Outline:
    bend = [_on_circle(x, y, r, math.pi * i / STEPS) for i in range(STEPS + 1)]
    side = [
        _on_circle(x + r, y, 2 * r, math.pi + math.pi / 2 * i / STEPS) for i in range(STEPS + 1)
    ]
    return (*bend, *side)


def _on_circle(x: float, y: float, r: float, angle: float) -> tuple[float, float]:
    return x + r * math.cos(angle), y + r * math.sin(angle)
