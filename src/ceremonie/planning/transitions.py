"""Which transition leads from each shot to the next: what they show decides it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.messages import problem
from ceremonie.planning import exits
from ceremonie.planning.drawing import Drawing, Stroke
from ceremonie.planning.model import Shot
from ceremonie.planning.moment import CHAPTER
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.storyboard.model import Storyboard
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline, Point

BEND, CAMERA = 18, 24
"""Frames that the bend takes to sweep over the screen, and the camera to reach the next shot."""

FULL = 0.5
"""Of the frame: a shot that opens with so much of a picture is uncovered by the bend."""

LEVEL = 1 / 12
"""Of the frame's height, by which the axes of two bundles of lanes may lie apart: in the wide film
they are one.
"""


def check(storyboard: Storyboard) -> Iterator[Diagnostic]:
    """A warning where the storyboard says how long dissolves are, and there are none."""
    film = storyboard.film if "film" in storyboard.model_fields_set else None
    if film and "crossfade" in film.model_fields_set and storyboard.theme.motion != "reduit":
        path = ("film", "fondu")
        yield problem("fondu-sans-effet", path=path, severity=Severity.WARNING)


def dissolved(shots: Sequence[Shot], frames: int) -> tuple[Shot, ...]:
    """The shots where motion is reduced: each is still, and comes out of the one before in so many
    frames.
    """
    into = Transition(Move.DISSOLVE, frames) if frames else CUT
    return tuple(
        replace(shot, transition=into if index else CUT, drawing=shot.drawing.still())
        for index, shot in enumerate(shots)
    )


def joined(shots: Sequence[Shot]) -> tuple[Shot, ...]:
    """The shots with their transitions, and with what leaves before them or stays over them."""
    into = [CUT, *(between(old, new) for old, new in pairwise(shots))][: len(shots)]
    drawings = [shot.drawing for shot in shots]
    for index, transition in enumerate(into[1:], 1):
        old, new = drawings[index - 1 : index + 1]
        drawings[index - 1 : index + 1] = exits.parted(old, new, transition)
    return tuple(
        replace(shot, transition=transition, drawing=drawing)
        for shot, transition, drawing in zip(shots, into, drawings, strict=True)
    )


def between(old: Shot, new: Shot) -> Transition:
    """From one shot to the next."""
    if new.kind == CHAPTER and (centre := _turning(new.drawing)):
        return _coloured(Move.DESCENT, CAMERA, new.drawing, about=centre)
    if exits.pictured(old.drawing, old.drawing.frames) >= exits.PICTURE:
        return _coloured(Move.BEND, BEND, new.drawing)
    if exits.pictured(new.drawing, BEND) >= FULL:
        return _coloured(Move.BEND, BEND, new.drawing)
    return _along(old.drawing, new.drawing) or CUT


def _coloured(move: Move, frames: int, new: Drawing, about: Point = (0, 0)) -> Transition:
    """In the colours of the shot that comes."""
    rgb = new.palette.rgb
    line = Colour.INK if new.field is Colour.PAPER else Colour.PAPER
    return Transition(move, frames, rgb(new.field), rgb(line), about)


def _turning(drawing: Drawing) -> Point | None:
    """About which point its lanes turn, in parts of the frame; None where they are straight."""
    lanes = (e for e in drawing.elements if isinstance(e, Stroke) and e.fixed)
    widest = max(lanes, key=lambda stroke: stroke.width, default=None)
    centre = _centre(widest.course) if widest else None
    return centre and (centre[0] / drawing.format.width, centre[1] / drawing.format.height)


def _centre(course: Outline) -> Point | None:
    """Of the circle through the ends and the middle of a course: where the bisectors of two chords
    meet.
    """
    (ax, ay), (bx, by), (cx, cy) = course[0], course[len(course) // 2], course[-1]
    across = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    if abs(across) < 1:
        return None
    a, b, c = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / across
    y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / across
    return x, y


@dataclass(frozen=True)
class _Lanes:
    """Those that cross an edge of the frame: where their middle is, and how wide each is, px."""

    axis: float
    pitch: float


def _along(old: Drawing, new: Drawing) -> Transition | None:
    """The way along the lanes that leave one shot at the right and enter the next at the left.
    There is none between two shots of one field: what both keep stays, and only words change.
    """
    leaving, entering = _lanes(old, at=-1), _lanes(new, at=0)
    if leaving is None or entering is None or old.field is new.field:
        return None
    heights = leaving.axis / old.format.height, entering.axis / new.format.height
    if abs(heights[1] - heights[0]) > LEVEL:
        return None
    zoom = entering.pitch / leaving.pitch
    return Transition(Move.TRAVEL, CAMERA, heights=heights, zoom=zoom)


def _lanes(drawing: Drawing, at: int) -> _Lanes | None:
    """Those that enter at the left (`at` 0) or leave at the right (`at` -1)."""
    lanes = (e for e in drawing.elements if isinstance(e, Stroke) and e.fixed)
    crossing = [lane for lane in lanes if _crosses(lane.course, drawing.format.width, at)]
    pitch = max((lane.width for lane in crossing), default=0)
    heights = [lane.course[at][1] for lane in crossing if lane.width == pitch]
    return _Lanes((min(heights) + max(heights)) / 2, pitch) if heights else None


def _crosses(course: Outline, width: float, at: int) -> bool:
    """Whether a course runs level over an edge of the frame with its first or last point."""
    (x, y), (_, inside) = course[at], course[1 if at == 0 else -2]
    beyond = x <= 0 if at == 0 else x >= width
    return beyond and abs(y - inside) < 1
