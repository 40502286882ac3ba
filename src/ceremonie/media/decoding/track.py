"""One track of a file: its packets decoded, its frames in time, what of it does not play."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av

from ceremonie.media.decoding import container as containers
from ceremonie.media.decoding.damage import NOTICED, Damage

UNPACKED = ("pcm_", "rawvideo")
"""Codecs in which nothing but zeros is silence or black; in all others it is a hole in the file."""

FORGIVEN = 32
"""Packets before and after a join of two recordings in which flags of broken data mean the join."""

USUAL = Fraction(1, 25)
"""Seconds of a picture for which the file gives none."""

TRANSPARENT = {"vp8": "libvpx", "vp9": "libvpx-vp9"}
"""Decoders that heed transparency; ffmpeg's own leave it out and show what lies under it."""


@dataclass(frozen=True)
class Seen:
    """A picture, shown from `time` to `until` unless another one comes before or nothing does."""

    time: Fraction
    until: Fraction
    frame: Any
    key: bool


@dataclass(frozen=True)
class Heard:
    """Sound from `time` to `until`."""

    time: Fraction
    until: Fraction
    frame: Any


class Track:
    """Begins at `begins` on the file's own clock, of which `origin` is second 0. `time` is how far
    it was decoded, `count` how many frames came, `faults` how many packets gave none or a damaged
    one. `hole` counts the next packets before which bytes may be missing; `seamless` is set where
    time stamps never step without a loss. `stamped` is where the next packet should begin, on the
    clock moved by `shift`. Stamps that are `loose` are guesses, by a frame too early or late.
    """

    def __init__(self, stream: Any, threads: int) -> None:
        self.stream = stream
        self.moving = stream.type == "video"
        self.context = _decoder(stream, threads)
        self.damage = Damage()
        self.time = self.origin = Fraction(0)
        self.begins = Fraction((stream.start_time or 0) * stream.time_base)
        self._suspects: list[tuple[int, Fraction, Fraction]] = []
        self._forgiven = 0
        self.count = self.faults = self.packets = 0
        self._base: Fraction = stream.time_base
        self.shift = Fraction(0)
        self.stamped: Fraction | None = None
        self.hole, self.seamless, self.loose = 0, False, False
        self._read: Fraction | None = None
        self._last = Fraction(0)
        self._waiting: list[Fraction] = []
        self._zeros = not stream.codec_context.name.startswith(UNPACKED)

    def forgive(self) -> None:
        """Two recordings meet here: that the stream is flagged as broken is no damage."""
        self._suspects.clear()
        self._forgiven = FORGIVEN

    def decoded(self, packet: Any) -> Iterator[Seen | Heard]:
        """The frames that are ready after this packet."""
        self.packets += 1
        time, length = self._place(packet)
        if packet.is_discard:  # what an edit list leaves out, and only decoding needs
            yield from self._frames(self._tried(packet) or ())
            return
        missing = self.hole or self.seamless
        if missing and self._read is not None and time - self._read > NOTICED:
            self._lose(self._read, time)
            self.hole = 0
        self.hole = max(0, self.hole - 1)
        self._read = max(time + length, self._read or time)
        self._waiting.append(time)
        frames = [] if self._empty(packet) else self._tried(packet)
        if frames is None or self._empty(packet):
            self._lose(time, time + length)
        elif packet.is_corrupt:
            self._suspect(time, time + length)
        self._settle(FORGIVEN)
        yield from self._frames(frames or ())

    def _tried(self, packet: Any) -> Any:
        """Its frames; None where it cannot be decoded."""
        try:
            return self.context.decode(packet)
        except (av.FFmpegError, MemoryError):
            return None

    def rest(self) -> Iterator[Seen | Heard]:
        """What the decoder still holds at the end of the file."""
        try:
            frames = self.context.decode(None)
        except (av.FFmpegError, MemoryError):
            frames = []
        yield from self._frames(frames)
        self._settle(0)
        if self._waiting and self._read and self._read - self.time > NOTICED:
            self._lose(self.time, self._read)

    def _place(self, packet: Any) -> tuple[Fraction, Fraction]:
        stamp = packet.pts if packet.pts is not None else packet.dts
        time = stamp * self._base - self.origin if stamp is not None else self._read or Fraction(0)
        return Fraction(time), Fraction((packet.duration or 0) * self._base)

    def _empty(self, packet: Any) -> bool:
        """Nothing but zeros: never written by a coder."""
        return self._zeros and not any(memoryview(packet)[:64]) and not any(bytes(packet))

    def _lose(self, start: Fraction, stop: Fraction) -> None:
        self.faults += 1
        self.damage.add(start, stop)

    def _suspect(self, start: Fraction, stop: Fraction) -> None:
        """Flagged as broken, though it was decoded."""
        if not self._forgiven:
            self._suspects.append((self.packets, start, stop))

    def _settle(self, packets: int) -> None:
        """What was flagged so many packets ago is damage."""
        self._forgiven = max(0, self._forgiven - 1)
        while self._suspects and self._suspects[0][0] + packets <= self.packets:
            _, start, stop = self._suspects.pop(0)
            self._lose(start, stop)

    def _frames(self, frames: Any) -> Iterator[Seen | Heard]:
        for frame in frames:
            stamp = frame.pts if frame.pts is not None else frame.dts
            time = stamp * self._base - self.origin if stamp is not None else self.time
            if self.moving and self.count and stamp is not None and time < self._last:
                time = self.time  # stamps that go back: one after the other
            lasting = self._lasting(frame)
            if self.loose and self.count and abs(time - self.time) <= lasting * 3 / 2:
                time = self.time
            self._missing(time)
            if frame.is_corrupt and self.count:
                self._suspect(time, time + lasting)
            self._last, self.time = time, time + lasting
            self.count += 1
            if self.moving:
                yield Seen(time, self.time, frame, frame.key_frame)
            else:
                yield Heard(time, self.time, frame)

    def _missing(self, time: Fraction) -> None:
        """A stretch for which there were packets, but no frame came of them."""
        lost = [at for at in self._waiting if at < time]
        self._waiting = [at for at in self._waiting if at > time]
        before = self.time if self.count else min(lost, default=time)
        if lost and time - before > NOTICED and any(at > before for at in lost[:-1] or lost):
            self._lose(before, time)

    def _lasting(self, frame: Any) -> Fraction:
        if not self.moving:
            return Fraction(frame.samples, frame.sample_rate)
        if frame.duration:
            return Fraction(frame.duration * self._base)
        rate = self.stream.average_rate
        return 1 / Fraction(rate) if rate else USUAL


def _decoder(stream: Any, threads: int) -> Any:
    context = stream.codec_context
    wanted = TRANSPARENT.get(context.name) if stream.metadata.get("alpha_mode") == "1" else None
    if wanted:
        own = av.CodecContext.create(wanted, "r")
        own.extradata, own.width, own.height = context.extradata, context.width, context.height
        context = own
    context.thread_count = threads
    if stream.type == "video":
        context.options = {**context.options, "max_pixels": str(containers.MOST_PIXELS)}
        context.thread_type = "AUTO"
    return context
