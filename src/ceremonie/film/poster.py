"""The poster of a film: its title, composed, as a picture of its own and as the film's cover."""

from __future__ import annotations

import cv2
import numpy as np

from ceremonie.film.painting.stills import still
from ceremonie.planning.model import Plan

QUALITY = 92
"""Of the JPEG, 0 to 100: flat colours and large letters show no blocks."""


def poster(plan: Plan) -> bytes:
    """A JPEG file as large as the canvas, without a date: its title, or else its first shot."""
    picture = np.ascontiguousarray(still(plan.cover)[..., ::-1])
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return data.tobytes()
