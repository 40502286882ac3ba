"""Sound files: counted once, decoded to 48 kHz stereo whenever they are mixed."""

from __future__ import annotations

import os
from pathlib import Path

from ceremonie.diagnostics import RenderingError
from ceremonie.media import telling
from ceremonie.media.clips import Stretch
from ceremonie.media.decoding import BrokenError, Decoders
from ceremonie.media.examination import Examination
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Clip, Sound
from ceremonie.messages import problem
from ceremonie.units import samples as samples_of

VERSION = 3
"""Part of every key: raise it whenever answers or samples change."""

FRAME_BYTES = 2 * 4


def decode(source: Sound | Clip, target: Path, decoders: Decoders) -> int:
    """Write interleaved 32-bit floats, left then right, -1 to 1, at 48 kHz; returns the number of
    samples: `source.samples`, or as many as the clip's picture lasts. A clip without sound is
    silence. Raises RenderingError, or AbandonedError once the work is given up.
    """
    wanted = samples_of(source.frames) if isinstance(source, Clip) else source.samples
    if isinstance(source, Clip) and not source.has_sound:
        target.touch()
    else:
        try:
            decoders.ask("samples", file=str(source.path), target=str(target))
        except BrokenError as error:
            raise RenderingError(problem("extrait-illisible", name=source.path.name)) from error
    os.truncate(target, wanted * FRAME_BYTES)
    return wanted


def examine(file: Path, name: str, cut: Stretch, decoders: Decoders) -> Examination:
    """What decoding the whole file shows: it is looped. Raises UnusableError where there is no
    sound to hear, or where the bounds lie past the end that was counted.
    """
    try:
        looked = decoders.ask("examine", pictures=False, file=str(file), start="0", stop=None)
    except BrokenError:
        raise telling.damaged(Kind.SOUND, name) from None
    return telling.of_sound(looked, name, cut.start, cut.stop)
