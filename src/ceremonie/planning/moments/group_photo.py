"""The photo of everybody, as the film and its slide show it."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.media.material import Picture
from ceremonie.planning.pictured_content import GroupPhoto
from ceremonie.planning.reading import Length, opening, readable
from ceremonie.planning.typography import french

SECONDS = 8

ENDS = ((0.04, 0.45, 0.07, 0.55), (0.93, 0.45, 0.96, 0.55))
"""Where those stand who are at both ends, unless heads were seen: people take the width of such a
photo, and what may be left out is above and below.
"""


def told(title: str, picture: Picture) -> tuple[GroupPhoto, Length]:
    """What its shot and its slide show, and how long the shot is: the photo is alone before its
    title comes, and again once that has been read.
    """
    length = readable(SECONDS, title).after(opening(True))
    return GroupPhoto(french(title), _peopled(picture), frames=length.usual), length


def _peopled(picture: Picture) -> Picture:
    """With somebody at both ends, where neither heads nor a crop of one's own say anything else."""
    unknown = not picture.faces and picture.focus == Picture.focus
    return replace(picture, faces=ENDS) if unknown else picture
