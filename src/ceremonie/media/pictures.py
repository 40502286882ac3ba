"""Pictures: upright, sRGB, reduced to what the film's frame needs, without a word about anyone.

What a camera writes beside the pixels (place, time, device, name) never reaches a copy, and what is
wrong with it never keeps one from being made.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ceremonie.formats import WIDE
from ceremonie.media import blurring, faces
from ceremonie.media.examination import Examination, Face, Swatch
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.picture import colour, damage, memory, reduction, remarks, sample, source
from ceremonie.media.picture.exif import turned, upright
from ceremonie.media.picture.facts import Facts
from ceremonie.media.picture.source import Source
from ceremonie.media.workspace import Workspace, key
from ceremonie.treatment import AS_IT_IS, Treatment

if TYPE_CHECKING:
    from PIL.Image import Image

VERSION = 4
"""Part of every key: raise it whenever the copies change."""

MARGIN = 1.22
"""A slow zoom needs so much more than the frame: 1.15 at its end, and 6 % for its fractions of a
pixel.
"""

MAXIMUM_KEPT = 4_600_000
"""Pixels of a copy; a narrow portrait that covers the frame's width would have 7 million."""

MAXIMUM_PIXELS = 150_000_000
"""A larger picture is refused from its header, before anything is decoded."""

MAXIMUM_DECODED = 64_000_000
"""After the reduced decoding that JPEG offers; 64 million pixels are 256 MB with alpha."""

QUALITY = 90

_DAMAGED = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, MemoryError,
    ArithmeticError, RuntimeError, struct.error, zlib.error,
)  # fmt: skip
"""What decoders raise on broken files."""


@dataclass(frozen=True)
class Copy:
    """A normalised copy: where it lies, its digest and size in px; `swatches` and
    `faces` as in Examination.
    """

    digest: str
    width: int
    height: int
    alpha: bool
    path: Path
    swatches: tuple[Swatch, ...] = field(default=(), compare=False)
    faces: tuple[Face, ...] = field(default=(), compare=False)


def prepare(file: Path, name: str, workspace: Workspace, treatment: Treatment = AS_IT_IS) -> Copy:
    """The normalised copy of a picture file, blurred before anything of it is written. Raises
    UnusableError where it cannot be decoded; `name` is what the user calls it.
    """

    def make() -> dict[str, Any]:
        return write(blurring.treated(decode(file, name).image, treatment), workspace)

    blur = blurring.recipe(treatment)
    made_of = partial(key, "picture", VERSION, *libraries(), *blur)
    return restored(workspace.kept_of(file, made_of, make), workspace)


def examine(file: Path, name: str, *, look_for_faces: bool = False) -> Examination:
    """What a decode as `prepare` makes it shows; nothing is written. Raises UnusableError as
    `prepare` does; `name` is what the user calls the file. Heads are told if they are looked for.

    Of a JPEG that its decoder finds whole, which is the most of all photos, the entropy coding
    alone is decoded: the colours of the pixels would tell nothing more.
    """
    with _refusing(name), _opened(file, name) as picture:
        hurt = damage.found_in(picture.data) if picture.format == "JPEG" else None
        if picture.format == "JPEG" and hurt is None:
            heads = _heads(sample.of_jpeg(picture, faces.SHORT)) if look_for_faces else ()
            return replace(_of_whole_jpeg(picture), faces=heads)
    made = decode(file, name)
    if hurt and hurt.height is not None and hurt.height < remarks.HARDLY_ANYTHING:
        raise _damaged(name)
    return Examination(
        *made.image.size,
        alpha=made.image.mode == "RGBA",
        remarks=remarks.of(made.image, made.facts, hurt, from_press=made.from_press),
        swatches=remarks.swatches(made.image),
        faces=_heads(made.image) if look_for_faces else (),
    )


def sampled(file: Path, name: str, side: int) -> tuple[Image, Facts]:
    """A small copy to look at, upright, and what its head says: its shorter side has `side` px at
    least where the picture is as large. Raises UnusableError as `prepare` does.
    """
    with _refusing(name), _opened(file, name) as picture:
        if picture.format == "JPEG":
            return sample.of_jpeg(picture, side), picture.facts
    made = decode(file, name)
    return made.image, made.facts


def _heads(image: Image) -> tuple[Face, ...]:
    """None in a picture with something transparent, which is a logo or a drawing."""
    import numpy as np

    return faces.heads(np.asarray(image)) if image.mode == "RGB" else ()


def _of_whole_jpeg(picture: Source) -> Examination:
    from PIL import Image as Images

    size = upright(*_reduced(picture.facts, *picture.size), picture.facts.orientation)
    sample = Images.new(picture.mode, (1, 1))
    _, from_press = colour.in_srgb(sample, picture.facts.colour)
    findings = remarks.of(sample, picture.facts, None, from_press=from_press)
    return Examination(*size, remarks=findings)


def libraries() -> tuple[str, ...]:
    """Another version may decode or compress to other bytes, or notice other damage."""
    import PIL
    import pillow_heif
    import simplejpeg

    return PIL.__version__, pillow_heif.__version__, simplejpeg.__version__


def write(image: Image, workspace: Workspace) -> dict[str, Any]:
    """The facts of the copy that was written of an RGB or RGBA picture."""
    alpha = image.mode == "RGBA"
    image.info.clear()
    data = BytesIO()
    if alpha:
        image.save(data, "PNG")
    else:
        image.save(data, "JPEG", quality=QUALITY, subsampling=0)
    with workspace.scratch(".partiel") as partial:
        partial.write_bytes(data.getvalue())
        digest, name = workspace.store(partial, ".png" if alpha else ".jpg")
    width, height = image.size
    return {"file": name, "width": width, "height": height, "alpha": alpha, "files": {name: digest}}


def restored(facts: dict[str, Any], workspace: Workspace) -> Copy:
    """The copy of a picture from its facts, as `write` gave them."""
    name = facts["file"]
    return Copy(
        facts["files"][name], facts["width"], facts["height"], facts["alpha"],
        workspace.folder / name,
    )  # fmt: skip


@dataclass(frozen=True)
class Decoded:
    """`image` is upright, sRGB and reduced: RGB, or RGBA where something is transparent;
    `from_press` says that its inks came without a word about the press.
    """

    image: Image
    facts: Facts
    from_press: bool


def decode(file: Path, name: str) -> Decoded:
    """What both `prepare` and `examine` make of a file. Raises UnusableError."""
    with _refusing(name):
        with _opened(file, name) as picture:
            facts, small = picture.facts, _small(picture)
        alpha = small.getchannel("A") if small.mode == "RGBA" else None
        opaque = small.convert("RGB") if alpha else small
        flat, from_press = colour.in_srgb(opaque, facts.colour)
        if alpha:
            flat.putalpha(alpha)
        return Decoded(turned(flat, facts.orientation), facts, from_press)


def _small(picture: Source) -> Image:
    """Its pixels at the size of the copy, as they are stored otherwise."""
    from PIL.Image import Resampling

    needed = partial(_reduced, picture.facts)
    trimmed = reduction.trimmed(picture.load(), needed, deep=picture.facts.deep)
    size = needed(*trimmed.size)
    return trimmed if size == trimmed.size else trimmed.resize(size, Resampling.HAMMING)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Raises UnusableError for whatever goes wrong with a file inside the context."""
    try:
        yield
    except _DAMAGED:
        raise _damaged(name) from None


@contextmanager
def _opened(file: Path, name: str) -> Iterator[Source]:
    """The picture, undecoded, and the memory for its decoding. Raises UnusableError where it is too
    large, and what decoders raise.
    """

    def accept(facts: Facts) -> None:
        if facts.pixels > MAXIMUM_PIXELS:
            raise _too_large(name, MAXIMUM_PIXELS)
        if facts.pixels > MAXIMUM_DECODED and not facts.reducible:
            raise _too_large(name, MAXIMUM_DECODED)

    with source.opened(file, accept, _needed) as picture:
        if picture.size[0] * picture.size[1] > MAXIMUM_DECODED:
            raise _too_large(name, MAXIMUM_DECODED)
        with memory.DECODES.lend(memory.of(picture)):
            yield picture


def _damaged(name: str) -> UnusableError:
    return UnusableError("media-abime", noun=Kind.PICTURE.noun, name=name)


def _too_large(name: str, limit: int) -> UnusableError:
    return UnusableError("photo-demesuree", name=name, limit=limit // 1_000_000)


def _needed(facts: Facts) -> tuple[int, int]:
    """What a reduced decoding has to keep."""
    return _reduced(facts, facts.width, facts.height)


def _reduced(facts: Facts, width: int, height: int) -> tuple[int, int]:
    """The size that still covers the wide film's frame, whichever way up the picture is; never
    larger. A tall film shows no photo over more than 0.8 of its height: 1536 px, of which a copy
    has 1300 at the least (16:9), 1560 most often (3:2). The picture may still lie on its side.
    """
    across, down = upright(WIDE.width, WIDE.height, facts.orientation)
    cover = max(across * MARGIN / width, down * MARGIN / height)
    scale = min(1.0, cover, sqrt(MAXIMUM_KEPT / (width * height)))
    return max(1, round(width * scale)), max(1, round(height * scale))
