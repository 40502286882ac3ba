"""The ground of a shot that breathes: painted once, larger than it is shown, then resized as a
photo is. So its edges are as sharp as painted ones, and move by fractions of a pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

from ceremonie.film.painting import canvas, patches, photographs
from ceremonie.film.painting.canvas import Surface
from ceremonie.film.painting.colour import Plane
from ceremonie.film.painting.patches import Planes
from ceremonie.film.painting.poses import Pose
from ceremonie.film.painting.shapes import fills, glint
from ceremonie.planning.breath import Breath
from ceremonie.planning.drawing import Drawing

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
    def _planes(self) -> Planes:
        wide, high = (round(n * LARGER / 2) * 2 for n in (self.surface.width, self.surface.height))
        unit = self.surface.unit * LARGER
        larger = replace(self.surface, width=wide, height=high, unit=unit)
        pixels = canvas.blank(larger, self.drawing.field)
        for element in self.drawing.elements[: self.breath.depth]:
            canvas.draw(pixels, canvas.drawn(Pose(fills(element)), larger))
        painted = canvas.layer(pixels)
        y, u, v = (photographs.bordered(p, self._margin) for p in (painted.y, painted.u, painted.v))
        return y, u, v

    @property
    def _margin(self) -> int:
        return math.ceil(photographs.STEPS * LARGER) + 2

    def shown(self, number: int) -> Planes:
        """Its planes at a frame of the shot; they may be written to."""
        scale = self.breath.scale(number)
        width, height = self.surface.width, self.surface.height
        x, y = (c * self.surface.unit * (1 - scale) for c in (self.breath.x, self.breath.y))
        luma, *chroma = self._planes
        whole = self._resized(luma, scale, (x, y), (width, height))
        u, v = (self._resized(p, scale, (x / 2, y / 2), (width // 2, height // 2)) for p in chroma)
        self._light(number, scale, (whole, u, v))
        return whole, u, v

    def _resized(
        self,
        plane: Plane,
        scale: float,
        corner: tuple[float, float],
        size: tuple[int, int],
    ) -> Plane:
        return photographs.resized(plane, self._margin, scale / LARGER, corner, size)

    def _light(self, number: int, scale: float, target: Planes) -> None:
        """The light keeps to its lane as that swells."""
        light = self.breath.light
        span = light.span(number) if light else None
        if light and span:
            lit = glint(light, span).scaled(scale, (self.breath.x, self.breath.y))
            if patch := patches.patch(Pose((lit,)), self.surface):
                patches.lay(patch, target)
