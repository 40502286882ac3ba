"""Opening a file and nothing else, and what its fields say: never the text of a report.

A medium may be called what it likes: known containers are read, playlists are not, and no part of a
file makes libavformat open another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.stream import Disposition

from ceremonie.media.decoding.endings import mp3_seconds

CONTAINERS = (
    "mov", "matroska", "avi", "mpeg", "mpegts", "ogg", "wav", "mp3", "flac", "aac", "asf",
)  # fmt: skip
"""What a medium may be packed in; no playlist is among them, whatever its file is called."""

SAFE = {"format_whitelist": ",".join(CONTAINERS), "protocol_whitelist": "file"}

NO_FILM = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image
"""Covers and previews."""

MOST_PIXELS = 8192 * 8192
"""Of a picture: what claims more is no film, and would take the memory."""

TRIAL = 40
"""Packets after which a sound track that gave no sample counts as one that cannot be read."""

_BAD_WORDS = {"metadata_errors": "replace"} if int(av.__version__.split(".")[0]) < 19 else {}
"""Titles that are no UTF-8 refuse no file; from PyAV 19 on they never do, and it takes no such
argument.
"""

MEASURED = {"mov", "matroska", "flac", "wav", "ogg", "avi", "asf"}
"""Containers that write down how long they are; the others are guessed at from their bit rate."""


@contextmanager
def opened(file: Path) -> Iterator[Any]:
    """PyAV's container. Raises av.FFmpegError where it is none that is allowed."""
    with av.open(f"file:{file}", "r", options=dict(SAFE), **_BAD_WORDS) as container:
        yield container


def picture_stream(container: Any) -> Any | None:
    """The film in it: what is marked as default, else the first that can be decoded."""
    return next(iter(_ranked(container.streams.video)), None)


def sound_streams(container: Any) -> list[Any]:
    """Those that have a decoder, as players choose them: the default one first."""
    return _ranked(container.streams.audio)


def _ranked(streams: Any) -> list[Any]:
    usable = [s for s in streams if s.codec_context is not None and not s.disposition & NO_FILM]
    return sorted(usable, key=lambda s: not s.disposition & Disposition.default)


def readable_sound(file: Path, container: Any) -> int | None:
    """The index of the sound track to play: the first that gives samples, in the players' order;
    None where there is none.
    """
    indices: list[int] = [stream.index for stream in sound_streams(container)]
    if len(indices) == 1 and len(container.streams.audio) == 1:
        return indices[0]
    return next((index for index in indices if _gives_samples(file, index)), None)


def _gives_samples(file: Path, index: int) -> bool:
    return next(_first_frames(file, index), None) is not None


def first_time(file: Path, index: int) -> Fraction | None:
    """When the first picture of a track is shown, on the file's own clock."""
    frames = (frame for frame in _first_frames(file, index) if frame.pts is not None)
    first = next(frames, None)
    return None if first is None else Fraction(first.pts * first.time_base)


def _first_frames(file: Path, index: int) -> Iterator[Any]:
    """The first frame of each of the first packets of a track that gives any."""
    with opened(file) as container:
        for number, packet in enumerate(container.demux(container.streams[index])):
            if number > TRIAL:
                return
            try:
                frames = packet.decode() if packet.size else ()
            except av.FFmpegError:
                continue
            yield from frames[:1]


def announced(file: Path, container: Any) -> Fraction | None:
    """Seconds that the file says it lasts; None where it does not say, or only guesses."""
    names = set(container.format.name.split(","))
    if "mp3" in names and container.streams.audio:
        return mp3_seconds(file, container.streams.audio[0].codec_context.sample_rate)
    if not container.duration or MEASURED.isdisjoint(names):
        return None
    return Fraction(container.duration, av.time_base)


def pictures_in(file: Path) -> int:
    """Counted packet by packet: of a film of our own, in which each holds one."""
    with opened(file) as container:
        return sum(packet.size > 0 for packet in container.demux(video=0))


@dataclass(frozen=True)
class Facts:
    """What the fields of a file say. `seconds` is None where it does not say; `width` and `height`
    are as stored, in px; `rate` counts frames or samples a second.
    """

    seconds: Fraction | None
    video: str | None
    width: int
    height: int
    rate: Fraction
    sound: str | None
    sample_rate: int
    channels: int


def facts_of(file: Path) -> Facts | None:
    """None where nothing can be read."""
    try:
        return facts(file)
    except av.FFmpegError:
        return None


def facts(file: Path) -> Facts:
    """Raises av.FFmpegError where nothing can be read."""
    with opened(file) as container:
        video, sounds = picture_stream(container), sound_streams(container)
        seen = video.codec_context if video else None
        heard = sounds[0].codec_context if sounds else None
        return Facts(
            Fraction(container.duration, av.time_base) if container.duration else None,
            seen.name if seen else None,
            seen.width if seen else 0,
            seen.height if seen else 0,
            video.average_rate or Fraction(0) if video else Fraction(0),
            heard.name if heard else None,
            heard.sample_rate if heard else 0,
            heard.channels if heard else 0,
        )
