"""The film's sound: mixed once, sample by sample, on the plan's clock; then brought to loudness."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.film.work.workers import given_up, until_stopped
from ceremonie.media.decoding import decoders
from ceremonie.media.material import Clip, Sound
from ceremonie.media.sound import FRAME_BYTES, decode
from ceremonie.planning.model import Cue, Plan
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE, samples

RAMP = SAMPLE_RATE // 100
"""10 ms at every cut: no click."""

FADE_OUT = SAMPLE_RATE * 3 // 2

GAP = 20.0
"""dB between speech and the music under it (WCAG 2.2, 1.4.7)."""

LEAST_DUCK = 14.0
"""dB by which music gives way even where it is quiet already: it is heard to make room."""

LEAD, RELEASE = SAMPLE_RATE * 3 // 10, SAMPLE_RATE // 2
"""The plan knows when someone will speak: the music gives way before, and takes its time after."""

TARGET_LUFS = -23.0
PEAK = -1.0
"""dBTP. Source of both: EBU R128."""

LIMIT = PEAK - 0.5
"""dBFS that the limiter lets through: between two samples the wave may rise a little higher."""

CLOSE_ENOUGH, ROUNDS = 0.2, 4
"""LU from the target at which limiting ends, and how often it is tried."""

SILENCE = -60.0
"""dB (full scale) or LUFS below which there is nothing to hear."""

QUIET = TARGET_LUFS
"""dB of clips under which there is no music."""

MOST_LIFT = 18.0
"""dB by which a quiet clip is raised at most: above, its noise would come with it."""

BLOCK = SAMPLE_RATE * 4 // 10
GATE = 10.0
"""Levels are taken over 400 ms; what lies 10 dB under their mean is a pause (ITU-R BS.1770-5)."""

CODER = "fast"
"""In two fifths of the time of the other one, and no worse from 64 kbit/s on (ffmpeg-codecs)."""

BIT_RATE, DRAFT_BIT_RATE = "192k", "48k"

METER_LOUDNESS, METER_PEAK = b"lavfi.r128.I", b"lavfi.r128.true_peaks_ch"
"""Fields that ffmpeg's meter sets ten times a second, of all that it heard so far: LUFS, and 1 for
full scale.
"""

METER_PIECE = 1 << 16

AS_IT_IS = "anull"
SMALL = "pan=mono|c0=.5*c0+.5*c1,aresample=24000"
"""Encoded in a third of the time: enough to hear what is said, and when."""


@dataclass(frozen=True)
class Part:
    """What a cue lets hear: `heard` from sample `start` of the film on, `factor` times as loud; at
    its end it fades over `fade` samples.
    """

    heard: Recording
    start: int
    factor: float = 1.0
    fade: int = RAMP

    @property
    def stop(self) -> int:
        """The sample after its last, on the film's clock."""
        return self.start + self.heard.length

    def lifted(self, usual: float) -> Part:
        """At the usual level; silence stays silence."""
        if self.level <= SILENCE:
            return self
        return replace(self, factor=_factor(min(MOST_LIFT, usual - self.level)))

    @cached_property
    def level(self) -> float:
        return level(self.heard) + 20 * math.log10(self.factor)

    def add(self, track: Samples, start: int) -> None:
        """To the film's samples from `start` on; both ends of the part have a ramp: no click."""
        first, last = max(start, self.start), min(start + len(track), self.stop)
        if last <= first:
            return
        heard = self.heard.read(first - self.start, last - self.start) * np.float32(self.factor)
        ramp, fade = (min(one, self.heard.length // 2) for one in (RAMP, self.fade))
        if first < self.start + ramp or last > self.stop - fade:
            place = np.arange(first - self.start, last - self.start)
            left = (self.heard.length - 1 - place) / max(1, fade - 1)
            edge = np.minimum(place / max(1, ramp - 1), left)
            heard *= np.clip(edge, 0, 1).astype(np.float32)[:, None]
        track[first - start : last - start] += heard


@dataclass(frozen=True)
class Duck:
    """The music gives way to `part`: it is `least` times as loud while someone speaks."""

    part: Part
    least: float

    def lower(self, gain: npt.NDArray[np.float32], start: int) -> None:
        """The gain of the music for the film's samples from `start` on."""
        begin, end = self.part.start - LEAD, self.part.stop + RELEASE
        first, last = max(start, begin), min(start + len(gain), end)
        if last <= first:
            return
        corners = (begin, self.part.start, self.part.stop, end)
        shape = np.interp(np.arange(first, last), corners, (1, self.least, self.least, 1))
        view = gain[first - start : last - start]
        np.minimum(view, shape, out=view, casting="same_kind")


def mix(plan: Plan, folder: Path) -> Recording:
    """Music under the clips' own sound, as long as the picture to the sample; `folder` is for what
    is decoded and mixed.

    Each clip is brought to the level of the music, which then gives way to it.
    """
    track = Recording.silent(folder / "mix.f32", samples(plan.frames))
    decoded = _decoded((*plan.music, *plan.speech), folder)
    music = _parts(plan.music, decoded, track.length)
    for start, stop in until_stopped(track.spans() if music else ()):
        track.write(start, _sum(music, start, stop))
    usual = level(track)
    usual = usual if usual > SILENCE else QUIET
    speech = [part.lifted(usual) for part in _parts(plan.speech, decoded, track.length)]
    ducks = [_duck(part, track) for part in speech if part.level > SILENCE]
    for start, stop in until_stopped(track.spans() if music or speech else ()):
        mixed = track.read(start, stop) * _gain(ducks, start, stop)[:, None]
        for part in speech:
            part.add(mixed, start)
        track.write(start, mixed * _fade(track.length, start, stop)[:, None])
    return track


def _decoded(cues: Iterable[Cue], folder: Path) -> Mapping[Sound | Clip, Recording]:
    """Each source once, however often it comes."""
    recordings: dict[Sound | Clip, Recording] = {}
    with decoders(1, given_up) as opened:
        for cue in cues:
            if cue.source not in recordings:
                path = folder / f"{len(recordings)}.f32"
                recordings[cue.source] = Recording(path, decode(cue.source, path, opened))
    return recordings


def _parts(
    cues: Iterable[Cue], decoded: Mapping[Sound | Clip, Recording], length: int
) -> list[Part]:
    """What is heard before the film ends."""
    parts = []
    for cue in cues:
        start = samples(cue.start)
        stop = cue.offset + min(cue.samples, max(0, length - start))
        broken_off = isinstance(cue.source, Sound) and not cue.source.whole
        heard = decoded[cue.source].part(cue.offset, stop)
        parts.append(Part(heard, start, fade=FADE_OUT if broken_off else RAMP))
    return parts


def _sum(parts: Iterable[Part], start: int, stop: int) -> Samples:
    track = np.zeros((stop - start, 2), np.float32)
    for part in parts:
        part.add(track, start)
    return track


def _duck(part: Part, music: Recording) -> Duck:
    too_loud = level(music.part(part.start, part.stop)) - (part.level - GAP)
    return Duck(part, _factor(-max(LEAST_DUCK, too_loud)))


def _gain(ducks: Iterable[Duck], start: int, stop: int) -> npt.NDArray[np.float32]:
    """The gain of the music, 1 or less, for every sample."""
    gain = np.ones(stop - start, np.float32)
    for duck in ducks:
        duck.lower(gain, start)
    return gain


def _fade(length: int, start: int, stop: int) -> npt.NDArray[np.float32]:
    """The gain of all: 1, then down to 0 at the end of the film."""
    left = np.arange(length - 1 - start, length - 1 - stop, -1)
    return np.clip(left / (min(FADE_OUT, length) - 1), 0, 1).astype(np.float32)


def level(heard: Recording) -> float:
    """How loud the sound is where there is any: mean power without its pauses, in dB."""
    power = np.concatenate([np.zeros(0), *map(_powers, heard.pieces())])
    audible = power[power > 10 ** (SILENCE / 10)]
    if not audible.size:
        return -math.inf
    mean = audible[audible > audible.mean() * 10 ** (-GATE / 10)].mean()
    return float(10 * np.log10(mean))


def _powers(heard: Samples) -> npt.NDArray[np.float64]:
    """Of each block; what is shorter than one counts as one."""
    size = min(BLOCK, len(heard))
    blocks = heard[: len(heard) // size * size].reshape(-1, size * 2)
    sums: npt.NDArray[np.float64] = np.einsum("ij,ij->i", blocks, blocks, dtype=np.float64)
    return sums / (size * 2)


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))


def levelling(mixed: Recording) -> str:
    """The filters that bring it to the target loudness; silence stays silence.

    Where single peaks would pass the limit, they are held back so that the rest gets there.
    """
    loudness, peak = measure(mixed)
    if loudness < SILENCE:
        return AS_IT_IS
    gain = TARGET_LUFS - loudness
    chain = _volume(gain)
    return chain if peak + gain <= PEAK else _limited(mixed, chain)


def _limited(mixed: Recording, chain: str) -> str:
    limiter = f"alimiter=limit={_factor(LIMIT):.4f}:level=disabled:attack=5:release=50:latency=1"
    for _ in range(ROUNDS):
        chain = f"{chain},{limiter}"
        missing = TARGET_LUFS - measure(mixed, chain)[0]
        if abs(missing) < CLOSE_ENOUGH:
            return chain
        chain = f"{chain},{_volume(missing)}"
    return f"{chain},{limiter}"


def _volume(decibels: float) -> str:
    return f"volume={decibels:.3f}dB:precision=float"


def measure(mixed: Recording, chain: str = AS_IT_IS) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP (EBU R128, ITU-R BS.1770), after the
    filters of the chain.
    """
    meter = "ebur128=peak=true:metadata=1,ametadata=print:file=-"
    arguments = (*_input(mixed), "-af", f"{chain},{meter}", "-f", "null", "-")
    written = b"".join(until_stopped(ffmpeg.decoded(arguments, METER_PIECE)))
    fields = dict(line.split(b"=") for line in written.splitlines() if line.count(b"=") == 1)
    peaks = [float(value) for name, value in fields.items() if name.startswith(METER_PEAK)]
    peak = max(peaks, default=0.0)
    return float(fields.get(METER_LOUDNESS, "-inf")), 20 * math.log10(peak) if peak else -math.inf


def _roughly_levelling(mixed: Recording) -> str:
    """Without the time that a meter takes."""
    loudness = level(mixed)
    return SMALL if loudness <= SILENCE else f"{_volume(TARGET_LUFS - loudness)},{SMALL}"


def _input(mixed: Recording) -> tuple[str, ...]:
    """The whole file."""
    return (
        *("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2"),
        *ffmpeg.file_input(mixed.path),
    )


def encode(mixed: Recording, chain: str, bit_rate: str, target: Path) -> None:
    """AAC in an MP4 file, after the filters of the chain."""
    ffmpeg.run(
        (
            *(*_input(mixed), "-af", chain, "-c:a", "aac", "-aac_coder", CODER, "-b:a", bit_rate),
            *(*ffmpeg.BITEXACT, "-f", "ipod", ffmpeg.file_output(target)),
        ),
        abandoned=given_up,
    )


def levelled(plan: Plan, folder: Path) -> Recording:
    """The whole sound of the film, as loud as in its file, in a folder for it."""
    track, target = mix(plan, folder), folder / "son.f32"
    output = ("-f", "f32le", ffmpeg.file_output(target))
    ffmpeg.run((*_input(track), "-af", levelling(track), *output), abandoned=given_up)
    return Recording(target, min(track.length, target.stat().st_size // FRAME_BYTES))


def render(plan: Plan, *, draft: bool = False) -> bytes:
    """The whole sound of the film, as a file."""
    with ffmpeg.scratch() as folder:
        mixed, target = mix(plan, folder), folder / "son.m4a"
        if draft:
            encode(mixed, _roughly_levelling(mixed), DRAFT_BIT_RATE, target)
        else:
            encode(mixed, levelling(mixed), BIT_RATE, target)
        return target.read_bytes()
