"""What a storyboard says of where somebody is seen → the way through the file that is treated."""

from __future__ import annotations

from ceremonie.storyboard.media import Blur
from ceremonie.treatment import Key, Region


def region(blur: Blur) -> Region:
    """The boxes in the order of time."""
    boxes = sorted(blur.boxes, key=lambda box: box.at)
    return tuple(Key(box.at, box.left, box.top, box.width, box.height) for box in boxes)
