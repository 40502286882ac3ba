"""The one reader: a file's pictures and sound with their exact times, and what went wrong.

Time is counted from the first picture, or from the first sample where there is none; sound that
begins well before the picture comes first. Headers are believed in nothing: the end is where
nothing more can be decoded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Any

import av

from ceremonie.media.decoding import container as containers
from ceremonie.media.decoding.damage import NOTICED
from ceremonie.media.decoding.endings import is_cut
from ceremonie.media.decoding.track import Heard, Seen, Track

TOGETHER, APART = Fraction(1, 10), 10
"""Seconds by which a coder may delay one track against the other: both begin together. Beyond the
second one, a time stamp is wrong.
"""

STEP_BACK, LEAP = Fraction(1, 10), 10
"""Seconds: time stamps that go back by so much, or forth in a broadcast stream, start anew: files
put one behind the other (the limits of ffmpeg's own correction, `dts_delta_threshold`).
"""

BROADCAST = {"mpegts", "mpeg"}
SCATTERED = {"mov"}
"""Containers whose packets lie anywhere in the file, as an index says."""

NEAR = 16
"""Packets that may come between a hole and the first one of a track behind it."""

SEAMLESS = {"ogg", "flac"}
"""Containers in which a step in the time stamps always means that something is lost."""

MARGINS = (3, 20, 120)
"""Seconds before the wanted start at which reading begins; further back where no key frame came."""

MOST_FAULTS = 100
"""Failures to read on, one after the other, after which the file has ended."""

HOLE = 4096
"""Bytes that no packet accounts for, more than any container needs between two."""

LATE = 5
"""Seconds past the end for which sound is waited for that lies further on in the file."""


@dataclass(frozen=True)
class Extract:
    """What is read of a file, from second `start` to second `stop` or to its end."""

    file: Path
    start: Fraction = Fraction(0)
    stop: Fraction | None = None
    pictures: bool = True

    def holds(self, item: Seen | Heard) -> bool:
        """Whether any of it lies between the bounds."""
        return item.until > self.start and (self.stop is None or item.time < self.stop)


@dataclass
class Reading:
    """One pass over a file. `threads` is how many may decode, 0 for as many as there are cores;
    with one, damage is always concealed alike, and its times are exact.
    """

    extract: Extract
    alive: Callable[[], None]
    threads: int = 0
    picture: Track | None = None
    sound: Track | None = None
    unreadable: bool = False
    announced: Fraction | None = None
    cut: bool = False
    _shift: Fraction = Fraction(0)
    _furthest: int = -1
    _expected: int | None = None

    def items(self) -> Iterator[Seen | Heard]:
        """Pictures and sound in the order of the file: from before `start`, where decoding had to
        begin there, until after `stop`. Raises av.FFmpegError where the file cannot be opened.
        """
        start = self.extract.start
        for margin in MARGINS:
            if not self.extract.pictures or start <= margin:
                break
            items = self._pass(start - margin)
            before = self._until_key(items)
            if before is not None:
                yield from chain(before, items)
                return
        yield from self._pass(None)

    def _until_key(self, items: Iterator[Seen | Heard]) -> list[Seen | Heard] | None:
        """The sound up to the first key frame, and that one; None if it comes too late. Pictures
        before it are made of others that were not read.
        """
        before: list[Seen | Heard] = []
        for item in items:
            if isinstance(item, Heard):
                before.append(item)
            elif item.key:
                return [*before, item] if item.time <= self.extract.start else None
        return None

    def _pass(self, seek: Fraction | None) -> Iterator[Seen | Heard]:
        self._shift, self._furthest, self._expected = Fraction(0), -1, None
        with containers.opened(self.extract.file) as container:
            self._choose(container)
            self.announced = containers.announced(self.extract.file, container)
            self.cut = not self.extract.pictures and is_cut(self.extract.file, container)
            self._begin(container)
            if seek is not None and not self._sought(container, seek):
                return
            yield from self._read(container)

    def _choose(self, container: Any) -> None:
        extract = self.extract
        stream = containers.picture_stream(container) if extract.pictures else None
        index = containers.readable_sound(extract.file, container)
        self.unreadable = index is None and bool(container.streams.audio)
        self.picture = Track(stream, self.threads) if stream else None
        self.sound = Track(container.streams[index], 1) if index is not None else None

    def _begin(self, container: Any) -> None:
        """Time begins with the first picture; what a broadcast says of it may be its coding."""
        names = set(container.format.name.split(","))
        if self.picture and not BROADCAST.isdisjoint(names):
            begins = containers.first_time(self.extract.file, self.picture.stream.index)
            self.picture.begins = self.picture.begins if begins is None else begins
        origin = _origin(self.picture, self.sound)
        for track in (self.picture, self.sound):
            if track:
                track.origin = origin

    def _sought(self, container: Any, seek: Fraction) -> bool:
        assert self.picture
        stream = self.picture.stream
        try:
            container.seek(int((seek + self.picture.origin) / stream.time_base), stream=stream)
        except av.FFmpegError:
            return False
        return True

    def _read(self, container: Any) -> Iterator[Seen | Heard]:
        names = set(container.format.name.split(","))
        contiguous, broadcast = SCATTERED.isdisjoint(names), not BROADCAST.isdisjoint(names)
        tracks = {t.stream.index: t for t in (self.picture, self.sound) if t}
        for one in tracks.values():
            one.seamless = not SEAMLESS.isdisjoint(names)
            one.loose = "mpeg" in names and one.moving
        for packet in _packets(container):
            if self._advanced(packet) and contiguous:
                for one in tracks.values():
                    one.hole = NEAR
            track = tracks.get(packet.stream_index)
            if track is None or not packet.size:
                continue
            self._continue(packet, track, broadcast=broadcast)
            for item in track.decoded(packet):
                self.alive()
                yield item
            if self._past():
                return
        for track in tracks.values():
            yield from track.rest()

    def _advanced(self, packet: Any) -> bool:
        """Whether bytes lie before the packet that belong to none."""
        if packet.pos is None or packet.pos < 0:
            return False
        if packet.pos > self._furthest:
            self._furthest = packet.pos
            self.alive()
        expected, self._expected = self._expected, packet.pos + packet.size
        return expected is not None and packet.pos - expected > HOLE

    def _continue(self, packet: Any, track: Track, *, broadcast: bool) -> None:
        """Time stamps that start anew go on where they were: of each track when it gets there, all
        by the same step as far as that fits.
        """
        if packet.dts is None:
            return
        base, last = packet.time_base, track.stamped
        stamp = packet.dts * base
        time = stamp + track.shift
        if last is not None and (time < last - STEP_BACK or (broadcast and time > last + LEAP)):
            together = abs(stamp + self._shift - last) < NOTICED
            track.shift = self._shift = self._shift if together else last - stamp
            track.forgive()
        track.stamped = stamp + track.shift + (packet.duration or 0) * base
        if track.shift:
            ticks = round(track.shift / base)
            packet.dts += ticks
            packet.pts = None if packet.pts is None else packet.pts + ticks

    def _past(self) -> bool:
        stop = self.extract.stop
        if stop is None:
            return False
        ends = [track.time for track in (self.picture, self.sound) if track]
        first = self.picture or self.sound
        return min(ends) >= stop or bool(first and first.time >= stop + LATE)


def _packets(container: Any) -> Iterator[Any]:
    """Reading goes on behind what cannot be read."""
    faults = 0
    packets = container.demux()
    while faults < MOST_FAULTS:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except av.FFmpegError:
            faults += 1
            packets = container.demux()
            continue
        faults = 0
        yield packet


def _origin(picture: Track | None, sound: Track | None) -> Fraction:
    """Where time begins, on the file's own clock."""
    starts = [track.begins for track in (picture, sound) if track]
    if len(starts) < 2:
        return starts[0] if starts else Fraction(0)
    lead = starts[0] - starts[1]
    return starts[1] if TOGETHER < lead < APART else starts[0]
