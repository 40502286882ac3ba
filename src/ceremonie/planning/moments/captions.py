"""What the notes of a slide say of its pictures."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.media.material import Picture
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Script
from ceremonie.storyboard.media import Media


def noted(pictures: Sequence[Picture], language: Language) -> str:
    """Their captions in one sentence; empty where none has one."""
    captions = " ; ".join(picture.caption for picture in pictures if picture.caption)
    pattern = language.photos if len(pictures) > 1 else language.photo
    return pattern.format(captions=captions) if captions else ""


def of(script: Script, entry: Media | None) -> str:
    """That of the picture of an entry, in one sentence."""
    picture = script.picture(entry)
    return noted([picture] if picture else [], script.language)
