"""The order of the ceremony: parts whole, items by number or `id`, parts that come back."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.planning.model import Plan

from .conftest import MakePlan

ATHLETES = [
    {"nom": "Une nageuse", "discipline": "Natation"},
    {"nom": "Un judoka", "discipline": "Judo", "id": "judoka"},
    {"nom": "Une archère", "discipline": "Tir à l'arc"},
]
PRIZES = [{"titre": f"Prix {n}", "laureat": f"La classe {n}"} for n in "ABCDEF"]
FIGURES = [{"valeur": n, "libelle": f"choses de {n}"} for n in (3, 5, 7, 9)]
SPEAKERS = [
    {"citation": f"Mot de {n}.", "auteur": f"Une {n}"} for n in ("élève", "mère", "voisine")
]


def ids(plan: Plan) -> list[str]:
    """Of the slides, without those that every edition has."""
    return [
        page.id for page in plan.pages if page.id not in {"titre", "deroule", "derniere-minute"}
    ]


def test_an_item_stands_where_it_is_named_and_the_others_where_their_part_is(
    make_plan: MakePlan,
) -> None:
    order = ["titre", "judoka", "chiffres", "athletes", "cloture"]
    plan = make_plan(athletes=ATHLETES, chiffres=FIGURES[:1], deroule=order)
    assert ids(plan) == ["athlete-2", "chiffres-1", "athlete-1", "athlete-3", "cloture"]
    shots = [shot.id for shot in plan.shots if shot.id.startswith("athlete")]
    assert shots == ["athlete-2", "athlete-1", "athlete-3"]


@pytest.mark.parametrize(
    "entry", ["athletes 2", "judoka", {"athletes": 2}, {"partie": "athletes 2", "duree": "5 min"}]
)
def test_an_item_is_named_by_its_number_or_its_id(entry: Any, make_plan: MakePlan) -> None:
    plan = make_plan(athletes=ATHLETES, deroule=["titre", entry])
    assert ids(plan) == ["athlete-2"]


def test_items_of_tables_and_views_stand_alone_too(make_plan: MakePlan) -> None:
    order = ["prix 6", "prix", "chiffres 4", "chiffres", "partenaires 1"]
    plan = make_plan(
        prix=PRIZES, chiffres=FIGURES, partenaires=[{"nom": "Un club"}, {"nom": "Une mutuelle"}],
        deroule=order,
    )  # fmt: skip
    assert ids(plan) == ["prix-6", "prix-tableau-1", "chiffre-4", "chiffres-1", "partenaire-1"]
    table = next(page for page in plan.pages if page.id == "prix-tableau-1")
    assert "classe E" in table.notes
    assert "classe F" not in table.notes


def test_a_part_that_comes_back_is_told_as_going_on_and_each_has_its_row(
    make_plan: MakePlan,
) -> None:
    plan = make_plan(
        temoignages=SPEAKERS, deroule=["titre", "temoignages 1", "jours", "temoignages"]
    )
    order = next(page for page in plan.pages if page.id == "deroule")
    targets = [link.target for link in order.links]
    assert (targets[0], targets[-1]) == ("temoignage-1", "temoignage-2")
    assert "1. Témoignages\n" in order.notes
    assert "Témoignages (suite)" in order.notes
    chapters = list(dict.fromkeys(shot.chapter for shot in plan.shots))
    assert chapters[1] == "Témoignages"
    assert chapters[-1] == "Témoignages (suite)"


def test_a_running_order_of_many_parts_goes_on_on_a_second_slide(make_plan: MakePlan) -> None:
    quotes = [{"citation": f"Mot {n}.", "auteur": "Une élève"} for n in range(9)]
    between = [part for n in range(9) for part in (f"temoignages {n + 1}", f"athletes {n + 1}")]
    athletes = [{"nom": f"Athlète {n}", "discipline": "Judo"} for n in range(9)]
    plan = make_plan(temoignages=quotes, athletes=athletes, deroule=["titre", *between])
    orders = [page for page in plan.pages if page.kind == "deroule"]
    rows = [[link for link in page.links if "partie" in link.element] for page in orders]
    assert [len(links) for links in rows] == [9, 9]
    assert len({page.id for page in plan.pages}) == len(plan.pages)
    targets = [link.target for links in rows for link in links]
    assert rows[1][0].element == "partie 10"
    assert targets[:3] == ["temoignage-1", "athlete-1", "temoignage-2"]


def test_what_an_item_says_is_not_told_again_word_by_word_where_it_is_left_out(
    make_plan: MakePlan,
) -> None:
    plan = make_plan(athletes=ATHLETES, deroule=["titre", "athletes 1", "cloture"])
    paths = [diagnostic.path for diagnostic in plan.diagnostics if diagnostic.path]
    assert not any(path[0] == "athletes" for path in paths)
