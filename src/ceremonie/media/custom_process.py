"""The process that runs a scene of one's own, and holds nothing else.

Frames and sound leave it as messages on the standard output that it was given; what its code prints
goes nowhere. It ends when the process that started it does.
"""

from __future__ import annotations

import json
import math
import os
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import IO, TYPE_CHECKING, Any
from uuid import uuid4

from ceremonie.messages import decimal
from ceremonie.units import SAMPLE_RATE, frames, seconds

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Frame = npt.NDArray[np.uint8]

HEAD = struct.Struct(">cI")
"""Before each message: its kind, the number of its bytes."""

HEADER, FRAME, SOUND, FAULT, THE_END = b"H", b"F", b"S", b"E", b"Z"

LONGEST = 200
"""Signs of an exception's text that are told."""

MODULE = "scene_sur_mesure"
"""Not `__main__`: what a file does when it is run by itself is not done here."""


class FaultError(Exception):
    """What is wrong with a scene; `told` goes to the other process."""

    def __init__(self, cause: str, **told: Any) -> None:
        super().__init__(cause)
        self.told = {"cause": cause, **told}


def main(arguments: Sequence[str]) -> None:
    """The file and the function to call."""
    wire = _taken_over()
    file, function = Path(arguments[0]), arguments[1]
    try:
        for kind, data in _messages(file, function):
            _send(wire, kind, data)
    except FaultError as fault:
        _tell(wire, fault.told, _first_line(file, function))
    except BaseException as error:  # noqa: BLE001 - anything may come out of a stranger's code
        _tell(wire, _told_of(error), _line(error, file) or _first_line(file, function))
    else:
        _send(wire, THE_END, b"")


def _tell(wire: IO[bytes], report: dict[str, Any], line: int | None) -> None:
    _send(wire, FAULT, json.dumps({**report, "line": line}).encode())


def _taken_over() -> IO[bytes]:
    """The standard output, kept from the code that will run here."""
    wire, life = os.fdopen(os.dup(1), "wb"), os.dup(0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    threading.Thread(target=_outlived, args=(life,), daemon=True).start()
    return wire


def _outlived(life: int) -> None:
    """Nothing is ever written there: reading ends when the other process is gone."""
    os.read(life, 1)
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _send(wire: IO[bytes], kind: bytes, data: bytes) -> None:
    wire.write(HEAD.pack(kind, len(data)))
    wire.write(data)
    wire.flush()


def _messages(file: Path, function: str) -> Iterator[tuple[bytes, bytes]]:
    clip = _clip(file, function)
    count = max(1, frames(float(clip.duration)))
    first = _picture(clip, 0.0)
    rate = _rate(clip.audio) if clip.audio else None
    height, width = first.shape[:2]
    announced = {"frames": count, "width": width, "height": height, "rate": rate}
    yield HEADER, json.dumps(announced).encode()
    yield FRAME, first.tobytes()
    for number in range(1, count):
        at = float(seconds(number))
        frame = _picture(clip, at)
        if frame.shape != first.shape:
            raise FaultError("image", seconds=decimal(at, 2))
        yield FRAME, frame.tobytes()
    if rate:
        for piece in _sound(clip, rate):
            yield SOUND, piece


def _clip(file: Path, function: str) -> Any:
    """MoviePy's clip. Raises FaultError, or whatever the code raises."""
    from moviepy import VideoClip

    module = _loaded(file)
    make = getattr(module, function, None)
    if not callable(make):
        raise FaultError("fonction", names=_functions(module))
    clip = make()
    if not isinstance(clip, VideoClip):
        raise FaultError("type", found=type(clip).__name__)
    if not _finite(clip.duration):
        raise FaultError("duree")
    return clip


def _loaded(file: Path) -> ModuleType:
    """As if it was run where it lies: what lies beside it can be imported and opened by its name.

    Compiled files that lie there are passed over: what runs is what can be read.
    """
    sys.pycache_prefix = str(file.parent / f".{uuid4().hex}")
    sys.path.insert(0, str(file.parent))
    os.chdir(file.parent)
    spec = spec_from_file_location(MODULE, file)
    assert spec
    assert spec.loader
    module = sys.modules[MODULE] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _functions(module: ModuleType) -> list[str]:
    own = (name for name, value in vars(module).items() if callable(value))
    return [name for name in own if not name.startswith("_")]


def _finite(duration: Any) -> bool:
    try:
        return math.isfinite(duration) and duration > 0
    except TypeError:
        return False


def _picture(clip: Any, at: float) -> Frame:
    """Red, green, blue; what is transparent lies on black."""
    import numpy as np

    frame = np.asarray(clip.get_frame(at))
    if frame.ndim == 2:
        frame = np.dstack([frame * 255.0 if clip.is_mask else frame] * 3)
    if frame.ndim != 3 or frame.shape[2] not in {3, 4} or not frame.size:
        raise FaultError("image", seconds=decimal(at, 2))
    seen = 1.0 if frame.shape[2] == 3 else frame[..., 3:] / 255.0
    if clip.mask is not None:
        seen = seen * np.asarray(clip.mask.get_frame(at), float)[..., None]
    if isinstance(seen, float) and frame.dtype == np.uint8:
        return np.ascontiguousarray(frame)
    return np.clip(np.rint(frame[..., :3] * seen), 0, 255).astype(np.uint8)


def _rate(audio: Any) -> int:
    """Its own samples a second, so that nothing is resampled twice."""
    own = getattr(audio, "fps", None)
    return int(own) if own and math.isfinite(own) and own >= 1 else SAMPLE_RATE


def _sound(clip: Any, rate: int) -> Iterator[bytes]:
    """Interleaved 32-bit floats, left and right, a second at a time."""
    import numpy as np

    length = clip.audio.duration if _finite(clip.audio.duration) else clip.duration
    stop = int(min(float(length), float(clip.duration)) * rate)
    for start in range(0, stop, rate):
        times = np.arange(start, min(start + rate, stop)) / rate
        piece = np.asarray(clip.audio.get_frame(times), np.float32).reshape(len(times), -1)
        stereo = piece[:, :2] if piece.shape[1] > 1 else np.repeat(piece, 2, axis=1)
        yield np.ascontiguousarray(stereo).tobytes()


def _told_of(error: BaseException) -> dict[str, Any]:
    """On one line, without what a terminal would obey."""
    text = f"{type(error).__name__}: {error}".rstrip(": ")
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    return {"cause": "exception", "text": " ".join(text.split())[:LONGEST]}


def _line(error: BaseException, file: Path) -> int | None:
    """Where it happened in the file itself, however deep it came from."""
    if isinstance(error, SyntaxError) and error.filename == str(file):
        return error.lineno
    lines = [s.lineno for s in traceback.extract_tb(error.__traceback__) if s.filename == str(file)]
    return lines[-1] if lines else None


def _first_line(file: Path, function: str) -> int | None:
    """Where the function begins, for what has no line of its own."""
    code = getattr(getattr(sys.modules.get(MODULE), function, None), "__code__", None)
    return code.co_firstlineno if code and code.co_filename == str(file) else None


if __name__ == "__main__":
    main(sys.argv[1:])
