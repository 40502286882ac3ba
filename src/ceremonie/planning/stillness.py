"""How much of a film stands still: frames that repeat the one before them."""

from __future__ import annotations

from ceremonie.planning.model import Plan, Shot


def repeated(plan: Plan) -> float:
    """The part of the film's frames (0 to 1) in which nothing moves."""
    return sum(map(_still, plan.shots)) / plan.frames if plan.frames else 0.0


def _still(shot: Shot) -> int:
    """Frames of a shot that neither its drawing nor a way in or out moves."""
    length = len(shot.span)
    moving = set(range(min(shot.transition.frames, length)))
    for span in (*shot.drawing.motion(length), *filter(None, [shot.fading])):
        moving.update(range(span.start, span.stop))
    return length - len(moving)
