"""Maps of all France: every department there is, names of today and before, cities by districts."""

from __future__ import annotations

import zlib

import pytest

from ceremonie.territory.choice import Choice, Towns, chosen, meant, possible
from ceremonie.territory.france import departments, departments_with, regions
from ceremonie.territory.loading import of_city, of_departments, of_region
from ceremonie.territory.packing import packed, unpacked
from ceremonie.territory.shapes import holds
from ceremonie.territory.values import Commune

LARGEST, DENSEST = "62", "94"
FRANCE = (-64.0, -22.0, 56.0, 52.0)
"""West, south, east, north of metropolitan France and of the departments overseas, degrees."""


def test_every_department_has_its_map_with_each_commune_closed_and_in_its_place() -> None:
    west, south, east, north = FRANCE
    assert len(departments()) == 101
    for code in departments():
        communes = of_departments((code,)).communes
        assert len(communes) >= 17
        assert len({commune.code for commune in communes}) == len(communes)
        for commune in communes:
            assert commune.rings
            assert all(len(ring) > 3 and ring[0] == ring[-1] for ring in commune.rings)
            assert west < commune.centre[0] < east
            assert south < commune.centre[1] < north


@pytest.mark.parametrize(
    ("code", "written", "official"),
    [
        ("94", "ivry sur seine", "Ivry-sur-Seine"),
        ("01", "Culoz", "Culoz-Béon"),
        ("01", "Arbignieu", "Arboys en Bugey"),
        ("15", "Chalinargues", "Neussargues-Moissac"),
        ("69", "Lyon 3e", "Lyon"),
        ("972", "Fort de France", "Fort-de-France"),
        ("2A", "AJACCIO", "Ajaccio"),
    ],
)
def test_a_commune_is_found_by_its_name_of_today_or_before(
    code: str, written: str, official: str
) -> None:
    commune = of_departments((code,)).commune(written)
    assert commune
    assert commune.name == official
    assert code in departments_with(written)


@pytest.mark.parametrize(("city", "districts"), [("Paris", 20), ("Lyon", 9), ("Marseille", 16)])
def test_a_city_is_shown_by_districts_which_people_name_in_many_ways(
    city: str, districts: int
) -> None:
    territory = of_city(city)
    assert len(territory.communes) == districts
    for written in (f"{city} 2e", "2e arrondissement", f"{city} 2e Arrondissement", f"{city} 2"):
        commune = territory.commune(written)
        assert commune is territory.communes[1]
    assert territory.commune(f"{city} 1er") is territory.communes[0]


def test_paris_is_a_department_and_shown_by_districts() -> None:
    assert of_departments(("75",)) is of_city("Paris")


def test_a_region_holds_all_its_departments_and_is_found_by_name_or_code() -> None:
    assert len(regions()) == 18
    named, coded = chosen(Choice(region="ile de france")), chosen(Choice(region="11"))
    assert named
    assert named is coded
    assert set(named.codes) == {"75", "77", "78", "91", "92", "93", "94", "95"}
    assert of_region("04") is of_departments(("974",))


def test_a_territory_is_one_object_however_often_it_is_asked_for() -> None:
    assert of_departments(("69", "01")) is of_departments(("69", "01"))
    assert of_departments(("69", "01")).name == "Rhône et Ain"


def test_stages_tell_the_department_and_workshops_where_stages_leave_a_doubt() -> None:
    stages = ("Castanet", "Montgaillard")
    assert possible(Towns(stages)) == {"81", "82"}
    assert possible(Towns(stages, ("Albi", "Lyon"))) == {"81"}
    assert possible(Towns(("Lyon", "Bourg-en-Bresse"))) == frozenset()
    found = meant(Choice(), Towns(stages, ("Albi",)))
    assert found is of_departments(("81",))


def test_of_two_communes_of_one_name_the_code_says_which() -> None:
    territory = of_departments(("77", "91"))
    assert len(territory.named("Blandy")) == 2
    commune = territory.commune("Blandy (91)")
    assert commune
    assert commune.code.startswith("91")
    assert departments_with("Blandy (77)") == {"77"}


def test_packing_keeps_names_and_holes_and_rounds_to_eleven_metres() -> None:
    outer = ((2.00004, 48.0), (2.1, 48.0), (2.1, 48.1), (2.00004, 48.0))
    hole = ((2.05, 48.01), (2.06, 48.01), (2.06, 48.02), (2.05, 48.01))
    made = Commune("94001", "L’Haÿ", (outer, hole), (2.09, 48.005), ("Haÿ", "Œuilly"))
    (back,) = unpacked(packed([made]))
    assert (back.code, back.name, back.former) == (made.code, made.name, made.former)
    assert back.rings == (((2.0, 48.0), *outer[1:-1], (2.0, 48.0)), hole)
    assert back.centre == made.centre
    assert holds(back.rings, (2.09, 48.05))
    assert not holds(back.rings, (2.058, 48.013))
    with pytest.raises(ValueError, match="cannot be packed"):
        packed([Commune("1", "a|b", (outer,), (0, 0))])
    with pytest.raises(zlib.error):
        unpacked(b"nothing")


def test_a_commune_that_took_another_in_is_drawn_with_it() -> None:
    commune = of_departments(("14",)).commune("Saint-Martin-de-Fontenay")
    assert commune
    assert commune.name == "Saint-Martin-de-May"
    assert holds(commune.rings, (-0.352, 49.115))
