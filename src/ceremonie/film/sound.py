"""The film's sound: mixed once, sample by sample, on the plan's clock; then brought to loudness.

Everything is 48 kHz stereo, 32-bit float, shape (samples, 2), left then right, -1 to 1.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.film.workers import given_up, until_stopped
from ceremonie.media.sound import samples as decoded
from ceremonie.plan.model import Cue, Plan
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE, samples

Samples = npt.NDArray[np.float32]

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

BIT_RATE = "192k"


def mix(plan: Plan) -> Samples:
    """Music under the clips' own sound, as long as the picture to the sample.

    Each clip is brought to the level of the music, which then gives way to it.
    """
    length = samples(plan.frames)
    track = np.zeros((length, 2), np.float32)
    for cue, heard in _heard(plan.music, length):
        _add(track, cue, _ramped(heard))
    usual = level(track)
    usual = usual if usual > SILENCE else QUIET
    speech = [(cue, _lifted(_ramped(h), usual)) for cue, h in _heard(plan.speech, length)]
    track *= _gain(track, speech)[:, None]
    for cue, heard in speech:
        _add(track, cue, heard)
    fade = min(FADE_OUT, length)
    track[length - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    return track


def _heard(cues: Iterable[Cue], length: int) -> Iterator[tuple[Cue, Samples]]:
    """What each cue lets hear before the film ends; a source that comes again is decoded once."""
    source, whole = None, np.zeros((0, 2), np.float32)
    for cue in cues:
        if cue.source != source:
            source, whole = cue.source, decoded(cue.source)
        heard = whole[cue.offset : cue.offset + cue.samples]
        yield cue, heard[: max(0, length - samples(cue.start))]


def _add(track: Samples, cue: Cue, heard: Samples) -> None:
    start = samples(cue.start)
    track[start : start + len(heard)] += heard


def _ramped(heard: Samples) -> Samples:
    heard = heard.copy()
    ramp = min(RAMP, len(heard) // 2)
    if ramp:
        slope = np.linspace(0, 1, ramp, dtype=np.float32)[:, None]
        heard[:ramp] *= slope
        heard[-ramp:] *= slope[::-1]
    return heard


def level(heard: Samples) -> float:
    """How loud the sound is where there is any: mean power without its pauses, in dB."""
    size = min(BLOCK, len(heard))
    if not size:
        return -math.inf
    blocks = heard[: len(heard) // size * size].reshape(-1, size * 2)
    power = np.einsum("ij,ij->i", blocks, blocks, dtype=np.float64) / (size * 2)
    audible = power[power > 10 ** (SILENCE / 10)]
    if not audible.size:
        return -math.inf
    mean = audible[audible > audible.mean() * 10 ** (-GATE / 10)].mean()
    return float(10 * np.log10(mean))


def _lifted(heard: Samples, usual: float) -> Samples:
    """A clip at the usual level; silence stays silence."""
    here = level(heard)
    if here > SILENCE:
        heard *= np.float32(_factor(min(MOST_LIFT, usual - here)))
    return heard


def _gain(music: Samples, speech: Sequence[tuple[Cue, Samples]]) -> npt.NDArray[np.float32]:
    """The gain of the music, 1 or less, for every sample."""
    gain = np.ones(len(music), np.float32)
    for cue, heard in speech:
        loud = level(heard)
        if loud < SILENCE:
            continue
        start, stop = samples(cue.start), samples(cue.start) + len(heard)
        too_loud = level(music[start:stop]) - (loud - GAP)
        least = _factor(-max(LEAST_DUCK, too_loud))
        first, last = max(0, start - LEAD), min(len(music), stop + RELEASE)
        corners = (start - LEAD, start, stop, stop + RELEASE)
        shape = np.interp(np.arange(first, last), corners, (1, least, least, 1))
        gain[first:last] = np.minimum(gain[first:last], shape)
    return gain


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))


def levelled(mixed: Samples) -> Samples:
    """The same samples at the target loudness; silence stays silence. Works in place.

    Where single peaks would pass the limit, they are held back so that the rest gets there.
    """
    loudness, peak = measure(mixed)
    if loudness < SILENCE:
        return mixed
    mixed *= np.float32(_factor(TARGET_LUFS - loudness))
    return mixed if peak + TARGET_LUFS - loudness <= PEAK else _limited(mixed)


def _limited(mixed: Samples) -> Samples:
    chain = f"alimiter=limit={_factor(LIMIT):.4f}:level=disabled:attack=5:release=50:latency=1"
    for _ in range(ROUNDS):
        mixed = _filtered(mixed, chain)
        missing = TARGET_LUFS - measure(mixed)[0]
        if abs(missing) < CLOSE_ENOUGH:
            break
        mixed *= np.float32(_factor(missing))
    else:
        mixed = _filtered(mixed, chain)
    return mixed


def measure(mixed: Samples) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP (EBU R128, ITU-R BS.1770)."""
    with ffmpeg.scratch() as folder:
        raw = folder / "mix.f32"
        raw.write_bytes(mixed.data)
        told = ffmpeg.run(
            (*_raw_input(raw), "-af", "ebur128=peak=true", "-f", "null", "-"),
            log_level="info",
            abandoned=given_up,
        )
    summary = told[told.rindex("Summary:") :]
    loudness = re.search(r"I:\s+(-?[\d.]+|-inf) LUFS", summary)
    peak = re.search(r"Peak:\s+(-?[\d.]+|-inf) dBFS", summary)
    return _decibels(loudness), _decibels(peak)


def _decibels(found: re.Match[str] | None) -> float:
    return float(found[1]) if found else float("-inf")


def _filtered(mixed: Samples, chain: str) -> Samples:
    with ffmpeg.scratch() as folder:
        raw = folder / "mix.f32"
        raw.write_bytes(mixed.data)
        arguments = (*_raw_input(raw), "-af", chain, "-f", "f32le", ffmpeg.PIPE)
        data = b"".join(until_stopped(ffmpeg.decoded(arguments, 1 << 20)))
    result = np.frombuffer(data, np.float32).reshape(-1, 2)
    return result[: len(mixed)].copy()


def _raw_input(raw: Path) -> tuple[str, ...]:
    return (
        *("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2"),
        *ffmpeg.file_input(raw),
    )


def encode(mixed: Samples) -> bytes:
    """AAC in an MP4 file."""
    with ffmpeg.scratch() as folder:
        target = folder / "son.m4a"
        arguments = (
            *("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2", "-i", ffmpeg.PIPE),
            *("-c:a", "aac", "-b:a", BIT_RATE, *ffmpeg.BITEXACT),
            *("-f", "ipod", ffmpeg.file_output(target)),
        )
        pieces = (mixed[i : i + SAMPLE_RATE] for i in range(0, len(mixed), SAMPLE_RATE))
        with ffmpeg.encoder(arguments) as pipe:
            for piece in until_stopped(pieces):
                pipe.write(piece.data)
        return target.read_bytes()


def render(plan: Plan) -> bytes:
    """The whole sound of the film, as a file."""
    return encode(levelled(mix(plan)))
