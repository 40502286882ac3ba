"""The photo of everybody, as the film and its slide show it."""

from __future__ import annotations

from ceremonie.media.material import Picture
from ceremonie.planning.pictured_content import GroupPhoto
from ceremonie.planning.reading import Length, opening, readable
from ceremonie.planning.typography import french

SECONDS = 8


def told(title: str, picture: Picture) -> tuple[GroupPhoto, Length]:
    """What its shot and its slide show, and how long the shot is: the photo is alone before its
    title comes, and again once that has been read.
    """
    length = readable(SECONDS, title).after(opening(True))
    return GroupPhoto(french(title), picture, frames=length.usual), length
