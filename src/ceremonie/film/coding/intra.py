"""Frames → one segment of a film for cutting rooms: every picture stands by itself."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import av

from ceremonie.units import FRAME_RATE

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.stream import VideoStream

    from ceremonie.film.coding.encode import Quality
    from ceremonie.film.painting.colour import Frame

BT709_CODE = 1
"""Primaries, transfer and matrix of BT.709 (Rec. ITU-T H.273, tables 2 to 4)."""

LIMITED = 1
"""ffmpeg's number for levels from 16 to 235."""


class IntraFile:
    """A segment under way, of frames of one size. A picture that rests is in it once, with the time
    that it lasts: nothing hangs on another picture.
    """

    def __init__(self, quality: Quality, size: tuple[int, int]) -> None:
        options = {"fflags": "+bitexact", "video_track_timescale": str(FRAME_RATE)}
        self._data = BytesIO()
        self._container = av.open(self._data, "w", format="mov", options=options)
        self._pixels = quality.pixels
        self._stream = _stream(self._container, quality, size)
        self._last: Frame | None = None
        self._pictures: list[tuple[bytes, int]] = []

    def add(self, frame: Frame, count: int) -> None:
        """Show the frame as often as that; the one before goes on where it is the same array."""
        if frame is self._last:
            data, before = self._pictures.pop()
            self._pictures.append((data, before + count))
            return
        self._last = frame
        (packet,) = self._stream.encode(self._picture(frame))
        self._pictures.append((bytes(packet), count))

    def _picture(self, frame: Frame) -> av.VideoFrame:
        picture = av.VideoFrame.from_numpy_buffer(frame, "yuv420p").reformat(format=self._pixels)
        picture.pts, picture.time_base = len(self._pictures), 1 / FRAME_RATE
        return picture

    def finished(self) -> bytes:
        """The whole file; nothing can be added any more."""
        start = 0
        with self._container:
            for data, count in self._pictures:
                self._container.mux(packet(self._stream, data, start, count))
                start += count
        return self._data.getvalue()


def packet(stream: Any, data: bytes, start: int, count: int = 1, rate: int = 0) -> Packet[Any]:
    """Of a picture that stands by itself, in frames at `rate` a second, usually the film's own."""
    made = cast("Packet[Any]", av.Packet(data))
    made.stream, made.time_base = stream, Fraction(1, rate or int(FRAME_RATE))
    made.pts, made.dts, made.duration, made.is_keyframe = start, start, count, True
    return made


def _stream(container: Any, quality: Quality, size: tuple[int, int]) -> VideoStream:
    stream = cast("VideoStream", container.add_stream(quality.encoder, FRAME_RATE))
    (stream.width, stream.height), stream.pix_fmt = size, quality.pixels
    context = stream.codec_context
    context.thread_count, context.time_base = 1, 1 / FRAME_RATE
    context.color_primaries = context.color_trc = context.colorspace = BT709_CODE
    context.color_range = LIMITED
    context.options = {"profile": quality.preset, "flags": "+bitexact"}
    return stream
