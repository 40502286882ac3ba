"""The pictures, videos and captions of a package: each once, named by what it holds.

So no file name of a phone or a pupil gets into the deck. None is held in memory: the bytes stay in
their files until the package is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

from pptx.opc.package import Part

from ceremonie import cache_names
from ceremonie.captions import webvtt
from ceremonie.deck.package.keeping import kept_or_made
from ceremonie.deck.package.parts import FilePart, part
from ceremonie.deck.slide.pictures import Stored
from ceremonie.media.crew import worked_off
from ceremonie.media.material import Clip, SubtitleCue

CAPTIONS_TYPE = "text/vtt"
VIDEO_TYPE = "video/mp4"


class Media:
    """What the slides of a package show; pictures are kept in the folder `pictures`."""

    def __init__(self, pictures: Path) -> None:
        self.parts: dict[str, Part] = {}
        self._pictures = pictures
        self._by_key: dict[str, Part] = {}

    def prepare(
        self, pictures: Iterable[Stored], workers: int, progress: Callable[[float], None]
    ) -> None:
        """Makes those that are not kept, `workers` at a time; `progress` hears the part done."""
        jobs = {one.key: self._job(one) for one in pictures}
        if jobs:
            self._by_key |= worked_off(jobs, workers, Event(), progress)
            self.parts |= {one.partname.membername: one for one in self._by_key.values()}

    def has(self, names: Iterable[str]) -> bool:
        """Whether all these parts are there."""
        return all(name in self.parts for name in names)

    def picture(self, stored: Stored) -> str:
        """The name of a picture's part; it is made if it is not kept."""
        if stored.key not in self._by_key:
            self._by_key[stored.key] = self._job(stored)()
        return self._added(self._by_key[stored.key])

    def video(self, clip: Clip) -> str:
        """The name of the part of a clip's file."""
        length = clip.path.stat().st_size
        name = f"ppt/media/{clip.digest[:16]}.mp4"
        return self._added(FilePart(name, VIDEO_TYPE, clip.path, length))

    def captions(self, cues: Iterable[SubtitleCue]) -> str:
        """The name of the part of a clip's subtitles."""
        blob = captions(cues)
        return self._added(part(f"ppt/media/{_named(blob)}.vtt", CAPTIONS_TYPE, blob))

    def _job(self, stored: Stored) -> Callable[[], Part]:
        return lambda: self._made(stored)

    def _made(self, stored: Stored) -> Part:
        path = cache_names.image(self._pictures, stored.key)
        blob = kept_or_made(path, stored.made)
        name = f"ppt/media/{_named(blob)}.{stored.ending}"
        return FilePart(name, stored.content_type, path, len(blob))

    def _added(self, part: Part) -> str:
        return str(self.parts.setdefault(part.partname.membername, part).partname.membername)


def captions(cues: Iterable[SubtitleCue]) -> bytes:
    """WebVTT on the clip's own clock."""
    return webvtt((cue.start, cue.stop, cue.lines) for cue in cues).encode()


def _named(blob: bytes) -> str:
    return hashlib.sha256(blob).hexdigest()[:16]
