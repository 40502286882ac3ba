"""The film cut into segments that any worker can render, each named by all that it depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import cv2

from ceremonie import program
from ceremonie.diagnostics import NodePath
from ceremonie.film.coding.encode import LIGHT, Quality, Shown, encode_each
from ceremonie.film.painting import transitions
from ceremonie.film.painting.colour import empty
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.film.work import watching
from ceremonie.film.work.watching import Watch
from ceremonie.film.work.workers import until_stopped
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.tools import ffmpeg
from ceremonie.units import FrameSpan, merged

LONGEST = 100
"""Frames to paint; longer motion is split, so that the last segment never keeps one core waiting
long.
"""

REST = 40
"""Frames without motion that are worth ending a segment: the next one begins with a picture of its
own, which costs as much as some twenty that move.
"""

SOURCES = (
    "film", "film/coding", "film/painting", "film/sound", "film/work",
    "theme", "data/fonts", "data/pictograms",
    "planning/breath.py", "planning/drawing.py", "planning/entrances.py", "planning/tables.py",
    "planning/transition.py", "planning/camera_move.py", "planning/cropping.py",
    "media/sound.py", "media/decoding", "tools/ffmpeg.py", "formats.py", "units.py", "flashing.py",
)  # fmt: skip
"""Files and folders of this package on which a frame or a sample depends."""

LIBRARIES = ("av", "numpy", "opencv-python-headless", "python-bidi", "uharfbuzz")


@dataclass(frozen=True)
class Segment:
    """Frames `start` to `stop` of a shot; `transition` is that of its shot where the segment lies
    in it.

    From frame `rest` on, it repeats the frame before. `before` is the drawing of the shot before
    and `before_length` its length, where the segment needs it; `fading` are the
    frames of its shot in which it goes to black. `shot`, `title` and `path` tell people which one
    it is; they take no part in keys, so that a shot may move without being rendered again.
    """

    shot: str = field(repr=False)
    title: str = field(repr=False)
    path: NodePath = field(repr=False)
    drawing: Drawing = field(repr=False)
    start: int
    rest: int
    stop: int
    transition: Transition = CUT
    before: Drawing | None = field(default=None, repr=False)
    before_length: int = 0
    fading: FrameSpan | None = None

    def __len__(self) -> int:
        return self.stop - self.start

    def size(self, quality: Quality) -> tuple[int, int]:
        """Width and height of its frames, px."""
        return self.drawing.format.reduced(quality.reduction)

    def due(self, quality: Quality) -> list[int]:
        """The frames that have to be painted and encoded, in order; the one that comes to rest is
        always among them.
        """
        moving = self._changes if quality.sparing else range(self.start, self.rest, quality.stride)
        first, last = self.rest - 1, min(self.rest + quality.settling, self.stop)
        return sorted({*moving, *range(first, last)})

    @property
    def _changes(self) -> list[int]:
        """The frames that do not look as the one before them does."""
        spans = [*self.drawing.motion(self.stop), FrameSpan(self.start, self.start + 1)]
        spans += [FrameSpan(0, self.transition.frames + 1)] if self.before else []
        spans += [self.fading] if self.fading else []
        inside = (range(max(s.start, self.start), min(s.stop, self.rest)) for s in spans)
        return [frame for span in inside for frame in span]


def segments(plan: Plan, stride: int = 1) -> tuple[Segment, ...]:
    """The whole film, in order, every frame once; one of `stride` frames will be painted."""
    cut: list[Segment] = []
    before: Shot | None = plan.shots[-1] if plan.loops else None
    for shot in plan.shots:
        cut += _of(shot, before, LONGEST * stride)
        before = shot
    return tuple(cut)


def _of(shot: Shot, before: Shot | None, longest: int) -> Iterator[Segment]:
    for start, rest, stop in _cuts(shot, longest):
        mixes = before is not None and start < shot.transition.frames
        yield Segment(
            shot.id,
            shot.title,
            shot.path,
            _shown(shot.drawing, stop),
            start=start,
            rest=rest,
            stop=stop,
            transition=shot.transition if mixes else CUT,
            before=before.drawing if before and mixes else None,
            before_length=ended(before) if before and mixes else 0,
            fading=shot.fading if shot.fading and stop > shot.fading.start else None,
        )


def _moving(shot: Shot) -> tuple[FrameSpan, ...]:
    """The spans of its drawing's motion, that in which it dissolves in, and that in which it goes
    to black.
    """
    length, spans = len(shot.span), list(shot.drawing.motion(len(shot.span)))
    if _dissolves(shot):
        spans.append(FrameSpan(0, min(shot.transition.frames + 1, length)))
    if shot.fading:
        spans.append(shot.fading)
    return merged(spans)


def _dissolves(shot: Shot) -> bool:
    return shot.transition.move is Move.DISSOLVE


def _shown(drawing: Drawing, stop: int) -> Drawing:
    """What is seen of it up to a frame does not hang on what will leave later."""
    closing = (e for e in drawing.elements if drawing.closes(e))
    leaving = (e.leaves.start for e in closing if e.leaves)
    return drawing.staying() if stop <= min(leaving, default=0) else drawing


def ended(shot: Shot) -> int:
    """The frame of a shot's drawing with which it goes on while the next one comes in."""
    return min(len(shot.span), shot.drawing.frames)


def _cuts(shot: Shot, longest: int) -> Iterator[tuple[int, int, int]]:
    """(start, rest, stop) of each segment. What leads from one shot to another is one of its own,
    and so is the frame that a shot has more or less by where its beats fall: all else is the
    drawing's alone, wherever the shot stands. A dissolve is not parted from what follows: where
    motion is reduced, that is but a picture at rest.
    """
    length = len(shot.span)
    apart = 0 if _dissolves(shot) else min(shot.transition.frames, length)
    motion = _moving(shot)
    for start, stop in pairwise(sorted({0, apart, ended(shot), length})):
        moving = (FrameSpan(start, stop),) if start < apart else _within(motion, start, stop)
        yield from _resting(moving, stop, longest)


def _within(motion: Iterable[FrameSpan], start: int, stop: int) -> tuple[FrameSpan, ...]:
    """What moves from one frame to another; the first of them repeats nothing."""
    clipped = ((max(start, span.start), min(stop, span.stop)) for span in motion)
    inside = [FrameSpan(first, last) for first, last in clipped if first < last]
    if not inside or inside[0].start > start:
        inside.insert(0, FrameSpan(start, start + 1))
    return tuple(inside)


def _resting(
    motion: Sequence[FrameSpan], stop: int, longest: int
) -> Iterator[tuple[int, int, int]]:
    """It moves until `rest`, or hardly ever rests in between; then it stands still."""
    start = motion[0].start
    for span, following in pairwise((*motion, FrameSpan(stop, stop))):
        if following.start - span.stop >= REST or following.start == stop:
            yield from _split(start, span.stop, following.start, longest)
            start = following.start


def _split(start: int, rest: int, stop: int, longest: int) -> Iterator[tuple[int, int, int]]:
    count = -(-(rest - start) // longest)
    edges = [start + (rest - start) * i // count for i in range(count + 1)]
    for first, last in pairwise(edges[:-1]):
        yield first, last, last
    yield edges[-2], rest, stop


def frames(segment: Segment, quality: Quality) -> Iterator[Shown]:
    """The frames to encode, each a function of the drawings and its number alone."""
    painter = ShotPainter(segment.drawing, quality.reduction)
    before = ShotPainter(segment.before, quality.reduction) if segment.before else None
    frame = empty(*segment.size(quality))
    for number, following in pairwise((*segment.due(quality), segment.stop)):
        if number < segment.rest:
            frame = painter.frame(number)
            if before and number < segment.transition.frames:
                old = before.frame(segment.before_length + number)
                frame = transitions.painted(segment.transition, number, old, frame)
            if segment.fading:
                frame = transitions.faded(frame, number, segment.fading)
        yield frame, following - number


def keys(cut: Iterable[Segment], quality: Quality) -> dict[Segment, str]:
    """Equal keys, equal bytes: the drawings, what they show, how they are painted and encoded."""
    return {s: _digest(repr((s, *_drawn(s), quality, renderer()))) for s in cut}


def lighter(key: str) -> str:
    """The key of a segment's lighter file, from that of its file at full quality."""
    return _digest(f"{key} {LIGHT}")


def _drawn(segment: Segment) -> tuple[str, str]:
    return segment.drawing.digest, segment.before.digest if segment.before else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def renderer() -> str:
    """A digest of the code and data that paint, and of the programs that encode."""
    return _digest(f"{program.digest(*SOURCES)} {program.releases(*LIBRARIES)} {ffmpeg.version()}")


def render(segment: Segment, quality: Quality) -> bytes:
    """Paint and encode one segment, on one core; what flashes in it is written at its end."""
    return render_each(segment, (quality,))[0]


def render_each(segment: Segment, qualities: Sequence[Quality]) -> tuple[bytes, ...]:
    """The same in several qualities, which are painted alike, once: a file for each of them."""
    cv2.setNumThreads(1)
    watches: list[Watch] = []
    painted = qualities[0]

    def watched() -> Iterator[Shown]:
        watches.append(Watch(painted.reduction))
        return watches[-1].over(until_stopped(frames(segment, painted)))

    files = encode_each(watched, qualities, segment.size(painted))
    trace = watching.box(watches[-1].trace)
    return tuple(file + trace for file in files)
