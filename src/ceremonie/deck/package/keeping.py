"""What decks are made of, kept from one run to the next under keys of all that it depends on."""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from ceremonie import program
from ceremonie.files import appearing
from ceremonie.seal import opened, sealed

LIBRARIES = ("lxml", "numpy", "opencv-python-headless", "pillow", "python-bidi", "uharfbuzz")
DATA = ("data/fonts", "data/pictograms")
"""What slides are painted with, beside this program's code."""

_NO_REFERENCES = 2
"""The version of `marshal`'s format in which equal values are equal bytes."""


def key(*facts: object) -> str:
    """Equal keys, equal parts: a digest of values, and of the code, data and libraries that paint.
    What a dataclass leaves out of its `repr` is no part of it.
    """
    recipe = (program.code(), program.digest(*DATA), program.releases(*LIBRARIES))
    digest = hashlib.sha256()
    for piece in _pieces((*recipe, *facts)):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(value: object) -> Iterator[bytes]:
    """Bytes that tell one value from another. Outlines are long tuples of numbers: `marshal` takes
    what holds nothing but numbers and words as a whole, many times as fast as `repr` would.
    """
    try:
        yield marshal.dumps(value, _NO_REFERENCES)  # type: ignore[arg-type] # or says that it cannot
    except ValueError:
        yield from _parts(value)


def _parts(value: object) -> Iterator[bytes]:
    match value:
        case Mapping():
            yield from _pieces(tuple(value.items()))
        case tuple():
            yield f"{len(value)} ".encode()
            for item in value:
                yield from _pieces(item)
        case _ if is_dataclass(value):
            yield type(value).__name__.encode()
            for field in fields(value):
                if field.repr:
                    yield from _pieces(getattr(value, field.name))
        case _:
            yield repr(value).encode()


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
