"""Sound files: counted once, decoded to 48 kHz stereo whenever they are mixed."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

from ceremonie.media import telling
from ceremonie.media.clips import Bounds
from ceremonie.media.decoding import BrokenError, Decoders
from ceremonie.media.examination import Examination
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Clip, Sound
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE
from ceremonie.units import samples as samples_of

VERSION = 1
FRAME_BYTES = 2 * 4


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


def examine(file: Path, name: str, cut: Bounds, decoders: Decoders) -> Examination:
    """What decoding the whole file shows: it is looped. Raises UnusableError where there is no
    sound to hear, or where the bounds lie past the end that was counted.
    """
    try:
        looked = decoders.ask("examine", pictures=False, file=str(file), start="0", stop=None)
    except BrokenError:
        raise telling.damaged(Kind.SOUND, name) from None
    return telling.of_sound(looked, name, cut.start, cut.stop)


def _input(file: Path) -> tuple[str, ...]:
    """Interleaved 32-bit floats."""
    return (
        *ffmpeg.file_input(file),
        *("-map", "0:a:0", "-vn", "-ac", "2", "-ar", str(SAMPLE_RATE)),
        *("-f", "f32le", "-c:a", "pcm_f32le"),
    )
