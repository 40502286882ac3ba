"""A clip's fields and its first picture: what tells it from others, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from ceremonie.media.decoding import container as containers
from ceremonie.media.decoding.messages import Message
from ceremonie.media.decoding.shape import TURNS, shape
from ceremonie.media.picture.fingerprint import GRID

_LOCAL = ("com.apple.quicktime.creationdate", "date")
"""Fields with the clock of the place, its distance from UTC behind it."""

_MAKER = ("com.apple.quicktime.make", "make", "com.android.manufacturer")
_MODEL = ("com.apple.quicktime.model", "model", "com.android.model")
_WIDTH = 160
"""Columns of the picture of which the means are taken."""

_ROTATED = {
    (): 0, ("hflip", "vflip"): 2, ("transpose=cclock",): 1, ("transpose=clock",): 3,
}  # fmt: skip
"""Quarter turns to the left; mirrored clips are rare enough to go without."""

assert set(_ROTATED) <= set(TURNS.values())


def glanced(request: Message, alive: Callable[[], None]) -> Message:
    """Raises av.FFmpegError or ValueError where there is no picture."""
    file = Path(request["file"])
    with containers.opened(file) as container:
        stream = containers.picture_stream(container)
        if stream is None:
            raise ValueError("no picture")
        fields = _fields(container, stream)
        frame = _first(container, stream, alive)
        stored = shape(frame, stream.sample_aspect_ratio)
        width, height = stored.upright()
        seconds = containers.announced(file, container)
        return {
            "size": (round(width), round(height)),
            "seconds": str(seconds or Fraction(0)),
            "local": _of(fields, _LOCAL),
            "created": fields.get("creation_time", ""),
            "device": " ".join(filter(None, (_of(fields, _MAKER), _of(fields, _MODEL)))),
            "grey": _grey(frame, _ROTATED.get(stored.turn, 0)).ravel().tolist(),
        }


def _fields(container: Any, stream: Any) -> dict[str, str]:
    """By their names in small letters; those of the file count before those of its track."""
    written = [*stream.metadata.items(), *container.metadata.items()]
    return {str(name).lower(): str(text) for name, text in written}


def _of(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _first(container: Any, stream: Any, alive: Callable[[], None]) -> Any:
    for number, packet in enumerate(container.demux(stream)):
        alive()
        try:
            for frame in packet.decode():
                return frame
        except av.FFmpegError:
            if number > containers.TRIAL:
                raise
    raise ValueError("no picture")


def _grey(frame: Any, quarters: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """GRID × GRID means of its brightness, upright."""
    height = max(GRID, round(_WIDTH * frame.height / frame.width))
    grey = frame.reformat(width=_WIDTH, height=height, format="gray").to_ndarray()
    rows, columns = (np.linspace(0, size, GRID + 1).astype(int)[:-1] for size in grey.shape)
    sums = np.add.reduceat(np.add.reduceat(grey.astype(np.float64), rows, 0), columns, 1)
    counts = np.outer(np.diff([*rows, grey.shape[0]]), np.diff([*columns, grey.shape[1]]))
    return np.rot90((sums / counts).round().astype(np.uint8), quarters)
