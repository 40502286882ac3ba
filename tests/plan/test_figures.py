"""Key figures: three at a time, in every shape at the same time, each on its own lane."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.planning.drawing import Drawing, Role, Stroke, Text
from ceremonie.theme.typeface import upright

from .measures import faults
from .shapes import drawings, planned

USUAL = {"valeur": 30, "libelle": "centres de préparation", "surtitre": "Environ"}
LONG = {
    "valeur": 1_234_567,
    "libelle": "collégiennes, collégiens, apprentis et seniors venus",
    "surtitre": "En moyenne, depuis 2019",
}
COMMA = {"valeur": "4,5 km", "libelle": "de parcours"}
ONE = {"valeur": 1, "libelle": "ville"}
CASES: dict[str, list[dict[str, Any]]] = {
    "one": [COMMA],
    "two": [USUAL, ONE],
    "three": [LONG, COMMA, LONG],
    "nine": [USUAL, LONG, ONE] * 3,
}


@pytest.mark.parametrize("figures", CASES.values(), ids=CASES)
def test_figures_are_read_in_every_shape_however_many_there_are(
    figures: list[dict[str, Any]],
) -> None:
    plan = planned(chiffres=figures)
    assert plan.diagnostics == ()
    drawn = dict(drawings(plan, "chiffres"))
    assert len(drawn) == 4 * -(-len(figures) // 3)
    assert {name: faults(drawing) for name, drawing in drawn.items() if faults(drawing)} == {}


def test_every_shape_shows_the_same_figures_for_the_same_time() -> None:
    plan = planned(chiffres=CASES["nine"])
    wide, *others = plan.in_each_shape
    for cut in others:
        assert [shot.span for shot in cut.shots] == [shot.span for shot in wide.shots]
        for shot, same in zip(cut.shots, wide.shots, strict=True):
            assert figures(shot.drawing) == figures(same.drawing)


def test_a_number_stands_there_in_its_final_value_from_the_first_frame_that_shows_it() -> None:
    drawn = [drawing for _, drawing in drawings(planned(chiffres=[LONG]), "chiffres")]
    assert {text for drawing in drawn for text in figures(drawing)} == {"1\u202f234\u202f567"}


def figures(drawing: Drawing) -> list[str]:
    return [e.text for e in drawing.elements if isinstance(e, Text) and e.role is Role.FIGURE]


def test_in_narrow_shapes_each_lane_starts_behind_the_one_above() -> None:
    plan = planned(chiffres=CASES["three"])
    for cut in plan.in_each_shape[1:]:
        (shot,) = [shot for shot in cut.shots if shot.kind == "chiffres"]
        lanes = [e for e in shot.drawing.elements if isinstance(e, Stroke)]
        starts = [lane.course[0] for lane in lanes]
        assert len(starts) == 3
        assert starts == sorted(starts)
        assert len({y for _, y in starts}) == 3


def test_what_hangs_below_the_line_stays_off_the_lane() -> None:
    for name, drawing in drawings(planned(chiffres=CASES["one"]), "chiffres"):
        (number,) = [e for e in drawing.elements if isinstance(e, Text) and e.role is Role.FIGURE]
        (lane,) = [e for e in drawing.elements if isinstance(e, Stroke)]
        upper = lane.course[0][1] - lane.width / 2
        assert number.baseline + upright(number.text, number.style)[1] < upper, name
