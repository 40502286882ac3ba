"""Every text is read from the last row, film and slides, in every shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ceremonie.formats import FORMATS, Bounds, Screen, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.drawing import Area, Box, Drawing, Element, Role, Text
from ceremonie.planning.entrances import Slide, run
from ceremonie.planning.model import Plan
from ceremonie.planning.staging import Look, Staging
from ceremonie.theme.colouring import Unfit, assigned
from ceremonie.theme.palette import MINIMUM_CONTRAST, Colour, Palette
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

from ..sample.planned import EXAMPLE, SAMPLE, SCHOOL, awaited, planned
from . import boards, measures
from .cells import AROUND
from .contents import CONTENTS

EDITIONS: dict[str, Callable[[Shape], Plan]] = {
    "sample": partial(planned, SAMPLE),
    "example": partial(planned, EXAMPLE),
    "long": partial(boards.planned, boards.long_board()),
}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize(
    "edition",
    ["example", *(pytest.param(name, marks=pytest.mark.slow) for name in ("sample", "long"))],
)
def test_all_that_is_shown_is_read_from_the_last_row(edition: str, shape: Shape) -> None:
    plan = EDITIONS[edition](shape)
    drawings = {f"shot {shot.id}": shot.drawing for shot in plan.shots}
    if shape is Shape.WIDE:
        drawings |= {f"slide {page.id}": page.drawing for page in plan.pages}
    amiss = {name: measures.faults(drawing) for name, drawing in drawings.items()}
    assert {name: found for name, found in amiss.items() if found} == {}


@pytest.mark.parametrize("screen", Screen)
@pytest.mark.parametrize(
    "edition", [EXAMPLE, SCHOOL, pytest.param(SAMPLE, marks=pytest.mark.slow)], ids=lambda p: p.name
)
def test_what_a_hall_sees_before_is_read_from_the_last_row(edition: Path, screen: Screen) -> None:
    """Nor do words lie upon a picture there, whoever is seen on it."""
    before = awaited(edition, screen)
    assert before.countdown
    shots = (*before.loop.shots, *before.countdown.shots)
    drawings = {"card": before.card} | {shot.id: shot.drawing for shot in shots}
    assert {drawing.format.screen for drawing in drawings.values()} == {screen}
    amiss = {name: measures.faults(drawing) for name, drawing in drawings.items()}
    assert {name: found for name, found in amiss.items() if found} == {}


@pytest.mark.parametrize("shape", Shape)
def test_long_words_at_every_key_find_their_place(shape: Shape) -> None:
    assert boards.planned(boards.long_board(), shape).diagnostics == ()


TIGHT = (
    ("573802", "5651FD", "743121", "064C64", "662702"),
    ("29DA40", "889000", "BAD319", "9752AB", "3A87A3"),
)
"""Colours of which the palette only just does what it must: 4.5:1 between middle and ink, or bright
and deep.
"""


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("colours", TIGHT)
def test_every_kind_is_read_in_colours_that_only_just_do(
    colours: tuple[str, ...], shape: Shape
) -> None:
    palette = assigned(colours)
    if isinstance(palette, Unfit):
        palette = assigned(palette.suggestion)
    assert isinstance(palette, Palette)
    staging = Staging(FORMATS[shape], Look(palette))
    lowest = {
        kind: min((r.contrast for r in measures.readings(compose(content, staging))), default=21)
        for kind, content in CONTENTS.items()
    }
    assert {kind: ratio for kind, ratio in lowest.items() if ratio < MINIMUM_CONTRAST} == {}


STYLE = Style(100, 800)
WORDS = "lisible"


def text(name: str = "mot", **changes: Any) -> Text:
    usual = Text(
        name=name, lines=(WORDS,), x=400, baseline=500, style=STYLE, colour=Colour.INK,
        ground=Colour.PAPER,
    )  # fmt: skip
    return replace(usual, **changes)


def box(colour: Colour, left: float, **changes: Any) -> Box:
    return Box(name="cadre", x=left, y=300, width=1920, height=400, colour=colour, **changes)


def drawn(*elements: Element) -> Drawing:
    return Drawing(Colour.PAPER, elements, frames=100)


def reading(*elements: Element) -> measures.Reading:
    (one,) = measures.readings(drawn(*elements))
    return one


def test_contrast_is_that_with_what_is_seen_behind_and_not_with_what_is_said_to_be() -> None:
    assert reading(text()).contrast > 15
    assert reading(box(Colour.DEEP, 0), text()).contrast < 2.5


def test_the_lowest_contrast_counts_where_a_text_crosses_an_edge() -> None:
    half = reading(box(Colour.DEEP, 400 + width(WORDS, STYLE) / 2), text())
    assert half.contrast < 2.5
    assert half.clearance == 0


def test_clearance_is_the_distance_to_the_edge() -> None:
    edge = 400 + width(WORDS, STYLE) + 10
    assert reading(box(Colour.DEEP, edge), text()).clearance == pytest.approx(10, abs=1.5)
    assert reading(box(Colour.PAPER, edge), text()).clearance == AROUND


def test_a_lane_that_comes_after_its_text_is_told() -> None:
    late = box(Colour.BRIGHT, 0, entrance=Slide(50))
    lowest = min(r.contrast for r in measures.readings(drawn(late, text(colour=Colour.PAPER))))
    assert lowest == 1.0


def test_raised_letters_count_by_their_own_size() -> None:
    assert reading(text(lines=("3^e^",))).size == pytest.approx(62)


def test_decoration_is_a_shape_that_words_may_not_cross() -> None:
    giant = text("grand", style=Style(900, 800), lines=("1",), role=Role.DECORATION)
    giant = replace(giant, colour=Colour.DEEP, x=450, baseline=800)
    assert reading(giant, text()).clearance == 0


def test_a_shape_over_a_text_is_told_even_in_the_colour_of_its_ground() -> None:
    lid = Area(
        name="volet",
        outlines=(((300.0, 450.0), (600.0, 450.0), (600.0, 480.0), (300.0, 480.0)),),
        colour=Colour.PAPER,
        entrance=run(20),
    )
    assert measures.covered(drawn(text(), lid)) == [("mot", "volet")]
    assert measures.covered(drawn(lid, text())) == []


def test_letters_that_hang_out_of_the_safe_area_are_told() -> None:
    assert measures.outside(drawn(text(baseline=1026, lines=("mini",)))) == []
    assert measures.outside(drawn(text(baseline=1026, lines=("jour",)))) == ["mot"]
    assert measures.outside(drawn(text(baseline=1026, lines=("j",), role=Role.DECORATION))) == []


def test_texts_that_meet_only_on_their_way_are_told() -> None:
    other = text("autre", x=400, baseline=650)
    passing = replace(other, entrance=Slide(10, 40, dy=-150, wipe=False))
    gone = replace(other, baseline=500)
    assert measures.overlaps(drawn(text(), other)) == []
    assert measures.overlaps(drawn(text(), passing)) == [("mot", "autre")]
    assert measures.overlaps(drawn(text(until=30), replace(gone, entrance=Slide(30)))) == []
    assert measures.overlaps(drawn(text(until=31), replace(gone, entrance=Slide(30, wipe=False))))


def test_a_room_is_told_that_its_ink_leaves_or_that_another_shares() -> None:
    room = Bounds(380, 400, 900, 560)
    assert measures.crowded(drawn(text(room=room))) == []
    assert measures.crowded(drawn(text(room=replace(room, right=500)))) == ["mot"]
    below = text("autre", baseline=650, room=replace(room, top=540, bottom=700))
    assert measures.shared_rooms(drawn(text(room=room), below)) == [("mot", "autre")]
    assert measures.roomless(drawn(text(), below)) == ["mot"]
