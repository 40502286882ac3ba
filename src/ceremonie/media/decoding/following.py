"""A face followed from picture to picture, until nothing tells any more where it is.

Points inside the box are sought in the next picture by optical flow, and from there back again:
those that come back to where they began say how the box moved and grew (Kalal, Mikolajczyk, Matas:
Forward-Backward Error, ICPR 2010). Then what is in the box is compared with what the key frame
showed, moved to where both are most alike: so errors do not add up.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.media.blurring import Box

POINTS = 7
"""A side of the grid of points in a box."""

INNER = 0.8
"""The part of a box over which they lie: beyond it is what moves otherwise."""

ENOUGH = 8
"""Points that have to be found again."""

ASTRAY = 0.12
"""How far points may come back from where they began, the middle one of them, in parts of the box's
shorter side, and `ASTRAY_PIXELS` more.
"""

ASTRAY_PIXELS = 0.7

PATTERN = 24
"""Pixels of a side of the pattern that is compared."""

NEAR = 0.25
"""How far around the flow's box a better place is sought, in parts of its size."""

ALIKE, UNLIKE = 0.7, 0.4
"""Correlation with the key frame from which the better place counts, and under which this may be
somebody else, or the wall behind.
"""

PLAIN = 2.0
"""Deviation of grey values up to which a box shows nothing that could be followed."""

STEP = 1.35
"""How much a box may grow or shrink in one picture."""

INSIDE = 0.5
"""The part of a box that has to lie in the picture."""

Grey = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float32]

_FLOW: dict[str, Any] = {
    "winSize": (15, 15),
    "maxLevel": 3,
    "criteria": (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 20, 0.03),
}


class Follower:
    """Follows what is in `box` of `picture` (grey, shape (height, width)); `box` is None once it is
    lost, and stays so.
    """

    def __init__(self, picture: Grey, box: Box) -> None:
        self.box: Box | None = box
        self._step = (0.0, 0.0)
        self._latest = picture
        self._pattern = _cut(picture, box)
        if self._pattern is None or float(self._pattern.std()) < PLAIN:
            self.box = None

    def follow(self, picture: Grey) -> Box | None:
        """Where it is in the next picture."""
        if self.box is not None and picture is not self._latest:
            before, self.box = self.box, self._found(picture, self.box)
            if self.box is not None:
                self._step = self.box.left - before.left, self.box.top - before.top
        self._latest = picture
        return self.box

    def _found(self, picture: Grey, box: Box) -> Box | None:
        """The most alike of what the flow says, with its growth and without, and of where it would
        be if it went on as it did; without a flow it has to be alike.
        """
        moved = _moved(self._latest, picture, box)
        guesses = [box.shifted(*self._step)]
        if moved:
            guesses += [moved, moved.grown(box.width / moved.width - 1)]
        alike, best = max((self._compared(picture, one) for one in guesses), key=itemgetter(0))
        return best if alike >= (UNLIKE if moved else ALIKE) else None

    def _compared(self, picture: Grey, box: Box) -> tuple[float, Box]:
        """How alike it is to the key frame at the best place nearby; it is moved there where that
        is sure.
        """
        around = _cut(picture, box.grown(2 * NEAR), round(PATTERN * (1 + 2 * NEAR)))
        if self._pattern is None or around is None:
            return -1.0, box
        likeness = cv2.matchTemplate(around, self._pattern, cv2.TM_CCOEFF_NORMED)
        _, best, _, (column, row) = cv2.minMaxLoc(likeness)
        if best < ALIKE:
            return best, box
        middle = (likeness.shape[0] - 1) / 2
        across, down = ((place - middle) / PATTERN for place in (column, row))
        return best, box.shifted(across * box.width, down * box.height)


def _cut(picture: Grey, box: Box, side: int = PATTERN) -> Grey | None:
    """What is in the box as `side` × `side` pixels, its edge going on beyond that of the picture;
    None where too little of it is in the picture.
    """
    if _inside(box) < INSIDE:
        return None
    height, width = picture.shape
    across, down = box.width * width / side, box.height * height / side
    left, top = box.left * width + across / 2 - 0.5, box.top * height + down / 2 - 0.5
    grid = np.array([[across, 0, left], [0, down, top]], np.float32)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    edge = cv2.BORDER_REPLICATE
    return np.asarray(cv2.warpAffine(picture, grid, (side, side), flags=how, borderMode=edge))


def _inside(box: Box) -> float:
    """The part of it that is in the picture."""
    across = min(1.0, box.left + box.width) - max(0.0, box.left)
    down = min(1.0, box.top + box.height) - max(0.0, box.top)
    return max(0.0, across) * max(0.0, down) / (box.width * box.height)


def _moved(before: Grey, after: Grey, box: Box) -> Box | None:
    """The box in the next picture, by its points; None where they say nothing."""
    size = np.array([before.shape[1], before.shape[0]], np.float32)
    points = _grid(box) * size
    there, found, _ = cv2.calcOpticalFlowPyrLK(before, after, points, None, **_FLOW)
    back, again, _ = cv2.calcOpticalFlowPyrLK(after, before, there, None, **_FLOW)
    astray = np.linalg.norm(back - points, axis=1)
    astray[(found & again).ravel() == 0] = np.inf
    middle = float(np.median(astray))
    shorter = min(box.width * size[0], box.height * size[1])
    kept = astray <= middle
    if not middle <= ASTRAY_PIXELS + ASTRAY * shorter or int(kept.sum()) < ENOUGH:
        return None
    return _fitted(box, points[kept] / size, there[kept] / size)


def _grid(box: Box) -> Points:
    x, y = box.middle
    steps = np.linspace(-INNER / 2, INNER / 2, POINTS, dtype=np.float32)
    across, down = np.meshgrid(x + steps * box.width, y + steps * box.height)
    return np.stack((across.ravel(), down.ravel()), axis=1).astype(np.float32)


def _fitted(box: Box, before: Points, after: Points) -> Box | None:
    """Moved as its points have moved, in the middle of them, and grown as they went apart."""
    scale = _apart(after) / max(_apart(before), 1e-6)
    if not 1 / STEP < scale < STEP:
        return None
    shift = np.median(after - before, axis=0)
    return box.shifted(float(shift[0]), float(shift[1])).grown(scale - 1)


def _apart(points: Points) -> float:
    """How far points are from their middle: the median, so that strays do not count."""
    return float(np.median(np.linalg.norm(points - np.median(points, axis=0), axis=1)))
