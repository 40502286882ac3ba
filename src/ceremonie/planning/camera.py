"""The camera over a picture: which way it moves, so that heads stay in sight and neighbours differ.

A picture fills its box first; then it may have to make room for what comes in front of it, by a
second, quicker move. What is seen at the end is `Stage.seen`, a part of the box.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property

from ceremonie.formats import WHOLE, Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import cropping
from ceremonie.planning.camera_move import CameraMove, Shift, View
from ceremonie.planning.entrances import Easing
from ceremonie.units import FRAME_RATE

GENTLE, AMPLE = 0.06, 0.10
"""Of its size, that a picture grows by in its shot."""

LENGTHS = (0.10, 0.07, 0.04)
"""Of the width of its box, that the camera goes along a picture: as much as heads allow."""

FASTEST = 0.05 / FRAME_RATE
"""Of its size in a frame: beyond, a zoom is noticed as such."""

STEEPEST = 1.35
"""The largest speed of `Easing.SWAY` by its mean."""

ONWARD = 24
"""Frames that a move goes on past the end of its shot, under the transition that follows."""

PANORAMA = 2.4
"""Width by height, from which a picture is panned from end to end."""

LEAST_LYING, LEAST_UPRIGHT = 0.3, 0.6
"""The part of a picture that has to be seen where it fills its box; else it is shown whole. What
lies may be cut to an upright part, in which the camera goes along; a standing figure may not be cut
to a belt.
"""

PACE = 16
"""px in a frame: what passes by faster is not looked at, from the first rows."""

TURN = 30
"""Frames in which a picture makes room."""

LARGEST = 1.5
"""Times that a picture may be enlarged in a frame of the film: beyond, softness is seen from
the first rows. 1280 px on the whole width of the screen are 1.5.
"""


class Way(IntEnum):
    """What the camera does."""

    IN = 0
    OUT = 1
    FORTH = 2
    BACK = 3


@dataclass(frozen=True)
class Stage:
    """The `box` that a picture fills from frame `first` of its shot to frame `last`, and the part
    of it that is `seen` once what comes in front of it is there, at frame `turns`. It is picture
    `number` of its shot, from 0.
    """

    box: Bounds
    seen: Bounds
    first: int
    last: int
    turns: int | None = None
    number: int = 0

    @property
    def frames(self) -> int:
        """Of the slow move."""
        return max(1, self.last - self.first + ONWARD)


def move(picture: Picture, stage: Stage) -> CameraMove:
    """How the camera moves over a picture that fills its box."""
    return _Planned(picture, stage).move


def zoom(
    picture: Picture, box: Bounds, grown: float, frames: int, clear: Bounds = WHOLE
) -> CameraMove:
    """An even growth about the focus point, `grown` times as large after so many frames; nothing
    lies over the part `clear` of the box.
    """
    start = cropping.view(picture, box.width, box.height, clear=clear)
    x, y = picture.focus
    end = View(
        _held(start.x, x * picture.width * start.scale, box.width, grown),
        _held(start.y, y * picture.height * start.scale, box.height, grown),
        start.scale * grown,
    )
    return CameraMove(start, end, frames, easing=Easing.LINEAR)


def _held(corner: float, focus: float, room: float, grown: float) -> float:
    """Where a corner goes as all grows about a point of the box `focus` px from it."""
    anchor = min(max(corner + focus, 0.0), room)
    return anchor + (corner - anchor) * grown


def panned(picture: Picture) -> bool:
    """Whether a picture is so wide that it is shown from end to end."""
    return picture.width > PANORAMA * picture.height


def fills(picture: Picture, stage: Stage) -> bool:
    """Whether a picture may cover its box: it has the pixels, no head is cut, and what lies is not
    cut to an upright part, nor the other way round.
    """
    return _Planned(picture, stage).fills


def strip(picture: Picture, stage: Stage) -> Bounds:
    """The box of a panorama, as wide as that of its stage and so high that its ends are reached at
    the pace; less high, it stands in the middle of what is seen.
    """
    box, seen = stage.box, stage.seen
    width = box.width + PACE * (stage.last - stage.first)
    high = width * picture.height / picture.width
    if high >= box.height:
        return box
    top = seen.centre[1] - high / 2
    return replace(box, top=top, bottom=top + high)


@dataclass(frozen=True)
class _Planned:
    """All that is decided for one picture on its stage."""

    picture: Picture
    stage: Stage

    @property
    def move(self) -> CameraMove:
        if panned(self.picture):
            return self._from_end_to_end
        if self._way in (Way.FORTH, Way.BACK) and self._ends:
            return self._sideways(self._ends)
        near, far = self._scale, self._scale * self._grown
        return self._made(*((near, far) if self._way is Way.IN else (far, near)))

    @cached_property
    def _seed(self) -> int:
        return int.from_bytes(hashlib.sha256(self.picture.digest.encode()).digest()[:4])

    @property
    def _way(self) -> Way:
        """Pictures of one shot differ, whatever their digests say."""
        return Way((self._seed + self.stage.number) % len(Way))

    @property
    def _grown(self) -> float:
        wanted = GENTLE + (AMPLE - GENTLE) * ((self._seed >> 8) % 256) / 255
        own = max(0.0, LARGEST / self._scale - 1)
        return 1 + min(wanted, own, FASTEST * self.stage.frames / STEEPEST)

    @cached_property
    def _scale(self) -> float:
        """The least that covers the box."""
        box = self.stage.box
        return max(box.width / self.picture.width, box.height / self.picture.height)

    @property
    def fills(self) -> bool:
        """Not beyond its own pixels, nor through a head, nor to a small part of the picture."""
        box, least = self.stage.box, LEAST_UPRIGHT if self.picture.portrait else LEAST_LYING
        area = self.picture.width * self.picture.height * self._scale**2
        large = self._scale <= LARGEST and area * least < box.width * box.height
        return large and not self._severed(self._closing(self._scale))

    def _severed(self, view: View) -> float:
        """What of heads is cut off, or covered, in what is seen of a view in the end."""
        seen, box = self.stage.seen, self.stage.box
        wide, high = self.picture.width * view.scale, self.picture.height * view.scale
        left, top = seen.left - box.left - view.x, seen.top - box.top - view.y
        part = Bounds(
            left / wide, top / high, (left + seen.width) / wide, (top + seen.height) / high
        )
        return cropping.severed(self.picture, part)

    def _opening(self, scale: float) -> View:
        """The box covered; as near to the last view as may be."""
        box, seen = self.stage.box, self.stage.seen
        clear = Bounds(
            (seen.left - box.left) / box.width,
            (seen.top - box.top) / box.height,
            (seen.right - box.left) / box.width,
            (seen.bottom - box.top) / box.height,
        )
        zoom = scale / self._scale
        return cropping.view(self.picture, box.width, box.height, zoom=zoom, clear=clear)

    def _closing(self, scale: float) -> View:
        """What is seen in the end covered."""
        seen = self.stage.seen
        least = max(seen.width / self.picture.width, seen.height / self.picture.height)
        view = cropping.view(self.picture, seen.width, seen.height, zoom=scale / least)
        return replace(view, y=view.y + seen.top - self.stage.box.top)

    def _made(self, first: float, last: float) -> CameraMove:
        return self._between(self._opening(first), self._opening(last))

    def _between(self, start: View, end: View) -> CameraMove:
        stage = self.stage
        return CameraMove(start, end, stage.frames, stage.first, shifts=self._turn(start, end))

    def _turn(self, start: View, end: View) -> tuple[Shift, ...]:
        """Up, to where heads and focus are seen beside what has come in, as far as the picture goes
        all the way from one view to the other.
        """
        least, most = self._reach((start, end))
        step = min(max(self._wanted(end), least), most)
        if self.stage.turns is None or abs(step) < 1:
            return ()
        return (Shift(self.stage.turns, TURN, 0, step),)

    def _wanted(self, end: View) -> float:
        return self._closing(end.scale).y - end.y

    def _reach(self, views: tuple[View, View]) -> tuple[float, float]:
        """How far, px down, views may be shifted at the least and at the most, so that in all of
        them the picture covers what is seen.
        """
        top, bottom = (
            y - self.stage.box.top for y in (self.stage.seen.top, self.stage.seen.bottom)
        )
        feet = [view.y + self.picture.height * view.scale for view in views]
        return bottom - min(feet), top - max(view.y for view in views)

    def _turns_freely(self, ends: tuple[View, View]) -> bool:
        """Whether the picture can make room wherever the camera is on its way."""
        least, most = self._reach(ends)
        wanted = [self._wanted(end) for end in ends]
        return self.stage.turns is None or (least - 1 < min(wanted) and max(wanted) < most + 1)

    @cached_property
    def _ends(self) -> tuple[View, View] | None:
        """Of a way along the longer side, as long as no head is lost; its middle is the best view.
        None where it would be too short to be seen as one, or leave no way to make room.
        """
        middle, box = self._opening(self._scale * self._grown), self.stage.box
        for length in LENGTHS:
            ends = _along(middle, self.picture, box, length)
            lost = max(map(self._severed, ends))
            far = abs(ends[0].x - ends[1].x) + abs(ends[0].y - ends[1].y)
            long = far >= LENGTHS[-1] * box.width
            if long and lost <= self._severed(middle) and self._turns_freely(ends):
                return ends
        return None

    def _sideways(self, ends: tuple[View, View]) -> CameraMove:
        return self._between(*(ends if self._way is Way.FORTH else ends[::-1]))

    @property
    def _from_end_to_end(self) -> CameraMove:
        scale = self._scale
        start = self._opening(scale)
        far = self.stage.box.width - self.picture.width * scale
        start, end = replace(start, x=0.0), replace(start, x=far)
        stage = self.stage
        whole = self._between(start, end) if self._seed % 2 else self._between(end, start)
        return replace(whole, frames=max(1, stage.last - stage.first))


def _along(middle: View, picture: Picture, box: Bounds, length: float) -> tuple[View, View]:
    """The ends of a way of `length` (part of the box's width) about a view, inside the picture."""
    spare_x = picture.width * middle.scale - box.width
    spare_y = picture.height * middle.scale - box.height
    far = min(length * box.width, max(spare_x, spare_y))
    if spare_x >= spare_y:
        x = min(0.0, max(middle.x + far / 2, far - spare_x))
        return replace(middle, x=x), replace(middle, x=x - far)
    y = min(0.0, max(middle.y + far / 2, far - spare_y))
    return replace(middle, y=y), replace(middle, y=y - far)
