"""What lies in an archive (deck, spreadsheet, zip): its parts, and which slide each belongs to."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LARGEST_PART = 200_000_000
"""Bytes of a compressed part that are unpacked. Films and pictures are stored as they are."""

MOST_UNPACKED = 600_000_000
"""Bytes of all compressed parts."""

_LOCAL_HEAD = 30
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_TARGET = re.compile(rb'Target="([^"]+)"')
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error,
    ValueError, OSError,
)  # fmt: skip


class UnreadableError(Exception):
    """An archive that cannot be looked into: broken, behind a password, or without end."""


@dataclass(frozen=True)
class Part:
    """`slide` is the number of the first slide that shows or says it."""

    name: str
    data: memoryview
    slide: int | None


def parts(data: memoryview) -> Iterator[Part]:
    """In the order of the archive. Raises UnreadableError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        contents = dict(_contents(archive, data))
    except _DAMAGE as error:
        raise UnreadableError from error
    slides = _slides(contents)
    for name, inside in contents.items():
        yield Part(name, inside, slides.get(name))


def _contents(archive: zipfile.ZipFile, data: memoryview) -> Iterator[tuple[str, memoryview]]:
    total = 0
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        if entry.compress_type == zipfile.ZIP_STORED and not entry.flag_bits & 1:
            yield entry.filename, _stored(data, entry)
            continue
        total += entry.file_size
        if entry.file_size > LARGEST_PART or total > MOST_UNPACKED:
            raise zipfile.BadZipFile
        yield entry.filename, memoryview(archive.read(entry))


def _stored(data: memoryview, entry: zipfile.ZipInfo) -> memoryview:
    """A view: a film of many megabytes is not copied."""
    name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + _LOCAL_HEAD + name + extra
    return data[start : start + entry.file_size]


def _slides(contents: Mapping[str, memoryview]) -> dict[str, int]:
    """Part → slide: each slide itself, and what its relationships name but layouts, which many
    share.
    """
    numbers = {name: int(match[1]) for name in contents if (match := _SLIDE.fullmatch(name))}
    found = dict(numbers)
    for name, number in sorted(numbers.items(), key=lambda item: item[1]):
        for target in _targets(name, contents):
            if "/slideLayouts/" not in target:
                found.setdefault(target, number)
    return found


def _targets(name: str, contents: Mapping[str, memoryview]) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    listing = contents.get(f"{folder}/_rels/{file}.rels", memoryview(b""))
    for target in _TARGET.findall(listing):
        yield posixpath.normpath(posixpath.join(folder, target.decode("utf-8", "replace")))
