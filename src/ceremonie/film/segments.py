"""The film cut into segments that any worker can render, each named by all that it depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

from ceremonie.film.colour import Frame
from ceremonie.film.encode import Quality, encode
from ceremonie.film.painter import ShotPainter
from ceremonie.film.workers import until_stopped
from ceremonie.plan.drawing import Drawing
from ceremonie.plan.model import Plan, Shot
from ceremonie.tools import ffmpeg

LONGEST = 200
"""Frames; longer shots are split, so that the last segment never keeps one core waiting long."""

SOURCES = (
    "film", "theme", "data/fonts", "data/pictograms",
    "plan/drawing.py", "media/sound.py", "tools/ffmpeg.py", "units.py",
)  # fmt: skip
"""Files and folders of this package on which a frame or a sample depends."""

LIBRARIES = ("numpy", "opencv-python-headless", "uharfbuzz")


@dataclass(frozen=True)
class Segment:
    """Frames `start` to `stop` of a shot; its first `crossfade` frames mix with the shot before.

    `before` is that shot's drawing and `before_length` its length, where the segment needs it.
    `shot` and `title` tell people which one it is; they take no part in `repr`, from which keys
    are made, so that a shot may move without being rendered again.
    """

    shot: str = field(repr=False)
    title: str = field(repr=False)
    drawing: Drawing
    start: int
    stop: int
    crossfade: int = 0
    before: Drawing | None = None
    before_length: int = 0

    def __len__(self) -> int:
        return self.stop - self.start


def segments(plan: Plan) -> tuple[Segment, ...]:
    """The whole film, in order, every frame once."""
    found: list[Segment] = []
    before: Shot | None = None
    for shot in plan.shots:
        found += _of(shot, before)
        before = shot
    return tuple(found)


def _of(shot: Shot, before: Shot | None) -> Iterator[Segment]:
    length = len(shot.span)
    count = -(-length // LONGEST)
    edges = [length * i // count for i in range(count + 1)]
    for start, stop in pairwise(edges):
        mixes = before is not None and start < shot.crossfade
        yield Segment(
            shot.id,
            shot.title,
            shot.drawing,
            start,
            stop,
            shot.crossfade if mixes else 0,
            before.drawing if before and mixes else None,
            len(before.span) if before and mixes else 0,
        )


def frames(segment: Segment, width: int, height: int) -> Iterator[Frame]:
    """The segment's frames, each a function of the drawings and its number alone."""
    painter = ShotPainter(segment.drawing, width, height)
    before = ShotPainter(segment.before, width, height) if segment.before else None
    for number in range(segment.start, segment.stop):
        frame = painter.frame(number)
        if before and number < segment.crossfade:
            weight = (number + 1) / (segment.crossfade + 1)
            old = before.frame(segment.before_length + number)
            frame = np.asarray(cv2.addWeighted(frame, weight, old, 1 - weight, 0), np.uint8)
        yield frame


def key(segment: Segment, quality: Quality) -> str:
    """Equal keys, equal bytes: the drawings, what they show, how they are painted and encoded."""
    parts = (repr(segment), repr(quality), renderer())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def renderer() -> str:
    """A digest of the code and data that paint, and of the programs that encode."""
    digest = hashlib.sha256()
    for told in (*map(version, LIBRARIES), ffmpeg.version()):
        digest.update(told.encode() + b"\0")
    root = Path(str(resources.files("ceremonie")))
    for source in SOURCES:
        for file in sorted(_files(root / source)):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _files(source: Path) -> list[Path]:
    return [f for f in source.iterdir() if f.is_file()] if source.is_dir() else [source]


def render(segment: Segment, quality: Quality, target: Path) -> None:
    """Paint and encode one segment, on one core."""
    cv2.setNumThreads(1)
    painted = frames(segment, quality.width, quality.height)
    encode(until_stopped(painted), quality, target)
