"""Files that tell too much, each in its own way."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

XMP = '<x:xmpmeta><rdf:Description {}="48,51N"/></x:xmpmeta>'


def noise(seed: int = 1) -> Image.Image:
    grain = np.random.default_rng(seed).integers(0, 255, (24, 32, 3), np.uint8)
    return Image.fromarray(grain)


def exif(*, gps: bool = False, **tags: str) -> Image.Exif:
    numbers = {"maker": 0x010F, "model": 0x0110, "software": 0x0131, "artist": 0x013B}
    block = Image.Exif()
    for name, text in tags.items():
        block[numbers[name]] = text
    if gps:
        degrees = tuple(IFDRational(n, 1) for n in (48, 51, 24))
        block.get_ifd(0x8825).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    return block


def jpeg(path: Path, **options: object) -> None:
    noise().save(path, "JPEG", **options)


def png(path: Path, keyword: str, text: str, *, packed: bool = False) -> None:
    told = PngImagePlugin.PngInfo()
    told.add_itxt(keyword, text, zip=packed)
    noise().save(path, "PNG", pnginfo=told)


def webp(path: Path, **options: object) -> None:
    noise().save(path, "WEBP", **options)


def box(kind: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film(path: Path, *boxes: bytes, samples: bytes = b"") -> None:
    """With these boxes in its user data, and these bytes where pictures and sound stand."""
    around = np.random.default_rng(2).integers(0, 256, 4096, np.uint8).tobytes()
    head = box(b"ftyp", b"isom", bytes(4), b"iso2")
    moov = box(b"moov", box(b"udta", *boxes))
    path.write_bytes(head + moov + box(b"mdat", around, samples, around))


def wave(path: Path, *chunks: tuple[bytes, bytes]) -> None:
    """A WAV of 24 bits with these chunks behind its samples."""
    around = np.random.default_rng(3).integers(0, 256, 6000, np.uint8).tobytes()
    head = struct.pack("<HHIIHH", 1, 2, 48_000, 288_000, 6, 24)
    body = b"".join(chunk(*one) for one in ((b"fmt ", head), (b"data", around), *chunks))
    path.write_bytes(b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body)


def chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def deck(path: Path, **parts: str) -> None:
    slide = parts.pop("slide", "<p:sld/>")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("ppt/slides/slide3.xml", slide)
        for name, text in parts.items():
            packed.writestr(name, text)
    path.write_bytes(written.getvalue())


Plant = Callable[[Path], None]


def write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def text(name: str, said: str) -> Plant:
    return lambda folder: write(folder / name, said.encode())
