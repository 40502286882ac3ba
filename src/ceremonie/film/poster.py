"""The poster of a film: its title, composed, as a picture of its own and as the film's cover."""

from __future__ import annotations

import cv2
import numpy as np

from ceremonie.film.painting.stills import still
from ceremonie.planning.model import Plan
from ceremonie.storyboard.programme import Section

QUALITY = 92
"""Of the JPEG, 0 to 100: flat colours and large letters show no blocks."""


def poster(plan: Plan) -> bytes:
    """A JPEG file as large as the canvas, without a date: its title, or else its first shot."""
    titles = (shot for shot in plan.shots if shot.section is Section.TITLE)
    picture = np.ascontiguousarray(still(next(titles, plan.shots[0]))[..., ::-1])
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return data.tobytes()
