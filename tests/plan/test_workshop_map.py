"""The map of the workshops: where they were, how many, read in every shape and on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from typing import Any

import pytest

from ceremonie.formats import Bounds
from ceremonie.media.material import Materials
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Content
from ceremonie.planning.drawing import Area, Box, Disc, Drawing, Pictogram, Text
from ceremonie.planning.language import FRENCH
from ceremonie.planning.model import Plan
from ceremonie.planning.moment import Script
from ceremonie.planning.moments import workshop_map
from ceremonie.storyboard.model import Storyboard

from .materials import HEAD
from .measures import faults
from .shapes import planned
from .test_map_names import STATIONS, near

DENSE = (
    "Vanves", "Malakoff", "Montrouge", "Châtillon", "Bagneux", "Fontenay-aux-Roses", "Clamart",
    "Issy-les-Moulineaux", "Bourg-la-Reine", "Sceaux", "Le Plessis-Robinson", "Châtenay-Malabry",
)  # fmt: skip
WIDE_APART = (
    "Calais", "Arras", "Berck", "Lens", "Béthune", "Saint-Omer", "Bapaume", "Montreuil",
    "Boulogne-sur-Mer", "Hesdin-la-Forêt", "Saint-Pol-sur-Ternoise", "Étaples",
)  # fmt: skip
PARIS = tuple(f"Paris {number}e" for number in range(3, 15))
CASES = {"92": DENSE, "62": WIDE_APART, "75": PARIS}


def days(*towns: str, **more: Any) -> list[dict[str, Any]]:
    workshops = [{"titre": f"Atelier {n}", "commune": town, **more} for n, town in enumerate(towns)]
    return [{"date": "2023-11-28", "ateliers": workshops}]


def mapped(*towns: str, **carte: Any) -> Plan:
    return planned(flamme=None, jours=days(*towns), carte=carte)


def texts(drawing: Drawing) -> list[str]:
    return [e.text for e in drawing.elements if isinstance(e, Text)]


def of_film(plan: Plan) -> Drawing:
    return next(shot.drawing for shot in plan.shots if shot.id == "carte")


@pytest.mark.parametrize("station", STATIONS)
@pytest.mark.parametrize("code", CASES)
def test_twelve_towns_are_named_with_nothing_upon_anything(code: str, station: str) -> None:
    content = told(*CASES[code], CASES[code][0], departement=code)
    drawing = replace(compose(content, STATIONS[station]), frames=200)
    assert faults(drawing) == {}
    assert list(upon(drawing)) == []
    for town in CASES[code]:
        assert any(text.startswith(town) for text in texts(drawing)), town


def told(*towns: str, **carte: Any) -> Content:
    """What the map shows."""
    board = Storyboard.model_validate({**HEAD, "jours": days(*towns), "carte": carte})
    (moment,) = workshop_map.moments(Script(board, Materials({}), FRENCH))
    assert moment.screen
    return moment.screen


def upon(drawing: Drawing) -> Iterator[str]:
    """Plates of names that meet another, or a disc."""
    plates = {
        e.name: Bounds(e.x, e.y, e.x + e.width, e.y + e.height)
        for e in drawing.elements
        if isinstance(e, Box)
    }
    for (one, box), (other, beside) in combinations(plates.items(), 2):
        if box.meets(beside):
            yield f"{one} on {other}"
    discs = [e for e in drawing.elements if isinstance(e, Disc)]
    for (name, box), disc in product(plates.items(), discs):
        if near(box, (disc.x, disc.y, disc.radius)):
            yield f"{name} on {disc.name}"


def test_a_number_counts_the_workshops_of_a_town() -> None:
    drawing = of_film(mapped("Lyon", "Bron", "Lyon", departement="69"))
    assert {"2", "1", "Trois ateliers", "Dans deux communes", "Rhône"} <= {*texts(drawing)}


def test_a_pictogram_stands_for_the_only_workshop_of_each_town() -> None:
    drawing = of_film(mapped("Lyon", "Bron"))
    assert sum(isinstance(e, Pictogram) for e in drawing.elements) == 2


def test_former_and_present_name_are_one_commune() -> None:
    drawing = of_film(mapped("Saint-Denis", "Pierrefitte-sur-Seine", "Bondy", departement="93"))
    assert "Dans deux communes" in texts(drawing)


@pytest.mark.parametrize(
    ("towns", "title"),
    [
        (("Le Kremlin-Bicêtre",), "Au Kremlin-Bicêtre"),
        (("Créteil", "Créteil"), "À Créteil"),
        (("L'Haÿ-les-Roses",), "À L’Haÿ-les-Roses"),
        (("Créteil", "Orly"), "Dans deux communes"),
    ],
)
def test_the_title_says_where(towns: tuple[str, ...], title: str) -> None:
    plan = mapped(*towns, departement="94")
    page = next(page for page in plan.pages if page.id == "carte")
    assert page.title == title
    assert title in texts(of_film(plan))


def test_districts_of_a_city_are_called_so() -> None:
    assert "Dans deux arrondissements" in texts(of_film(mapped("Lyon 3e", "Lyon 7e", ville="Lyon")))


def test_all_districts_are_the_whole_city() -> None:
    every = (f"Lyon {number}e" for number in range(2, 10))
    assert "Dans toute la ville" in texts(of_film(mapped("Lyon 1er", *every, ville="Lyon")))


def test_several_departments_are_named_or_counted() -> None:
    assert "Rhône et Loire" in texts(of_film(mapped("Lyon", "Roanne", departement="69, 42")))
    four = of_film(mapped("Créteil", "Bondy", departement="75, 92, 93, 94"))
    assert "Quatre départements" in texts(four)


def test_of_more_than_twelve_towns_those_with_most_workshops_are_named() -> None:
    towns = (*DENSE, *DENSE, "Antony", "Meudon", "Sèvres")
    drawing = of_film(mapped(*towns, departement="92"))
    assert sum(isinstance(e, Disc) and e.name.startswith("point") for e in drawing.elements) == 3
    assert "Antony" not in texts(drawing)
    assert "27 ateliers" in texts(drawing)


def test_a_title_and_a_mention_of_ones_own_are_shown() -> None:
    drawing = of_film(mapped("Lyon", "Bron", titre="Partout dans le Rhône", mention="En 2025"))
    assert {"Partout dans le Rhône", "En 2025"} <= {*texts(drawing)}


def test_the_notes_say_where_which_workshop_was() -> None:
    plan = mapped("Lyon", "Bron", notes="Montrer Bron.")
    notes = next(page.notes for page in plan.pages if page.id == "carte")
    assert "Deux ateliers dans deux communes." in notes
    assert "Bron\u00a0: Atelier 1" in notes
    assert "Montrer Bron." in notes


def test_a_relay_takes_the_map_unless_the_running_order_names_it() -> None:
    relay = {"etapes": [{"commune": "Orly"}, {"commune": "Créteil"}]}
    board = {"flamme": relay, "jours": days("Orly", "Créteil"), "carte": {"departement": "94"}}
    assert "carte" not in {shot.id for shot in planned(**board).shots}
    ordered = planned(**board, deroule=["titre", "flamme", "carte", "jours"])
    assert {"flamme", "carte"} <= {shot.id for shot in ordered.shots}


def test_without_motion_the_map_is_there_at_once() -> None:
    plan = planned(
        flamme=None,
        jours=days("Lyon", "Bron"),
        carte={"departement": "69"},
        theme={"mouvement": "reduit"},
    )
    drawing = of_film(plan).still()
    assert all(element.visible(0) for element in drawing.elements)


def test_the_lit_communes_are_one_area_whatever_their_number() -> None:
    drawing = of_film(mapped(*DENSE, departement="92"))
    lit = [e for e in drawing.elements if isinstance(e, Area) and "ateliers" in e.name]
    assert len(lit) == 1
    assert len(lit[0].outlines) >= len(DENSE)
