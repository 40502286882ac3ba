"""What the system refuses of what is copied, in words that say what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ceremonie import words
from ceremonie.diagnostics import MachineError
from ceremonie.files import disk_is_full, drive_is_gone
from ceremonie.messages import problem

REASONS = {
    errno.EROFS: "elle est protégée en écriture",
    errno.EACCES: "l'accès est refusé",
    errno.EPERM: "l'accès est refusé",
    errno.ENOENT: "elle n'est plus là",
    errno.ENODEV: "elle n'est plus là",
    errno.ENXIO: "elle n'est plus là",
}
SILENT = "elle ne répond plus ; retirée, abîmée, ou le réseau est coupé"
OTHERWISE = "le système le refuse"


@contextmanager
def refusals(target: Path, needed: int = 0, of: str = "usb") -> Iterator[None]:
    """Raises MachineError; `needed` are the bytes that were to be written, `of` is what the slugs
    begin with: whether a stick or an archive is told of.
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise MachineError(problem(f"{of}-quatre-go", name=target)) from error
        if disk_is_full(error):
            size = words.sized(needed)
            raise MachineError(problem(f"{of}-pleine", name=target, needed=size)) from error
        why = REASONS.get(error.errno or 0, SILENT if drive_is_gone(error) else OTHERWISE)
        raise MachineError(problem(f"{of}-refus", name=target, why=why)) from error
