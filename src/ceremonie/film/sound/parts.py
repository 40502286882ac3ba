"""What a cue lets hear, on the film's clock."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.film.sound.levels import factor, level
from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.film.work.workers import given_up
from ceremonie.media.decoding import decoders
from ceremonie.media.material import Clip, Sound
from ceremonie.media.sound import decode
from ceremonie.planning.model import Cue
from ceremonie.units import SAMPLE_RATE
from ceremonie.voices import SILENCE

RAMP = SAMPLE_RATE // 100
"""10 ms at every cut that has no fade: no click."""

MOST_LIFT = 18.0
"""dB by which a quiet clip is raised at most: above, its noise would come with it."""


@dataclass(frozen=True)
class Part:
    """What `cue` lets hear of its source: from the film's sample `start` on, `gain` dB louder; over
    its first `rise` and its last `fall` samples it comes and goes with equal power.
    """

    heard: Recording
    start: int
    gain: float = 0.0
    rise: int = 0
    fall: int = 0
    cue: Cue | None = None

    @property
    def stop(self) -> int:
        """The sample after its last, on the film's clock."""
        return self.start + self.heard.length

    def lifted(self, usual: float) -> Part:
        """At the usual level; silence stays silence."""
        if self.level <= SILENCE:
            return self
        return replace(self, gain=min(MOST_LIFT, usual - self.level))

    @cached_property
    def level(self) -> float:
        return level(self.heard) + self.gain

    def add(self, track: Samples, start: int) -> None:
        """To the film's samples from `start` on; both ends of the part have a ramp: no click."""
        first, last = max(start, self.start), min(start + len(track), self.stop)
        if last <= first or self.gain == -math.inf:
            return
        heard = self.heard.read(first - self.start, last - self.start)
        shape = self._shape(first - self.start, last - self.start) * np.float32(factor(self.gain))
        track[first - start : last - start] += heard * shape[:, None]

    def _shape(self, first: int, last: int) -> npt.NDArray[np.float32]:
        """Its gain from one of its samples to another."""
        length, shape = self.heard.length, np.ones(last - first, np.float32)
        rise, fall = (min(fade or RAMP, length // 2) for fade in (self.rise, self.fall))
        if first < rise or last > length - fall:
            place = np.arange(first, last)
            shape *= _faded(place, rise, equal_power=bool(self.rise))
            shape *= _faded(length - 1 - place, fall, equal_power=bool(self.fall))
        return shape


def _faded(
    place: npt.NDArray[np.int64], fade: int, *, equal_power: bool
) -> npt.NDArray[np.float32]:
    """From 0 to 1 over so many samples: the power of two that cross adds up to that of one."""
    way = np.clip((place + 0.5) / max(1, fade), 0, 1) if equal_power else place / max(1, fade - 1)
    shape = np.sin(np.pi / 2 * way) if equal_power else np.clip(way, 0, 1)
    return np.asarray(shape, np.float32)


def decoded(cues: Iterable[Cue], folder: Path) -> Mapping[Sound | Clip, Recording]:
    """Each source once, however often it comes."""
    recordings: dict[Sound | Clip, Recording] = {}
    with decoders(1, given_up) as opened:
        for cue in cues:
            if cue.source not in recordings:
                path = folder / f"{len(recordings)}.f32"
                recordings[cue.source] = Recording(path, decode(cue.source, path, opened))
    return recordings


def parts(
    cues: Iterable[Cue], recordings: Mapping[Sound | Clip, Recording], length: int
) -> list[Part]:
    """What is heard before the film ends, at its sample `length`."""
    made = []
    for cue in cues:
        stop = cue.offset + min(cue.samples, max(0, length - cue.start))
        heard = recordings[cue.source].part(cue.offset, stop)
        made.append(Part(heard, cue.start, cue.gain, cue.rise, cue.fall, cue))
    return made
