"""The flame: three nested bends, straight on the right, a long arc on the left, tip up."""

from __future__ import annotations

import math

from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline

COLOURS = (Colour.MIDDLE, Colour.BRIGHT, Colour.PAPER)
STEPS = 48


def layers(x: float, y: float, radius: float) -> tuple[tuple[Outline, Colour], ...]:
    """Outline and colour, back to front; (x, y) is the centre of the bend, 2r wide and 3r high."""
    return tuple(
        (_outline(x, y, radius * part), colour)
        for part, colour in zip((1, 2 / 3, 1 / 3), COLOURS, strict=True)
    )


def _outline(x: float, y: float, r: float) -> Outline:
    bend = [_on_circle(x, y, r, math.pi * i / STEPS) for i in range(STEPS + 1)]
    side = [
        _on_circle(x + r, y, 2 * r, math.pi + math.pi / 2 * i / STEPS) for i in range(STEPS + 1)
    ]
    return (*bend, *side)


def _on_circle(x: float, y: float, r: float, angle: float) -> tuple[float, float]:
    return x + r * math.cos(angle), y + r * math.sin(angle)
