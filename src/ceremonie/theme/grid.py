"""Margins, columns and the low zone of the 1920 × 1080 canvas."""

from __future__ import annotations

from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

MARGIN_X = 96
"""5 % of the width: text inside it survives every screen (EBU R95)."""

MARGIN_Y = 54
"""5 % of the height (EBU R95)."""

RIGHT = CANVAS_WIDTH - MARGIN_X
BOTTOM = CANVAS_HEIGHT - MARGIN_Y
COLUMN = 122
GUTTER = 24

LOW_AXIS = 884
"""Everything horizontal low in the frame is centred here, so that cuts read as travellings."""

LOW_TOP = 758
BAR = 24
"""Width of a start bar."""


def column(index: int) -> float:
    """Left edge of column 0 to 11."""
    return MARGIN_X + index * (COLUMN + GUTTER)


def line_width(pitch: float) -> int:
    """Width of the line between two lanes of this pitch."""
    if pitch < 48:
        return 4
    if pitch <= 84:
        return 6
    return 8 if pitch <= 240 else 12
