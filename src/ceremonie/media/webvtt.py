"""Subtitles as WebVTT (W3C, « WebVTT: The Web Video Text Tracks Format »), for every file of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from ceremonie.units import timecode

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What no player shows; some stop at a NUL."""

Cue = tuple[int, int, Iterable[str]]
"""First frame, frame after the last, lines."""


def webvtt(cues: Iterable[Cue]) -> str:
    """A whole file. What would be markup, or end a cue (« --> », an empty line), is only text."""
    blocks = (f"{span(start, stop)}\n{_text(lines)}" for start, stop, lines in cues)
    return "\n\n".join(("WEBVTT", *blocks)) + "\n"


def span(start: int, stop: int) -> str:
    """« 00:00:01.000 --> 00:00:03.480 », from frame numbers."""
    return f"{timecode(start)} --> {timecode(stop)}"


def _text(lines: Iterable[str]) -> str:
    shown = (CONTROLS.sub("", line) for whole in lines for line in whole.splitlines())
    return escape("\n".join(line for line in shown if line.strip()), quote=False)
