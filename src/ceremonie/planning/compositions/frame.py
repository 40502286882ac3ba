"""What surrounds a picture: its box and mask, and all that is drawn in front of it."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.formats import Bounds
from ceremonie.media.material import Clip, Picture
from ceremonie.planning.drawing import Element, Footage, Photo
from ceremonie.planning.staging import Staging
from ceremonie.theme.track import Outline


@dataclass(frozen=True)
class Frame:
    """`mask` cuts the picture that covers `box`; `foot` is as much of it as is seen down to its
    foot. `subtitles` is the last baseline of what a clip says, where it covers no word of the
    frame.
    """

    box: Bounds
    foot: Bounds
    mask: Outline
    front: tuple[Element, ...]
    subtitles: float


def filled(medium: Picture | Clip, box: Bounds, mask: Outline | None, staging: Staging) -> Element:
    """The medium covers the box, cut by a mask if there is one: a picture is there at once, a
    clip plays.
    """
    if isinstance(medium, Clip):
        return Footage(
            name="extrait",
            clip=medium,
            x=box.left,
            y=box.top,
            width=box.width,
            height=box.height,
            start=staging.plays,
            mask=mask,
        )
    return Photo(
        name="photo",
        picture=medium,
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        mask=mask,
    )
