"""Sound files: counted once, decoded to 48 kHz stereo whenever they are mixed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from ceremonie.diagnostics import RenderingError
from ceremonie.media.examination import Examination
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Clip, Sound
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE
from ceremonie.units import samples as samples_of

VERSION = 1
FRAME_BYTES = 2 * 4
PIECE = SAMPLE_RATE * FRAME_BYTES


def decode(source: Sound | Clip, target: Path, abandoned: Event | None = None) -> int:
    """Write interleaved 32-bit floats, left then right, -1 to 1, at 48 kHz; returns the number of
    samples: `source.samples`, or as many as the clip's picture lasts. A clip without sound is
    silence. Raises RenderingError, or AbandonedError once `abandoned` is set.
    """
    wanted = samples_of(source.frames) if isinstance(source, Clip) else source.samples
    if isinstance(source, Clip) and not source.has_sound:
        target.touch()
    else:
        ffmpeg.run((*_input(source.path), ffmpeg.file_output(target)), abandoned=abandoned)
    os.truncate(target, wanted * FRAME_BYTES)
    return wanted


def examine(file: Path, name: str) -> Examination:
    """Decoded once to be counted. Raises UnusableError."""
    inspect(file, name)
    try:
        samples = sum(map(len, _decoded(file))) // FRAME_BYTES
    except RenderingError:
        raise _damaged(name) from None
    if not samples:
        raise _damaged(name)
    return Examination(has_sound=True, samples=samples)


def inspect(file: Path, name: str) -> ffmpeg.Facts:
    """From the header alone. Raises UnusableError where there is no sound in the file."""
    facts = ffmpeg.probe(file)
    if facts is None or facts.sound is None:
        raise _damaged(name)
    return facts


def _damaged(name: str) -> UnusableError:
    return UnusableError("media-abime", noun=Kind.SOUND.noun, name=name)


def _decoded(file: Path) -> Iterator[bytes]:
    return ffmpeg.decoded((*_input(file), ffmpeg.PIPE), PIECE)


def _input(file: Path) -> tuple[str, ...]:
    """Interleaved 32-bit floats."""
    return (
        *ffmpeg.file_input(file),
        *("-map", "0:a:0", "-vn", "-ac", "2", "-ar", str(SAMPLE_RATE)),
        *("-f", "f32le", "-c:a", "pcm_f32le"),
    )
