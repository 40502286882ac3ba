"""A picture file opened: what its head says, and its pixels undecoded, without the words, places
and profiles that programs have written beside them.

Decoders are asked for by name: none of their own guards and warnings speaks to a user.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ceremonie.media.picture import damage, jpeg, png, webp
from ceremonie.media.picture.excerpt import Excerpt
from ceremonie.media.picture.exif import taken
from ceremonie.media.picture.facts import ColourCode, ColourFacts, Facts

if TYPE_CHECKING:
    from PIL.Image import Image

HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"}
"""Major brands of ISO/IEC 23008-12, as they stand at the head of a file."""

_HEIF_WORKING = 10.0
"""Planes, interleaved pixels and the copy that is handed out, in bytes a pixel (measured)."""

Reader = Callable[[Any], Facts]


@dataclass(frozen=True)
class Source:
    """`data` are the bytes of the whole file, `mode` and the size those of the pixels to come, in
    Pillow's words and in px; `load` decodes them.
    """

    format: str
    facts: Facts
    data: mmap
    mode: str
    size: tuple[int, int]
    load: Callable[[], Image]


@contextmanager
def opened(
    file: Path, accept: Callable[[Facts], None], needed: Callable[[Facts], tuple[int, int]]
) -> Iterator[Source]:
    """A JPEG is decoded at a reduced size that still has what is `needed`. Raises ValueError or
    whatever the decoder raises where this is no picture; what `accept` raises on seeing the facts
    comes before any decoder has seen the file.
    """
    with file.open("rb") as handle, mmap(handle.fileno(), 0, access=ACCESS_READ) as data:
        name = format_of(data[:16])
        if name == "HEIF":
            yield _heif(data, accept)
            return
        facts = _READERS[name](data)
        accept(facts)
        tail = damage.END if name == "JPEG" and damage.lacks_its_end_alone(data) else b""
        with _decoder(name)(Excerpt(data, facts.spans, tail)) as image:
            image.draft(None, needed(facts))
            yield Source(name, facts, data, image.mode, image.size, partial(_loaded, image))


def _loaded(image: Image) -> Image:
    image.load()
    return image


def format_of(head: bytes) -> str:
    """From the first sixteen bytes. Raises ValueError for what is none of the four."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(png.SIGNATURE):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        return "HEIF"
    raise ValueError("no known format")


_READERS: dict[str, Reader] = {"JPEG": jpeg.read, "PNG": png.read, "WEBP": webp.read}


def _decoder(name: str) -> Callable[[Any], Image]:
    if name == "JPEG":
        from PIL.JpegImagePlugin import JpegImageFile

        return JpegImageFile
    if name == "PNG":
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    return WebPImageFile


def _heif(data: mmap, accept: Callable[[Facts], None]) -> Source:
    """The decoder turns the picture as its container says; EXIF has no say in it (ISO/IEC 23008-12,
    6.5.10).
    """
    from pillow_heif import HeifFile

    container = HeifFile(io.BytesIO(data[:]), convert_hdr_to_8bit=True)
    picture = container[container.primary_index]
    width, height = picture.size
    facts = Facts(
        width,
        height,
        colour=_heif_colour(picture.info),
        working=_HEIF_WORKING,
        taken=taken(picture.info.get("exif")),
    )
    accept(facts)
    return Source("HEIF", facts, data, picture.mode, picture.size, partial(_heif_pixels, picture))


def _heif_pixels(picture: Any) -> Image:
    from PIL import Image as Images

    data = picture.data  # decodes, which may show another size than was announced
    return Images.frombytes(
        picture.mode, picture.size, bytes(data), "raw", picture.mode, picture.stride
    )


def _heif_colour(info: dict[str, Any]) -> ColourFacts:
    """A profile counts before the code points."""
    if profile := info.get("icc_profile"):
        return ColourFacts(profile=profile)
    nclx = info.get("nclx_profile")
    if not isinstance(nclx, dict):
        return ColourFacts()
    return ColourFacts(
        code=ColourCode(int(nclx["color_primaries"]), int(nclx["transfer_characteristics"]))
    )
