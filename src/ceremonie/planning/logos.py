"""On which ground a logo is seen: white is lost on cream, black on black."""

from __future__ import annotations

from ceremonie.media.material import Picture
from ceremonie.theme.palette import RGB, Colour, Palette, difference

DISTINCT = 20.0
"""ΔE*ab from its ground that a colour needs to be seen from the last row: cream is 12 from white,
pale yellow 30.
"""

LOGO_FLOOR = 42
"""px that the smaller side of a logo needs: the capitals of a wordmark fill some 60 % of it, and
must be as high as those of the smallest text (24 px at `theme.type.FLOOR`).
"""

LOST = 1 / 3
"""Part of a logo that may be as light or dark as its ground: white letters in a coloured shield are
still read; of a mark whose words are white, only the emblem would be seen.
"""

PLATES = (Colour.INK, Colour.PAPER, Colour.DEEP, Colour.BRIGHT, Colour.MIDDLE)
"""What a logo may be laid on, the quietest first."""


def ground_for(logo: Picture, field: Colour, palette: Palette) -> Colour:
    """The field itself where the logo is seen on it; else the plate on which the least is lost."""
    if _lost_part(logo, palette.rgb(field)) < LOST:
        return field
    return min((field, *PLATES), key=lambda colour: _lost_part(logo, palette.rgb(colour)))


def _lost_part(logo: Picture, ground: RGB) -> float:
    """0 to 1; nothing of an opaque picture, which brings its own ground."""
    return sum(
        part
        for red, green, blue, part in logo.swatches
        if difference((red, green, blue), ground) < DISTINCT
    )
