"""The slide on which the recap film itself plays: a black field for it, its name above."""

from __future__ import annotations

from ceremonie.formats import Bounds
from ceremonie.planning.content import Screening
from ceremonie.planning.drawing import Box, Drawing, Role
from ceremonie.planning.pen import Pen, pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style

FIELD = Colour.INK

ABOVE, BELOW = 50, 58
"""px from the baseline of the title to the film, and from the film to that of the mention."""

STEP = (36, 40.5)
"""px by which each side and the foot of the film move in for each line of the mention but the
first; the film stays 16:9.
"""

MOST_LINES = 5


def compose(content: Screening, staging: Staging) -> Drawing:
    place = staging.by_shape(
        wide=Bounds(256, 160, 1664, 952),
        laptop=Bounds(160, 160, 1568, 952),
        classic=Bounds(72, 160, 1368, 889),
        square=Bounds(54, 267, 1026, 814),
        tall=Bounds(54, 560, 1026, 1107),
    )
    words = _mention(content.mention, staging.scale.label, place.width)
    film = _smaller(place, len(words.lines) - 1)
    box = Box(
        name="film",
        x=film.left,
        y=film.top,
        width=film.width,
        height=film.height,
        colour=Colour.BLACK,
    )
    title = Pen(Colour.BRIGHT, FIELD).line(
        "titre",
        content.title,
        (film.left, film.top - ABOVE),
        staging.scale.statement.at(72),
        role=Role.TITLE,
        room=Bounds(film.left, staging.format.safe.top, film.right, film.top - ABOVE / 2),
    )
    room = Bounds(film.left, film.bottom + 12, film.right, staging.format.safe.bottom)
    mention = pen_on(FIELD).set("mention", words, room, film.bottom + BELOW, role=Role.CREDIT)
    return staging.drawing(FIELD, (title, box, mention))


def _mention(text: str, style: Style, across: float) -> Setting:
    """In as few lines as hold it: the more there are, the narrower the film above them."""
    tried = [
        settle(text, measures, across - 2 * STEP[0] * (measures[-1].lines - 1))
        for measures in (
            ladder(style, (40, 1), (36, 2)),
            *(ladder(style, (36, lines)) for lines in range(3, MOST_LINES + 1)),
        )
    ]
    return next((words for words in tried if words.fits), tried[-1])


def _smaller(film: Bounds, steps: int) -> Bounds:
    across, down = (steps * step for step in STEP)
    return Bounds(film.left + across, film.top, film.right - across, film.bottom - down)
