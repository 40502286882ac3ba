"""What decks are made of, kept from one run to the next under keys of all that it depends on."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ceremonie import program
from ceremonie.files import appearing
from ceremonie.seal import opened, sealed

LIBRARIES = ("lxml", "numpy", "opencv-python-headless", "pillow", "python-bidi", "uharfbuzz")
DATA = ("data/fonts", "data/pictograms")
"""What slides are painted with, beside this program's code."""


def recipe() -> str:
    """The code, data and libraries that paint, as a part of keys."""
    return f"{program.code()} {program.digest(*DATA)} {program.releases(*LIBRARIES)}"


def kept(path: Path) -> bytes | None:
    """What lies there, whole; None where nothing does, or not as it was written. It counts as used
    now.
    """
    try:
        os.utime(path)
        return opened(path.read_bytes())
    except FileNotFoundError:
        return None


def keep(path: Path, blob: bytes) -> None:
    """Keep it, sealed; what is there already stays. Raises OSError as the system does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with appearing(path, there=lambda: kept(path) is not None) as partial:
        partial.write_bytes(sealed(blob))


def kept_or_made(path: Path, make: Callable[[], bytes]) -> bytes:
    """What lies there, else what `make` returns, which lies there from now on."""
    blob = kept(path)
    if blob is None:
        blob = make()
        keep(path, blob)
    return blob
