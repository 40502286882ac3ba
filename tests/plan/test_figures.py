"""Key figures: three at a time, in every shape at the same time, each on its own lane."""

from __future__ import annotations

import math
from itertools import pairwise
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

RING = {"valeur": 42, "forme": "anneau", "libelle": "des inscrits", "source": "enquête de mai"}
OF = {"valeur": "12,5", "sur": 50, "forme": "anneau", "libelle": "kilomètres", "unite": "km"}
BARS = {
    "forme": "barres",
    "libelle": "participants venus aux ateliers de chaque journée",
    "source": "pointage à l'entrée des gymnases",
    "barres": [
        {"libelle": label, "valeur": value}
        for label, value in (
            ("Mardi", 420), ("Mercredi, journée des familles", 1764.25), ("Jeudi", 0),
            ("Vendredi", 12), ("Samedi", 13), ("Dimanche, journée du quartier", 900),
        )
    ],
}  # fmt: skip


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


def test_numbers_rings_and_bars_are_shown_in_the_order_in_which_they_are_written() -> None:
    sourced = {**USUAL, "unite": "km", "source": "comité départemental"}
    plan = planned(chiffres=[sourced, ONE, RING, OF, BARS, COMMA])
    assert plan.diagnostics == ()
    shots = [shot for shot in plan.shots if shot.kind == "chiffres"]
    assert [figures(shot.drawing) for shot in shots] == [
        ["30\u00a0km", "1"],
        ["42\u00a0%"],
        ["12,5\u00a0km"],
        ["420", "1\u202f764,25", "0", "12", "13", "900"],
        ["4,5\u00a0km"],
    ]
    drawn = dict(drawings(plan, "chiffres"))
    assert {name: faults(drawing) for name, drawing in drawn.items() if faults(drawing)} == {}
    notes = "\n".join(page.notes for page in plan.pages if page.kind == "chiffres")
    assert "42\u00a0% des inscrits." in notes
    assert "12,5\u00a0km sur\u00a050 kilomètres." in notes
    assert "Mardi 420, Mercredi, journée des familles 1\u202f764,25" in notes
    assert "Source\u00a0: comité départemental." in notes


def test_a_ring_is_run_by_the_part_that_it_says() -> None:
    for _, drawing in drawings(planned(chiffres=[OF]), "chiffres"):
        lap, run = (stroke(drawing, name) for name in ("couloir", "part"))
        assert length(run) / length(lap) == pytest.approx(0.25, abs=0.002)


def test_bars_start_from_nought_and_are_as_long_as_what_they_count() -> None:
    for _, drawing in drawings(planned(chiffres=[BARS]), "chiffres"):
        bars = [e for e in drawing.elements if isinstance(e, Stroke) and e.name.startswith("barre")]
        assert len({bar.course[0][0] for bar in bars}) == 1
        lengths = [length(bar) for bar in bars]
        assert [part / lengths[0] for part in lengths] == pytest.approx(
            [value / 420 for value in (420, 1764.25, 12, 13, 900)]
        )


def stroke(drawing: Drawing, name: str) -> Stroke:
    (one,) = [e for e in drawing.elements if isinstance(e, Stroke) and e.name == name]
    return one


def length(stroke: Stroke) -> float:
    return sum(math.dist(start, end) for start, end in pairwise(stroke.course))
