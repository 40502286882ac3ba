"""Pictures: upright, sRGB, reduced to what the film's frame needs, without a word about anyone.

What a camera writes beside the pixels (place, time, device, name) never reaches a copy.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ceremonie.media.examination import Examination
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.workspace import Workspace, key
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

if TYPE_CHECKING:
    from PIL.Image import Image

VERSION = 3
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
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
TRANSPARENT_MODES = {"LA", "La", "PA", "RGBA", "RGBa"}
OPAQUE = 255

ORIENTATION = 0x0112
ON_ITS_SIDE = 5
"""EXIF: orientations from 5 to 8 turn by a quarter."""

_DAMAGED = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, MemoryError,
    OverflowError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises on broken files."""


@dataclass(frozen=True)
class Copy:
    """A normalised copy: where it lies, its digest and size in px."""

    digest: str
    width: int
    height: int
    alpha: bool
    path: Path


def prepare(file: Path, name: str, workspace: Workspace) -> Copy:
    """The normalised copy of a picture file. Raises UnusableError where it cannot be decoded;
    `name` is what the user calls it.
    """

    def make() -> dict[str, Any]:
        return write(decode(file, name), workspace)

    made_of = key("picture", VERSION, *libraries(), workspace.digests.of(file))
    return restored(workspace.kept(made_of, make), workspace)


def examine(file: Path, name: str) -> Examination:
    """What the decode that `prepare` would make shows; nothing is written. Raises UnusableError as
    `prepare` does; `name` is what the user calls the file.
    """
    image = decode(file, name)
    return Examination(*image.size, alpha=image.mode == "RGBA")


def libraries() -> tuple[str, str]:
    """Another version may decode or compress to other bytes."""
    import PIL
    import pillow_heif

    return PIL.__version__, pillow_heif.__version__


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
    name = facts["file"]
    return Copy(
        facts["files"][name], facts["width"], facts["height"], facts["alpha"],
        workspace.folder / name,
    )  # fmt: skip


def inspect(file: Path, name: str) -> None:
    """From the header alone. Raises UnusableError."""
    with _opened(file, name):
        return


def decode(file: Path, name: str) -> Image:
    """Upright, sRGB, reduced: RGB, or RGBA where something is transparent."""
    from PIL import ImageOps

    with _opened(file, name) as image:
        image.draft(None, _needed(image))
        if image.width * image.height > MAXIMUM_DECODED:
            raise _too_large(name, MAXIMUM_DECODED)
        image.load()
        upright = ImageOps.exif_transpose(image)
        flat = _in_srgb(upright)
    flat = _trimmed(flat)
    size = _reduced(*flat.size)
    if size != flat.size:
        from PIL import Image as Images

        flat = flat.resize(size, Images.Resampling.HAMMING)
    return flat


@contextmanager
def _opened(file: Path, name: str) -> Iterator[Image]:
    """Raises UnusableError for whatever goes wrong with this file inside the context."""
    from PIL import Image as Images

    _know_formats()
    try:
        with Images.open(file, formats=FORMATS) as image:
            if image.width * image.height > MAXIMUM_PIXELS:
                raise _too_large(name, MAXIMUM_PIXELS)
            yield image
    except Images.DecompressionBombError:
        raise _too_large(name, MAXIMUM_PIXELS) from None
    except _DAMAGED:
        raise UnusableError("media-abime", noun=Kind.PICTURE.noun, name=name) from None


def _too_large(name: str, limit: int) -> UnusableError:
    return UnusableError("photo-demesuree", name=name, limit=limit // 1_000_000)


@cache
def _know_formats() -> None:
    """Pillow learns the formats one by one, as their modules are imported."""
    import pillow_heif
    from PIL import JpegImagePlugin, PngImagePlugin, WebPImagePlugin

    _ = JpegImagePlugin, PngImagePlugin, WebPImagePlugin
    pillow_heif.register_heif_opener()


def _needed(image: Image) -> tuple[int, int]:
    """What a reduced decoding has to keep: the picture may still lie on its side."""
    if image.getexif().get(ORIENTATION, 1) < ON_ITS_SIDE:
        return _reduced(*image.size)
    width, height = _reduced(image.height, image.width)
    return height, width


def _reduced(width: int, height: int) -> tuple[int, int]:
    """The size that still covers the frame, whichever way up the picture is; never larger."""
    cover = max(CANVAS_WIDTH * MARGIN / width, CANVAS_HEIGHT * MARGIN / height)
    scale = min(1.0, cover, sqrt(MAXIMUM_KEPT / (width * height)))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _in_srgb(image: Image) -> Image:
    """RGB or RGBA in sRGB, from any mode, through the embedded profile where there is one."""
    profile = image.info.get("icc_profile")
    transparent = image.mode in TRANSPARENT_MODES or "transparency" in image.info
    if image.mode.startswith("I") or image.mode == "F":
        image = _eight_bits(image)
    if transparent:
        image = image.convert("RGBA")
    elif image.mode in {"P", "1"}:
        image = image.convert("RGB")
    alpha = image.getchannel("A") if transparent else None
    opaque = image.convert("RGB") if transparent else image
    flat = _converted(opaque, profile) if profile else opaque.convert("RGB")
    if alpha is not None and alpha.getextrema()[0] != OPAQUE:
        flat.putalpha(alpha)
    return flat


def _eight_bits(image: Image) -> Image:
    """Grey with 16 bits or more: the whole of its range becomes 0 to 255."""
    import numpy as np
    from PIL import Image as Images

    values = np.asarray(image).astype(np.float64)
    brightest = 65_535 if image.mode.startswith("I") else max(1.0, float(values.max(initial=1)))
    return Images.fromarray(np.clip(values * (255 / brightest) + 0.5, 0, 255).astype(np.uint8))


def _converted(image: Image, profile: bytes) -> Image:
    from PIL import ImageCms

    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")
    return converted if converted is not None else image.convert("RGB")


def _trimmed(image: Image) -> Image:
    """Without the transparent border, so that logos of one row look alike in size."""
    box = image.getchannel("A").getbbox() if image.mode == "RGBA" else None
    return image.crop(box) if box else image
