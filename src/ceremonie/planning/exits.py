"""What leaves a shot before the next one comes, and what stays where it is in both."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.planning import motion
from ceremonie.planning.drawing import (
    Box,
    Caption,
    Disc,
    Drawing,
    Element,
    Fit,
    Flame,
    Footage,
    Photo,
    Pictogram,
    Text,
)
from ceremonie.planning.entrances import AT_ONCE, Roll, Show, changing
from ceremonie.planning.transition import CUT, Move, Transition

PICTURE = 1 / 8
"""Of the frame: what is smaller is a portrait or a logo, and leaves as words do."""


def parted(old: Drawing, new: Drawing, into: Transition) -> tuple[Drawing, Drawing]:
    """Both drawings as they follow each other: words have left the old one at its end, what is the
    same in both stays where it is, and what the bend uncovers is there. A picture keeps its words:
    the bend or the camera takes them away with it.
    """
    if into.move is Move.BEND:
        return old, _uncovered(new, into.frames)
    if into.move is Move.DESCENT and pictured(old, old.frames) >= PICTURE:
        return old, new
    kept = _kept(old, new) if into == CUT else frozenset()
    return _left(old, kept), _resting(new, kept)


def pictured(drawing: Drawing, frame: int) -> float:
    """How much of the canvas photos and clips take at a frame, 0 to 1."""
    seen = (e for e in drawing.elements if isinstance(e, Photo | Footage) and e.visible(frame))
    taken = sum(_area(e, drawing) for e in seen if isinstance(e, Footage) or e.fit is Fit.COVER)
    return min(1.0, taken)


def _area(element: Photo | Footage | Box, drawing: Drawing) -> float:
    """Of the canvas, 0 to 1."""
    right = min(element.x + element.width, drawing.format.width)
    bottom = min(element.y + element.height, drawing.format.height)
    inside = max(0.0, right - max(0.0, element.x)) * max(0.0, bottom - max(0.0, element.y))
    return inside / (drawing.format.width * drawing.format.height)


def _uncovered(new: Drawing, frames: int) -> Drawing:
    """Pictures that would come in meanwhile are there from the beginning."""
    elements = (
        replace(e, entrance=AT_ONCE) if isinstance(e, Photo) and e.visible(frames) else e
        for e in new.elements
    )
    return replace(new, elements=tuple(elements))


def _kept(old: Drawing, new: Drawing) -> frozenset[str]:
    """The names of what looks the same at the end of the one as it does in the other."""
    ends = {_plain(e) for e in old.elements if _stands(e, old.frames)}
    return frozenset(e.name for e in new.elements if _opens(e) and _plain(e) in ends)


def _opens(element: Element) -> bool:
    """Whether it would come in as the shot begins, and stay."""
    at_first = changing(element.entrance)[0] <= motion.LANE
    return at_first and element.until is None and element.page is None


def _stands(element: Element, frame: int) -> bool:
    moving = isinstance(element, Footage | Caption) or (
        isinstance(element, Photo) and element.camera is not None
    )
    return not moving and element.until is None and element.presence(frame) == 1


def _plain(element: Element) -> Element:
    return replace(element, entrance=AT_ONCE, leaves=None)


def _resting(new: Drawing, kept: frozenset[str]) -> Drawing:
    elements = (replace(e, entrance=Show(0)) if e.name in kept else e for e in new.elements)
    return replace(new, elements=tuple(elements))


def _left(old: Drawing, kept: frozenset[str]) -> Drawing:
    leaves = motion.departure(old.frames)
    elements = (
        replace(e, leaves=leaves) if e.name not in kept and _leaves(e, old) else e
        for e in old.elements
    )
    return replace(old, elements=tuple(elements))


def _leaves(element: Element, drawing: Drawing) -> bool:
    """Lanes and grounds stay until the cut."""
    passing = element.until is not None and element.until < drawing.frames
    if element.fixed or passing or element.leaves or isinstance(element.entrance, Roll):
        return False
    if isinstance(element, Box | Photo):
        return _area(element, drawing) < PICTURE
    return isinstance(element, Text | Pictogram | Flame | Disc)
