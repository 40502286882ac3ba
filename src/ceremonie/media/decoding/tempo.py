"""The steady beat of a piece of music, from how strongly it sounds anew at each instant.

A period is proposed by autocorrelation: a beat comes again after one, two, three … periods. Then
the music is folded at that period, stretch by stretch: where a beat is steady, every stretch shows
it at the same place, or at places that lie on a line, whose slope mends the period. Where they do
not, nobody can cut on a beat, and there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ceremonie.media.decoding.onsets import HOP, LATENCY, Strengths
from ceremonie.units import SAMPLE_RATE

RATE = SAMPLE_RATE / HOP
"""Strengths in a second."""

SLOWEST, FASTEST = 60.0, 200.0
"""Beats in a minute."""

USUAL, SPREAD = 126.0, 0.9
"""Beats in a minute that people tap most readily, and the octaves that this is wide: it decides
between a beat and its double.
"""

REPEATS = 8
"""Periods over which a beat must come again to be proposed."""

CANDIDATES = 6
"""Proposals that are tried."""

LIKELY = 0.7
"""Of the best score: a period under it is a part or a multiple of the beat, never the beat."""

STRETCH = 8.0
"""Seconds that are folded together: long enough for a dozen beats, short enough to see drift."""

STRETCHES = 3
"""Of shorter music, so many stretches are taken: fewer than three lie on a line by chance."""

SHORT, SHORTEST = 16.0, 9.0
"""Seconds of music under which the beat must show clearly, and under which there is none."""

PARTS = (1, 2, 4)
"""Into which a beat is parted: where every half or quarter sounds, the grid shows best in these."""

CLEAR, CLEAR_OF_SHORT = 0.35, 0.6
"""Coherence of a stretch (0: anywhere; 1: all on the grid) from which its place counts: sounds at
random stay below, in short stretches as well.
"""

LIVELY = 0.25
"""What one strength in a hundred must reach: speech, noise and long tones stay below (0.2)."""

SHARE = 0.75
"""Part of the stretches that must show the beat."""

STEADY = 0.012
"""Seconds by which the beat may stray from its line (root mean square)."""

NEAR = 0.03
"""Seconds around a beat in which its sound may begin."""

CLEARLY = 1.3
"""How much more three must speak than four before bars are counted in three."""

Signal = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Beat:
    """Seconds; of `bar` beats, number `downbeat` (from 0) begins each bar."""

    first: float
    period: float
    downbeat: int
    bar: int


@dataclass(frozen=True)
class _Line:
    """Where the stretches of a piece show the grid of a period, in hops: how far they stray from a
    line, what part of them shows it, and how much of what begins is on the beats themselves.
    """

    period: float
    score: float
    stray: float = np.inf
    share: float = 0.0
    on_beats: float = 0.0

    @property
    def steady(self) -> bool:
        return self.stray <= STEADY * RATE and self.share >= SHARE

    @property
    def fitness(self) -> float:
        return self.score * (0.3 + self.on_beats)


def beat_of(strengths: Strengths) -> Beat | None:
    """None without a steady beat; `strengths` as `Onsets` gives them."""
    if strengths.shape[1] < SHORTEST * RATE:
        return None
    if np.percentile(strengths[0], 99) < LIVELY:
        return None
    whole, low = (_even(row.astype(np.float64)) for row in strengths)
    lines = [_line(whole + low, period, score) for period, score in _proposed(whole + low)]
    likely = LIKELY * max((line.score for line in lines), default=0)
    steady = [line for line in lines if line.steady and line.score >= likely]
    return _counted(whole, low, max(steady, key=lambda line: line.fitness)) if steady else None


def _even(strengths: Signal) -> Signal:
    """Above its surroundings, and as strong in quiet passages as in loud ones."""
    above = np.maximum(strengths - _smooth(strengths, 0.8), 0)
    around = np.sqrt(_smooth(above * above, 6.0))
    floor = around.max() * 0.05
    return np.minimum(above / np.maximum(around, floor), 6.0) if floor else above


def _smooth(signal: Signal, seconds: float) -> Signal:
    """The mean of so many seconds around each place."""
    size = min(len(signal), int(seconds * RATE) | 1)
    sums = np.cumsum(np.pad(signal, (size // 2 + 1, size // 2), mode="reflect"))
    return (sums[size:] - sums[:-size])[: len(signal)] / size


def _usual(period: float) -> float:
    octaves = np.log2(60 * RATE / period / USUAL)
    return float(np.exp(-0.5 * (octaves / SPREAD) ** 2))


def _proposed(accents: Signal) -> list[tuple[float, float]]:
    """Periods in hops, and how likely each is."""
    size = 1 << (2 * len(accents) - 1).bit_length()
    spectrum = np.fft.rfft(accents - accents.mean(), size)
    again = np.fft.irfft(spectrum * spectrum.conj(), size)[: len(accents)]
    periods = np.arange(60 * RATE / FASTEST, 60 * RATE / SLOWEST, 0.05)
    places = np.arange(1, REPEATS + 1)[:, None] * periods
    comb = np.interp(places, np.arange(len(again)), again).mean(axis=0)
    scores = comb * [_usual(period) for period in periods]
    inner = np.flatnonzero((scores[1:-1] >= scores[:-2]) & (scores[1:-1] > scores[2:])) + 1
    best = sorted(inner, key=lambda place: -scores[place])[:CANDIDATES]
    return [(float(periods[place]), float(scores[place])) for place in best]


def _line(accents: Signal, period: float, score: float) -> _Line:
    """The proposed period, mended: the places of the stretches, and the line through them."""
    parts = max(PARTS, key=lambda parts: _folded(accents, period / parts)[2].mean())
    wanted = CLEAR if len(accents) >= SHORT * RATE else CLEAR_OF_SHORT
    for _ in range(3):
        centres, places, weights = _folded(accents, period / parts)
        clear = weights >= wanted
        if clear.sum() < STRETCHES:
            return _Line(period, score)
        turned = np.unwrap(np.angle(places[clear])) * period / parts / (2 * np.pi)
        slope, place = np.polyfit(centres[clear], turned, 1, w=weights[clear])
        stray = float(np.sqrt(np.mean((turned - slope * centres[clear] - place) ** 2)))
        period *= 1 + slope
    on_beats = float(_folded(accents, period)[2].mean())
    return _Line(period, score, stray, float(clear.mean()), on_beats)


def _folded(accents: Signal, period: float) -> tuple[Signal, npt.NDArray[np.complex128], Signal]:
    """Of each stretch, half overlapping: its centre in hops, the place of its beat as an angle of
    the period, and how coherent it is.
    """
    size = int(min(STRETCH * RATE, len(accents) / STRETCHES))
    starts = np.arange(0, len(accents) - size + 1, size // 2)
    turns = accents * np.exp(2j * np.pi * np.arange(len(accents)) / period)
    sums = np.concatenate([[0], np.cumsum(turns)])
    totals = np.concatenate([[0], np.cumsum(accents)])
    places = sums[starts + size] - sums[starts]
    total = totals[starts + size] - totals[starts]
    centres = np.asarray(starts + size / 2, np.float64)
    weights = np.abs(places) / np.maximum(total, 1e-9)
    return centres, places, weights


def _counted(whole: Signal, low: Signal, line: _Line) -> Beat:
    phase, period = _tracked(whole + low, _placed(whole + low, line.period), line.period)
    bar, downbeat = _bar(_strengths_of_beats(low + 0.5 * whole, phase, period))
    return Beat(float(phase / RATE + LATENCY), float(period / RATE), downbeat, bar)


def _tracked(accents: Signal, first: float, period: float) -> tuple[float, float]:
    """First beat and period of the line through the beats themselves, in hops: where each begins,
    to a part of a hop, as far as it sounds near its place.
    """
    for _ in range(2):
        numbers = np.arange(int((len(accents) - 1 - first) / period) + 1)
        places = np.rint(first + numbers * period).astype(int)
        near = int(NEAR * RATE)
        around = (places[:, None] + np.arange(-near, near + 1)).clip(0, len(accents) - 1)
        sound = accents[around] ** 2
        weights = sound.sum(axis=1)
        begins = (around * sound).sum(axis=1) / np.maximum(weights, 1e-9)
        if np.count_nonzero(weights) < 2:
            break
        period, first = np.polyfit(numbers, begins, 1, w=np.minimum(weights, np.median(weights)))
    return first % period, period


def _placed(accents: Signal, period: float) -> float:
    """The whole piece folded at the period: where most begins, 0 to a period, in hops."""
    bins = 64
    places = (np.arange(len(accents)) / period) % 1
    profile = np.bincount((places * bins).astype(int), accents, bins)
    width = max(1, round(NEAR / 2 * RATE / period * bins))
    kernel = np.hanning(2 * width + 3)[1:-1]
    smooth = np.convolve(np.tile(profile, 3), kernel, "same")[bins : 2 * bins]
    top = int(smooth.argmax())
    before, here, after = smooth[top - 1], smooth[top], smooth[(top + 1) % bins]
    bend = before - 2 * here + after
    shift = 0.5 * (before - after) / bend if bend else 0.0
    return float((top + 0.5 + shift) / bins * period % period)


def _strengths_of_beats(accents: Signal, first: float, period: float) -> Signal:
    places = np.arange(first, len(accents), period)
    near = int(NEAR * RATE)
    around = np.rint(places)[:, None].astype(int) + np.arange(-near, near + 1)
    return np.asarray(accents[around.clip(0, len(accents) - 1)].max(axis=1), np.float64)


def _bar(beats: Signal) -> tuple[int, int]:
    """Beats of a bar, and which begins it: four, or three where that speaks clearly more."""
    contrasts = {bar: _contrast(beats, bar) for bar in (4, 3)}
    bar = 3 if contrasts[3][0] > CLEARLY * contrasts[4][0] else 4
    return bar, contrasts[bar][1]


def _contrast(beats: Signal, bar: int) -> tuple[float, int]:
    """How far the strongest beat of the bar stands out, and which it is."""
    rows = beats[: len(beats) // bar * bar].reshape(-1, bar)
    if not len(rows):
        return 0.0, 0
    means = rows.mean(axis=0)
    return float(means.max() - means.mean()), int(means.argmax())
