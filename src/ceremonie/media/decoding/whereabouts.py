"""Where in each frame of a clip faces are that are to be blurred; None where nobody can say.

Boxes are given at key frames. Between two of them a face is followed from both, forwards and
backwards, and is where both meet; before the first and after the last it is followed from that one
alone. Where a face is lost, the two do not meet, or the scene changes, all of the frame is blurred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from ceremonie.media.blurring import Box
from ceremonie.media.decoding.following import Follower, Grey
from ceremonie.units import FRAME_RATE, frames

LONGEST = 40 * int(FRAME_RATE)
"""Frames without a key through which a face is followed backwards: their pictures are held, 80
kilobytes each. Between keys that are further apart, all is blurred.
"""

DOUBT, MOST_DOUBT = 0.004, 0.5
"""How much a box grows with each frame from its key, in parts of its size, and at most."""

APART, UNEVEN = 0.4, 1.6
"""How far the middles of the boxes may be from each other that two keys lead to, in parts of their
size, and how much larger the one may be: else one of them has gone astray.
"""

CHANGED, RELATED = 10.0, 0.7
"""A cut: the small pictures before and after differ by so many grey values or more, on average, and
correlate less than this. A flash of a camera changes them, but they still correlate.
"""

SMALL = (16, 9)
"""Columns and rows in which two pictures are compared."""

Place = Box | None
Keys = Mapping[int, Box]
"""By the number of their frame."""


def keys_of(region: Iterable[Mapping[str, float]], start: Fraction) -> Keys:
    """The boxes of a face, as a request names them, by frames of the clip that begins there."""
    first = frames(start)
    return {
        frames(Fraction(str(key["at"]))) - first: Box(
            key["left"], key["top"], key["width"], key["height"]
        )
        for key in region
    }


class Whereabouts:
    """Sees a clip's frames in order, small and grey; `places` are those of one face so far."""

    def __init__(self, keys: Keys, alive: Callable[[], None]) -> None:
        self.places: list[Place] = []
        self._keys = {number: box for number, box in keys.items() if number >= 0}
        self._last = max(self._keys, default=-1)
        self._alive = alive
        self._held: list[Grey] = []
        self._missed = 0
        self._from: Box | None = None
        self._alone: _OneWay | None = None

    def see(self, picture: Grey) -> None:
        """The next frame."""
        self._alive()
        number = len(self.places) + len(self._held) + self._missed
        if self._alone:
            self.places.append(self._alone.next(picture))
        elif (box := self._keys.get(number)) is not None:
            self._reach(picture, box)
            self._alone = _OneWay(picture, box, self._alive) if number == self._last else None
        else:
            self._hold(picture)

    def rest(self) -> None:
        """After the last frame: what no key has answered for."""
        self.places += [None] * (len(self._held) + self._missed)

    def _hold(self, picture: Grey) -> None:
        if self._missed or len(self._held) == LONGEST or not self._keys:
            self._missed += len(self._held) + 1
            self._held = []
        else:
            self._held.append(picture)

    def _reach(self, picture: Grey, box: Box) -> None:
        """A key: what lies before it is answered."""
        if self._missed:
            self.places += [None] * self._missed
        elif self._from is None:
            backwards = _OneWay(picture, box, self._alive)
            self.places += [backwards.next(one) for one in reversed(self._held)][::-1]
        else:
            self.places += self._between(picture, box)
        self.places.append(box)
        self._held, self._missed, self._from, self._before = [], 0, box, picture

    def _between(self, picture: Grey, box: Box) -> Iterator[Place]:
        assert self._from
        stretch = [self._before, *self._held, picture]
        if any(is_cut(one, other) for one, other in pairwise(stretch)):
            return iter([None] * len(self._held))
        forth = _followed(stretch[:-1], self._from, self._alive)
        back = _followed(stretch[:0:-1], box, self._alive)[::-1]
        return map(_met, forth, back)


def _followed(pictures: Sequence[Grey], box: Box, alive: Callable[[], None]) -> list[Place]:
    """In each picture but the first, which shows it in the box."""
    follower = _OneWay(pictures[0], box, alive)
    return [follower.next(one) for one in pictures[1:]]


class _OneWay:
    """A face that is followed from one key alone: the further, the larger is its box."""

    def __init__(self, picture: Grey, box: Box, alive: Callable[[], None]) -> None:
        self._follower = Follower(picture, box)
        self._latest = picture
        self._alive = alive
        self._count = 0

    def next(self, picture: Grey) -> Place:
        self._alive()
        self._count += 1
        if self._follower.box and is_cut(self._latest, picture):
            self._follower.box = None
        self._latest, box = picture, self._follower.follow(picture)
        return box.grown(min(MOST_DOUBT, DOUBT * self._count)) if box else None


def _met(one: Place, other: Place) -> Place:
    """What two keys lead to: all that both say; None where they say different things."""
    if one is None or other is None:
        return None
    width, height = max(one.width, other.width), max(one.height, other.height)
    apart = max(
        abs(one.middle[0] - other.middle[0]) / width, abs(one.middle[1] - other.middle[1]) / height
    )
    uneven = max(width / min(one.width, other.width), height / min(one.height, other.height))
    return _around(one, other) if apart <= APART and uneven <= UNEVEN else None


def _around(one: Box, other: Box) -> Box:
    left, top = min(one.left, other.left), min(one.top, other.top)
    right = max(one.left + one.width, other.left + other.width)
    low = max(one.top + one.height, other.top + other.height)
    return Box(left, top, right - left, low - top)


def is_cut(before: Grey, after: Grey) -> bool:
    """Whether another scene begins."""
    if before is after:
        return False
    one, other = _small(before), _small(after)
    if float(np.abs(one - other).mean()) < CHANGED:
        return False
    return _related(one, other) < RELATED


def _small(picture: Grey) -> Any:
    return cv2.resize(picture, SMALL, interpolation=cv2.INTER_AREA).astype(np.float32)


def _related(one: Any, other: Any) -> float:
    """Their correlation; none where one of them is plain."""
    one, other = one - one.mean(), other - other.mean()
    lengths = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / lengths if lengths else 0.0
