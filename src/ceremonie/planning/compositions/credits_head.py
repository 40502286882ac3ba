"""What credits stand under, whether they roll or turn: their title, and three thin lanes."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.drawing import Element, Role, Stroke, Text
from ceremonie.planning.pen import Pen
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import LANE_COLOURS, Colour

FIELD = Colour.INK
LANE = 8
"""px: width of each of the three lanes under the title."""


def title(words: str, room: Bounds, baseline: float, staging: Staging) -> Text:
    """In one line, from the left of its room."""
    return Pen(Colour.BRIGHT, FIELD, motion.text(staging.lead)).line(
        "titre",
        words,
        (room.left, baseline),
        staging.scale.statement,
        role=Role.TITLE,
        room=room,
    )


def lanes(top: float, staging: Staging) -> Iterator[Element]:
    """From edge to edge, the first with its middle at `top`."""
    for index, colour in enumerate(LANE_COLOURS):
        y = top + LANE * index
        yield Stroke(
            name=f"couloir {index + 1}",
            course=((-10.0, y), (staging.format.width + 10.0, y)),
            width=LANE,
            colour=colour,
            entrance=motion.lane(staging.lead, index),
        )
