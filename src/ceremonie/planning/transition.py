"""How a shot comes out of the one before: a value, which `film/painting/transitions.py` paints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ceremonie.theme.palette import RGB
from ceremonie.theme.track import Point


class Move(StrEnum):
    CUT = "coupe"
    DISSOLVE = "fondu"
    """Both shots over each other; where motion is reduced, and nowhere else."""
    BEND = "virage"
    """A bent lane of `colour` sweeps over the shot before, and uncovers the shot behind it."""
    TRAVEL = "travelling"
    """The camera goes sideways along the lanes that run out of one shot and into the other, at
    `heights`; in the other they are `zoom` times as wide."""
    DESCENT = "descente"
    """The camera goes down by one lane: that of the shot, of `colour`, which turns about `about`.
    """


@dataclass(frozen=True)
class Transition:
    """For the first `frames` frames of a shot, the one before goes on past its own end.

    `about` is in parts of the width and the height of the frame, `heights` are in parts of its
    height; `line` is the colour of what parts two lanes.
    """

    move: Move = Move.CUT
    frames: int = 0
    colour: RGB = (0, 0, 0)
    line: RGB = (0, 0, 0)
    about: Point = (0, 0)
    heights: tuple[float, float] = (0, 0)
    zoom: float = 1


FADE = 20
"""Frames in which the film goes to black at its very end: the last of them is black."""

CUT = Transition()
