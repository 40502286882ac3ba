"""Music made for tests: drums at a tempo, long tones, speech and birds, as samples at 48 kHz."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

SECOND = 48_000

Wave = npt.NDArray[np.float64]


def drums(bpm: float, seconds: float, first: float = 0.3, bar: int = 4) -> Wave:
    """Bass drum at each bar's beginning, side drum, and a cymbal twice a beat, over noise."""
    made, period = noise(seconds, 0.01), 60 / bpm
    for number in range(int((seconds - first) / period)):
        instant, of_bar = first + number * period, number % bar
        add(made, instant, _bass() * {0: 1.0, 2: 0.7}.get(of_bar, 0.0))
        add(made, instant, _side() * (of_bar % 2))
        add(made, instant, _cymbal())
        add(made, instant + period / 2, _cymbal())
    return made


def clicks(instants: Sequence[float], seconds: float) -> Wave:
    """A sharp tick at each of these seconds, over noise."""
    made = noise(seconds, 0.01)
    for instant in instants:
        add(made, instant, 0.6 * tone(1500, 0.06) * _decay(0.06, 200))
    return made


def add(made: Wave, instant: float, sound: Wave) -> None:
    """A sound from that second on, as far as there is room for it."""
    start = round(instant * SECOND)
    room = made[start : start + len(sound)]
    room += sound[: len(room)]


def tone(pitch: float, seconds: float) -> Wave:
    return np.asarray(np.sin(2 * np.pi * pitch * np.arange(round(seconds * SECOND)) / SECOND))


def noise(seconds: float, amplitude: float, seed: int = 1) -> Wave:
    return amplitude * np.random.default_rng(seed).standard_normal(round(seconds * SECOND))


def speech(seconds: float, seed: int = 2) -> Wave:
    """Noise with the spectrum of a voice, in four to five syllables a second and pauses."""
    count, random = round(seconds * SECOND), np.random.default_rng(seed)
    pitch = np.fft.rfftfreq(count, 1 / SECOND)
    spectrum = np.fft.rfft(random.standard_normal(count)) * (pitch > 120) / (1 + (pitch / 700) ** 2)
    voice = np.fft.irfft(spectrum, count)
    syllables = np.cumsum(random.uniform(0.09, 0.14, int(seconds * 12)))
    loud = np.where(np.arange(len(syllables)) % 2, random.uniform(0.5, 1, len(syllables)), 0.02)
    loud[np.arange(len(syllables)) % 17 > 14] = 0.02
    shape = np.interp(np.arange(count) / SECOND, syllables, loud)
    return np.asarray(0.1 * voice / voice.std() * shape)


def birds(seconds: float, seed: int = 3) -> Wave:
    """Chirps that glide between 2.5 and 6 kHz, in phrases."""
    made, random, instant = noise(seconds, 0.001), np.random.default_rng(seed), 0.2
    while instant < seconds - 0.5:
        for number in range(int(random.integers(3, 8))):
            add(made, instant + number * 0.11, 0.3 * _chirp(*random.uniform(2500, 6000, 2)))
        instant += 1.2 + random.uniform(0, 0.8)
    return made


def _chirp(start: float, stop: float) -> Wave:
    pitch = np.linspace(start, stop, round(0.08 * SECOND))
    return np.asarray(np.sin(2 * np.pi * np.cumsum(pitch) / SECOND) * np.hanning(len(pitch)))


def _decay(seconds: float, speed: float) -> Wave:
    return np.asarray(np.exp(-np.arange(round(seconds * SECOND)) / SECOND * speed))


def _bass() -> Wave:
    return 0.8 * tone(60, 0.12) * _decay(0.12, 30)


def _side() -> Wave:
    return (noise(0.12, 0.4) + 0.3 * tone(190, 0.12)) * _decay(0.12, 40)


def _cymbal() -> Wave:
    return np.diff(noise(0.05, 0.12), prepend=0) * _decay(0.05, 120)


def write(path: Path, made: Wave) -> Path:
    """A WAV file of 16 bits, the same in both channels."""
    data = np.repeat((made.clip(-1, 1) * 32767).astype("<i2"), 2)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SECOND)
        file.writeframes(data.tobytes())
    return path
