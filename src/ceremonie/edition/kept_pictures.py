"""Small pictures that are painted once and kept from one run to the next."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from ceremonie import cache_names
from ceremonie.files import appearing
from ceremonie.seal import opened, sealed

Draw = Callable[[], Image.Image]


def kept(made_of: object, draw: Draw, cache: Path | None) -> Image.Image:
    """What `draw` paints, or the same as an earlier run kept it: `made_of` is all that it depends
    on. Without a `cache` it is painted.
    """
    if cache is None:
        return draw()
    key = hashlib.sha256(repr(made_of).encode()).hexdigest()
    path = cache_names.cell(cache / cache_names.CELLS, key)
    return _kept(path) or _made(draw, path)


def _kept(path: Path) -> Image.Image | None:
    """The picture, which counts as used now; None where it is not there as it was written."""
    try:
        data = opened(path.read_bytes())
        os.utime(path)
    except FileNotFoundError:
        return None
    return Image.open(io.BytesIO(data)) if data else None


def _made(draw: Draw, path: Path) -> Image.Image:
    picture, data = draw(), io.BytesIO()
    picture.save(data, "png", compress_level=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    with appearing(path, there=path.is_file) as partial_file:
        partial_file.write_bytes(sealed(data.getvalue()))
    return picture
