"""The copy of a clip between its bounds: H.264 and AAC in an MP4, the same bytes on every machine.

Pictures and sound come from the one reader, so the copy is what the examination counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from ceremonie.media.decoding.examining import extract_of, faulty
from ceremonie.media.decoding.flicker import Calming
from ceremonie.media.decoding.hearing import Resampler, Samples, Waiting
from ceremonie.media.decoding.messages import Message
from ceremonie.media.decoding.reading import Extract, Reading
from ceremonie.media.decoding.screen import SHARP, Screen, Woven, graph
from ceremonie.media.decoding.settings import (
    CRF,
    KEY_FRAMES,
    POSTER_FRAME,
    PRESET,
    SOUND_BIT_RATE,
    TIME_BASE,
)
from ceremonie.media.decoding.steady import Steady
from ceremonie.media.decoding.track import Seen
from ceremonie.media.decoding.veil import Veil, veil
from ceremonie.media.decoding.voice import Voice
from ceremonie.units import FRAME_RATE, SAMPLE_RATE, samples

CODED = "cpu-independent=1:colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv"

CONTAINER = {
    "movflags": "+faststart",
    "video_track_timescale": str(TIME_BASE),
    "fflags": "+bitexact",
}
"""No name, version or time is written into the file."""

BITEXACT = 1 << 23
"""AV_CODEC_FLAG_BITEXACT."""

BT709 = 1
LIMITED = 1
"""In ffmpeg's numbers."""


def copied(request: Message, alive: Callable[[], None]) -> Message:
    """Decoded anew by one thread where damage shows, so that it is concealed alike everywhere;
    anew without sound where no sample of it can be read.
    """
    extract, target = extract_of(request), Path(request["target"])
    threads, with_sound = 0, not request["treatment"]["muted"]
    covered = veil(request, alive)
    while True:
        reading = Reading(extract, alive, threads)
        changes = _Changes(Calming(request["calmed"]), covered)
        writing = _Writing(target, Path(request["table"]), extract, alive, changes)
        whole = writing.written(reading, with_sound=with_sound, careful=threads == 0)
        if not whole:
            threads = 1
        elif writing.sounds and not writing.heard:
            with_sound = False
        else:
            break
    poster = min(POSTER_FRAME, writing.steady.count // 2)
    _still(target, poster, Path(request["poster"]))
    return {**writing.told(), "veiled": covered.spans if covered else ()}


@dataclass(frozen=True)
class _Changes:
    """What makes the frames of a copy others than those of its file."""

    calming: Calming
    veil: Veil | None

    def made(self, number: int, frame: Any) -> Any:
        """Frame `number`, in yuv420p."""
        calm = self.calming.calmed(number, frame)
        return self.veil.over(number, calm) if self.veil else calm


class _Writing:
    """One attempt. `sounds`: there is a sound track; `heard`: something came of it."""

    def __init__(
        self,
        target: Path,
        table: Path,
        extract: Extract,
        alive: Callable[[], None],
        changes: _Changes,
    ) -> None:
        self.target = target
        self.extract = extract
        self._alive = alive
        self.steady = Steady(extract.start, extract.stop)
        self.sounds = self.heard = False
        self._table = table
        self._screen: Screen | None = None
        self._woven = Woven()
        self._voice = Voice(extract.start)
        self._ahead = Waiting()
        self._written = 0
        self._changes = changes

    def written(self, reading: Reading, *, with_sound: bool, careful: bool) -> bool:
        """False where damage showed, if that is to be watched for."""
        with av.open(f"file:{self.target}", "w", format="mp4", options=CONTAINER) as container:
            self._container = container
            for item in reading.items():
                if careful and faulty(reading):
                    return False
                if self._screen is None:
                    self._begin(reading, with_sound=with_sound)
                if isinstance(item, Seen):
                    self._see(item)
                elif self.sounds and self.extract.holds(item):
                    for heard in self._voice.take(item):
                        self._hear(heard)
            if self._screen is None or (careful and faulty(reading)):
                return not careful or not faulty(reading)
            self._finish()
        return True

    def told(self) -> Message:
        assert self._screen
        size, count = self._screen.size, self.steady.count
        return {"size": size, "frames": count, "sound": self.sounds}

    def _begin(self, reading: Reading, *, with_sound: bool) -> None:
        assert reading.picture
        self._screen = Screen(reading.picture.stream.sample_aspect_ratio, self._table)
        self.sounds = with_sound and reading.sound is not None
        self._picture: Any = None
        self._sound: Any = None

    def _see(self, seen: Seen) -> None:
        for whole in self._woven.take(seen):
            for frame in self.steady.take(whole):
                self._show(frame)

    def _show(self, frame: Any) -> None:
        assert self._screen
        self._alive()  # one picture of the file may be shown for minutes
        picture = self._changes.made(self.steady.count - 1, self._screen.show(frame))
        if self._picture is None:
            self._open(*self._screen.size or (0, 0))
        picture.pts, picture.time_base = self.steady.count - 1, 1 / FRAME_RATE
        picture.pict_type = 0
        self._container.mux(self._picture.encode(picture))
        self._speak(samples(self.steady.count))

    def _open(self, width: int, height: int) -> None:
        self._picture = picture_track(self._container, width, height)
        if self.sounds:
            self._sound = sound_track(self._container)

    def _hear(self, heard: Samples) -> None:
        self.heard = True
        self._ahead.add(heard)

    def _speak(self, until: int) -> None:
        """Sound up to that sample, as far as it is there."""
        while len(self._ahead) and self._written < until:
            self._say(self._ahead.take(min(until - self._written, SAMPLE_RATE)))

    def _say(self, piece: Samples) -> None:
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(piece.reshape(1, -1)), format="flt", layout="stereo"
        )
        frame.sample_rate, frame.pts = SAMPLE_RATE, self._written
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._written += len(piece)
        self._container.mux(self._sound.encode(frame))

    def _finish(self) -> None:
        for whole in self._woven.rest():
            for frame in self.steady.take(whole):
                self._show(frame)
        for frame in self.steady.rest():
            self._show(frame)
        if self._picture is None:
            raise ValueError("no picture between the bounds")
        self._container.mux(self._picture.encode())
        if self.sounds:
            for heard in self._voice.rest():
                self._ahead.add(heard)
            whole_length = samples(self.steady.count)
            self._speak(whole_length)
            for first in range(self._written, whole_length, SAMPLE_RATE):
                self._say(np.zeros((min(SAMPLE_RATE, whole_length - first), 2), np.float32))
            self._container.mux(self._sound.encode())


def picture_track(container: Any, width: int, height: int) -> Any:
    """One thread of x264: the same bytes on every machine."""
    stream = container.add_stream("libx264", FRAME_RATE)
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    context = stream.codec_context
    context.time_base, context.thread_count = 1 / FRAME_RATE, 1
    context.gop_size, context.flags = KEY_FRAMES, context.flags | BITEXACT
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED
    context.options = {"preset": PRESET, "crf": str(CRF), "x264-params": CODED}
    return stream


def sound_track(container: Any) -> Any:
    stream = container.add_stream("aac", SAMPLE_RATE)
    context = stream.codec_context
    context.layout, context.format = "stereo", "fltp"
    context.bit_rate, context.flags = SOUND_BIT_RATE, context.flags | BITEXACT
    return stream


def _still(clip: Path, number: int, target: Path) -> None:
    """Frame `number` of a copy as raw RGB, row by row."""
    with av.open(f"file:{clip}") as container:
        frames: Iterator[Any] = container.decode(container.streams.video[0])
        frame = next(frame for index, frame in enumerate(frames) if index == number)
    frame.pts = None
    scale = f"scale={SHARP}:in_color_matrix=bt709"
    made = graph(frame, [scale, "format=rgb24"])
    made.push(frame)
    target.write_bytes(made.pull().to_ndarray().tobytes())


def sampled(request: Message, alive: Callable[[], None]) -> Message:
    """All sound of a file as interleaved 32-bit floats, 48 kHz stereo, without regard to its times:
    of a song with a hole, what is there is played on.
    """
    resampler, count = Resampler(), 0
    with Path(request["target"]).open("wb") as target:
        reading = Reading(Extract(Path(request["file"]), pictures=False), alive)
        for item in reading.items():
            for piece in resampler.take(item.frame):
                target.write(piece.tobytes())
                count += len(piece)
        for piece in resampler.rest():
            target.write(piece.tobytes())
            count += len(piece)
    return {"samples": count}
