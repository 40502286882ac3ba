"""What was read of a file of subtitles: what is said, and the lines that cannot be followed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from ceremonie.media.subtitles.rolling import Spoken

LINES = re.compile(r"\r\n|\r|\n")


class Trouble(Enum):
    """A timing that cannot be read; words that no timing announces."""

    TIMING = "timing"
    UNTIMED = "untimed"


ARROW = "00:00:01,000 --> 00:00:03,000"
EVENT = "Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,Bonjour"
"""What a timing looks like: in SubRip and WebVTT; in SubStation Alpha."""


@dataclass(frozen=True)
class Fault:
    """At a line of the file, from 1; `example` shows how it is written."""

    trouble: Trouble
    line: int
    text: str
    example: str = ARROW


@dataclass(frozen=True)
class Parsed:
    """`spoken` in order of time; `faults` in order of lines."""

    spoken: tuple[Spoken, ...]
    faults: tuple[Fault, ...]


def seconds(parts: Sequence[str | None]) -> Fraction:
    """Of hours, minutes, seconds and decimals."""
    hours, minutes, whole, decimals = (part or "0" for part in parts)
    clock = (int(hours) * 60 + int(minutes)) * 60 + int(whole)
    return clock + Fraction(int(decimals), 10 ** len(decimals))
