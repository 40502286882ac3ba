"""Two names that change places in one instant, where the system can do that.

Between two moves there is a moment at which nothing has the name; a run that is killed just then
leaves nobody what they look for. Linux (`renameat2`, since 3.15) and macOS (`renamex_np`, since
10.12) know a move without such a moment, which Python does not offer. Windows has none, nor have
most network drives.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

AT_FDCWD = -100
"""Paths are counted from the current folder (`fcntl.h` of Linux)."""

RENAME_EXCHANGE = RENAME_SWAP = 2
"""`linux/fs.h`; `sys/stdio.h` of macOS."""

Exchange = Callable[[Path, Path], None]


def exchanger() -> Exchange | None:
    """Gives each of two files or folders the name of the other; raises OSError where this place
    does not admit it, and nothing has changed then. None where the system has no such thing.
    """
    call = _call()
    if call is None:
        return None

    def exchange(one: Path, other: Path) -> None:
        import ctypes

        if call(os.fsencode(one), os.fsencode(other)):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(one), None, str(other))

    return exchange


def _call() -> Callable[[bytes, bytes], int] | None:
    """What the C library offers; it returns 0 where it has done so."""
    try:
        import ctypes

        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            swap: Any = library.renamex_np
            return lambda one, other: int(swap(one, other, RENAME_SWAP))
        rename: Any = library.renameat2
    except (ImportError, OSError, TypeError, AttributeError):
        return None
    return lambda one, other: int(rename(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE))
