"""The film's sound: mixed once, sample by sample, on the plan's clock; then brought to loudness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.film.sound import ducking, mastering
from ceremonie.film.sound.levels import SILENCE, level
from ceremonie.film.sound.parts import Part, decoded, parts
from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.film.sound.riding import ride
from ceremonie.film.work.workers import given_up, until_stopped
from ceremonie.media.sound import FRAME_BYTES
from ceremonie.planning.model import Plan
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE, samples

FADE_OUT = SAMPLE_RATE * 3 // 2
"""Of all, at the end of the film."""

QUIET = mastering.TARGET_LUFS
"""dB of clips under which there is no music."""


def mix(plan: Plan, folder: Path) -> Recording:
    """Music under the clips' own sound, as long as the picture to the sample; `folder` is for what
    is decoded and mixed.

    The music is evened out; each clip is brought to its level, and it gives way to the clip.
    """
    track = Recording.silent(folder / "mix.f32", samples(plan.frames))
    recordings = decoded((*plan.music, *plan.speech), folder)
    _lay(track, parts(plan.music, recordings, track.length))
    usual = level(track)
    usual = usual if usual > SILENCE else QUIET
    speech = [part.lifted(usual) for part in parts(plan.speech, recordings, track.length)]
    ducks = list(ducking.ducks(speech, track))
    for start, stop in until_stopped(track.spans() if plan.music or speech else ()):
        mixed = track.read(start, stop) * ducking.gain(ducks, start, stop)[:, None]
        for part in speech:
            part.add(mixed, start)
        track.write(start, mixed * _fade(track.length, start, stop)[:, None])
    return track


def _lay(track: Recording, music: Sequence[Part]) -> None:
    """The bed: all pieces, evened out."""
    for start, stop in until_stopped(track.spans() if music else ()):
        track.write(start, _sum(music, start, stop))
    evened = ride(track, music) if music else None
    for start, stop in until_stopped(track.spans() if evened else ()):
        assert evened
        track.write(start, track.read(start, stop) * evened.over(start, stop)[:, None])


def _sum(music: Iterable[Part], start: int, stop: int) -> Samples:
    track = np.zeros((stop - start, 2), np.float32)
    for part in music:
        part.add(track, start)
    return track


def _fade(length: int, start: int, stop: int) -> npt.NDArray[np.float32]:
    """The gain of all: 1, then down to 0 at the end of the film."""
    left = np.arange(length - 1 - start, length - 1 - stop, -1)
    return np.clip(left / (min(FADE_OUT, length) - 1), 0, 1).astype(np.float32)


def levelled(plan: Plan, folder: Path) -> Recording:
    """The whole sound of the film, as loud as in its file, in a folder for it."""
    track, target = mix(plan, folder), folder / "son.f32"
    output = ("-f", "f32le", ffmpeg.file_output(target))
    ffmpeg.run(
        (*mastering.whole_input(track), "-af", mastering.levelling(track), *output),
        abandoned=given_up,
    )
    return Recording(target, min(track.length, target.stat().st_size // FRAME_BYTES))


def render(plan: Plan, *, draft: bool = False) -> bytes:
    """The whole sound of the film, as a file."""
    with ffmpeg.scratch() as folder:
        mixed, target = mix(plan, folder), folder / "son.m4a"
        if draft:
            mastering.encode(
                mixed, mastering.roughly_levelling(mixed), mastering.DRAFT_BIT_RATE, target
            )
        else:
            mastering.encode(mixed, mastering.levelling(mixed), mastering.BIT_RATE, target)
        return target.read_bytes()
