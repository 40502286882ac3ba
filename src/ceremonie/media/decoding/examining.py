"""One decode of what is used of a file: its facts, its damage, its levels; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from ceremonie.media.decoding.extent import extent_of
from ceremonie.media.decoding.flicker import Flicker
from ceremonie.media.decoding.hearing import Resampler
from ceremonie.media.decoding.messages import Message
from ceremonie.media.decoding.onsets import Onsets
from ceremonie.media.decoding.reading import Extract, Reading
from ceremonie.media.decoding.screen import has_alpha, with_alpha
from ceremonie.media.decoding.shape import fitted, shape
from ceremonie.media.decoding.speech import Speech
from ceremonie.media.decoding.steady import Steady
from ceremonie.media.decoding.tempo import beat_of
from ceremonie.media.decoding.track import Heard, Seen, Track

BLACK = 24
"""Luma (8 bits, limited range) up to which a picture shows nothing; 16 is black."""

LOOKED_AT = 5
"""One picture in so many is looked at for its brightness."""


def extract_of(request: Message) -> Extract:
    """What a request names: seconds travel as text, exact."""
    stop = request["stop"]
    return Extract(
        Path(request["file"]),
        Fraction(request["start"]),
        None if stop is None else Fraction(stop),
        request["pictures"],
    )


def examined(request: Message, alive: Callable[[], None]) -> Message:
    """Decoded again by one thread where damage shows, so that it is told alike everywhere."""
    extract = extract_of(request)
    for threads in (0, 1):
        reading = Reading(extract, alive, threads)
        looked = _Looked(extract, reading)
        for item in reading.items():
            looked.take(item)
        if not faulty(reading):
            break
    return looked.told()


def faulty(reading: Reading) -> bool:
    return any(track.faults for track in (reading.picture, reading.sound) if track)


class _Looked:
    """What was seen and heard between the bounds."""

    def __init__(self, extract: Extract, reading: Reading) -> None:
        self.reading = reading
        self.extract = extract
        self.steady = Steady(extract.start, extract.stop)
        self.size = (0, 0)
        self.pictures = self.samples = 0
        self.heard = False
        self.peak, self.brightest = 0.0, 0
        self.heard_until = Fraction(0)
        self.opacity = (255, 0)
        self.resampler = None if extract.pictures else Resampler()
        self.onsets = Onsets()
        self.flicker = Flicker()
        self.speech = Speech()

    def take(self, item: Seen | Heard) -> None:
        if isinstance(item, Seen):
            self._see(item)
        elif self.resampler:
            for samples in self.resampler.take(item.frame):
                self._hear(samples)
        else:
            self.samples += item.frame.samples
            self.heard_until = max(self.heard_until, item.until)
            self._listen(item)

    def _listen(self, heard: Heard) -> None:
        if self.extract.holds(heard):
            self.heard = True
            self.speech.take(heard.frame, float(heard.time - self.extract.start))

    def _see(self, seen: Seen) -> None:
        for frame in self.steady.take(seen):
            self.flicker.take(frame)
        if not self.extract.holds(seen):
            return
        if not self.pictures:
            assert self.reading.picture
            aspect = self.reading.picture.stream.sample_aspect_ratio
            self.size = fitted(shape(seen.frame, aspect))
        if self.brightest <= BLACK or self.pictures % LOOKED_AT == 0:
            self._look(seen.frame)
        self.pictures += 1

    def _look(self, frame: Any) -> None:
        if has_alpha(frame):
            opacity = with_alpha(frame)[..., 3]
            self.opacity = (
                min(self.opacity[0], int(opacity.min())),
                max(self.opacity[1], int(opacity.max())),
            )
            self.brightest = 255
        else:
            self.brightest = max(self.brightest, brightness(frame))
            self.opacity = self.opacity[0], 255

    def _hear(self, samples: Any) -> None:
        self.samples += len(samples)
        if len(samples):
            self.peak = max(self.peak, float(np.abs(samples).max()))
            self.onsets.take(samples)

    def told(self) -> Message:
        for frame in self.steady.rest():
            self.flicker.take(frame)
        for samples in self.resampler.rest() if self.resampler else ():
            self._hear(samples)
        reading = self.reading
        announced = reading.announced
        return {
            "size": self.size,
            "frames": self.steady.count if self.pictures else 0,
            "pictures": self.pictures,
            "end": str(self._end()),
            "cut": reading.cut,
            "announced": None if announced is None else str(announced),
            "sound": self.heard,
            "unreadable": reading.unreadable or self._gave_nothing(reading.sound),
            "samples": self.samples,
            "heard_until": str(self.heard_until),
            "peak": self.peak,
            "music": self._music(),
            "flashes": self.flicker.spans,
            "spoken": self.speech.spans(),
            "black": self.brightest <= BLACK,
            "opacity": self.opacity,
            "film": reading.picture is not None,
            "damage": {"image": self._spans(reading.picture), "son": self._spans(reading.sound)},
        }

    def _music(self) -> Message | None:
        """Of what is heard without pictures: its beat and its extent."""
        if not self.samples or not self.resampler:
            return None
        beat = beat_of(self.onsets.strengths())
        extent = extent_of(self.onsets.powers(), self.samples)
        return {"tempo": astuple(beat) if beat else None, "extent": astuple(extent)}

    def _gave_nothing(self, track: Track | None) -> bool:
        """Where no packet came, there was nothing to be read: sound may end before the bounds."""
        return track is not None and track.packets > 0 and not self.samples

    def _end(self) -> Fraction:
        """Where the film ends that was counted, or the sound where there is no film."""
        if self.extract.pictures:
            return self.steady.end
        return Fraction(self.samples, 48_000)

    def _spans(self, track: Track | None) -> list[tuple[float, float]]:
        if track is None:
            return []
        stop = self.extract.stop if self.extract.stop is not None else max(track.time, self._end())
        spans = track.damage.within(self.extract.start, stop)
        return [(float(first), float(last)) for first, last in spans]


def brightness(frame: Any) -> int:
    """The brightest of its points, looked at in every fourth line; 8 bits, limited range."""
    gray = frame.reformat(format="gray").to_ndarray()
    return int(gray[::4].max())
