"""Whatever colours an event has, every text is read and every field is told from the next; where
that cannot be, the user is given colours with which it can.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.theme.colouring import ALIKE, LADDER, PAIRS, Unfit, assigned
from ceremonie.theme.lightness import at_luminance
from ceremonie.theme.palette import (
    HOUSE,
    MINIMUM_CONTRAST,
    Colour,
    Palette,
    difference,
    luminance_of,
    rgb_of,
)

HEXES = st.integers(0, 0xFFFFFF).map("{:06X}".format)
SETS = st.lists(HEXES, min_size=3, max_size=5, unique=True)
TOWN = ("1B5E20", "FDD835", "FF7043")
TRICOLOUR = ("003189", "FFFFFF", "E2001A")


@settings(max_examples=30, deadline=None)
@given(SETS)
def test_any_colours_make_a_legible_palette_or_are_given_others_that_do(colours: list[str]) -> None:
    made = assigned(tuple(colours))
    if isinstance(made, Unfit):
        assert made.clashes
        assert made.suggestion != tuple(colours)
        made = assigned(made.suggestion)
    assert isinstance(made, Palette)
    for one, other in PAIRS:
        assert made.contrast(one, other) >= MINIMUM_CONTRAST
    for one, other in pairwise(LADDER):
        assert difference(made.rgb(one), made.rgb(other)) >= ALIKE


@settings(max_examples=12, deadline=None)
@given(SETS, st.randoms(use_true_random=False))
def test_the_order_in_which_colours_are_written_changes_nothing(
    colours: list[str], random: object
) -> None:
    mixed = list(colours)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = assigned(tuple(colours)), assigned(tuple(mixed))
    if isinstance(one, Palette):
        assert other == one
    else:
        assert isinstance(other, Unfit)


def test_five_colours_take_the_roles_by_their_lightness() -> None:
    assert assigned(("00565B", "FFC72C", "0B1530", "FF5A1F", "FFF5E0")) == HOUSE


def test_three_colours_are_the_three_fields_with_paper_and_ink_of_their_own_hues() -> None:
    made = assigned(TOWN)
    assert isinstance(made, Palette)
    assert (made.bright, made.middle, made.deep) == ("FDD835", "FF7043", "1B5E20")
    red, green, blue = made.rgb(Colour.INK)
    assert green == max(red, green, blue)


def test_a_nearly_white_one_of_three_is_the_paper() -> None:
    made = assigned(("003366", "E8A200", "F4F1EA"))
    assert isinstance(made, Palette)
    assert (made.paper, made.middle, made.deep) == ("F4F1EA", "E8A200", "003366")


@pytest.mark.parametrize(
    ("colours", "own"),
    [
        (("5B2A86", "F28C28", "F7D774", "FFF8F0"), Colour.PAPER),
        (("5B2A86", "F28C28", "F7D774", "14061F"), Colour.INK),
    ],
)
def test_the_fourth_colour_is_paper_or_ink(colours: tuple[str, ...], own: Colour) -> None:
    made = assigned(colours)
    assert isinstance(made, Palette)
    assert made.hex(own) == colours[3]


@pytest.mark.parametrize(
    "colours",
    [
        ("F9C846", "F9C846", "095C42"),
        ("F9C846", "F9C847", "095C42"),
        ("FFFFFF", "FEFEFE", "003366"),
    ],
)
def test_two_colours_alike_are_told_whatever_else_stands_between_them(
    colours: tuple[str, ...],
) -> None:
    made = assigned(colours)
    assert isinstance(made, Unfit)
    assert any(clash.alike for clash in made.clashes)
    assert isinstance(assigned(made.suggestion), Palette)


def test_what_cannot_be_keeps_its_hue_and_moves_as_little_as_it_takes() -> None:
    made = assigned(TRICOLOUR)
    assert isinstance(made, Unfit)
    assert [round(clash.contrast, 1) for clash in made.clashes] == [4.2]
    assert made.suggestion[:2] == TRICOLOUR[:2]
    assert difference(rgb_of(made.suggestion[2]), rgb_of(TRICOLOUR[2])) < 6


@settings(max_examples=100, deadline=None)
@given(st.tuples(*[st.integers(0, 255)] * 3), st.floats(0, 1))
def test_a_colour_takes_any_luminance_as_near_as_eight_bits_can(
    colour: tuple[int, int, int], luminance: float
) -> None:
    assert luminance_of(at_luminance(colour, luminance)) == pytest.approx(luminance, abs=0.01)
