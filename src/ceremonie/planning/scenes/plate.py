"""The plate with the words of a picture: it lies on the picture, at its foot."""

from __future__ import annotations

from ceremonie.planning import motion
from ceremonie.planning.drawing import AT_ONCE, Anchor, Box, Element, Entrance, Role
from ceremonie.planning.typesetting import Setting, ladder
from ceremonie.planning.typography import french
from ceremonie.planning.words import placed, setting
from ceremonie.theme.grid import BOTTOM, MARGIN_X, RIGHT
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import CAPTION
from ceremonie.theme.typeface import width

HEIGHT = 80
"""Of a plate with one line, px."""

INSET = 24
BASELINE = 55

WIDEST = 900
"""A longer line would run under what is seen rather than beside it."""

Rectangle = tuple[float, float, float, float]
"""Left, top, width, height, px."""


def lettering(text: str, room: float, lines: int = 3) -> Setting:
    """A plate's words in `room` px: in one line, or small in up to `lines`."""
    small = ((36.0, count) for count in range(2, lines + 1))
    return setting(text, ladder(CAPTION, (44, 1), (40, 1), (36, 1), *small), room)


def on(
    picture: Rectangle, text: str | None, *, name: str = "légende", entrance: Entrance = AT_ONCE
) -> list[Element]:
    """The plate at the foot of a picture, inside the safe area; none where there is nothing to say
    or no room to say it, for the notes hold every caption.
    """
    left, top, wide, high = picture
    left, right = max(left + INSET, MARGIN_X), min(left + wide - INSET, RIGHT)
    words = lettering(french(text or ""), min(right - left - 2 * INSET, WIDEST))
    if not text or not words.fits:
        return []
    foot = min(top + high - INSET, BOTTOM)
    return drawn(words, left, foot - HEIGHT - words.height, name=name, entrance=entrance)


def drawn(
    words: Setting, x: float, y: float, *, name: str, entrance: Entrance = AT_ONCE
) -> list[Element]:
    wide = max(width(line, words.style) for line in words.lines)
    return [
        Box(
            name=f"plaque, {name}",
            x=x,
            y=y,
            width=wide + 2 * INSET,
            height=HEIGHT + words.height,
            colour=Colour.PAPER,
            entrance=entrance,
        ),
        placed(
            name,
            words,
            x + INSET,
            y + BASELINE,
            Colour.INK,
            Colour.PAPER,
            role=Role.LABEL,
            anchor=Anchor.START,
            entrance=entrance,
        ),
    ]


def after(start: int) -> Entrance:
    """When the picture below it is uncovered."""
    return motion.appear(start + motion.PHOTO)
