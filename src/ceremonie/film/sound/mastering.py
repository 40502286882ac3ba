"""The mix brought to the loudness of a broadcast, measured and encoded."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

from ceremonie.film.sound.levels import factor, level
from ceremonie.film.sound.recording import Recording
from ceremonie.film.work.workers import given_up, until_stopped
from ceremonie.media.sound import FRAME_BYTES
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE
from ceremonie.voices import SILENCE

PEAK = -1.0
"""dBTP (EBU R128)."""

LIMIT = PEAK - 0.5
"""dBFS that the limiter lets through: between two samples the wave may rise a little higher."""

CLOSE_ENOUGH, ROUNDS = 0.2, 4
"""LU from the target at which limiting ends, and how often it is tried."""

CODER = "fast"
"""In two fifths of the time of the other one, and no worse from 64 kbit/s on (ffmpeg-codecs)."""

BIT_RATE, DRAFT_BIT_RATE = "192k", "48k"

METER_LOUDNESS, METER_PEAK = b"lavfi.r128.I", b"lavfi.r128.true_peaks_ch"
"""Fields that ffmpeg's meter sets ten times a second, of all that it heard so far: LUFS, and 1 for
full scale.
"""

METER_PIECE = 1 << 16

_LIMITER = f"alimiter=limit={factor(LIMIT):.4f}:level=disabled:attack=5:release=50:latency=1"

AS_IT_IS = "anull"
SMALL = "pan=mono|c0=.5*c0+.5*c1,aresample=24000"
"""Encoded in a third of the time: enough to hear what is said, and when."""


def levellings(mixed: Recording, loudnesses: Sequence[float]) -> tuple[str, ...]:
    """The filters that bring it to each loudness, in LUFS; it is measured once for all of them."""
    heard = measure(mixed)
    return tuple(_levelling(mixed, loudness, *heard) for loudness in loudnesses)


def _levelling(mixed: Recording, target: float, loudness: float, peak: float) -> str:
    """Silence stays silence. Where single peaks would pass the limit, they are held back so that
    the rest gets there.
    """
    if loudness < SILENCE:
        return AS_IT_IS
    gain = target - loudness
    chain = _volume(gain)
    return chain if peak + gain <= PEAK else _limited(mixed, chain, target)


def _limited(mixed: Recording, chain: str, target: float) -> str:
    for _ in range(ROUNDS):
        chain = f"{chain},{_LIMITER}"
        missing = target - measure(mixed, chain)[0]
        if abs(missing) < CLOSE_ENOUGH:
            return chain
        chain = f"{chain},{_volume(missing)}"
    return f"{chain},{_LIMITER}"


def _volume(decibels: float) -> str:
    return f"volume={decibels:.3f}dB:precision=float"


def measure(mixed: Recording, chain: str = AS_IT_IS) -> tuple[float, float]:
    """As `metered`, of a recording after the filters of the chain."""
    return metered(whole_input(mixed), chain)


def metered(source: Sequence[str], chain: str = AS_IT_IS) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP (EBU R128, ITU-R BS.1770), after the
    filters of the chain; `source` are ffmpeg's arguments that open a sound.
    """
    meter = "ebur128=peak=true:metadata=1,ametadata=print:file=-"
    arguments = (*source, "-af", f"{chain},{meter}", "-f", "null", "-")
    written = b"".join(until_stopped(ffmpeg.decoded(arguments, METER_PIECE)))
    fields = dict(line.split(b"=") for line in written.splitlines() if line.count(b"=") == 1)
    peaks = [float(value) for name, value in fields.items() if name.startswith(METER_PEAK)]
    peak = max(peaks, default=0.0)
    return float(fields.get(METER_LOUDNESS, "-inf")), 20 * math.log10(peak) if peak else -math.inf


def roughly_levellings(mixed: Recording, loudnesses: Sequence[float]) -> tuple[str, ...]:
    """Without the time that a meter takes."""
    heard = level(mixed)
    if heard <= SILENCE:
        return (SMALL,) * len(loudnesses)
    return tuple(f"{_volume(loudness - heard)},{SMALL},{_LIMITER}" for loudness in loudnesses)


def whole_input(mixed: Recording) -> tuple[str, ...]:
    """The whole file."""
    return (
        *("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2"),
        *ffmpeg.file_input(mixed.path),
    )


def filtered(mixed: Recording, chain: str, target: Path) -> Recording:
    """A recording after the filters of the chain: as long, to the sample."""
    output = ("-f", "f32le", ffmpeg.file_output(target))
    ffmpeg.run((*whole_input(mixed), "-af", chain, *output), abandoned=given_up)
    os.truncate(target, mixed.length * FRAME_BYTES)
    return Recording(target, mixed.length)


def encode(mixed: Recording, chain: str, bit_rate: str, target: Path) -> None:
    """AAC in an MP4 file, after the filters of the chain."""
    ffmpeg.run(
        (
            *(*whole_input(mixed), "-af", chain),
            *("-c:a", "aac", "-aac_coder", CODER, "-b:a", bit_rate),
            *(*ffmpeg.BITEXACT, "-f", "ipod", ffmpeg.file_output(target)),
        ),
        abandoned=given_up,
    )
