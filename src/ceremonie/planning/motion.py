"""The beat of the film: how long each entrance takes.

All in frames at 25 a second; a beat is 12 frames.
"""

from __future__ import annotations

from ceremonie.planning.entrances import (
    Cascade,
    Departure,
    Easing,
    Grow,
    Rise,
    Run,
    Show,
    Slide,
    run,
)
from ceremonie.planning.reading import CLOSING, OPENING

HEAD = -6
"""Where entrances begin, from the cut: lanes are on their way when it falls."""

BEAT = 12
BAR = 6
LANE = 24
LANE_OFFSET = 3
TEXT = 14
TEXT_SHIFT = 48
EXIT = 8
YIELD = OPENING
"""When lanes and words come in over a picture."""
RIBBON = 20
ON_RIBBON = 8
"""Frames after which words follow a ribbon, so that it is below them."""
AFTER_TITLE = 3
"""Frames from the heading to the place below it, over a picture."""
STAYING = 100
"""Frames that words stay over what is then to be seen alone: 4 s."""
PUSH = 18
"""Frames in which a picture pushes the one before it out of the frame."""
PHOTO_DRIFT = 1.04
"""The scale that a photo among others reaches at the end of its shot; under 5 % a second in every
shot. What one does that fills the frame, `camera` says.
"""


def lane(start: int, index: int = 0) -> Run:
    """Lanes of a bundle start one after the other and arrive together."""
    offset = index * LANE_OFFSET
    return run(start + offset, LANE - offset)


def ribbon(start: int, index: int = 0) -> Run:
    """A lane that runs in over a picture: quick, for words follow at its heels."""
    return run(start + index, RIBBON - index)


def bar(start: int, index: int = 0) -> Grow:
    return Grow(start + index * LANE_OFFSET, BAR, Easing.DRAW)


def text(start: int, index: int = 0) -> Slide:
    """Slides along its lane from behind the start bar; two words a beat at most."""
    return Slide(start + index * BEAT // 2, TEXT, dx=-TEXT_SHIFT)


def lines(start: int, count: int) -> Cascade:
    """Of a quote, one after the other, half a beat apart; sooner where they are so many that half
    of them would not be there in a beat.
    """
    lag = min(BEAT // 2, BEAT // (count // 2 + 1))
    return Cascade(start, count, lag, TEXT, dx=-TEXT_SHIFT)


def shoulders(start: int) -> Rise:
    """The ribbon runs in flat and rises into shoulders."""
    return Rise(lane(start), start + BEAT, LANE)


def departure(end: int) -> Departure:
    """Gone at frame `end`, further along the lane: never backwards."""
    return Departure(end - EXIT, EXIT, dx=TEXT_SHIFT)


def ending(frames: int, reading: int) -> int | None:
    """The frame of a shot at which words leave a picture that is to be seen alone, once they have
    been read, in `reading` frames; None where too little of the shot would be left.
    """
    last = frames - CLOSING
    return min(YIELD + max(STAYING, reading), last) if last >= YIELD + reading else None


def outrun(start: int) -> Departure:
    """A ribbon over a picture runs on out of the frame, when the words on it are all but gone."""
    return Departure(start + EXIT // 2, RIBBON)


def row(start: int) -> Slide:
    """Uncovered from the left, ahead of the words in it."""
    return Slide(start, BEAT, dx=-1)


def rise(start: int, height: float = 60, length: int = TEXT) -> Slide:
    """Rises from behind the edge below it."""
    return Slide(start, length, dy=height)


def drop(start: int, height: float = 24) -> Slide:
    """Drops into its place."""
    return Slide(start, 10, dy=-height, wipe=False)


def head(start: int) -> Slide:
    """The head drops onto its shoulders, which have all but risen."""
    return drop(start + BEAT + LANE - BAR)


def appear(start: int) -> Show:
    return Show(start)
