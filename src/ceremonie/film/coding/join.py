"""Segments and sound → the film: packets are copied, no pixel is touched again."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
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

from ceremonie.captions import TimedLines
from ceremonie.film.coding import texts
from ceremonie.film.coding.encode import BITEXACT, TIME_BASE
from ceremonie.units import FRAME_RATE

LANGUAGE = "fra"

DESCRIPTION = "Audiodescription"
"""What players call the second sound track."""

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
    sounds: Sequence[Path],
    chapters: Sequence[Chapter],
    title: str,
    target: Path,
    *,
    cover: bytes,
    words: Sequence[TimedLines] = (),
    tell: Callable[[float], None] = lambda _: None,
) -> None:
    """Write the film: pieces one after the other, with their sound and chapters; a second sound is
    a track for those who do not see the film. `cover` is a JPEG file that players show for it,
    `words` are its subtitles as a track, where there are any. `tell` hears which part of the pieces
    is in it.
    """
    options = {"movflags": "+faststart", "video_track_timescale": str(TIME_BASE), **BITEXACT}
    length = sum(piece.frames for piece in pieces)
    with (
        _texts(words) as text,
        av.open(str(target), "w", format="mp4", options=options) as film,
        av.open(str(pieces[0].path), options=UNDECODED) as first,
        ExitStack() as opened,
    ):
        heard = [opened.enter_context(av.open(str(sound))) for sound in sounds]
        film.metadata.update(title=title, language=LANGUAGE)
        film.set_chapters(_chapters(chapters))
        picture = _added(film, first.streams.video[0])
        voices = list(_voices(film, heard))
        read = _added(film, text) if text else None
        _attach(film, cover)
        side_by_side = heapq.merge(
            _timed(_pictures(pieces, picture, tell), TIME_BASE),
            *(_sounds(*both) for both in zip(heard, voices, strict=True)),
            _timed(texts.packets(words, length, read) if read else (), float(FRAME_RATE)),
            key=itemgetter(0),
        )
        for _, packet in side_by_side:
            film.mux_one(packet)


def _texts(words: Sequence[TimedLines]) -> AbstractContextManager[Any]:
    return texts.like() if words else nullcontext()


def _attach(film: OutputContainer, cover: bytes) -> None:
    """A picture that is no track: in MP4, the item « covr » of its metadata."""
    with av.open(BytesIO(cover), format="jpeg_pipe") as picture:
        stream = film.add_stream_from_template(picture.streams.video[0])
        _serve(stream, Disposition.attached_pic)
        for packet in picture.demux(video=0):
            if packet.size:
                packet.stream, packet.pts, packet.dts = stream, 0, 0
                film.mux_one(packet)


def _serve(stream: Any, purpose: Disposition) -> None:
    """Older releases of PyAV take a number here and no flag."""
    stream.disposition = cast("Disposition", purpose.value)


def _timed(packets: Iterable[Packet[Any]], rate: float) -> Iterator[tuple[float, Packet[Any]]]:
    """Each with the second at which it is decoded: a player reads all tracks side by side."""
    for packet in packets:
        yield (packet.dts or 0) / rate, packet


def _added(film: OutputContainer, template: Any) -> Any:
    stream = film.add_stream_from_template(template)
    stream.metadata["language"] = LANGUAGE
    return stream


def _voices(film: OutputContainer, heard: Iterable[Any]) -> Iterator[Any]:
    """A track for each: the first is the one that players let hear, the second is marked for those
    who do not see the film.
    """
    for number, sound in enumerate(heard):
        stream = _added(film, sound.streams.audio[0])
        purpose = Disposition.visual_impaired if number else Disposition.default
        _serve(stream, purpose)
        if number:
            stream.metadata.update(title=DESCRIPTION, handler_name=DESCRIPTION)
        yield stream


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


def _sounds(heard: Any, stream: Any) -> Iterator[tuple[float, Packet[Any]]]:
    source = heard.streams.audio[0]
    for moment, packet in _timed(heard.demux(source), source.time_base.denominator):
        if packet.dts is not None:
            packet.stream = stream
            yield moment, packet


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
