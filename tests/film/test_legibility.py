"""Words are measured against the pixels that are really behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ceremonie.film.legibility import legibility
from ceremonie.planning.drawing import Box, Drawing, Role, Text
from ceremonie.theme.palette import HOUSE, Colour
from ceremonie.theme.type import Style

WORDS = Text(
    name="mots",
    lines=("Merci à toutes et à tous",),
    x=200,
    baseline=500,
    style=Style(80, 700),
    colour=Colour.PAPER,
    ground=Colour.DEEP,
)


def drawing(*elements: Box | Text, field: Colour = Colour.DEEP) -> Drawing:
    return Drawing(field, elements, frames=100)


def test_on_a_plain_ground_it_is_the_contrast_of_the_palette() -> None:
    worst = legibility(drawing(WORDS))
    assert worst
    assert worst.words == "Merci à toutes et à tous"
    assert worst.contrast == pytest.approx(HOUSE.contrast(Colour.PAPER, Colour.DEEP), rel=0.03)


def test_what_really_lies_behind_counts_and_not_what_the_text_says() -> None:
    """A fifth of the words stands on a box that nobody thought of."""
    light = Box(name="boîte", x=0, y=0, width=480, height=1080, colour=Colour.BRIGHT)
    worst = legibility(drawing(light, WORDS))
    assert worst
    assert worst.contrast == pytest.approx(HOUSE.contrast(Colour.PAPER, Colour.BRIGHT), rel=0.05)


def test_words_that_nobody_sees_are_told() -> None:
    hidden = replace(WORDS, colour=Colour.DEEP)
    worst = legibility(drawing(hidden))
    assert worst
    assert worst.contrast == 1


def test_what_decorates_is_no_word() -> None:
    assert legibility(drawing(replace(WORDS, role=Role.DECORATION))) is None
    assert legibility(drawing()) is None
