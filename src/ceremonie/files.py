"""Files that appear whole under their name, or not at all."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """A temporary name beside `target`, renamed to it at the end, removed if anything goes wrong.

    Raises OSError as the system does.
    """
    partial = target.with_name(f".{uuid4().hex}.partiel")
    try:
        yield partial
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def disk_is_full(error: OSError) -> bool:
    """No space, no quota left, or a file beyond what the system allows."""
    return error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
