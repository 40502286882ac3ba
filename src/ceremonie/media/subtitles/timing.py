"""Subtitles on the frames of a cut clip: by the charter, in order, never two at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ceremonie.media.material import SubtitleCue
from ceremonie.media.subtitles.breaking import Screens, screens
from ceremonie.media.subtitles.charter import GAP, LINE_LENGTH, LINES, needed, signs
from ceremonie.media.subtitles.reading import Track
from ceremonie.units import FRAME_RATE, frames

LEAD = int(FRAME_RATE / 2)
"""Frames by which words may be read before they are heard."""


@dataclass(frozen=True)
class _Said:
    """What is said from frame `start` to `stop`, shown one screen after the other; `count` are its
    signs.
    """

    start: int
    stop: int
    lines: tuple[str, ...]
    count: int

    @property
    def screens(self) -> Screens:
        return screens(self.lines)

    @property
    def least(self) -> int:
        """Frames without which a screen would not be seen at all."""
        return len(self.screens) * (1 + GAP)

    def is_cramped(self, room: int) -> bool:
        """Whether so many frames are less than the least. How it is broken is asked last: of files
        that say thousands of things at once, that would take hours.
        """
        full = LINES * LINE_LENGTH + 1
        return room < self.count // full * (1 + GAP) or room < self.least

    @property
    def wanted(self) -> int:
        """Frames in which all can be read, with the gaps."""
        return sum(needed(signs(one)) for one in self.screens) + GAP * (len(self.screens) - 1)

    def joined(self, after: _Said) -> _Said:
        lines, count = (*self.lines, *after.lines), self.count + 1 + after.count
        return _Said(self.start, max(self.stop, after.stop), lines, count)


def cues(track: Track, start: Fraction, length: int) -> tuple[SubtitleCue, ...]:
    """On the frames of a clip cut at `start` seconds and `length` frames long. Words that begin on
    the same frame are shown together. What is too quick to be read is given time from the silence
    after it, then before it.
    """
    said = _with_room(list(_on_frames(track, start, length)), length)
    return tuple(cue for one in _retimed(said, length) for cue in _parted(one))


def _on_frames(track: Track, start: Fraction, length: int) -> Iterator[_Said]:
    """By their first frame; nothing that the cut leaves out."""
    by_start: dict[int, _Said] = {}
    for spoken in track.spoken:
        first = frames(max(Fraction(0), spoken.start - start))
        stop = min(length, frames(max(Fraction(0), spoken.stop - start)))
        if spoken.stop > start and first < length:
            said = _Said(first, max(stop, first + 1), spoken.lines, signs(spoken.lines))
            by_start[first] = by_start[first].joined(said) if first in by_start else said
    yield from (by_start[first] for first in sorted(by_start))


def _with_room(said: Iterable[_Said], length: int) -> list[_Said]:
    """Those that come too close upon each other to be seen one by one are one."""
    kept: list[_Said] = []
    for one in said:
        if kept and kept[-1].is_cramped(one.start - kept[-1].start):
            kept[-1] = kept[-1].joined(one)
        else:
            kept.append(one)
    while len(kept) > 1 and kept[-1].is_cramped(length + GAP - kept[-1].start):
        kept[-2:] = [kept[-2].joined(kept[-1])]
    return kept


def _retimed(said: Sequence[_Said], length: int) -> Iterator[_Said]:
    """Each until it has been read, but not into the next one, nor past the end of the clip."""
    floor = 0
    following = [*(one.start for one in said), length + GAP][1:]
    for one, after in zip(said, following, strict=False):
        ceiling = after - GAP
        stop = min(ceiling, max(one.stop, one.start + one.wanted))
        start = max(floor, one.start - LEAD, min(one.start, stop - one.wanted))
        yield replace(one, start=max(0, min(start, stop - one.least + GAP)), stop=stop)
        floor = stop + GAP


def _parted(said: _Said) -> Iterator[SubtitleCue]:
    """A screen at a time, each as long as its share of the signs."""
    each = said.screens
    total = sum(map(signs, each))
    shared = max(0, said.stop - said.start - said.least + GAP)
    before = 0
    for number, lines in enumerate(each):
        after = before + signs(lines)
        start = said.start + number * (1 + GAP) + shared * before // total
        stop = said.start + number * (1 + GAP) + 1 + shared * after // total
        if stop <= said.stop:
            yield SubtitleCue(start, stop, lines)
        before = after
