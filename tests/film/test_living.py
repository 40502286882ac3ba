"""What lives in a shot while it is read: a ground that breathes, a light, a flame that flickers."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

from ceremonie.film.painting.colour import planes
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.planning.breath import SWELL, Breath, Light
from ceremonie.planning.drawing import Box, Disc, Drawing, Flame, Stroke, Text
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Scale
from ceremonie.units import CANVAS_HEIGHT

from .conftest import drawing
from .test_steadiness import STEADY, unsteadiness

FRAMES = 100
BLACK = 16
"""Luma of a field without light."""

BREATH = Breath(depth=1, x=200, y=300, start=0, stop=FRAMES)
DISC = Disc(name="disque", x=1400, y=800, radius=60, colour=Colour.PAPER)
LANE = Stroke(name="couloir", course=((-20.0, 500.0), (1940.0, 500.0)), width=96,
              colour=Colour.MIDDLE)  # fmt: skip
LIGHT = Light(LANE.course, 16, 0.1, Colour.PAPER, start=20, frames=40)
WORDS = Text(
    name="mots", lines=("Égalité",), x=300, baseline=530, style=Scale().body.at(80),
    colour=Colour.INK, ground=Colour.MIDDLE,
)  # fmt: skip
FLAME = Flame(name="flamme", x=1500, y=300, radius=57, flickers=True)


def living() -> Drawing:
    """A lane that breathes under words, with a light and a flame."""
    made = drawing(LANE, WORDS, FLAME, frames=FRAMES)
    return replace(made, breath=replace(BREATH, light=LIGHT))


def luma(painted: Drawing, number: int) -> np.ndarray:
    return planes(ShotPainter(painted).frame(number))[0]


def middle(luma: np.ndarray) -> tuple[float, float]:
    """Of the disc, which alone is in this part of the frame, in fractions of a pixel."""
    lit = luma[700:900, 1300:1520].astype(float) - BLACK
    across, down = lit.sum(axis=0), lit.sum(axis=1)
    numbers = np.arange(220)
    return (
        1300 + float(across @ numbers / lit.sum()),
        700 + float(down @ numbers[:200] / lit.sum()),
    )


def test_a_ground_breathes_steadily_and_as_far_as_planned() -> None:
    """By fractions of a pixel, at full size."""
    painted = replace(drawing(DISC, field=Colour.BLACK, frames=FRAMES), breath=BREATH)
    painter = ShotPainter(painted)
    found = np.array([middle(planes(painter.frame(number))[0]) for number in range(FRAMES)])
    scale = 1 + SWELL * np.sin(np.pi * np.arange(FRAMES) / (FRAMES - 1)) ** 2
    start = np.array((DISC.x - 0.5, DISC.y - 0.5))
    wanted = np.array((BREATH.x, BREATH.y)) * (1 - scale[:, None]) + start * scale[:, None]
    assert np.abs(found - wanted).max() < 0.05
    assert unsteadiness(found - wanted) < STEADY


def test_a_breath_begins_and_ends_as_the_ground_was_drawn() -> None:
    painted = replace(drawing(LANE, DISC, frames=FRAMES), breath=replace(BREATH, depth=2))
    rest = luma(replace(painted, breath=None), 0).astype(int)
    assert np.abs(luma(painted, 0) - rest).max() <= 90  # an edge, resized: less than half of it
    assert np.abs(luma(painted, 0) - rest).mean() < 0.05
    assert np.array_equal(luma(painted, FRAMES), rest)


def test_no_edge_of_the_ground_is_seen_however_it_breathes() -> None:
    """A lane that runs out of the frame does so at any time."""
    painted = replace(drawing(LANE, frames=FRAMES), breath=BREATH)
    row = luma(painted, FRAMES // 2)[500]
    assert len(set(row.tolist())) == 1


def test_words_stand_still_on_a_ground_that_breathes() -> None:
    ink = replace(living(), breath=replace(BREATH, light=None))
    painter = ShotPainter(ink)
    spot = (slice(470, 531), slice(300, 560))
    first, later = (planes(painter.frame(n))[0][spot].copy() for n in (5, FRAMES // 2))
    assert np.array_equal(first, later)
    assert len(np.unique(first)) > 2


def test_a_light_runs_once_along_its_lane_behind_the_words() -> None:
    painter, calm = ShotPainter(living()), ShotPainter(replace(living(), breath=BREATH))

    def lit(number: int) -> np.ndarray:
        """Columns."""
        both = (planes(p.frame(number))[0].astype(int) for p in (painter, calm))
        one, other = both
        return np.flatnonzero(np.abs(one - other).max(axis=0) > 30)

    middles = [lit(number).mean() for number in range(30, 50, 4)]
    assert middles == sorted(middles)
    assert middles[-1] - middles[0] > 800
    assert not any(lit(number).size for number in (0, 19, 60, 99))
    written = luma(drawing(WORDS, frames=FRAMES), 0)
    ink = written == written.min()
    for number in range(20, 60, 5):
        assert planes(painter.frame(number))[0][:CANVAS_HEIGHT][ink].max() <= written.min() + 2


def test_a_flame_flickers_from_its_sign() -> None:
    flame, sign = drawing(FLAME), drawing(replace(FLAME, flickers=False))
    assert np.abs(luma(flame, 0).astype(int) - luma(sign, 0)).max() <= 2
    painter = ShotPainter(flame)
    frames = [planes(painter.frame(number))[0].copy() for number in range(8)]
    assert all(not np.array_equal(a, b) for a, b in itertools.pairwise(frames))
    foot = (slice(300, 360), slice(1440, 1560))
    assert all(np.array_equal(frames[0][foot], frame[foot]) for frame in frames)


@pytest.mark.parametrize("number", [0, 13, 37, 77, FRAMES, FRAMES + 3])
def test_what_lives_is_a_function_of_the_frame(number: int) -> None:
    painter = ShotPainter(living())
    for before in (50, 4, number + 1):
        painter.frame(before)
    assert np.array_equal(painter.frame(number), ShotPainter(living()).frame(number))


def test_all_that_lives_is_motion_and_stops_where_motion_is_reduced() -> None:
    assert [len(span) for span in living().motion(FRAMES)] == [FRAMES]
    for still in (living().still(), living().abrupt()):
        assert [len(span) for span in still.motion(FRAMES)] == [1]
        assert np.array_equal(luma(still, 50), luma(still, 0))


def test_a_breath_is_swift_nowhere() -> None:
    """Less than a photo that grows: 5 % a second."""
    steps = np.diff([BREATH.scale(number) for number in range(FRAMES + 1)])
    assert np.abs(steps).max() * 25 < 0.05
    assert math.isclose(max(map(BREATH.scale, range(FRAMES))), 1 + SWELL, abs_tol=1e-4)


def test_a_flame_lies_over_what_is_drawn_after_it() -> None:
    shade = Box(name="fond", x=1400, y=100, width=200, height=300, colour=Colour.PAPER)
    assert luma(drawing(FLAME, shade), 0)[330, 1500] != luma(drawing(shade), 0)[330, 1500]
