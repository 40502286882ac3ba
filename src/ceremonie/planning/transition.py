"""How a shot comes out of the one before: a value, which `film/painting/transitions.py` paints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ceremonie.theme.palette import Colour


class Move(StrEnum):
    CUT = "coupe"
    DISSOLVE = "fondu"
    """Both shots over each other; where motion is reduced, and nowhere else."""
    BEND = "virage"
    """The bend sweeps over the picture of the shot before, in `colour`; the shot is behind it."""
    TRAVEL = "travelling"
    """The camera goes sideways along the lanes that both shots share."""
    DESCENT = "descente"
    """The camera goes down by one lane of `pitch` px."""


@dataclass(frozen=True)
class Transition:
    """For the first `frames` frames of a shot, the one before goes on past its own end."""

    move: Move = Move.CUT
    frames: int = 0
    colour: Colour | None = None
    pitch: float = 0


FADE = 20
"""Frames in which the film goes to black at its very end: the last of them is black."""

CUT = Transition()
