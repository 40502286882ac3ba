"""Frames → one closed segment of H.264 in an MP4, in this process and on one core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from io import BytesIO
from itertools import accumulate
from typing import cast

import av
from av.container import OutputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from ceremonie.film.coding import hold
from ceremonie.film.coding.intra import IntraFile
from ceremonie.film.painting.colour import Frame, shrunk
from ceremonie.units import FRAME_RATE

TIME_BASE = 12_800
"""Ticks a second of the video track: 512 to a frame, exact at 25 fps."""

A_FRAME = 1 / FRAME_RATE

BT709 = "colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv"
BITEXACT = {"fflags": "+bitexact"}
"""No name or version of a library is written into the file."""


Shown = tuple[Frame, int]
"""A frame, and how many times it is shown."""


X264 = "libx264"


@dataclass(frozen=True)
class Quality:
    """How large frames are and how x264 encodes them, on one thread: the same bytes always.

    Each of their px shows `reduction` px of the canvas. Only every `stride`th frame of what moves
    is painted; it is shown until the next one is. A picture at rest is encoded `settling` times
    more, which brings it to the quality that it would have if all of it were encoded, within 0.2 dB
    (0.6 dB for noise); from then on it is held. What is painted is written `shrunk` times smaller.
    One that is `sparing` paints no frame that looks like the one before it. Another `encoder` than
    x264 writes each picture by itself, in the profile `preset` and the format `pixels`.
    """

    reduction: int
    preset: str
    crf: float
    options: str
    stride: int
    settling: int
    shrunk: Fraction = Fraction(1)
    sparing: bool = False
    encoder: str = X264
    pixels: str = "yuv420p"

    @property
    def spreads(self) -> bool:
        """Whether any frame may be shown more than once, and not the last one alone."""
        return self.sparing or self.stride > 1

    @property
    def reach(self) -> int:
        """How many frames, of what moves, go by for each that is painted."""
        return int(FRAME_RATE) if self.sparing else self.stride

    def written(self, width: int, height: int) -> tuple[int, int]:
        """The size in the file of a painted picture, px."""
        return int(width / self.shrunk), int(height / self.shrunk)


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

SPARING, SPARING_DRAFT = (
    replace(one, options=f"{one.options}:bframes=0", stride=1, settling=0, sparing=True)
    for one in (FULL, DRAFT)
)
"""For what moves but once a second."""

LIGHT = replace(
    FULL,
    crf=23.0,
    options=f"{FULL.options}:vbv-maxrate=1100:vbv-bufsize=800",
    shrunk=Fraction(3, 2),
)
"""1280 × 720, for a web page: with its sound, at most 12 MB a minute even where every px of every
frame is noise. It is made of the frames that FULL is made of.
"""


PRORES = Quality(1, "3", 0, "", stride=1, settling=0, encoder="prores_ks", pixels="yuv422p10le")
"""ProRes 422 HQ: profile 3 of ffmpeg's encoder."""

DNXHD = Quality(1, "dnxhr_hq", 0, "", stride=1, settling=0, encoder="dnxhd", pixels="yuv422p")
"""DNxHR HQ, which takes frames of any size."""


def encode(
    pictures: Callable[[], Iterable[Shown]], quality: Quality, size: tuple[int, int]
) -> bytes:
    """The file of these frames, width × height `size`, which are I420 as `colour` describes them,
    and not written to.

    Only the last one may be shown more than once where the quality does not spread them. The frames
    are asked for once more where this x264 writes what `hold` does not know, which its headers tell
    before the first one: each is then encoded as often as it is shown.
    """
    return encode_each(pictures, (quality,), size)[0]


def encode_each(
    pictures: Callable[[], Iterable[Shown]], qualities: Sequence[Quality], size: tuple[int, int]
) -> tuple[bytes, ...]:
    """The same in several qualities, of frames that are asked for once for all of them."""
    try:
        return _encoded(pictures(), [_file(q, size, held=True) for q in qualities])
    except hold.UnknownStreamError:
        every = ((frame, 1) for frame, count in pictures() for _ in range(count))
        return _encoded(every, [_file(q, size, held=False) for q in qualities])


Packets = list["Packet[VideoStream]"]


def _encoded(pictures: Iterable[Shown], files: Sequence[_File | IntraFile]) -> tuple[bytes, ...]:
    """Raises UnknownStreamError where pictures cannot be repeated."""
    for frame, count in pictures:
        for file in files:
            file.add(frame, count)
    return tuple(file.finished() for file in files)


def _file(quality: Quality, size: tuple[int, int], *, held: bool) -> _File | IntraFile:
    if quality.encoder == X264:
        return _File(quality, size, held=held)
    return IntraFile(quality, size)


class _File:
    """A film under way, of frames of one size; `held` ones are repeated without being encoded.
    Raises UnknownStreamError where they cannot be.
    """

    def __init__(self, quality: Quality, size: tuple[int, int], *, held: bool) -> None:
        options = {"video_track_timescale": str(TIME_BASE), **BITEXACT}
        self._data = BytesIO()
        self._container = av.open(self._data, "w", format="mp4", options=options)
        self._size = quality.written(*size)
        self._stream = _stream(self._container, quality, self._size)
        self._repeat = (_spread if quality.spreads else _held) if held else None
        self._packets: Packets = []
        self._times: list[int] = []
        if held:
            self._stream.codec_context.open()
            hold.format_of(_headers(self._stream))

    def add(self, frame: Frame, count: int) -> None:
        picture = _video_frame(shrunk(frame, self._size), len(self._times))
        self._packets += self._stream.encode(picture)
        self._times.append(count)

    def finished(self) -> bytes:
        """The whole file; nothing can be added any more."""
        with self._container:
            packets = self._packets + self._stream.encode()
            if self._repeat:
                packets = self._repeat(self._stream, packets, self._times)
            self._container.mux(packets)
        return self._data.getvalue()


def _stream(container: OutputContainer, quality: Quality, size: tuple[int, int]) -> VideoStream:
    stream = cast("VideoStream", container.add_stream(X264, FRAME_RATE))
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
