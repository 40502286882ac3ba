"""Outlines as native freeforms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.deck.markup.arcs import Arc, Step, steps
from ceremonie.deck.markup.xml import Node, node
from ceremonie.formats import Bounds
from ceremonie.theme.track import Outline, Point
from ceremonie.units import emu

DEGREE = 60_000
"""Angles are counted in 60 000ths of a degree."""


@dataclass(frozen=True)
class Frame:
    """A box in px of the canvas."""

    x: float
    y: float
    width: float
    height: float

    @property
    def outline(self) -> Outline:
        """Its corners in px, clockwise from the top left."""
        right, bottom = self.x + self.width, self.y + self.height
        return (self.x, self.y), (right, self.y), (right, bottom), (self.x, bottom)

    @classmethod
    def of(cls, bounds: Bounds) -> Frame:
        return cls(bounds.left, bounds.top, bounds.width, bounds.height)

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.x, self.y, self.x + self.width, self.y + self.height)

    def grown(self, by: float) -> Frame:
        """The frame with `by` px more on every side."""
        return Frame(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def transform(self, angle: float = 0, **flips: bool) -> Node:
        """`a:xfrm` in EMU; `angle` turns about the box's centre, clockwise, in degrees."""
        return node(
            "a:xfrm",
            node("a:off", x=emu(self.x), y=emu(self.y)),
            node("a:ext", cx=max(0, emu(self.width)), cy=max(0, emu(self.height))),
            rot=round(angle % 360 * DEGREE) or None,
            **flips,
        )


def frame_of(outlines: Sequence[Outline]) -> Frame:
    """The smallest frame that holds the outlines, in px."""
    xs = [x for outline in outlines for x, _ in outline]
    ys = [y for outline in outlines for _, y in outline]
    return Frame(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def freeform(outlines: Sequence[Outline], frame: Frame, *, closed: bool) -> Node:
    """`a:custGeom` of several sub-paths in one path, which fills by the even-odd rule."""
    steps = [step for outline in outlines for step in _path(outline, frame, closed=closed)]
    path = node("a:path", *steps, w=emu(frame.width), h=emu(frame.height))
    if not closed:
        path.set("fill", "none")
    empty = [node(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    text = node("a:rect", l="0", t="0", r="r", b="b")
    return node("a:custGeom", *empty, text, node("a:pathLst", path))


def _path(outline: Outline, frame: Frame, *, closed: bool) -> list[Node]:
    first, *others = steps(outline, closed=closed)
    assert not isinstance(first, Arc)
    path = [node("a:moveTo", _point(first, frame))]
    path += [_step(step, frame) for step in others]
    return [*path, node("a:close")] if closed else path


def _step(step: Step, frame: Frame) -> Node:
    if not isinstance(step, Arc):
        return node("a:lnTo", _point(step, frame))
    radius = emu(step.radius)
    return node(
        "a:arcTo",
        wR=radius,
        hR=radius,
        stAng=round(step.start * DEGREE),
        swAng=round(step.sweep * DEGREE),
    )


def _point(point: Point, frame: Frame) -> Node:
    return node("a:pt", x=emu(point[0] - frame.x), y=emu(point[1] - frame.y))


def preset(name: str) -> Node:
    """`a:prstGeom` of this name, without adjustments."""
    return node("a:prstGeom", node("a:avLst"), prst=name)
