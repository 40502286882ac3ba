"""ffmpeg, from the wheel of imageio-ffmpeg: find it, run it, pipe through it.

It reads and writes files of our own making; what comes from users is opened by `media.decoding`. No
shell, no standard input of the terminal, no protocol but files and pipes. Every process started
here has ended when its function or context is left, whatever happens, and none may hang.
"""

from __future__ import annotations

import errno
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Event
from typing import IO, cast

from ceremonie.diagnostics import CeremonieError, MachineError, RenderingError
from ceremonie.messages import problem
from ceremonie.tools.process import LOOK_UP, STALL, Child, Patience, StalledError, Watch, apart

GLOBAL = ("-hide_banner", "-nostdin", "-y", "-loglevel", "error")
REPORT = ("-stats_period", "0.2", "-progress", "pipe:1")
"""Five times a second, as lines of key=value that are written for programs."""

COUNTERS = (b"frame=", b"total_size=", b"out_time_us=")
"""What grows in a report as long as the work goes on."""

REPORT_SIZE = 2048
"""Bytes that hold at least one whole report."""

SAFE_INPUT = ("-protocol_whitelist", "file,pipe")
BITEXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact")
PIPE = "pipe:"

CLOSED_PIPE = {errno.EPIPE, errno.EINVAL}
"""What writing to a process says once it no longer reads; Windows says EINVAL."""

STOPPED_BY_SIZE = -getattr(signal, "SIGXFSZ", 0) or None
"""The code of a process that wrote beyond the size that the system allows for a file."""

NO_WORDS = "sans un mot"
NOTHING_WRITTEN = "rien n'a été écrit"
HUNG = "il ne répondait plus"


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
    words = subprocess.run(
        [executable(), "-version"],
        capture_output=True,
        text=True,
        check=True,
        timeout=STALL,
        **apart(),
    ).stdout
    return str(words).split()[2]


def file_input(path: Path) -> tuple[str, ...]:
    """Arguments that open a file and nothing else, even if its name starts with a dash."""
    return (*SAFE_INPUT, "-i", f"file:{path}")


def file_output(path: Path) -> str:
    return f"file:{path}"


def run(
    arguments: Sequence[str], *, log_level: str = "error", abandoned: Event | None = None
) -> str:
    """Run to the end; returns what it logged. Raises RenderingError with its last words, also where
    it makes no progress any more.

    A thread does not hear Ctrl-C: whoever does sets `abandoned`, which raises AbandonedError.
    """
    with tempfile.TemporaryFile() as log, tempfile.TemporaryFile() as report:
        reported = (*REPORT, *arguments)
        with _process(reported, log, log_level=log_level, stdout=report.fileno()) as process:
            _wait(process, Watch(abandoned, lambda: _counted(report)))
        words = _ended(process, log)
    _made(arguments)
    return words


@contextmanager
def encoder(arguments: Sequence[str]) -> Iterator[IO[bytes]]:
    """A pipe into ffmpeg's standard input; leaving the context waits for the file to be whole.

    Raises RenderingError with ffmpeg's own words if it fails, also when it closes the pipe early.
    """
    with tempfile.TemporaryFile() as log:
        with _process(arguments, log, stdin=subprocess.PIPE) as process:
            pipe = cast(IO[bytes], process.stdin)
            with Patience(process) as patience:
                try:
                    yield cast(IO[bytes], _Written(pipe, patience))
                    with patience.waiting():
                        pipe.close()
                except OSError as error:
                    if error.errno not in CLOSED_PIPE:
                        raise
                    process.wait()
                    raise failure(_read(log), process.returncode) from error
                with patience.waiting():
                    process.wait()
        _ended(process, log)
    _made(arguments)


class _Written:
    """A pipe in which no single write may wait for ever."""

    def __init__(self, pipe: IO[bytes], patience: Patience) -> None:
        self._pipe = pipe
        self._patience = patience

    def write(self, data: bytes) -> int:
        with self._patience.waiting():
            return self._pipe.write(data)


def decoded(arguments: Sequence[str], size: int) -> Iterator[bytes]:
    """What ffmpeg writes to its standard output, in pieces of `size` bytes (or what is left)."""
    with tempfile.TemporaryFile() as log:
        with _process(arguments, log, stdout=subprocess.PIPE) as process:
            pipe = cast(IO[bytes], process.stdout)
            with Patience(process) as patience:
                while piece := _piece(pipe, size, patience):
                    yield piece
                with patience.waiting():
                    process.wait()
        _ended(process, log)


def _piece(pipe: IO[bytes], size: int, patience: Patience) -> bytes:
    with patience.waiting():
        return pipe.read(size)


def _wait(process: Child, watch: Watch) -> None:
    while True:
        try:
            process.wait(LOOK_UP)
        except subprocess.TimeoutExpired:
            try:
                watch.look()
            except StalledError:
                raise RenderingError(problem("ffmpeg-echec", code="-", words=HUNG)) from None
        else:
            return


def _counted(report: IO[bytes]) -> tuple[bytes, ...]:
    """The counters of the last report."""
    report.seek(0, 2)
    report.seek(max(0, report.tell() - REPORT_SIZE))
    return tuple(line for line in report.read().splitlines() if line.startswith(COUNTERS))[-3:]


@contextmanager
def _process(
    arguments: Sequence[str],
    log: IO[bytes],
    *,
    log_level: str = "error",
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.DEVNULL,
) -> Iterator[Child]:
    command = [executable(), *GLOBAL[:-1], log_level, *arguments]
    try:
        process = Child(command, stdin=stdin, stdout=stdout, stderr=log)
    except OSError as error:
        raise MachineError(problem("ffmpeg-absent")) from error
    try:
        yield process
    finally:
        if process.poll() is None:
            process.end()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                _close(pipe)
        process.wait()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was still buffered has no reader any more; the caller knows why


def _ended(process: Child, log: IO[bytes]) -> str:
    words = _read(log)
    if process.returncode:
        raise failure(words, process.returncode)
    return words


def _read(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode("utf-8", "replace")


def _made(arguments: Sequence[str]) -> None:
    """A run that ends well may still have written nothing; the output is always the last word."""
    protocol, _, path = arguments[-1].partition(":")
    if protocol == "file" and not (Path(path).is_file() and Path(path).stat().st_size):
        raise RenderingError(problem("ffmpeg-echec", code=0, words=NOTHING_WRITTEN))


def failure(log: str, code: int) -> CeremonieError:
    """The error that ffmpeg's words mean to a user."""
    full = any(words in log for words in ("No space left", "File too large"))
    if full or code == STOPPED_BY_SIZE:
        return MachineError(problem("disque-plein"))
    last = next((line.strip() for line in reversed(log.splitlines()) if line.strip()), NO_WORDS)
    return RenderingError(problem("ffmpeg-echec", code=code, words=last[:300]))
