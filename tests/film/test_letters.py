"""Letters as the film shows them: a frame, and where its ink lies."""

from __future__ import annotations

import numpy as np
import pytest

from ceremonie.film.painting.stills import paint
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

STYLE = Style(300, 700)
LEFT, BASELINE = 100, 600
X_HEIGHT = 0.5 * 300
"""px, of both families."""


def ink(words: str) -> np.ndarray:
    """Where a frame is not its field, shape (1080, 1920)."""
    text = Text(
        name="mot",
        lines=(words,),
        x=LEFT,
        baseline=BASELINE,
        style=STYLE,
        colour=Colour.INK,
        ground=Colour.PAPER,
    )
    frame = paint(Drawing(Colour.PAPER, (text,)), 0).astype(int)
    seen: np.ndarray = np.abs(frame - frame[0, 0]).sum(axis=2) > 60
    return seen


@pytest.mark.parametrize(
    ("marked", "before"), [("nễn", "n"), ("nỏn", "n"), ("mx́m", "m"), ("oĝo", "o")]
)
def test_what_stands_above_the_letters_stands_above_the_marked_one(
    marked: str, before: str
) -> None:
    high = ink(marked)[: round(BASELINE - X_HEIGHT - 25)]
    columns = np.flatnonzero(high.any(axis=0))
    first = LEFT + width("ẹ" + before, STYLE) - width("ẹ", STYLE) - 20
    last = LEFT + width(marked, STYLE) - width(before, STYLE) + 20
    assert len(columns)
    assert first < columns.min()
    assert columns.max() < last


@pytest.mark.parametrize("words", ["Hội Nguyễn", "محمد", "Київ", "Ṣọlá", "Ελλάδα"])
def test_a_frame_is_inked_as_wide_as_the_plan_measured(words: str) -> None:
    columns = np.flatnonzero(ink(words).any(axis=0))
    assert columns.min() == pytest.approx(LEFT, abs=2)
    assert columns.max() + 1 == pytest.approx(LEFT + width(words, STYLE), abs=2)


@pytest.mark.parametrize("words", ["王小明", "🏃", "★★★"])
def test_what_cannot_be_drawn_leaves_the_field_as_it_is(words: str) -> None:
    assert not ink(words).any()
