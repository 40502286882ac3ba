"""A plain drawing (SVG) as a picture: done by resvg, which fetches nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ceremonie.media.decoding.messages import Message

LONGER_SIDE = 1600
"""px of the picture: enough for a logo that fills the screen's height."""

DPI = 96
"""px of an inch, where a size is told in millimetres (CSS Values 4, 6.2)."""


def rasterised(request: Message, alive: Callable[[], None]) -> Message:
    """Writes the drawing `text`, of the `ratio` width to height, to the file `to` as PNG. Raises
    ValueError where it cannot be drawn, OSError where it cannot be written.
    """
    import resvg_py

    wide = request["ratio"] >= 1
    picture = resvg_py.svg_to_bytes(
        svg_string=request["text"],
        skip_system_fonts=True,
        dpi=DPI,
        width=LONGER_SIDE if wide else None,
        height=None if wide else LONGER_SIDE,
    )
    alive()
    Path(request["to"]).write_bytes(picture)
    return {"drawn": True}
