"""What the presenter is given: what is told on stage, the way there and back, notes in short
lines.
"""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.planning.drawing import Footage
from ceremonie.planning.model import Page, Plan
from ceremonie.units import FRAME_RATE

from .composed import prose
from .conftest import MakePlan, workshop


def pages(plan: Plan) -> dict[str, Page]:
    return {page.id: page for page in plan.pages}


def lines(page: Page) -> list[str]:
    return page.notes.replace("\u00a0", " ").split("\n")


def days(*titles: str) -> list[dict[str, Any]]:
    return [{"date": "2023-11-28", "ateliers": [workshop(title) for title in titles]}]


def test_the_ceremony_shows_each_day_at_once_and_hides_its_workshops(make_plan: MakePlan) -> None:
    order = [page for page in make_plan().pages if page.section == "jours"]
    assert [page.id for page in order if not page.hidden] == [
        "jour-1", "jour-1-tous", "jour-2", "jour-2-tous",
        "jour-3", "jour-3-atelier-1", "jour-3-atelier-1-extrait-1",
    ]  # fmt: skip
    first = [page.id for page in order if page.part.startswith("Jour\u00a01")]
    assert first[2:] == [f"jour-1-atelier-{i}" for i in (1, 2, 3, 4)]


def test_a_day_leads_to_its_workshops_and_each_of_them_back(make_plan: MakePlan) -> None:
    deck = pages(make_plan())
    day = deck["jour-2-tous"]
    there = {link.element: link.target for link in day.links if link.element != "repère"}
    assert there == {f"atelier {i}": f"jour-2-atelier-{i}" for i in range(1, 7)}
    assert [home(deck[target]) for target in there.values()] == ["jour-2-tous"] * 6
    assert home(day) == "deroule"


def home(page: Page) -> str | None:
    return next((link.target for link in page.links if link.element == "repère"), None)


def test_every_slide_leads_back_but_where_a_video_would_be_covered(make_plan: MakePlan) -> None:
    for page in make_plan().pages:
        plays = any(isinstance(element, Footage) for element in page.drawing.elements)
        assert home(page) or plays or page.kind == "deroule", page.id


def test_the_complete_deck_hides_no_workshop(make_plan: MakePlan) -> None:
    whole = make_plan(diaporama={"mode": "complet"})
    assert {page.id for page in whole.pages if page.hidden} == {
        "film-secours", "derniere-minute",
    }  # fmt: skip
    assert not any(page.kind == "ateliers" for page in whole.pages)
    assert {p.id for p in whole.pages} == {p.id for p in make_plan().pages if p.kind != "ateliers"}


def test_what_is_hidden_is_no_omission(make_plan: MakePlan) -> None:
    told = [d for d in make_plan().diagnostics if d.path and d.path[0] == "jours"]
    assert told == []


@pytest.mark.parametrize(
    ("titles", "shares"),
    [
        (["Judo"] * 12, [12]),
        (["Judo"] * 13, [7, 6]),
        (["Judo", prose(160)], [2]),
        ([prose(70)] * 5, [3, 2]),
    ],
)
def test_names_are_read_on_as_many_views_as_they_need(
    make_plan: MakePlan, titles: list[str], shares: list[int]
) -> None:
    plan = make_plan(jours=days(*titles), film={"sauf": ["jours"]})
    views = [page for page in plan.pages if page.kind == "ateliers"]
    assert [len(page.links) - 1 for page in views] == shares
    assert not any(d.slug == "texte-trop-long" for d in plan.diagnostics)


def test_a_slide_says_what_to_say_to_do_to_know_how_long_and_what_follows(
    make_plan: MakePlan,
) -> None:
    one = {"nom": "Une athlète", "discipline": "Escrime", "notes": "Avec sa coach."}
    plan = make_plan(athletes=[one])
    assert lines(pages(plan)["athlete-1"]) == [
        "À DIRE : Une athlète, Escrime.",
        "À FAIRE : Inviter sur scène : Une athlète.",
        "À SAVOIR : Avec sa coach.",
        "DURÉE : environ 5 s",
        "ENSUITE : Prix 1, Une équipe",
    ]


def test_what_plays_by_itself_says_for_how_long(make_plan: MakePlan) -> None:
    plan = make_plan()
    deck, seconds = pages(plan), round(plan.shots[-1].span.stop / FRAME_RATE)
    assert lines(deck["temoignage-2-extrait"])[:2] == [
        "À FAIRE : Cliquer pour lancer l’extrait (4 s).",
        "DURÉE : 4 s",
    ]
    film = lines(deck["film"])
    length = f"{seconds // 60} min {seconds % 60:02d}"
    assert film[0] == f"À FAIRE : Baisser la lumière, puis cliquer pour lancer le film ({length})."
    assert film[2] == f"DURÉE : {length}"


def test_hidden_slides_are_passed_over_from_those_that_are_shown(make_plan: MakePlan) -> None:
    deck = pages(make_plan())
    assert lines(deck["jour-1-tous"])[-1] == "ENSUITE : Jour 2, mercredi 29 novembre"
    assert lines(deck["jour-1-atelier-1"])[-1] == "ENSUITE : Jour 1, Plongée, Créteil"


def test_a_slide_for_the_last_minute_is_hidden_before_the_closing(make_plan: MakePlan) -> None:
    plan = make_plan(accueil={})
    ids = [page.id for page in plan.pages]
    place = ids.index("derniere-minute")
    news, closing = plan.pages[place : place + 2]
    assert (news.hidden, news.title, home(news)) == (True, "Dernière minute", "deroule")
    assert (closing.kind, closing.part) == ("cloture", news.part)
    assert lines(news)[-1] == f"ENSUITE : {closing.title}"
    assert not any("Dernière minute" in line for page in plan.pages for line in lines(page))
    row = next(one for one in plan.evening.rows if one.section == "cloture")
    assert row.hidden[0] == place + 1
    assert row.slides[:2] == (place + 1, place + 2)


def test_without_a_closing_it_is_the_last_slide_but_for_the_black_one(make_plan: MakePlan) -> None:
    welcome: dict[str, Any]
    for welcome, last in (({"accueil": {}}, -2), ({}, -1)):
        plan = make_plan(deroule=["titre", "jours"], **welcome)
        assert plan.pages[last].id == "derniere-minute"
        assert len(plan.pages) + last + 1 in plan.evening.rows[-1].hidden


def test_speaking_takes_its_time(make_plan: MakePlan) -> None:
    opening = {"message": " ".join(["mot"] * 60), "orateur": "Une oratrice"}
    told = lines(pages(make_plan(ouverture=opening))["ouverture"])
    assert "DURÉE : environ 30 s" in told


def test_each_day_is_a_part_of_its_own_in_the_deck_and_in_the_programme(
    make_plan: MakePlan,
) -> None:
    parts = list(dict.fromkeys(page.part for page in make_plan().pages))
    assert parts[:5] == [
        "Titre", "Ouverture", "La flamme en relais",
        "Jour\u00a01, mardi 28\u00a0novembre", "Jour\u00a02, mercredi 29\u00a0novembre",
    ]  # fmt: skip
