"""How the music gives way: to those who speak, while they do; beside other sounds, a little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ceremonie import voices
from ceremonie.film.sound.levels import factor, level
from ceremonie.film.sound.parts import Part
from ceremonie.film.sound.recording import Recording
from ceremonie.units import SAMPLE_RATE
from ceremonie.voices import SILENCE, Span

GAP = 20.0
"""dB between speech and the music under it (WCAG 2.2, 1.4.7)."""

LEAST_DUCK = 14.0
"""dB by which music gives way even where it is quiet already: it is heard to make room."""

BESIDE = 6.0
"""dB by which it does beside birds, applause, drums: both are heard."""

LEAD, RELEASE = SAMPLE_RATE * 3 // 10, SAMPLE_RATE // 2
"""The plan knows when someone will speak: the music gives way before, and takes its time after."""


@dataclass(frozen=True)
class Duck:
    """From one of the film's samples to another, the music is `least` times as loud."""

    start: int
    stop: int
    least: float

    def lower(self, gain: npt.NDArray[np.float32], start: int) -> None:
        """The gain of the music for the film's samples from `start` on."""
        begin, end = self.start - LEAD, self.stop + RELEASE
        first, last = max(start, begin), min(start + len(gain), end)
        if last <= first:
            return
        corners = (begin, self.start, self.stop, end)
        shape = np.interp(np.arange(first, last), corners, (1, self.least, self.least, 1))
        view = gain[first - start : last - start]
        np.minimum(view, shape, out=view, casting="same_kind")


def ducks(parts: Iterable[Part], music: Recording) -> Iterator[Duck]:
    """Of all clips that are heard; silence needs no room."""
    for part in parts:
        if part.level > SILENCE:
            yield Duck(part.start, part.stop, factor(-BESIDE))
            yield from _for_speech(part, _speech(part), music)


def under(voice: Part, film: Recording) -> Iterator[Duck]:
    """Of all that a film lets hear, while a voice tells what it shows: the recording of that voice
    holds nothing else.
    """
    pieces = (voices.powers(piece) for piece in voice.heard.pieces() if len(piece))
    yield from _for_speech(voice, voices.sounding(pieces, voice.heard.length), film)


def _for_speech(part: Part, spans: Iterable[Span], music: Recording) -> Iterator[Duck]:
    for first, last in spans:
        start, stop = part.start + first, part.start + last
        too_loud = level(music.part(start, stop)) - (part.level - GAP)
        yield Duck(start, stop, factor(-max(LEAST_DUCK, too_loud)))


def _speech(part: Part) -> Sequence[Span]:
    """In samples of the part: what is written goes before what is heard; what is read is said."""
    manner = part.cue.manner if part.cue else None
    if manner is not None:
        return [(0, part.heard.length)] if manner == "plein" else []
    written = part.cue.spoken if part.cue else ()
    pieces = (voices.powers(piece) for piece in part.heard.pieces() if len(piece))
    heard = voices.spoken(pieces, part.heard.length)
    return voices.merged([*written, *heard], part.heard.length)


def gain(all_of_them: Iterable[Duck], start: int, stop: int) -> npt.NDArray[np.float32]:
    """The gain of the music, 1 or less, for every sample."""
    least = np.ones(stop - start, np.float32)
    for duck in all_of_them:
        duck.lower(least, start)
    return least
