"""The frames of a transition: a function of its value, of a number, and of both shots' frames."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from ceremonie.film.painting.colour import Frame, planes, yuv
from ceremonie.planning.transition import Move, Transition
from ceremonie.theme.palette import HOUSE, Colour
from ceremonie.units import FrameSpan


def painted(transition: Transition, number: int, old: Frame, new: Frame) -> Frame:
    """Frame `number` (from 0) of a transition; `old` and `new` are what both shots show then, I420
    as `colour` describes it, and are not written to.
    """
    match transition.move:
        case Move.DISSOLVE:
            return mixed(new, old, (number + 1) / (transition.frames + 1))
    return new


def faded(frame: Frame, number: int, fading: FrameSpan) -> Frame:
    """Frame `number` of a shot that goes to black over these frames: the last of them is black."""
    if number < fading.start:
        return frame
    shows = (fading.stop - 1 - number) / len(fading)
    return mixed(frame, _black(frame.shape), max(0.0, shows))


@lru_cache(maxsize=4)
def _black(shape: tuple[int, ...]) -> Frame:
    frame = np.empty(shape, np.uint8)
    for plane, level in zip(planes(frame), yuv(HOUSE.rgb(Colour.BLACK)), strict=True):
        plane[:] = level
    return frame


def mixed(frame: Frame, old: Frame, weight: float) -> Frame:
    """Both frames over each other; `weight` is the part of the first, 0 to 1."""
    return np.asarray(cv2.addWeighted(frame, weight, old, 1 - weight, 0), np.uint8)
