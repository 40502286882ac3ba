"""Coverage of pixels against areas known from geometry: exact, wherever the edges lie."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie import pictograms
from ceremonie.film.painting.raster import Points, runs
from ceremonie.theme import pictogram
from ceremonie.theme.track import Outline

WIDTH, HEIGHT = 40, 30
WHOLE = (0, 0, WIDTH, HEIGHT)


def mask(*outlines: Points, window: tuple[int, int, int, int] = WHOLE) -> np.ndarray:
    """Coverage of each pixel, 0 to 1."""
    found = runs(outlines, WIDTH, window)
    flat = np.zeros(WIDTH * HEIGHT)
    for start, stop in found.whole:
        flat[start:stop] += 1
    place, coverage = found.partial
    np.add.at(flat, place, coverage / 255)
    return flat.reshape(HEIGHT, WIDTH)


def box(left: float, top: float, right: float, bottom: float) -> Points:
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)])


def circle(x: float, y: float, radius: float) -> Points:
    angles = np.linspace(0, 2 * math.pi, 400, endpoint=False)
    return np.stack([x + radius * np.cos(angles), y + radius * np.sin(angles)], axis=1)


def test_a_box_between_pixels_covers_them_in_proportion() -> None:
    covered = mask(box(2.25, 3.5, 6.0, 5.0))
    assert covered[3, 1:7] == pytest.approx([0, 0.375, 0.5, 0.5, 0.5, 0], abs=0.003)
    assert covered[4, 1:7] == pytest.approx([0, 0.75, 1, 1, 1, 0], abs=0.003)
    assert covered.sum() == pytest.approx(3.75 * 1.5, abs=0.02)


def test_a_diagonal_covers_half_of_the_pixels_it_crosses() -> None:
    covered = mask(np.array([(0.0, 0.0), (10.0, 10.0), (0.0, 10.0)]))
    assert np.diag(covered)[:10] == pytest.approx(0.5, abs=0.003)
    assert covered[8, 3] == 1
    assert covered[3, 8] == 0


@given(x=st.floats(12, 28), y=st.floats(10, 20), radius=st.floats(0.3, 9.5), turn=st.booleans())
def test_a_disc_has_its_area_wherever_it_lies(
    x: float, y: float, radius: float, turn: bool
) -> None:
    outline = circle(x, y, radius)
    area = mask(outline[::-1] if turn else outline).sum()
    edge = 2 * math.pi * radius * 2 + 4
    assert area == pytest.approx(math.pi * radius**2, rel=1e-3, abs=edge * 0.5 / 255)


@pytest.mark.parametrize("step", [1, -1], ids=["turning alike", "turning against"])
def test_an_outline_inside_another_is_a_hole(step: int) -> None:
    covered = mask(box(2, 2, 20, 20), box(5, 5, 10, 10)[::step])
    assert covered[7, 7] == 0
    assert covered[3, 3] == 1
    assert covered.sum() == pytest.approx(18 * 18 - 25)


def test_what_lies_outside_the_frame_is_left_out() -> None:
    covered = mask(circle(0, 0, 20), circle(1000, 15, 5), circle(20, -500, 5))
    assert covered.sum() == pytest.approx(math.pi * 400 / 4, rel=2e-3)
    assert mask(box(-50, -50, 90, 90)).min() == 1


def test_a_window_shows_a_part_and_changes_none_of_it() -> None:
    outline = circle(20, 15, 11.3)
    whole, seen = mask(outline), mask(outline, window=(12, 7, 25, 19))
    assert (seen[7:19, 12:25] == whole[7:19, 12:25]).all()
    seen[7:19, 12:25] = 0
    assert not seen.any()


def test_nothing_covers_nothing() -> None:
    assert not mask().any()
    assert not mask(np.array([(3.0, 3.0), (9.0, 3.0)])).any()
    assert not mask(box(2, 2, 8, 8), window=(5, 5, 5, 9)).any()


def windings(outlines: Sequence[Outline], points: Points) -> np.ndarray:
    """The winding number at each point, by counting the sides on its left."""
    starts = np.vstack([np.array(outline) for outline in outlines])
    ends = np.vstack([np.roll(np.array(outline), -1, axis=0) for outline in outlines])
    (x0, y0), (x1, y1) = starts.T[:, :, None], ends.T[:, :, None]
    x, y = points.T[:, None, :]
    crossed = (y0 <= y) != (y1 <= y)
    at = x0 + (y - y0) / np.where(y1 == y0, 1, y1 - y0) * (x1 - x0)
    return np.asarray((np.sign(y1 - y0) * (crossed & (x > at))).sum(axis=0))


@pytest.mark.parametrize("name", pictograms.names())
def test_pictograms_are_filled_as_svg_fills_them(name: str) -> None:
    """SVG fills by the non-zero rule, both painters by the even-odd rule."""
    points = np.random.default_rng(1).uniform(0, 1, (2000, 2))
    drawn = windings(pictogram.contours(name), points)
    painted = windings(pictogram.outlines(name), points)
    assert ((drawn != 0) == (painted % 2 == 1)).all()


@pytest.mark.parametrize("second", [box(12, 8, 28, 22), box(10, 5, 20, 15), box(15, 2, 30, 12.5)])
def test_outlines_that_lie_upon_each_other_leave_no_hole(second: Points) -> None:
    first = box(5, 5, 20, 15)
    found = runs((first, second), WIDTH, WHOLE, overlapping=True)
    seen = np.zeros(WIDTH * HEIGHT)
    for start, stop in found.whole:
        seen[start:stop] = 1
    place, coverage = found.partial
    seen[place] = coverage / 255
    together = np.maximum(mask(first), mask(second))
    assert np.abs(seen.reshape(HEIGHT, WIDTH) - together).max() <= 0.5
    assert seen.reshape(HEIGHT, WIDTH)[6:14, 6:19].min() == 1
    assert mask(first, second)[6:14, 6:19].min() == 0
