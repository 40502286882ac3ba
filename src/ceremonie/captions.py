"""Subtitles as files: WebVTT (W3C, « WebVTT: The Web Video Text Tracks Format ») and SubRip."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from ceremonie.units import timecode

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What no player shows; some stop at a NUL."""

TimedLines = tuple[int, int, Iterable[str]]
"""First frame, frame after the last, lines."""


def webvtt(cues: Iterable[TimedLines]) -> str:
    """A whole WebVTT file. What would be markup, or end a cue (« --> »), is only text."""
    blocks = (
        f"{_span(start, stop)}\n{escape(plain(lines), quote=False)}" for start, stop, lines in cues
    )
    return "\n\n".join(("WEBVTT", *blocks)) + "\n"


def subrip(cues: Iterable[TimedLines]) -> str:
    """A whole SubRip file; empty where there is no cue."""
    return "\n".join(
        f"{number}\n{_span(start, stop).replace('.', ',')}\n{plain(lines)}\n"
        for number, (start, stop, lines) in enumerate(cues, 1)
    )


def _span(start: int, stop: int) -> str:
    """« 00:00:01.000 --> 00:00:03.480 », from frame numbers."""
    return f"{timecode(start)} --> {timecode(stop)}"


def plain(lines: Iterable[str]) -> str:
    """One below the other; an empty one would end the cue."""
    cleaned = (CONTROLS.sub("", line) for whole in lines for line in whole.splitlines())
    return "\n".join(line for line in cleaned if line.strip())
