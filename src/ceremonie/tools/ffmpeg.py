"""ffmpeg, from the wheel of imageio-ffmpeg: find it, ask it about a file, run it, pipe through it.

No shell, no standard input of the terminal, files only: a storyboard's media come by e-mail, and
a playlist or a URL in one of them must not make ffmpeg fetch anything. Every process started here
has ended when its function or context is left, whatever happens.
"""

from __future__ import annotations

import errno
import re
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from threading import Event
from typing import IO, cast

from ceremonie.diagnostics import CeremonieError, MachineError, RenderingError
from ceremonie.messages import problem
from ceremonie.tools.process import LOOK_UP, AbandonedError, apart

GLOBAL = ("-hide_banner", "-nostdin", "-y", "-loglevel", "error")
SAFE_INPUT = ("-protocol_whitelist", "file,pipe")
CONTAINERS = (
    "mov", "matroska", "avi", "mpeg", "mpegts", "ogg", "wav", "mp3", "flac", "aac", "asf",
)  # fmt: skip
"""What a medium may be packed in; no playlist is among them, whatever its file is called."""

BITEXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact")
PIPE = "pipe:"

CLOSED_PIPE = {errno.EPIPE, errno.EINVAL}
"""What writing to a process says once it no longer reads; Windows says EINVAL."""

STOPPED_BY_SIZE = -getattr(signal, "SIGXFSZ", 0) or None
"""The code of a process that wrote beyond the size that the system allows for a file."""

NO_WORDS = "sans un mot"
NOTHING_WRITTEN = "rien n'a été écrit"


@cache
def executable() -> str:
    """The program. Raises MachineError where neither the wheel nor the system has one."""
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise MachineError(problem("ffmpeg-absent")) from error


@cache
def version() -> str:
    """For example `7.0.2-static`."""
    told = subprocess.run(
        [executable(), "-version"], capture_output=True, text=True, check=True, **apart()
    ).stdout
    return str(told).split()[2]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for what passes from one run to the next; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="ceremonie-") as folder:
        yield Path(folder)


def file_input(path: Path) -> tuple[str, ...]:
    """Arguments that open a file and nothing else, even if its name starts with a dash."""
    return (*SAFE_INPUT, "-i", f"file:{path}")


def file_output(path: Path) -> str:
    return f"file:{path}"


def run(
    arguments: Sequence[str], *, log_level: str = "error", abandoned: Event | None = None
) -> str:
    """Run to the end; returns what it logged. Raises RenderingError with its last words.

    A thread does not hear Ctrl-C: whoever does sets `abandoned`, which raises AbandonedError.
    """
    with tempfile.TemporaryFile() as log:
        with _process(arguments, log, log_level=log_level) as process:
            _wait(process, abandoned)
        told = _ended(process, log)
    _made(arguments)
    return told


@contextmanager
def encoder(arguments: Sequence[str]) -> Iterator[IO[bytes]]:
    """A pipe into ffmpeg's standard input; leaving the context waits for the file to be whole.

    Raises RenderingError with ffmpeg's own words if it fails, also when it closes the pipe early.
    """
    with tempfile.TemporaryFile() as log:
        with _process(arguments, log, stdin=subprocess.PIPE) as process:
            pipe = cast(IO[bytes], process.stdin)
            try:
                yield pipe
                pipe.close()
            except OSError as error:
                if error.errno not in CLOSED_PIPE:
                    raise
                process.wait()
                raise failure(_read(log), process.returncode) from error
            process.wait()
        _ended(process, log)
    _made(arguments)


def decoded(arguments: Sequence[str], size: int) -> Iterator[bytes]:
    """What ffmpeg writes to its standard output, in pieces of `size` bytes (or what is left)."""
    with tempfile.TemporaryFile() as log:
        with _process(arguments, log, stdout=subprocess.PIPE) as process:
            pipe = cast(IO[bytes], process.stdout)
            while piece := pipe.read(size):
                yield piece
            process.wait()
        _ended(process, log)


def _wait(process: subprocess.Popen[bytes], abandoned: Event | None) -> None:
    while abandoned:
        try:
            process.wait(LOOK_UP)
        except subprocess.TimeoutExpired:
            if abandoned.is_set():
                raise AbandonedError from None
        else:
            return
    process.wait()


@contextmanager
def _process(
    arguments: Sequence[str],
    log: IO[bytes],
    *,
    log_level: str = "error",
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[bytes]]:
    command = [executable(), *GLOBAL[:-1], log_level, *arguments]
    try:
        process = subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=log, **apart())
    except OSError as error:
        raise MachineError(problem("ffmpeg-absent")) from error
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                _close(pipe)
        process.wait()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was still buffered has no reader any more; the caller knows why


def _ended(process: subprocess.Popen[bytes], log: IO[bytes]) -> str:
    told = _read(log)
    if process.returncode:
        raise failure(told, process.returncode)
    return told


def _read(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode("utf-8", "replace")


def _made(arguments: Sequence[str]) -> None:
    """A run that ends well may still have written nothing; the output is always the last word."""
    protocol, _, path = arguments[-1].partition(":")
    if protocol == "file" and not (Path(path).is_file() and Path(path).stat().st_size):
        raise RenderingError(problem("ffmpeg-echec", code=0, words=NOTHING_WRITTEN))


def failure(told: str, code: int) -> CeremonieError:
    """The error that ffmpeg's words mean to a user."""
    full = any(words in told for words in ("No space left", "File too large"))
    if full or code == STOPPED_BY_SIZE:
        return MachineError(problem("disque-plein"))
    last = next((line.strip() for line in reversed(told.splitlines()) if line.strip()), NO_WORDS)
    return RenderingError(problem("ffmpeg-echec", code=code, words=last[:300]))


@dataclass(frozen=True)
class VideoFacts:
    """`width` and `height` as stored, `rotation` in degrees clockwise to turn it upright."""

    codec: str
    width: int
    height: int
    pixel_format: str
    rate: Fraction
    rotation: int
    pixel_aspect: Fraction
    tags: str


@dataclass(frozen=True)
class SoundFacts:
    codec: str
    rate: int
    channels: str


@dataclass(frozen=True)
class Facts:
    """What a media file says of itself; `seconds` is None where it does not say."""

    seconds: Fraction | None
    video: VideoFacts | None
    sound: SoundFacts | None


def probe(path: Path) -> Facts | None:
    """What ffmpeg reads in a file's headers; None where it is no media file, or a playlist."""
    only = ("-format_whitelist", ",".join(CONTAINERS))
    with tempfile.TemporaryFile() as log:
        with _process((*only, *file_input(path)), log, log_level="info") as process:
            process.wait()
        told = _read(log)
    return facts(told) if "Stream #" in told else None


def facts(told: str) -> Facts:
    """What ffmpeg's report on a file says."""
    return Facts(_duration(told), _video(told), _sound(told))


def _duration(told: str) -> Fraction | None:
    match = re.search(r"(?m)^ *Duration: (\d+):(\d+):(\d+(?:\.\d+)?)", told)
    if not match:
        return None
    return (int(match[1]) * 60 + int(match[2])) * 60 + Fraction(match[3])


def _video(told: str) -> VideoFacts | None:
    """The first picture stream that is not a cover, and the side data told below it."""
    streams = re.split(r"(?m)^ *(?=Stream #)", told)
    text = next((s for s in streams if ": Video: " in s and "(attached pic)" not in s), None)
    if text is None:
        return None
    line = text.splitlines()[0]
    match = re.search(r": Video: (\w+).*?, (\w+)(?:\(([^()]*)\))?, .*?\b(\d+)x(\d+)", line)
    if not match:
        return None
    turned = re.search(r"(?i)display ?matrix: rotation of (-?[\d.]+)", text)
    aspect = re.search(r"SAR (\d+):(\d+)", line)
    return VideoFacts(
        codec=match[1],
        width=int(match[4]),
        height=int(match[5]),
        pixel_format=match[2],
        rate=_rate(line),
        rotation=round(-float(turned[1])) % 360 if turned else 0,
        pixel_aspect=Fraction(int(aspect[1]), int(aspect[2]) or 1) if aspect else Fraction(1),
        tags=match[3] or "",
    )


def _rate(line: str) -> Fraction:
    """Frames a second; ffmpeg writes 90k for 90 000, and two decimals of what it rounds."""
    for unit in ("fps", "tbr"):
        if found := re.search(rf"([\d.]+)(k?) {unit}", line):
            return Fraction(found[1]) * (1000 if found[2] else 1)
    return Fraction(0)


def _sound(told: str) -> SoundFacts | None:
    match = re.search(r"Stream #.*?: Audio: (\w+).*?, (\d+) Hz, ([^,]+)", told)
    return SoundFacts(match[1], int(match[2]), match[3]) if match else None


def frame_count(path: Path) -> int:
    """The number of pictures in the first video stream, counted packet by packet."""
    arguments = (*file_input(path), "-map", "0:v:0", "-c", "copy", "-f", "null", "-")
    told = run((*arguments, "-stats"), log_level="info")
    counts = re.findall(r"frame=\s*(\d+)", told)
    return int(counts[-1]) if counts else 0
