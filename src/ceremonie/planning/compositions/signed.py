"""The sign of an interpreter in sign language: small, at the end of the line above a speech."""

from __future__ import annotations

from ceremonie.formats import Bounds
from ceremonie.planning import motion
from ceremonie.planning.drawing import Element, Pictogram
from ceremonie.theme.palette import Colour

SYMBOL = "langue-des-signes"
SIZE = 76
"""px."""

AIR = 24
"""px from it to the words beside it."""

SAID = "Interprétation en langue des signes"


def sign(signed: bool, line: Bounds, start: int) -> tuple[Element, ...]:
    """At the right end of the room of a line, on a dark field; nothing where nobody interprets."""
    if not signed:
        return ()
    pictogram = Pictogram(
        name="langue des signes",
        symbol=SYMBOL,
        x=line.right - SIZE,
        y=line.centre[1] - SIZE / 2,
        size=SIZE,
        colour=Colour.BRIGHT,
        entrance=motion.appear(start),
        alternative=SAID,
        group=SAID,
    )
    return (pictogram,)
