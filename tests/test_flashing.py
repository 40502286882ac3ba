"""Flashes are found as WCAG 2.3.1 defines them, wherever on the screen they are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.flashing import SECOND, Cells, Trace, across, flashing

ROWS, COLUMNS = 36, 64
ALL = (0, ROWS, 0, COLUMNS)
WHITE, BLACK, RED, GREEN = (255, 255, 255), (0, 0, 0), (200, 0, 0), (0, 110, 0)

Area = tuple[int, int, int, int]
Colour = tuple[int, int, int]


def flicker(
    hertz: float, *, area: Area = ALL, off: Colour = BLACK, on: Colour = WHITE, seconds: float = 3
) -> Iterator[Cells]:
    """An area that changes between two colours, so many times a second there and back."""
    top, bottom, left, right = area
    for frame in range(int(seconds * SECOND)):
        cells = np.full((ROWS, COLUMNS, 3), 30, np.uint8)
        cells[top:bottom, left:right] = on if int(frame * hertz * 2 / SECOND) % 2 else off
        yield cells


@pytest.mark.parametrize(("hertz", "dangerous"), [(1, False), (3, False), (4, True), (10, True)])
def test_three_flashes_a_second_are_allowed_and_no_more(hertz: int, dangerous: bool) -> None:
    assert bool(flashing(flicker(hertz))) is dangerous


@pytest.mark.parametrize(
    ("area", "dangerous"),
    [((0, 9, 0, 9), False), ((0, 10, 0, 9), True), ((26, 36, 55, 64), True)],
    ids=["less than a quarter of ten degrees", "a quarter", "in a corner"],
)
def test_the_area_counts_and_its_place_does_not(area: Area, dangerous: bool) -> None:
    assert bool(flashing(flicker(5, area=area))) is dangerous


def test_areas_too_far_apart_to_be_seen_at_once_are_not_added() -> None:
    left, right = flicker(5, area=(0, 8, 0, 8)), flicker(5, area=(28, 36, 56, 64))
    both = [np.maximum(a, b) for a, b in zip(left, right, strict=True)]
    assert not flashing(both)


@pytest.mark.parametrize(
    ("off", "on", "dangerous"),
    [
        ((100,) * 3, (120,) * 3, False),
        ((100,) * 3, (140,) * 3, True),
        ((236,) * 3, (255,) * 3, False),
        ((50, 50, 50), RED, True),
        (GREEN, RED, True),
    ],
    ids=["little contrast", "contrast", "both bright", "dark and red", "red as bright as green"],
)
def test_contrast_and_saturated_red_count(off: Colour, on: Colour, dangerous: bool) -> None:
    assert bool(flashing(flicker(5, off=off, on=on))) is dangerous


def test_a_slow_fade_there_and_back_is_no_flash() -> None:
    ramp = [abs(127 - frame % 254) * 2 for frame in range(150)]
    assert not flashing(np.full((ROWS, COLUMNS, 3), value, np.uint8) for value in ramp)


def trace(pictures: list[Cells]) -> Trace:
    return Trace(len(pictures), flashing(pictures), pictures[:SECOND], pictures[-SECOND:])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(1, 12))
def test_what_is_measured_in_pieces_is_what_is_measured_at_once(
    lengths: list[int], hertz: int
) -> None:
    calm = [np.full((ROWS, COLUMNS, 3), 30, np.uint8)] * 20
    film = [*calm, *flicker(hertz), *calm]
    pieces, start = [], 0
    for length in (*lengths, len(film)):
        if film[start : start + length]:
            pieces.append(trace(film[start : start + length]))
        start += length
    assert bool(across(pieces)) == bool(flashing(film))
