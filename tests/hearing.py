"""Sound as samples, for tests that listen to it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from threading import Event

import numpy as np

from ceremonie.audiences import HALL_LOUDNESS
from ceremonie.film.sound import mastering, mixing
from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.media.decoding import decoders
from ceremonie.media.material import Clip, Sound
from ceremonie.media.sound import decode
from ceremonie.planning.model import Plan
from ceremonie.tools import ffmpeg


def samples(source: Sound | Clip) -> Samples:
    """What is heard of a medium."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "heard.f32")
        with decoders(1, Event()) as opened:
            return Recording(path, decode(source, path, opened)).read()


def mix_of(plan: Plan) -> Samples:
    with tempfile.TemporaryDirectory() as folder:
        return mixing.mix(plan, Path(folder)).read()


def levelled(heard: Samples, loudness: float = HALL_LOUDNESS) -> Samples:
    """As loud as a film is, in LUFS."""
    with tempfile.TemporaryDirectory() as folder:
        recording = _recorded(heard, Path(folder))
        arguments = ("-f", "f32le", "-ar", "48000", "-ac", "2", "-i", str(recording.path))
        (chain,) = mastering.levellings(recording, (loudness,))
        output = ("-af", chain, "-f", "f32le", ffmpeg.PIPE)
        data = b"".join(ffmpeg.decoded((*arguments, *output), 1 << 20))
    return np.frombuffer(data, np.float32).reshape(-1, 2)


def measured(heard: Samples) -> tuple[float, float]:
    """LUFS and dBTP."""
    with tempfile.TemporaryDirectory() as folder:
        return mastering.measure(_recorded(heard, Path(folder)))


def _recorded(heard: Samples, folder: Path) -> Recording:
    recording = Recording.silent(folder / "recorded.f32", len(heard))
    recording.write(0, np.ascontiguousarray(heard))
    return recording
