"""The plate with the words of a picture: it lies on the picture, at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from ceremonie.formats import Bounds
from ceremonie.planning.drawing import Box, Element
from ceremonie.planning.entrances import AT_ONCE, Entrance
from ceremonie.planning.pen import pen_on
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, ladder, settle
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

HEIGHT = 80
"""Of a plate with one line, px."""

INSET = 24
BASELINE = 55
LINES = 3

WIDEST = 900
"""A longer line would run under what is seen rather than beside it."""


def lettering(text: str, style: Style, room: float, lines: int = LINES) -> Setting:
    """A plate's words in `room` px: in one line, or small in up to `lines`."""
    small = ((36.0, count) for count in range(2, lines + 1))
    return settle(text, ladder(style, (44, 1), (40, 1), (36, 1), *small), room)


def on(
    picture: Bounds,
    text: str,
    staging: Staging,
    *,
    name: str = "légende",
    entrance: Entrance = AT_ONCE,
    until: int | None = None,
    page: int | None = None,
) -> tuple[Element, ...]:
    """The plate at the foot of a picture, inside the safe area; none where there is nothing to say
    or no room to say it, for the notes hold every caption.
    """
    room = _room(picture, staging)
    words = lettering(text, staging.scale.caption, room.width - 2 * INSET)
    if not text or not words.fits:
        return ()
    top = room.bottom - HEIGHT - words.height
    plate = Box(
        name=f"plaque, {name}",
        x=room.left,
        y=top,
        width=breadth(words) + 2 * INSET,
        height=HEIGHT + words.height,
        colour=Colour.PAPER,
        entrance=entrance,
        until=until,
        page=page,
    )
    inside = Bounds(room.left + INSET, room.top, room.right - INSET, room.bottom)
    pen = pen_on(Colour.PAPER, entrance)
    caption = pen.set(name, words, inside, top + BASELINE)
    return plate, replace(caption, until=until, page=page)


def all_or_none(
    pictures: Sequence[Bounds],
    captions: Sequence[str],
    staging: Staging,
    *,
    entrance: Entrance = AT_ONCE,
) -> tuple[Element, ...]:
    """The plates of pictures side by side: a single one would seem to speak for all of them."""
    plates = [
        on(picture, caption, staging, name=f"légende {number}", entrance=entrance)
        for number, (picture, caption) in enumerate(zip(pictures, captions, strict=True), 1)
        if caption
    ]
    return tuple(chain.from_iterable(plates)) if all(plates) else ()


def breadth(words: Setting) -> float:
    """Of the longest line, px."""
    return max(width(line, words.style) for line in words.lines)


def _room(picture: Bounds, staging: Staging) -> Bounds:
    """All that the plate of a picture may take."""
    safe = staging.format.safe
    left, right = max(picture.left + INSET, safe.left), min(picture.right - INSET, safe.right)
    foot = min(picture.bottom - INSET, safe.bottom)
    highest = HEIGHT + (LINES - 1) * staging.scale.caption.at(36).line_height
    return Bounds(left, foot - highest, min(right, left + WIDEST + 2 * INSET), foot)
