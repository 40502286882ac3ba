"""A scene of one's own: its clip, whole, and nothing of ours over it but subtitles."""

from __future__ import annotations

from ceremonie.formats import Bounds, Format
from ceremonie.media.material import Clip
from ceremonie.planning.compositions.subtitles import subtitles
from ceremonie.planning.content import Played
from ceremonie.planning.drawing import Drawing, Footage
from ceremonie.planning.staging import Staging
from ceremonie.theme.palette import Colour

ABOVE_THE_FOOT = 26
"""px from the safe area's foot to the last baseline of what is said."""


def compose(content: Played, staging: Staging) -> Drawing:
    """The clip as large as the canvas holds it, on black, with what is said in it; what is wider
    than the canvas stands in the middle of its safe area, above the buttons of social networks.
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
    foot = staging.format.safe.bottom - ABOVE_THE_FOOT
    return staging.drawing(Colour.BLACK, (footage, *subtitles(content.clip, foot, staging)))


def _box(clip: Clip, canvas: Format) -> Bounds:
    scale = min(canvas.width / clip.width, canvas.height / clip.height)
    width, height = round(clip.width * scale), round(clip.height * scale)
    left = (canvas.width - width) // 2
    top = min(max(0, round(canvas.safe.centre[1] - height / 2)), canvas.height - height)
    return Bounds(left, top, left + width, top + height)
