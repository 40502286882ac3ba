"""Sound files: counted once, decoded to 48 kHz stereo whenever they are mixed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ceremonie.diagnostics import RenderingError
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Clip, Sound
from ceremonie.media.workspace import Workspace, file_digest, key
from ceremonie.tools import ffmpeg
from ceremonie.units import SAMPLE_RATE
from ceremonie.units import samples as samples_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

VERSION = 1
FRAME_BYTES = 2 * 4
PIECE = SAMPLE_RATE * FRAME_BYTES


def samples(source: Sound | Clip) -> npt.NDArray[np.float32]:
    """Shape (samples, 2), left then right, -1 to 1, at 48 kHz; as long as `source.samples`, or as
    the clip's picture. A clip without sound is silence.
    """
    import numpy as np

    wanted = samples_of(source.frames) if isinstance(source, Clip) else source.samples
    heard = np.zeros((wanted, 2), np.float32)
    if isinstance(source, Clip) and not source.has_sound:
        return heard
    data = b"".join(_decoded(source.path))
    found = np.frombuffer(data[: len(data) // FRAME_BYTES * FRAME_BYTES], np.float32).reshape(-1, 2)
    length = min(wanted, len(found))
    heard[:length] = found[:length]
    return heard


def prepare(file: Path, name: str, workspace: Workspace) -> Sound:
    """The facts of a sound file, decoded once to be counted. Raises UnusableError."""
    inspect(file, name)
    digest = file_digest(file)

    def make() -> dict[str, Any]:
        try:
            return {"samples": sum(map(len, _decoded(file))) // FRAME_BYTES}
        except RenderingError:
            raise _damaged(name) from None

    facts = workspace.kept(key("sound", VERSION, ffmpeg.version(), digest), make)
    if not facts["samples"]:
        raise _damaged(name)
    return Sound(digest, facts["samples"], path=file)


def inspect(file: Path, name: str) -> ffmpeg.Facts:
    """From the header alone. Raises UnusableError where there is no sound in the file."""
    facts = ffmpeg.probe(file)
    if facts is None or facts.sound is None:
        raise _damaged(name)
    return facts


def _damaged(name: str) -> UnusableError:
    return UnusableError("media-abime", noun=Kind.SOUND.noun, name=name)


def _decoded(file: Path) -> Iterator[bytes]:
    """Interleaved 32-bit floats."""
    arguments = (
        *ffmpeg.file_input(file),
        *("-map", "0:a:0", "-vn", "-ac", "2", "-ar", str(SAMPLE_RATE)),
        *("-f", "f32le", "-c:a", "pcm_f32le", ffmpeg.PIPE),
    )
    return ffmpeg.decoded(arguments, PIECE)
