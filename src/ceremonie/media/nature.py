"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.media.kinds import Kind
from ceremonie.media.picture.source import format_of

HEAD = 16
"""Bytes that are looked at."""

_ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "HEIF": ".heic"}
_STILL = {b"avif", b"avis", b"crx "}
"""Major brands of pictures that are not read here: they are no videos either."""
_MATROSKA = b"\x1a\x45\xdf\xa3"


@dataclass(frozen=True)
class Nature:
    """`ending` is the one that a file of this nature has."""

    kind: Kind
    ending: str


def of(head: bytes) -> Nature | None:
    """None for what is neither a picture nor a video that can be used."""
    try:
        return Nature(Kind.PICTURE, _ENDINGS[format_of(head)])
    except ValueError:
        return _of_clip(head)


def _of_clip(head: bytes) -> Nature | None:
    if head.startswith(_MATROSKA):
        return Nature(Kind.CLIP, ".mkv")
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return Nature(Kind.CLIP, ".avi")
    brand = head[8:12]
    if head[4:8] != b"ftyp" or brand in _STILL or brand.startswith(b"M4"):
        return None
    return Nature(Kind.CLIP, ".mov" if brand == b"qt  " else ".mp4")
