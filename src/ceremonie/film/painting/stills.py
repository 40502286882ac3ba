"""Single frames as pictures: for the contact sheet, for posters, for tests."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ceremonie.film.painting.colour import to_rgb
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Shot

Image = npt.NDArray[np.uint8]
"""RGB, shape (height, width, 3)."""


def paint(drawing: Drawing, frame: int | None = None, reduction: int = 1) -> Image:
    """A drawing at a frame of its shot, at rest if none is given; `reduction` px of its canvas to a
    px of the picture.
    """
    painter = ShotPainter(drawing, reduction)
    return to_rgb(painter.frame(drawing.settled() if frame is None else frame))


def still(shot: Shot, reduction: int = 1) -> Image:
    """The frame that tells a shot best."""
    return paint(shot.drawing.staying(), shot.telling, reduction)
