"""The film's sound as it is taken to a mixing desk: whole, and as two files that add up to it."""

from __future__ import annotations

import wave
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from enum import StrEnum
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.film.work.workers import until_stopped
from ceremonie.units import SAMPLE_RATE

PCM_BYTES = 6
"""Of a moment of stereo sound, 24 bits a side, the low byte first."""

FULL_SCALE = 1 << 23
"""Steps of 24 bits for 1."""

FAINTEST = 1e-6
"""Of full scale: what is fainter does not tell how much louder it was made."""

PIECE = PCM_BYTES * SAMPLE_RATE
"""Bytes that are copied at a time."""


class Form(StrEnum):
    """What a file of the film's sound holds: all of it as films have it, or as samples, or that
    which is music, or that which is none.
    """

    CODED = "aac"
    WHOLE = "pcm"
    MUSIC = "musique"
    SPEECH = "parole"


STEMS = (Form.MUSIC, Form.SPEECH)

Steps = npt.NDArray[np.int32]
"""As `Samples`, in steps of 24 bits."""


def write(
    mix: Recording, music: Recording, levelled: Recording, files: Mapping[Form, Path]
) -> None:
    """Write samples of 24 bits, exactly as many as `mix` has, of each form that is asked for.

    `music` is that of the mix, `levelled` the mix as it is in the film: what its gain and its
    limiter did to the whole at a moment, they did to the music. What remains is speech, so that
    both add up to the whole, to the last bit.
    """
    with ExitStack() as opened:
        outputs = {form: opened.enter_context(path.open("wb")) for form, path in files.items()}
        for start, stop in until_stopped(mix.spans()):
            whole = _steps(levelled.read(start, stop))
            parts = {Form.WHOLE: whole}
            if outputs.keys() & {*STEMS}:
                of_mix = (mix.read(start, stop), music.read(start, stop))
                parts[Form.MUSIC] = _music(*of_mix, levelled.read(start, stop), whole)
                parts[Form.SPEECH] = whole - parts[Form.MUSIC]
            for form, file in outputs.items():
                file.write(_packed(parts[form]))


def _music(mix: Samples, music: Samples, levelled: Samples, whole: Steps) -> Steps:
    """Where there is nothing else in the mix, all of it; elsewhere by the gain of that moment, as
    far as 24 bits hold both it and the rest.
    """
    scaled = np.rint(music * _gain(mix, levelled)[:, None] * FULL_SCALE)
    most, least = np.minimum(FULL_SCALE - 1, whole + FULL_SCALE), whole - FULL_SCALE + 1
    bounded = np.clip(scaled, np.maximum(-FULL_SCALE, least), most).astype(np.int32)
    return np.where(mix == music, whole, bounded)


def _gain(mix: Samples, levelled: Samples) -> npt.NDArray[np.float64]:
    """The factor between them at each moment, the same for both sides: by the louder one."""
    moments = np.arange(len(mix))
    louder = np.abs(mix).argmax(axis=1)
    before, after = mix[moments, louder], levelled[moments, louder]
    heard = np.flatnonzero(np.abs(before) > FAINTEST)
    if not heard.size:
        return np.ones(len(mix))
    return np.asarray(np.interp(moments, heard, after[heard] / before[heard]), np.float64)


def _steps(heard: Samples) -> Steps:
    steps = np.rint(heard.astype(np.float64) * FULL_SCALE)
    return np.clip(steps, -FULL_SCALE, FULL_SCALE - 1).astype(np.int32)


def _packed(steps: Steps) -> bytes:
    """The three low bytes of each."""
    return steps.astype("<i4").view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def to_wave(samples: Path, length: int, target: Path, *, before: int = 0, after: int = 0) -> None:
    """A WAV of so many moments of a file as `write` leaves it, with silence around them, in
    samples. Its size is a number of 32 bits, enough for four hours: no film comes near.
    """
    with wave.open(str(target), "wb") as written:
        written.setparams((2, PCM_BYTES // 2, SAMPLE_RATE, 0, "NONE", ""))
        for part in chain(_silence(before), _copied(samples, length), _silence(after)):
            written.writeframesraw(part)


def _silence(length: int) -> Iterator[bytes]:
    for start in range(0, length, SAMPLE_RATE):
        yield bytes(min(SAMPLE_RATE, length - start) * PCM_BYTES)


def _copied(samples: Path, length: int) -> Iterator[bytes]:
    with samples.open("rb") as file:
        for start in range(0, length * PCM_BYTES, PIECE):
            yield file.read(min(PIECE, length * PCM_BYTES - start))
