"""What is said, as a track of text in the film: players show it where they are asked to (3GPP TS
26.245, « tx3g », which ffmpeg calls mov_text).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import pairwise
from typing import Any

import av
from av.packet import Packet

from ceremonie.captions import TimedLines, plain, subrip
from ceremonie.scratch import scratch
from ceremonie.tools import ffmpeg
from ceremonie.units import FRAME_RATE

LENGTH = 2
"""Bytes that say how long a text is (TS 26.245, 5.17)."""

NOTHING = b"\0" * LENGTH
"""A text of no sign, shown where nobody speaks."""


@contextmanager
def like() -> Iterator[Any]:
    """A stream of text to make others like: its head, with styles and fonts, is that of ffmpeg."""
    with scratch() as folder:
        source, target = folder / "mots.srt", folder / "mots.mp4"
        source.write_text(subrip([(0, 1, ("mots",))]), "utf-8", newline="\n")
        ffmpeg.run(
            (
                *("-f", "srt", *ffmpeg.file_input(source)),
                *("-c:s", "mov_text", *ffmpeg.BITEXACT, ffmpeg.file_output(target)),
            )
        )
        with av.open(str(target)) as opened:
            yield opened.streams.subtitles[0]


def packets(words: Iterable[TimedLines], length: int, stream: Any) -> Iterator[Packet[Any]]:
    """The text of each moment of a film of `length` frames, and none between them. Of two that
    overlap, the first ends where the second begins.
    """
    at = 0
    for (start, stop, lines), (following, *_) in pairwise((*words, (length, length, ()))):
        if start >= min(stop, following):
            continue
        if at < start:
            yield _packet(NOTHING, at, start, stream)
        at = min(stop, following)
        text = plain(lines).encode()
        yield _packet(len(text).to_bytes(LENGTH, "big") + text, start, at, stream)
    if at < length:
        yield _packet(NOTHING, at, length, stream)


def _packet(data: bytes, start: int, stop: int, stream: Any) -> Packet[Any]:
    packet: Packet[Any] = Packet(data)
    packet.stream, packet.time_base = stream, Fraction(1) / FRAME_RATE
    packet.pts = packet.dts = start
    packet.duration, packet.is_keyframe = stop - start, True
    return packet
