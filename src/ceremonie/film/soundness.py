"""Whether the file of a film is whole: its structure at once, or every frame of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Disposition

from ceremonie.film.coding.join import UNDECODED
from ceremonie.film.sound import mastering
from ceremonie.tools import ffmpeg

STRICT = {"err_detect": "crccheck+bitstream+buffer+explode"}
"""Decoders refuse what they would otherwise conceal (ffmpeg-codecs, « err_detect »)."""


@dataclass(frozen=True)
class Decoded:
    """What came out of a film: `frames` of its picture (none of a sound file), `cause` why decoding
    stopped, in French, empty where it came to the end; `loudness` in LUFS.
    """

    frames: int
    cause: str = ""
    loudness: float | None = None


def structure(film: Path) -> str:
    """What is wrong with it, in French; empty where it opens and every packet that its index names
    lies in it.
    """
    try:
        with av.open(str(film), options=UNDECODED) as opened:
            if not opened.streams.video and not opened.streams.audio:
                return "il n'a ni image ni son"
            return _packets(opened)
    except (av.FFmpegError, ValueError, EOFError):
        return "il ne s'ouvre plus"


def _packets(opened: InputContainer) -> str:
    streams = (*opened.streams.video, *opened.streams.audio)
    promised = {stream.index: stream.frames for stream in streams}
    counted = dict.fromkeys(promised, 0)
    for packet in opened.demux():
        if packet.is_corrupt:
            return "il s'arrête avant sa fin"
        if packet.stream.index in counted:
            counted[packet.stream.index] += packet.size > 0
    short = any(promised[index] > count for index, count in counted.items())
    return "il s'arrête avant sa fin" if short else ""


def decoded(film: Path) -> Decoded:
    """Every frame and every sample, once; and how loud it is, where it has sound."""
    frames = 0
    try:
        with av.open(str(film), options=STRICT) as opened:
            for stream in (*opened.streams.video, *opened.streams.audio):
                stream.codec_context.options = STRICT
            for is_frame in _decoded(opened):
                frames += is_frame
            heard = bool(opened.streams.audio)
    except (av.FFmpegError, ValueError, EOFError):
        return Decoded(frames, "il ne se décode pas jusqu'au bout")
    if not heard:
        return Decoded(frames)
    loudness, _ = mastering.metered((*ffmpeg.file_input(film), "-map", "0:a:0"))
    return Decoded(frames, loudness=loudness)


def _decoded(opened: InputContainer) -> Iterator[bool]:
    """One for each frame: whether it is one of the picture, and not of its cover."""
    pictures = [s for s in opened.streams.video if not s.disposition & Disposition.attached_pic]
    first = pictures[0].index if pictures else None
    for packet in opened.demux(*opened.streams.video, *opened.streams.audio):
        for _ in packet.decode():
            yield packet.stream.index == first
