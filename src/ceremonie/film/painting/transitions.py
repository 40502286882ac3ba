"""The frames of a transition: a function of its value, of a number, and of both shots' frames."""

from __future__ import annotations

import cv2
import numpy as np

from ceremonie.film.painting.colour import Frame
from ceremonie.planning.transition import Move, Transition


def painted(transition: Transition, number: int, old: Frame, new: Frame) -> Frame:
    """Frame `number` (from 0) of a transition; `old` and `new` are what both shots show then, I420
    as `colour` describes it, and are not written to.
    """
    match transition.move:
        case Move.DISSOLVE:
            return mixed(new, old, (number + 1) / (transition.frames + 1))
    return new


def mixed(frame: Frame, old: Frame, weight: float) -> Frame:
    """Both frames over each other; `weight` is the part of the first, 0 to 1."""
    return np.asarray(cv2.addWeighted(frame, weight, old, 1 - weight, 0), np.uint8)
