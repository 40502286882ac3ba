"""Segments and sound → the film: packets are copied, no pixel is touched again."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from itertools import accumulate
from operator import itemgetter
from pathlib import Path
from typing import Any, cast

import av
from av.container import OutputContainer
from av.packet import Packet
from av.stream import Disposition

from ceremonie.film.coding.encode import BITEXACT, TIME_BASE
from ceremonie.units import FRAME_RATE

LANGUAGE = "fra"

UNDECODED = {"skip_frame": "all"}
"""Opening a file decodes its first pictures, for nothing here."""


@dataclass(frozen=True)
class Chapter:
    """A part of the film that a player can jump to; frames `start` to `stop`."""

    title: str
    start: int
    stop: int


@dataclass(frozen=True)
class Piece:
    """A file of one closed segment, `frames` long."""

    path: Path
    frames: int


def join(
    pieces: Sequence[Piece],
    sound: Path,
    chapters: Sequence[Chapter],
    title: str,
    target: Path,
    *,
    cover: bytes,
    tell: Callable[[float], None] = lambda _: None,
) -> None:
    """Write the film: pieces one after the other, with their sound and chapters. `cover` is a JPEG
    file that players show for it. `tell` hears which part of the pieces is in it.
    """
    options = {"movflags": "+faststart", "video_track_timescale": str(TIME_BASE), **BITEXACT}
    with (
        av.open(str(target), "w", format="mp4", options=options) as film,
        av.open(str(sound)) as heard,
        av.open(str(pieces[0].path), options=UNDECODED) as first,
    ):
        film.metadata.update(title=title, language=LANGUAGE)
        film.set_chapters(_chapters(chapters))
        picture = _added(film, first.streams.video[0])
        voice = _added(film, heard.streams.audio[0])
        _attach(film, cover)
        rate = heard.streams.audio[0].time_base.denominator
        both = heapq.merge(
            _timed(_pictures(pieces, picture, tell), TIME_BASE),
            _timed(_sounds(heard, voice), rate),
            key=itemgetter(0),
        )
        for _, packet in both:
            film.mux_one(packet)


def _attach(film: OutputContainer, cover: bytes) -> None:
    """A picture that is no track: in MP4, the item « covr » of its metadata."""
    with av.open(BytesIO(cover), format="jpeg_pipe") as picture:
        stream = film.add_stream_from_template(picture.streams.video[0])
        # older releases of PyAV take a number here and no flag
        stream.disposition = cast("Disposition", Disposition.attached_pic.value)
        for packet in picture.demux(video=0):
            if packet.size:
                packet.stream, packet.pts, packet.dts = stream, 0, 0
                film.mux_one(packet)


def _timed(packets: Iterable[Packet[Any]], rate: int) -> Iterator[tuple[float, Packet[Any]]]:
    """Each with the second at which it is decoded: a player reads both tracks side by side."""
    for packet in packets:
        yield (packet.dts or 0) / rate, packet


def _added(film: OutputContainer, template: Any) -> Any:
    stream = film.add_stream_from_template(template)
    stream.metadata["language"] = LANGUAGE
    return stream


def _pictures(
    pieces: Sequence[Piece], stream: Any, tell: Callable[[float], None]
) -> Iterator[Packet[Any]]:
    """Decoding runs ahead of showing by as much in every piece, else it would go back in time after
    one that needs no such lead: a single frame.
    """
    starts = accumulate((piece.frames for piece in pieces), initial=0)
    leads = [_lead(piece) for piece in pieces]
    longest = max(leads)
    placed = zip(pieces, starts, leads, strict=False)
    for number, (piece, start, lead) in enumerate(placed):
        tell(number / len(pieces))
        with av.open(str(piece.path), options=UNDECODED) as opened:
            shift = int(start / FRAME_RATE * TIME_BASE)
            earlier = longest - lead
            for packet in opened.demux(opened.streams.video[0]):
                if packet.dts is None or packet.pts is None:
                    continue  # the end of the file
                packet.pts, packet.dts = packet.pts + shift, packet.dts + shift - earlier
                packet.stream = stream
                yield packet


def _lead(piece: Piece) -> int:
    """Ticks from the decoding of its first picture to the moment that it is shown."""
    with av.open(str(piece.path), options=UNDECODED) as opened:
        first = next(opened.demux(opened.streams.video[0]))
        return (first.pts or 0) - (first.dts or 0)


def _sounds(heard: Any, stream: Any) -> Iterator[Packet[Any]]:
    for packet in heard.demux(heard.streams.audio[0]):
        if packet.dts is not None:
            packet.stream = stream
            yield packet


def _chapters(chapters: Sequence[Chapter]) -> Any:
    return [
        {
            "id": number,
            "start": chapter.start,
            "end": chapter.stop,
            "time_base": Fraction(1) / FRAME_RATE,
            "metadata": {"title": chapter.title},
        }
        for number, chapter in enumerate(chapters)
    ]
