"""The film, or a shot of it, as a clip of MoviePy: to be cut, put beside others, written there."""

from __future__ import annotations

import datetime as dt
import weakref
from bisect import bisect_right
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ceremonie.film.painting import transitions
from ceremonie.film.painting.colour import to_rgb
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.film.painting.stills import Image
from ceremonie.film.sound import mixing
from ceremonie.film.sound.recording import Samples
from ceremonie.film.work.segments import ended
from ceremonie.planning import timeline
from ceremonie.planning.drawing import Footage
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.transition import CUT
from ceremonie.scratch import scratch
from ceremonie.units import FRAME_RATE, SAMPLE_RATE, FrameSpan, seconds

if TYPE_CHECKING:
    from moviepy import VideoClip

SLACK = 1e-6
"""Part of a frame by which a time may fall short of it: MoviePy counts in floats."""


def clip(what: Plan | Shot) -> VideoClip:
    """A `moviepy.VideoClip` at 25 frames a second on the canvas of its format, RGB, 0 to 255: every
    frame as the film shows it, painted when it is asked for.

    Of a plan, the whole film with its sound; further shapes of it are the plans of
    `plan.in_each_shape`. Of a shot, its own frames without the transition from the shot before, and
    what its own clip lets hear, without the music: all at the loudness of the film (EBU R128). What
    has nothing to be heard has no audio.

    The sound is mixed here and now, into a temporary file that lives as long as the clip. Raises
    RenderingError where a medium cannot be read, ValueError where there is nothing to show.
    """
    from moviepy import VideoClip

    film = what if isinstance(what, Plan) else _alone(what)
    if not film.shots:
        raise ValueError("the plan has no shots")
    made = VideoClip(_Frames(film.shots), duration=float(seconds(film.frames)))
    made = made.with_fps(float(FRAME_RATE))
    return made.with_audio(_audio(film)) if film.music or film.speech else made


def _alone(shot: Shot) -> Plan:
    """A film of nothing but this shot, from its own frame 0 on."""
    played = (element for element in shot.drawing.elements if isinstance(element, Footage))
    cues = (timeline.heard(element.clip, element.start) for element in played)
    speech = tuple(cue for cue in cues if cue)
    there = replace(shot, span=FrameSpan(0, len(shot.span)), transition=CUT)
    return Plan(
        "", shot.title, "", "", dt.date.min, (there,), (),
        speech=speech, format=shot.drawing.format,
    )  # fmt: skip


class _Frames:
    """The frame at any second of the film; painters are kept for two shots, which may mix."""

    def __init__(self, shots: tuple[Shot, ...]) -> None:
        self._shots = shots
        self._starts = [shot.span.start for shot in shots]
        self._painters: dict[int, ShotPainter] = {}

    def __call__(self, second: float) -> Image:
        """RGB, shape (height, width, 3). The first and the last frame go on for ever."""
        last = self._shots[-1].span.stop - 1
        frame = min(max(0, int(second * FRAME_RATE + SLACK)), last)
        index = bisect_right(self._starts, frame) - 1
        shot, number = self._shots[index], frame - self._starts[index]
        picture = self._painter(index).frame(number)
        if index and number < shot.transition.frames:
            before = self._painter(index - 1).frame(ended(self._shots[index - 1]) + number)
            picture = transitions.painted(shot.transition, number, before, picture)
        if shot.fading:
            picture = transitions.faded(picture, number, shot.fading)
        return to_rgb(picture)

    def _painter(self, index: int) -> ShotPainter:
        if index not in self._painters:
            near = {i: p for i, p in self._painters.items() if abs(i - index) == 1}
            self._painters = {**near, index: ShotPainter(self._shots[index].drawing)}
        return self._painters[index]


class _Sound:
    """The samples at any seconds of the film, from a file that is gone when this is."""

    def __init__(self, film: Plan) -> None:
        room = ExitStack()
        folder = room.enter_context(scratch())
        weakref.finalize(self, room.close)
        self._heard = mixing.levelled(film, folder)

    def __call__(self, times: float | npt.NDArray[np.float64]) -> Samples:
        """Left and right, -1 to 1: shape (2,) at one time in seconds, (count, 2) at many; silence
        outside of the film.
        """
        wanted = np.rint(np.asarray(times) * SAMPLE_RATE).astype(np.int64)
        places = wanted.clip(0, self._heard.length - 1)
        first = int(places.min())
        heard = self._heard.read(first, int(places.max()) + 1)
        inside = (wanted == places)[..., None]
        return np.asarray(heard[places - first] * inside, np.float32)


def _audio(film: Plan) -> Any:
    from moviepy import AudioClip

    length = float(seconds(film.frames))
    return AudioClip(_Sound(film), duration=length, fps=SAMPLE_RATE)
