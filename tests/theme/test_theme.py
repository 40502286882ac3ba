"""The identity: lanes computed, colours contrasted, letters measured."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.theme.faces import vertical_metrics
from ceremonie.theme.letters import undrawn
from ceremonie.theme.outlines import outlines
from ceremonie.theme.palette import (
    HOUSE,
    LANE_COLOURS,
    MINIMUM_CONTRAST,
    Colour,
    ink_on,
)
from ceremonie.theme.track import Bend, Straight, Track, cumulated, smooth_route, stagger
from ceremonie.theme.type import Scale
from ceremonie.theme.typeface import line_glyphs, shape, width

SCALE = Scale()


def quarter_turn() -> Track:
    return Track((0, 0), 0, (Straight(500), Bend(96, -90), Straight(300)))


def test_the_stagger_is_the_turn_times_the_pitch() -> None:
    assert stagger(quarter_turn(), 216, 3) == pytest.approx([0, 339.29, 678.58], abs=0.01)


@given(st.floats(-90, 90), st.floats(0, 200))
def test_every_lane_runs_the_same_distance(angle: float, pitch: float) -> None:
    track = Track((0, 0), 0, (Straight(100), Bend(700, angle)))
    ahead = stagger(track, pitch, 3)
    lengths = [track.length((k + 0.5) * pitch) - ahead[k] for k in range(3)]
    assert max(lengths) - min(lengths) < 1e-6


@given(st.floats(-80, 80))
def test_a_lane_line_stays_at_its_offset(offset: float) -> None:
    for (x0, y0), (x1, y1) in zip(
        quarter_turn().line(0, 500, 650), quarter_turn().line(offset, 500, 650, measured_at=0),
        strict=True,
    ):  # fmt: skip
        assert math.dist((x0, y0), (x1, y1)) == pytest.approx(abs(offset), abs=1e-6)


def test_a_band_is_as_long_as_its_middle() -> None:
    band = quarter_turn().band(0, 100, 50, 450)
    assert {round(x) for x, _ in band} == {50, 450}


def test_the_route_passes_through_every_stage() -> None:
    stages = ((0.0, 500.0), (300.0, 500.0), (700.0, 300.0), (900.0, 650.0), (1200.0, 200.0))
    points, indices = smooth_route(stages)
    reached = list(zip(indices, stages, strict=True))[2:]
    assert all(math.dist(points[index], stage) < 3 for index, stage in reached)
    assert cumulated(points)[-1] > 1200


def test_ink_is_legible_on_every_field() -> None:
    for field in (*LANE_COLOURS, Colour.PAPER, Colour.INK):
        assert HOUSE.contrast(ink_on(field), field) >= MINIMUM_CONTRAST


def test_contrast_is_the_published_one() -> None:
    assert HOUSE.contrast(Colour.WHITE, Colour.BLACK) == pytest.approx(21, abs=0.01)
    assert HOUSE.contrast(Colour.INK, Colour.MIDDLE) == pytest.approx(5.78, abs=0.01)


def test_letters_are_kerned_and_tracked() -> None:
    assert shape("AV", 800).advance < shape("A", 800).advance + shape("V", 800).advance
    assert shape("AB", 800, -0.03).advance == pytest.approx(shape("AB", 800).advance - 0.03)


def test_a_narrow_space_is_a_plain_advance() -> None:
    assert shape("a\u202fb", 400).advance == pytest.approx(
        shape("ab", 400).advance + 0.17, abs=0.01
    )


def test_the_ink_starts_where_it_is_asked_to() -> None:
    for letter in "JÉ1":
        (glyph,) = line_glyphs(letter, SCALE.title_lane, 96, 500)
        found = outlines(glyph.index, glyph.face)
        places = [glyph.x + x * glyph.size for contour in found for x, _ in contour]
        assert min(places) == pytest.approx(96, abs=0.5)
        right = max(places)
        assert right - 96 == pytest.approx(width(letter, SCALE.title_lane), abs=0.5)


def test_large_zeros_lose_their_stroke() -> None:
    (slashed,) = line_glyphs("0", SCALE.figure, 0, 0)
    (plain,) = line_glyphs("0", SCALE.figure, 0, 0, plain_zero=True)
    assert (slashed.plain_zero, plain.plain_zero) == (False, True)
    assert len(outlines(plain.index, plain.face, plain_zero=True)) == 2
    assert len(outlines(plain.index, plain.face)) > 2


def test_the_font_knows_french() -> None:
    assert undrawn("Œuvre : « À l'été, ça naît ; où ? » 1 200 € – n°\u00a05…\u202f!") == ""
    assert undrawn("☺ oui ☺") == "☺"
    assert sum(vertical_metrics(400)) > 1
    assert width("", SCALE.body) == 0
