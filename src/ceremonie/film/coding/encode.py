"""Frames → one closed segment of H.264 in an MP4, in this process and on one core."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from itertools import accumulate
from typing import cast

import av
from av.container import OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from ceremonie.film.coding import hold
from ceremonie.film.painting.colour import Frame
from ceremonie.units import FRAME_RATE

TIME_BASE = 12_800
"""Ticks a second of the video track: 512 to a frame, exact at 25 fps."""

A_FRAME = 1 / FRAME_RATE

BT709 = "colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv"
BITEXACT = {"fflags": "+bitexact"}
"""No name or version of a library is written into the file."""


Shown = tuple[Frame, int]
"""A frame, and how many times it is shown."""


@dataclass(frozen=True)
class Quality:
    """How large frames are and how x264 encodes them, on one thread: the same bytes always.

    Each of their px shows `reduction` px of the canvas. Only every `stride`th frame of what moves
    is painted; it is shown until the next one is. A picture at rest is encoded `settling` times
    more, which brings it to the quality that it would have if all of it were encoded, within 0.2 dB
    (0.6 dB for noise); from then on it is held.
    """

    reduction: int
    preset: str
    crf: float
    options: str
    stride: int
    settling: int


FULL = Quality(
    1,
    "superfast",
    18.6,
    "mbtree=1:rc-lookahead=10:partitions=i8x8:bframes=5:b-adapt=0:weightp=0:scenecut=0:no-deblock=1",
    stride=1,
    settling=12,
)
"""As small as `veryfast` at crf 20 within 10 % at the same SSIM, in 40 % of its CPU time: fewer
pictures that others depend on, each a little better. Deblocking did nothing at this quality.
"""

DRAFT = Quality(3, "ultrafast", 26, "cabac=1:bframes=0:rc-lookahead=0", stride=6, settling=0)


def encode(
    pictures: Callable[[], Iterable[Shown]], quality: Quality, size: tuple[int, int]
) -> bytes:
    """The file of these frames, width × height `size`, which are I420 as `colour` describes them,
    and not written to.

    At full quality, only the last one may be shown more than once. The frames are asked for once
    more where this x264 writes what `hold` does not know, which its headers tell before the first
    one: each is then encoded as often as it is shown.
    """
    try:
        return _encoded(pictures(), quality, size, _spread if quality.stride > 1 else _held)
    except hold.UnknownStreamError:
        every = (frame for frame, count in pictures() for _ in range(count))
        return _encoded(((frame, 1) for frame in every), quality, size, None)


Packets = list["Packet[VideoStream]"]
Repeat = Callable[[VideoStream, Packets, list[int]], Packets]
"""The packets of pictures that are shown so many times, from those of each one shown once."""


def _encoded(
    pictures: Iterable[Shown], quality: Quality, size: tuple[int, int], repeat: Repeat | None
) -> bytes:
    """Raises UnknownStreamError where pictures cannot be repeated."""
    data = BytesIO()
    options = {"video_track_timescale": str(TIME_BASE), **BITEXACT}
    with av.open(data, "w", format="mp4", options=options) as container:
        stream = _stream(container, quality, size)
        if repeat:
            stream.codec_context.open()
            hold.format_of(_headers(stream))
        packets: list[Packet[VideoStream]] = []
        times: list[int] = []
        for frame, count in pictures:
            packets += stream.encode(_video_frame(frame, len(times)))
            times.append(count)
        packets += stream.encode()
        container.mux(repeat(stream, packets, times) if repeat else packets)
    return data.getvalue()


def _stream(container: OutputContainer, quality: Quality, size: tuple[int, int]) -> VideoStream:
    stream = container.add_stream("libx264", FRAME_RATE)
    (stream.width, stream.height), stream.pix_fmt = size, "yuv420p"
    stream.codec_context.time_base = A_FRAME
    stream.codec_context.thread_count = 1
    stream.codec_context.gop_size = 250
    stream.codec_context.options = {
        "preset": quality.preset,
        "crf": str(quality.crf),
        "x264-params": f"{quality.options}:cpu-independent=1:{BT709}",
    }
    return stream


def _video_frame(frame: Frame, number: int) -> av.VideoFrame:
    picture = av.VideoFrame.from_numpy_buffer(frame, "yuv420p")
    picture.pts, picture.time_base = number, A_FRAME
    return picture


def _held(
    stream: VideoStream, packets: list[Packet[VideoStream]], times: list[int]
) -> list[Packet[VideoStream]]:
    """The last picture is repeated: packets after the last one in the order of decoding, each a
    frame later than the one before. Decoding runs ahead of showing by a delay that the encoder has
    chosen.
    """
    count, repeated = len(times), times[-1] - 1
    if not repeated:
        return packets
    last = max(range(count), key=lambda index: cast(int, packets[index].pts))
    delay = count - 1 - cast(int, packets[-1].dts)
    written = hold.held(_headers(stream), [bytes(p) for p in packets], last, repeated)
    held = (
        _packet(stream, data, count + index, count + index - delay)
        for index, data in enumerate(written)
    )
    return [*packets, *held]


def _spread(
    stream: VideoStream, packets: list[Packet[VideoStream]], times: list[int]
) -> list[Packet[VideoStream]]:
    """Every picture is repeated until the next one comes."""
    written = hold.repeated(_headers(stream), [bytes(p) for p in packets], times)
    starts = accumulate(times, initial=0)
    keys = {n for n, packet in zip(starts, packets, strict=False) if packet.is_keyframe}
    return [_packet(stream, data, n, n, key=n in keys) for n, data in enumerate(written)]


def _headers(stream: VideoStream) -> bytes:
    return bytes(stream.codec_context.extradata or b"")


def _packet(
    stream: VideoStream, data: bytes, pts: int, dts: int, *, key: bool = False
) -> Packet[VideoStream]:
    packet = cast("Packet[VideoStream]", Packet(data))
    packet.stream, packet.time_base = stream, Fraction(A_FRAME)
    packet.pts, packet.dts, packet.duration, packet.is_keyframe = pts, dts, 1, key
    return packet
