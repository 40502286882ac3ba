"""Files that appear whole under their name or not at all, and moves that wait for a busy system."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

PATIENCE = 5.0
"""Seconds for which a move or a removal that Windows refuses is tried again: scanners and OneDrive
hold what has just been written for a second or two, seldom longer.
"""

BRIEFLY = 0.5
"""The same, in seconds, for what may as well be removed another time."""

FIRST_PAUSE, LONGEST_PAUSE = 0.02, 0.64
"""Seconds between two tries; each pause is twice the one before."""

HELD = frozenset({5, 32, 33, 145})
"""Windows' codes for what another program holds: ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION,
ERROR_LOCK_VIOLATION, and ERROR_DIR_NOT_EMPTY for a folder with such a file in it (Microsoft,
« System Error Codes »). Other systems refuse at once and for good.
"""

PIECE = 1 << 20
"""Bytes that are copied at a time."""

STRAY = re.compile(
    r"\.DS_Store|\._.*|Thumbs\.db|ehthumbs\.db|desktop\.ini"  # what explorers leave
    r"|~\$.*|\.~lock\..*#"  # locks of Microsoft Office and LibreOffice
    r"|\.[0-9a-f]{32}\.partiel",  # `appearing`, killed
    re.IGNORECASE,
)

PARTIAL, MARK = ".partiel", 8
"""The ending of what `appearing` writes, and how many signs of its name tell of which file."""

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)")


def is_reserved(name: str) -> bool:
    """Whether Windows keeps this name for itself, with whatever ending: no file or folder may have
    it (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
    """
    return _RESERVED.match(name.rstrip(". ")) is not None


def is_stray(name: str) -> bool:
    """Whether a file of this name is left behind by a program, so that nobody misses it and
    nothing depends on it.
    """
    return STRAY.fullmatch(name) is not None


def near(path: Path) -> Path:
    """A whole path as a person would write it from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


@contextmanager
def appearing(target: Path, *, there: Callable[[], bool] = lambda: False) -> Iterator[Path]:
    """A temporary name beside `target`, moved to it at the end, removed if anything goes wrong.

    `there` is that of `move`. Raises OSError as the system does.
    """
    partial = target.with_name(f".{_mark(target)}{uuid4().hex[MARK:]}{PARTIAL}")
    try:
        yield partial
        move(partial, target, there=there)
    except OSError as error:
        if error.filename == str(partial):  # nobody has given it that name
            error.filename = str(target)
        raise
    finally:
        remove(partial)


def sweep(target: Path) -> None:
    """Remove what `appearing` has left behind of this file where it was killed. Only for files that
    are written in an instant: another run that is at it has to begin anew.
    """
    for path in target.parent.glob(f".{_mark(target)}*{PARTIAL}"):
        if is_stray(path.name):
            with suppress(OSError):  # held by another program: the next run tries again
                remove(path, patience=BRIEFLY)


def _mark(target: Path) -> str:
    """Tells of which file a temporary one will be."""
    name = target.name.encode("utf-8", "surrogateescape")
    return hashlib.sha256(name).hexdigest()[:MARK]


def move(source: Path, target: Path, *, there: Callable[[], bool] = lambda: False) -> None:
    """Give a file or a folder another name at once; a file of that name is replaced.

    `there` says whether the target already is what is meant, so that it need not be replaced:
    under Windows it cannot be while another run reads it. Raises OSError as the system does, under
    Windows after `PATIENCE` seconds.
    """
    for pause in _pauses(PATIENCE):
        try:
            os.replace(source, target)  # noqa: PTH105 - the one place where something is moved
        except OSError as error:
            if isinstance(error, PermissionError) and there():
                return
            if not _may_pass(error, pause):
                raise
        else:
            return


def remove(path: Path, *, patience: float = PATIENCE) -> None:
    """Remove a file, if it is there. Raises OSError as the system does, under Windows after
    `patience` seconds.
    """
    for pause in _pauses(patience):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            if not _may_pass(error, pause):
                raise
            _allow(path)
        else:
            return


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there. Raises OSError as `remove` does."""
    for pause in _pauses(PATIENCE):
        try:
            shutil.rmtree(folder)
        except FileNotFoundError:
            return
        except OSError as error:
            if not _may_pass(error, pause):
                raise
            _allow(Path(error.filename or folder))
        else:
            return


def link_or_copy(source: Path, target: Path) -> None:
    """Another name for a file that nobody writes to, or a copy where there can be none."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def existing(place: Path) -> Path:
    """The path itself, or the nearest folder around it that is there."""
    return next(path for path in (place.absolute(), *place.absolute().parents) if path.exists())


def free_bytes(place: Path) -> int:
    """What is free where a path lies or will lie."""
    return shutil.disk_usage(existing(place)).free


def pieces(source: Path | bytes) -> Iterator[bytes]:
    """What a file holds, or the bytes themselves, `PIECE` at a time."""
    if isinstance(source, bytes):
        yield source
        return
    with source.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def disk_is_full(error: OSError) -> bool:
    """No space, no quota left, or a file beyond what the system allows."""
    return error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}


GONE = frozenset(
    getattr(errno, name, errno.EIO)
    for name in (
        *("EIO", "ENODEV", "ENXIO", "ENOTCONN", "ESTALE", "ETIMEDOUT", "EHOSTDOWN"),
        *("EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ECONNRESET", "EREMOTEIO"),
    )
)
"""What systems say of a drive that was pulled out, or of a network that does not answer."""

GONE_WINDOWS = frozenset({21, 53, 55, 59, 64, 67, 121, 1167, 1231})
"""Windows' codes for it: ERROR_NOT_READY, BAD_NETPATH, DEV_NOT_EXIST, UNEXP_NET_ERR,
NETNAME_DELETED, BAD_NET_NAME, SEM_TIMEOUT, DEVICE_NOT_CONNECTED, NETWORK_UNREACHABLE.
"""


def drive_is_gone(error: OSError) -> bool:
    """The drive or the network does not answer: nothing is known of what lies there."""
    return error.errno in GONE or getattr(error, "winerror", None) in GONE_WINDOWS


def _pauses(patience: float) -> Iterator[float]:
    """How long to wait after each try, `patience` seconds in all; 0 after the last."""
    pause = FIRST_PAUSE
    while patience > 0:
        yield min(pause, patience)
        patience -= pause
        pause = min(2 * pause, LONGEST_PAUSE)
    yield 0


def _may_pass(error: OSError, pause: float) -> bool:
    """Waits, where another try makes sense."""
    if not pause or getattr(error, "winerror", None) not in HELD:
        return False
    time.sleep(pause)
    return True


def _allow(path: Path) -> None:
    """Windows removes no file that is marked as read-only."""
    try:
        path.chmod(path.stat().st_mode | stat.S_IWRITE)
    except OSError:
        return  # the next try says why
