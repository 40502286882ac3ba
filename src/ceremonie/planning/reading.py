"""How long a shot must stay to be read in a hall, in frames."""

from __future__ import annotations

from ceremonie.units import frames

READING_START = 1.5
READING_SPEED = 14
"""Seconds to find a text, then characters read in a second, in a hall."""

SKIMMED_AT_MOST = 12 * 25


def readable(token: float, *texts: str) -> int:
    """Frames of a shot: its usual length in seconds, or what reading its words takes."""
    characters = sum(len(text) for text in texts)
    return frames(max(token, READING_START + characters / READING_SPEED))


def skimmed(token: float, *texts: str) -> int:
    """Frames of a shot whose words are found rather than read through: names, credits."""
    return max(frames(token), min(readable(token, *texts) // 2, SKIMMED_AT_MOST))
