"""How long a shot must stay to be read in a hall, in frames."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceremonie.units import frames

READING_START = 1.5
READING_SPEED = 14
"""Seconds to find a text, then characters read in a second, in a hall."""

SKIMMED_AT_MOST = 12 * 25


@dataclass(frozen=True)
class Length:
    """Frames of a shot: the `least` in which it can be read, and how long it stays where the film
    has no length of its own.
    """

    least: int = 0
    usual: int = 0

    @property
    def fixed(self) -> bool:
        """Whether it can be neither shorter nor longer: a clip."""
        return self.least == self.usual

    def after(self, opening: int) -> Length:
        """With so many frames more before there is anything to read."""
        return replace(self, least=self.least + opening, usual=self.usual + opening)


def lasting(count: int) -> Length:
    """Exactly so many frames."""
    return Length(count, count)


def readable(token: float, *texts: str) -> Length:
    """Its usual length in seconds, or what reading its words takes."""
    characters = sum(len(text) for text in texts)
    reading = frames(READING_START + characters / READING_SPEED)
    return Length(reading, max(frames(token), reading))


def skimmed(token: float, *texts: str) -> Length:
    """Of a shot whose words are found rather than read through: names, credits."""
    return lasting(max(frames(token), min(readable(token, *texts).usual // 2, SKIMMED_AT_MOST)))
