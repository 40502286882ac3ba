"""No word leaves its place: whatever font a machine has, whatever a person types over it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.conftest import require
from tests.deck import by_hand, decks, ink

pytestmark = pytest.mark.slow

WIDEST = "DejaVu Sans"
"""Of the substitutes; `scripts/ink.py` draws all of them."""

CASES: list[tuple[str, str, str, Callable[[Any], None] | None]] = [
    ("exemple", "16:9", WIDEST, None),
    ("longue", "4:3", ink.OURS, by_hand.retype),
    ("fete", "16:10", "Noto Sans", by_hand.retype),
]


@pytest.mark.parametrize(
    ("board", "screen", "font", "change"), CASES, ids=[" ".join(case[:3]) for case in CASES]
)
def test_words_stay_in_their_place(
    board: str, screen: str, font: str, change: Callable[[Any], None] | None, tmp_path: Path
) -> None:
    _have(font)
    deck = decks.built(board, screen, tmp_path).read_bytes()
    inked = ink.drawn(deck, font, change)
    assert not (ink.overlaps(inked) if change else ink.collisions(inked))


def test_a_reset_slide_stays_as_it_was(tmp_path: Path) -> None:
    """« Réinitialiser » takes from a placeholder all that is not its layout's."""
    deck = decks.built("fete", "16:9", tmp_path).read_bytes()
    presentation = Presentation(io.BytesIO(deck))
    before = _places(presentation)
    by_hand.reset(presentation)
    assert _places(presentation) == before
    assert not ink.collisions(ink.drawn(deck, ink.OURS, by_hand.reset))


def test_another_photo_takes_the_place_of_the_first(tmp_path: Path) -> None:
    presentation = Presentation(decks.built("fete", "16:9", tmp_path))
    before = _places(presentation)
    by_hand.change_photos(presentation)
    assert _places(presentation) == before


def _places(presentation: Any) -> list[tuple[str, int, int, int, int]]:
    """The boxes of all placeholders, in the order of the slides."""
    return [
        (shape.name, shape.left, shape.top, shape.width, shape.height)
        for slide in presentation.slides
        for shape in slide.placeholders
    ]


def _have(font: str) -> None:
    if font != ink.OURS and font not in ink.installed():
        require("polices", f"the font {font} is not installed")
