"""The pictures, videos and captions of a package: each once, named by what it holds.

So no file name of a phone or a pupil gets into the deck. None is held in memory: the bytes stay in
their files until the package is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from ceremonie import cache_names
from ceremonie.captions import webvtt
from ceremonie.deck.package.keeping import kept_or_made
from ceremonie.deck.slide.pictures import Stored
from ceremonie.media.crew import worked_off
from ceremonie.media.material import Clip, SubtitleCue

CAPTIONS_TYPE = "text/vtt"
VIDEO_TYPE = "video/mp4"

PIECE = 1 << 20
"""Bytes of a file that are in memory at a time."""


class FilePart(Part):  # type: ignore[misc] # python-pptx tells no types
    """The first `length` bytes of a file."""

    def __init__(self, name: str, content_type: str, package: Any, file: Path, length: int) -> None:
        super().__init__(PackURI(f"/ppt/media/{name}"), content_type, package)
        self.length = length
        self._file = file

    @property
    def blob(self) -> bytes:
        return b"".join(self.pieces())

    def pieces(self) -> Iterator[bytes]:
        """The bytes one stretch after another. Raises OSError as the system does."""
        left = self.length
        with self._file.open("rb") as file:
            while left and (piece := file.read(min(PIECE, left))):
                left -= len(piece)
                yield piece


class Media:
    """The media of `package`; pictures are kept in the folder `pictures`."""

    def __init__(self, package: Any, pictures: Path) -> None:
        self._package = package
        self._pictures = pictures
        self._parts: dict[str, Part] = {}

    def prepare(
        self, pictures: Iterable[Stored], workers: int, progress: Callable[[float], None]
    ) -> None:
        """Makes those that are not kept, `workers` at a time; `progress` hears the part done."""
        jobs = {one.key: self._job(one) for one in pictures}
        if jobs:
            worked_off(jobs, workers, Event(), progress)

    def picture(self, stored: Stored) -> Part:
        """The part of a picture, which is made if it is not kept."""
        if stored.key not in self._parts:
            blob = self._job(stored)()
            name = f"{_named(blob)}.{stored.ending}"
            path = cache_names.image(self._pictures, stored.key)
            self._parts[stored.key] = self._file(name, stored.content_type, path, len(blob))
        return self._parts[stored.key]

    def video(self, clip: Clip) -> Part:
        """The part of a clip's file."""
        name = f"{clip.digest[:16]}.mp4"
        return self._file(name, VIDEO_TYPE, clip.path, clip.path.stat().st_size)

    def captions(self, cues: Iterable[SubtitleCue]) -> Part:
        """The part of a clip's subtitles."""
        blob = captions(cues)
        name = f"{_named(blob)}.vtt"
        if name not in self._parts:
            uri = PackURI(f"/ppt/media/{name}")
            self._parts[name] = Part(uri, CAPTIONS_TYPE, self._package, blob)
        return self._parts[name]

    def _job(self, stored: Stored) -> Callable[[], bytes]:
        path = cache_names.image(self._pictures, stored.key)
        return lambda: kept_or_made(path, stored.made)

    def _file(self, name: str, content_type: str, path: Path, length: int) -> Part:
        if name not in self._parts:
            self._parts[name] = FilePart(name, content_type, self._package, path, length)
        return self._parts[name]


def captions(cues: Iterable[SubtitleCue]) -> bytes:
    """WebVTT on the clip's own clock."""
    return webvtt((cue.start, cue.stop, cue.lines) for cue in cues).encode()


def _named(blob: bytes) -> str:
    return hashlib.sha256(blob).hexdigest()[:16]
