"""Segments and sound → the film for the technician: packets are copied, no pixel is touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import numpy as np

from ceremonie.film.coding.encode import BITEXACT, Quality, encode
from ceremonie.film.coding.intra import packet
from ceremonie.film.coding.join import UNDECODED, Piece
from ceremonie.film.painting.colour import Frame, planes, yuv
from ceremonie.film.sound import stems
from ceremonie.film.sound.stems import PCM_BYTES
from ceremonie.units import FRAME_RATE, SAMPLE_RATE, samples

BLACK = (0, 0, 0)


@dataclass(frozen=True)
class Master:
    """How the film for the technician is written: `rate` in frames a second, a multiple of the
    film's own; `before` and `after` it, frames of the film's rate, which are black or, where it is
    `held`, its first and last picture.
    """

    quality: Quality
    rate: int = int(FRAME_RATE)
    before: int = 0
    after: int = 0
    held: bool = False

    def frames(self, length: int) -> int:
        """In the file of a film of so many frames."""
        return (self.before + length + self.after) * self.rate // int(FRAME_RATE)


@dataclass(frozen=True)
class MasterFiles:
    """Where the technician's film is written, and what is heard in it: music, and all else. What is
    None is not written.
    """

    film: Path
    music: Path | None = None
    speech: Path | None = None


def join(pieces: Sequence[Piece], sound: Path, target: Path, master: Master) -> None:
    """Write the film; `sound` is raw, as `stems.write` leaves it, and as long as the pieces."""
    options = {"video_track_timescale": str(master.rate), **BITEXACT}
    length = sum(piece.frames for piece in pieces)
    with (
        av.open(str(target), "w", format="mov", options=options) as film,
        av.open(str(pieces[0].path), options=UNDECODED) as first,
        sound.open("rb") as uncoded,
    ):
        template = first.streams.video[0]
        picture = film.add_stream_from_template(template)
        voice = film.add_stream("pcm_s24le", SAMPLE_RATE, layout="stereo")
        size = (template.width, template.height)
        shown = _pictures(pieces, master, size)
        a_frame = SAMPLE_RATE // int(FRAME_RATE) * PCM_BYTES
        inside = range(master.before, master.before + length)
        for number, data in enumerate(shown):
            heard = uncoded.read(a_frame) if number in inside else b""
            film.mux(_sound(voice, heard.ljust(a_frame, b"\0"), number))
            copies = master.rate // int(FRAME_RATE)
            for start in range(number * copies, (number + 1) * copies):
                film.mux(packet(picture, data, start, rate=master.rate))


def write_stem(sound: Path, length: int, target: Path, master: Master) -> None:
    """A part of the sound of a film of so many frames, as long as that of the master."""
    before, after = samples(master.before), samples(master.after)
    stems.to_wave(sound, samples(length), target, before=before, after=after)


def _pictures(pieces: Sequence[Piece], master: Master, size: tuple[int, int]) -> Iterator[bytes]:
    """One for each frame of the film's rate."""
    black = _black(master.quality, size) if not master.held else b""
    before, last = master.before, b""
    for data in _inside(pieces):
        yield from [black or data] * before
        before, last = 0, data
        yield data
    yield from [black or last] * master.after


def _inside(pieces: Sequence[Piece]) -> Iterator[bytes]:
    for piece in pieces:
        with av.open(str(piece.path), options=UNDECODED) as opened:
            stream = opened.streams.video[0]
            for one in opened.demux(stream):
                if one.size:
                    assert one.duration
                    assert one.time_base
                    yield from [bytes(one)] * int(one.duration * one.time_base * FRAME_RATE)


def _black(quality: Quality, size: tuple[int, int]) -> bytes:
    frame: Frame = np.empty((size[1] * 3 // 2, size[0]), np.uint8)
    for plane, level in zip(planes(frame), yuv(BLACK), strict=True):
        plane[:] = level
    with av.open(BytesIO(encode(lambda: [(frame, 1)], quality, size))) as opened:
        return next(bytes(one) for one in opened.demux(video=0) if one.size)


def _sound(stream: Any, data: bytes, number: int) -> Any:
    made: Any = av.Packet(data)
    made.stream, made.time_base = stream, 1 / FRAME_RATE
    made.pts, made.dts, made.duration = number, number, 1
    return made
