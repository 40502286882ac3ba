"""How much of the workshops' time a picture is on screen, and how much of it nothing else is."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Area, Drawing, Element, Footage, Photo, Stroke
from ceremonie.planning.model import Plan
from ceremonie.storyboard.programme import Section


@dataclass(frozen=True)
class Presence:
    """Parts, 0 to 1, of the frames of the workshops: with a photo or a clip on `screen`, and with
    one `full` frame, nothing over it but words and their plates.
    """

    screen: float
    full: float


def presence(plan: Plan) -> Presence:
    """What pictures have of the days' frames, chapters among them; nothing where there is none."""
    days = [shot for shot in plan.shots if shot.section is Section.DAYS]
    length = sum(len(shot.span) for shot in days)
    if not length:
        return Presence(0.0, 0.0)
    pictured = (shot for shot in days if any(map(_is_picture, shot.drawing.elements)))
    frames = [(shot.drawing, frame) for shot in pictured for frame in range(len(shot.span))]
    return Presence(
        sum(_on_screen(*frame) for frame in frames) / length,
        sum(_full(*frame) for frame in frames) / length,
    )


def _on_screen(drawing: Drawing, frame: int) -> bool:
    return any(_is_picture(e) and e.visible(frame) for e in drawing.elements)


def _full(drawing: Drawing, frame: int) -> bool:
    """A picture that is its own ground fills the canvas with it."""
    seen = [e for e in drawing.elements if e.visible(frame)]
    return (
        any(map(_is_picture, seen))
        and any(_fills(e, drawing) for e in seen)
        and not any(isinstance(e, Stroke | Area) for e in seen)
    )


def _is_picture(element: Element) -> bool:
    return isinstance(element, Footage) or (isinstance(element, Photo) and not element.dimmed)


def _fills(element: Element, drawing: Drawing) -> bool:
    if not isinstance(element, Photo | Footage) or element.mask:
        return False
    right, bottom = element.x + element.width, element.y + element.height
    return Bounds(element.x, element.y, right, bottom).holds(drawing.format.whole)
