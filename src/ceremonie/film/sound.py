"""The film's sound: mixed once, sample by sample, on the plan's clock; then brought to loudness.

Everything is 48 kHz stereo, 32-bit float, shape (samples, 2), left then right, -1 to 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.files import appearing
from ceremonie.media.sound import samples as decoded
from ceremonie.plan.model import Cue, Plan
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE, samples

Samples = npt.NDArray[np.float32]

RAMP = SAMPLE_RATE // 100
"""10 ms at every cut: no click."""

FADE_OUT = SAMPLE_RATE * 3 // 2
DUCKED = 10 ** (-20 / 20)
"""Music under speech: 20 dB below it (WCAG 2.2, 1.4.7 as a target)."""

LEAD, RELEASE = SAMPLE_RATE * 3 // 10, SAMPLE_RATE // 2
"""The plan knows when someone will speak: the music gives way before, and takes its time after."""

TARGET_LUFS = -23.0
PEAK = -1.0
"""dBTP. Source of both: EBU R128."""

SILENCE_LUFS = -60.0
BIT_RATE = "192k"


def mix(plan: Plan) -> Samples:
    """Music under the clips' own sound, as long as the picture to the sample."""
    length = samples(plan.frames)
    music = _track(plan.music, length)
    if plan.speech:
        music *= _duck(plan.speech, length)[:, None]
    fade = min(FADE_OUT, length)
    music[length - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    return music + _track(plan.speech, length)


def _track(cues: Iterable[Cue], length: int) -> Samples:
    track = np.zeros((length, 2), np.float32)
    for cue in cues:
        start = samples(cue.start)
        heard = decoded(cue.source)[cue.offset : cue.offset + cue.samples]
        heard = heard[: max(0, length - start)]
        track[start : start + len(heard)] += _ramped(heard)
    return track


def _ramped(heard: Samples) -> Samples:
    heard = heard.copy()
    ramp = min(RAMP, len(heard) // 2)
    if ramp:
        slope = np.linspace(0, 1, ramp, dtype=np.float32)[:, None]
        heard[:ramp] *= slope
        heard[-ramp:] *= slope[::-1]
    return heard


def _duck(speech: Iterable[Cue], length: int) -> npt.NDArray[np.float32]:
    """The gain of the music, 1 or less, for every sample."""
    gain = np.ones(length, np.float32)
    for cue in speech:
        start, stop = samples(cue.start), samples(cue.start) + cue.samples
        corners = (start - LEAD, start, stop, stop + RELEASE)
        shape = np.interp(np.arange(length), corners, (1, DUCKED, DUCKED, 1))
        np.minimum(gain, shape.astype(np.float32), out=gain)
    return gain


def levelled(mixed: Samples) -> Samples:
    """At the target loudness, or as near to it as the peak allows; silence stays silence."""
    loudness, peak = measure(mixed)
    if loudness < SILENCE_LUFS:
        return mixed
    gain = min(TARGET_LUFS - loudness, PEAK - peak)
    louder = mixed * np.float32(10 ** (gain / 20))
    return louder if gain >= TARGET_LUFS - loudness else _limited(louder, TARGET_LUFS)


def _limited(mixed: Samples, target: float) -> Samples:
    """What single peaks keep quiet is limited, so that the rest reaches the target."""
    ceiling = 10 ** ((PEAK - 0.5) / 20)
    for _ in range(3):
        loudness, _peak = measure(mixed)
        mixed = _filtered(
            mixed * np.float32(10 ** ((target - loudness) / 20)),
            f"alimiter=limit={ceiling:.4f}:level=disabled:attack=5:release=50:latency=1",
        )
    return mixed


def measure(mixed: Samples) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP (EBU R128, ITU-R BS.1770)."""
    with ffmpeg.scratch() as folder:
        raw = folder / "mix.f32"
        raw.write_bytes(mixed.data)
        told = ffmpeg.run(
            (*_raw_input(raw), "-af", "ebur128=peak=true", "-f", "null", "-"), log_level="info"
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
        data = b"".join(ffmpeg.decoded(arguments, 1 << 20))
    result = np.frombuffer(data, np.float32).reshape(-1, 2)
    return result[: len(mixed)].copy()


def _raw_input(raw: Path) -> tuple[str, ...]:
    return (
        *("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2"),
        *ffmpeg.file_input(raw),
    )


def encode(mixed: Samples, target: Path) -> None:
    """AAC in an .m4a file."""
    with appearing(target) as partial:
        arguments = (
            *("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2", "-i", ffmpeg.PIPE),
            *("-c:a", "aac", "-b:a", BIT_RATE, *ffmpeg.BITEXACT),
            *("-f", "ipod", ffmpeg.file_output(partial)),
        )
        with ffmpeg.encoder(arguments) as pipe:
            pipe.write(np.ascontiguousarray(mixed).data)


def render(plan: Plan, target: Path) -> None:
    """The whole sound of the film."""
    encode(levelled(mix(plan)), target)
