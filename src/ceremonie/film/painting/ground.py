"""The ground of a shot that breathes: painted once, larger than it is shown, then resized as a
photo is. So its edges are as sharp as painted ones, and move by fractions of a pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ceremonie.film.painting import canvas, patches, photographs
from ceremonie.film.painting.canvas import Box, Surface
from ceremonie.film.painting.colour import Plane
from ceremonie.film.painting.patches import Planes
from ceremonie.film.painting.poses import Pose
from ceremonie.film.painting.shapes import fills, glint
from ceremonie.planning.breath import Breath
from ceremonie.planning.drawing import Drawing

EDGE = 4
"""Pixels around a shape in which its edge may be seen."""

LARGER = (1 + math.sqrt(5)) / 2
"""Multiples of the golden section are spread most evenly between whole numbers: a pixel of the
ground is soon near any fraction of one of the frame.
"""


@dataclass(frozen=True)
class Ground:
    """Of a drawing that breathes, on a surface."""

    drawing: Drawing
    breath: Breath
    surface: Surface

    @cached_property
    def _painted(self) -> tuple[Planes, Box]:
        """Its planes, larger than it is shown, and the box of them outside of which there is
        nothing but the field.
        """
        wide, high = (round(n * LARGER / 2) * 2 for n in (self.surface.width, self.surface.height))
        unit = self.surface.unit * LARGER
        larger = replace(self.surface, width=wide, height=high, unit=unit)
        pixels, boxes = canvas.blank(larger, self.drawing.field), []
        for element in self.drawing.elements[: self.breath.depth]:
            drawn = canvas.drawn(Pose(fills(element)), larger)
            canvas.draw(pixels, drawn)
            boxes.append(canvas.extent(drawn, larger).box)
        painted = canvas.layer(pixels)
        y, u, v = (photographs.bordered(p, self._margin) for p in (painted.y, painted.u, painted.v))
        return (y, u, v), canvas.united(boxes)

    @property
    def _margin(self) -> int:
        return math.ceil(photographs.STEPS * LARGER) + 2

    def shown(self, number: int) -> Planes:
        """Its planes at a frame of the shot; they may be written to."""
        scale = self.breath.scale(number)
        painted, extent = self._painted
        box = self._seen(extent, scale)
        levels = self.surface.sample(self.drawing.field)[:3]
        y, u, v = (
            self._plane(plane, half, level, scale, box)
            for plane, half, level in zip(painted, (1, 2, 2), levels, strict=True)
        )
        self._light(number, scale, (y, u, v))
        return y, u, v

    def _corner(self, scale: float) -> tuple[float, float]:
        """Where its own corner lies, px of the frame."""
        unit = self.surface.unit * (1 - scale)
        return self.breath.x * unit, self.breath.y * unit

    def _seen(self, extent: Box, scale: float) -> Box:
        """Where of the frame there may be more than the field."""
        (x, y), shrunk = self._corner(scale), scale / LARGER
        left, top, right, bottom = extent
        return canvas.evened(
            (
                max(0, math.floor(x + left * shrunk) - EDGE),
                max(0, math.floor(y + top * shrunk) - EDGE),
                min(self.surface.width, math.ceil(x + right * shrunk) + EDGE),
                min(self.surface.height, math.ceil(y + bottom * shrunk) + EDGE),
            )
        )

    def _plane(self, plane: Plane, half: int, level: int, scale: float, box: Box) -> Plane:
        """The whole of it, of which all but a box of the frame is level."""
        left, top, right, bottom = (edge // half for edge in box)
        size = (self.surface.height // half, self.surface.width // half)
        shown = np.full(size, level, np.uint8)
        if right > left:
            x, y = (place / half for place in self._corner(scale))
            shown[top:bottom, left:right] = photographs.resized(
                plane,
                self._margin,
                scale / LARGER,
                (x - left, y - top),
                (right - left, bottom - top),
            )
        return shown

    def _light(self, number: int, scale: float, target: Planes) -> None:
        """The light keeps to its lane as that swells."""
        light = self.breath.light
        span = light.span(number) if light else None
        if light and span:
            lit = glint(light, span).scaled(scale, (self.breath.x, self.breath.y))
            if patch := patches.patch(Pose((lit,)), self.surface):
                patches.lay(patch, target)
