"""A scene of one's own: its clip, whole, and nothing of ours over it."""

from __future__ import annotations

from ceremonie.formats import Bounds, Format
from ceremonie.media.material import Clip
from ceremonie.planning.content import Played
from ceremonie.planning.drawing import Drawing, Footage
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour


def compose(content: Played, staging: Staging) -> Drawing:
    """The clip as large as the canvas holds it, on black; what is wider than the canvas stands in
    the middle of its safe area, above the buttons of social networks.
    """
    box = _box(content.clip, staging.format)
    footage = Footage(
        name="scène",
        clip=content.clip,
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        start=staging.plays,
    )
    return staging.drawing(Colour.BLACK, (footage,))


def _box(clip: Clip, canvas: Format) -> Bounds:
    scale = min(canvas.width / clip.width, canvas.height / clip.height)
    width, height = round(clip.width * scale), round(clip.height * scale)
    left = (canvas.width - width) // 2
    top = min(max(0, round(canvas.safe.centre[1] - height / 2)), canvas.height - height)
    return Bounds(left, top, left + width, top + height)
