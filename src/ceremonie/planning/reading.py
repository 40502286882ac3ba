"""How long a shot must stay to be read in a hall, in frames."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.units import frames

OPENING = 55
"""Frames that a picture has the whole frame, before there is anything to read: 2.2 s."""

CLOSING = frames(1.6)
"""Frames that a picture has again at the end of its shot, once its words have left."""

READING_START = 1.2
READING_SPEED = 20
"""Seconds to find a text, then characters read in a second: never less than the subtitling charter
of the Arcom gives its viewers (12 characters 1 s, 20 2 s, 36 3 s, 60 4 s).
"""

ENTRANCE = frames(0.5)
"""Until words are there to be read."""

FOUND = frames(READING_START) - frames(0.36)
"""Of reading time, where words come in at a place that is known: they are read as they come."""

SPARE = frames(1.5)
"""At most beyond reading time: whoever has read it waits no longer."""

SLACK = frames(0.12)
"""At least beyond reading time, where the film has no length of its own: a longer caption takes it
before the shot grows.
"""

NEXT_START = 1.2
"""Seconds until a caption that follows another is there and found."""

QUICKEST = 1.6
"""Seconds of a picture among others, at least."""

SKIMMED_AT_MOST = 12 * 25


@dataclass(frozen=True)
class Length:
    """Frames of a shot: the `least` in which it can be read, how long it stays where the film has
    no length of its own, and the `most` that it may stay (`usual`, where that is longer).
    """

    least: int = 0
    usual: int = 0
    most: int = 0

    @property
    def longest(self) -> int:
        return max(self.usual, self.most)

    @property
    def fixed(self) -> bool:
        """Whether it can be neither shorter nor longer: a clip."""
        return self.least == self.longest

    def after(self, opening: int) -> Length:
        """Where a picture has the first frames alone: its words then come in where they always do,
        and nobody has to look for them.
        """
        return self.longer(opening - FOUND)

    def longer(self, count: int) -> Length:
        """With so many frames more."""
        return Length(self.least + count, self.usual + count, self.longest + count)


def lasting(count: int) -> Length:
    """Exactly so many frames."""
    return Length(count, count, count)


def readable(token: float, *texts: str) -> Length:
    """Its usual length in seconds, or what reading its words takes; never much longer than that."""
    characters = sum(len(text) for text in texts)
    reading = frames(READING_START + characters / READING_SPEED)
    most = reading + ENTRANCE + SPARE
    return Length(reading, min(max(frames(token), reading + SLACK), most), most)


def opening(alone: bool) -> int:
    """Frames of a shot in which its picture has no words over it; one that is to be `alone` has the
    frame at the end as well.
    """
    return OPENING + CLOSING if alone else OPENING


def turn(caption: str) -> int:
    """Frames of a picture that follows another and is followed: to be seen, and its caption read,
    which stands where the last one did.
    """
    reading = NEXT_START + len(caption) / READING_SPEED if caption else 0
    return max(frames(QUICKEST), frames(reading))


def skimmed(token: float, *texts: str) -> Length:
    """Of a shot whose words are found rather than read through: names, credits."""
    return lasting(max(frames(token), min(readable(token, *texts).least // 2, SKIMMED_AT_MOST)))
