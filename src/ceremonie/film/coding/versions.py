"""Which libraries encode the film, of those that PyAV brings along inside itself."""

from __future__ import annotations

import re

import av
import numpy as np

from ceremonie.film.coding.encode import X264

SIDE = 64
"""Of the picture that is encoded to hear which x264 it is; in px."""

_NAME = re.compile(rb"x264 - (core \d+(?: r\d+)?(?: [0-9a-f]{7})?)")
"""As x264 writes into the first picture of every stream, unless it is told not to."""


def encoders() -> dict[str, str]:
    """Name → version."""
    versions = {name: ".".join(map(str, parts)) for name, parts in av.library_versions.items()}
    return {**versions, "ffmpeg-pyav": av.ffmpeg_version_info, "x264": _x264()}


def _x264() -> str:
    """No library tells it but by what it writes; empty where it does not."""
    context = av.CodecContext.create(X264, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width = context.height = SIDE
    context.pix_fmt = "yuv420p"
    context.framerate = 25
    black = av.VideoFrame.from_ndarray(np.zeros((SIDE * 3 // 2, SIDE), np.uint8), "yuv420p")
    written = b"".join(bytes(one) for one in (*context.encode(black), *context.encode(None)))
    name = _NAME.search(written)
    return name[1].decode() if name else ""
