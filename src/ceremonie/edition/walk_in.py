"""What the screen shows before the ceremony: the names of its films, and its still picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np

from ceremonie.edition.outputs import COUNTDOWN, WELCOME_FILM
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Plan

CARD_WIDTH = 1920
"""px, whatever the shape of the slides: what a projector of the hall shows."""


def films(plan: Plan) -> Mapping[str, Plan]:
    """By their names in the edition's folder; none where the storyboard has no `accueil`."""
    walk_in = plan.welcome
    if walk_in is None:
        return {}
    counted = {COUNTDOWN: walk_in.countdown} if walk_in.countdown else {}
    return {WELCOME_FILM: walk_in.loop, **counted}


def write_card(card: Drawing, target: Path) -> None:
    """A PNG file without a date."""
    from ceremonie.film.painting.stills import paint

    picture = np.ascontiguousarray(paint(card)[..., ::-1])
    height = round(card.format.height * CARD_WIDTH / card.format.width)
    if card.format.width != CARD_WIDTH:
        picture = cv2.resize(picture, (CARD_WIDTH, height), interpolation=cv2.INTER_CUBIC)
    _, data = cv2.imencode(".png", picture)
    target.write_bytes(data.tobytes())
