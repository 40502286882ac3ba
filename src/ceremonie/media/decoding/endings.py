"""What a sound file writes down of its own end, where libavformat does not tell it as a field."""

from __future__ import annotations

import struct
from fractions import Fraction
from pathlib import Path
from typing import Any

FIRST, LAST = 8192, 1 << 17
"""Bytes looked at: the first frame of an MP3 is in reach behind its tags' end, and an Ogg page has
65 307 bytes at most (RFC 3533).
"""

MARKS = (b"Xing", b"Info")
COUNTED = 1
"""The flag of a Xing header that says that the number of frames follows."""

END = 4
"""The flag of the last page of an Ogg stream (RFC 3533)."""


def mp3_seconds(file: Path, rate: int) -> Fraction | None:
    """By the number of frames in a Xing or Info header, which encoders write at the end of their
    work; None where there is none.
    """
    samples_a_frame = 1152 if rate >= 32_000 else 576
    with file.open("rb") as opened:
        head = opened.read(10)
        if head[:3] == b"ID3" and len(head) == 10:
            opened.seek(10 + sum((byte & 127) << shift for byte, shift in _synchsafe(head)))
        else:
            opened.seek(0)
        data = opened.read(FIRST)
    place = next((at for mark in MARKS if (at := data.find(mark)) >= 0), -1)
    if place < 0 or len(data) < place + 12:
        return None
    flags, frames = struct.unpack(">II", data[place + 4 : place + 12])
    return Fraction(frames * samples_a_frame, rate) if flags & COUNTED and rate else None


def _synchsafe(head: bytes) -> zip[tuple[int, int]]:
    """The length of ID3 tags: seven bits a byte."""
    return zip(head[6:10], (21, 14, 7, 0), strict=True)


def ogg_is_cut(file: Path) -> bool:
    """Whether the last page is not marked as the last one."""
    with file.open("rb") as opened:
        opened.seek(0, 2)
        opened.seek(max(0, opened.tell() - LAST))
        data = opened.read()
    page = data.rfind(b"OggS")
    return page >= 0 and len(data) > page + 5 and not data[page + 5] & END


def wav_is_cut(file: Path) -> bool:
    """Whether it has fewer bytes than it says; streams say that they have as many as can be."""
    with file.open("rb") as opened:
        head = opened.read(12)
        opened.seek(0, 2)
        size = opened.tell()
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        return False
    said = int(struct.unpack("<I", head[4:8])[0]) + 8
    return size < said < 0xFFFFFF00


def is_cut(file: Path, container: Any) -> bool:
    """Whether the end is missing, as the file itself tells."""
    names = set(container.format.name.split(","))
    return ("ogg" in names and ogg_is_cut(file)) or ("wav" in names and wav_is_cut(file))
