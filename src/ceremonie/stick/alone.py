"""One run at a time on a stick.

The lock lies on this computer, in the system's folder for temporary files, and not on the stick.
FAT32 and exFAT promise neither links nor locks that end with their process, and whoever pulls a
stick out would carry such a lock away with it. A stick is in one computer at a time, so that this
is enough. Two computers that write one folder of a network at once are not kept apart, nor are two
people on one computer, for whom systems mount sticks apart.
"""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ceremonie.edition.folder import locked
from ceremonie.messages import problem

NOTE = 1
"""Where the lock file tells whose it is: Windows lends nobody the byte before, which is locked."""


@contextmanager
def alone(targets: Iterable[Path]) -> Iterator[None]:
    """No other run writes these sticks. Raises BusyError where one does, with who it is."""
    with ExitStack() as held:
        for target in sorted(targets):  # in one order: two runs cannot wait for each other
            held.enter_context(_held(target))
        yield


@contextmanager
def _held(target: Path) -> Iterator[None]:
    """The file stays: who waits for it holds the same one."""
    file = _lock_file(target)
    with locked(file, lambda: problem("usb-en-cours", name=target, who=_told(file))):
        _tell(file)
        yield


def _lock_file(target: Path) -> Path:
    """The same for all the ways in which a place can be named."""
    place = os.path.normcase(target.resolve())
    key = hashlib.sha256(f"{_user()}\0{place}".encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"ceremonie-cle-{key}.verrou"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may have no name for its user
        return ""


def _tell(file: Path) -> None:
    """A lock without a note is one all the same."""
    now = dt.datetime.now()
    with suppress(OSError), file.open("r+b") as place:
        place.seek(NOTE)
        place.write(f"{now:%H:%M} {os.getpid()}\n".encode())
        place.truncate()


def _told(file: Path) -> str:
    try:
        with file.open("rb", buffering=0) as place:
            place.seek(NOTE)
            hour, number = place.read(100).decode("ascii").split()
    except (OSError, ValueError):
        return "une autre commande"
    return f"une autre commande, lancée à {hour} (processus {number})"
