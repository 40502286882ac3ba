"""The commune of all workshops, named once: said with the day, not beside each of them."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.planning.model import Plan

from .materials import texts, workshop
from .shapes import planned


def board(**more: Any) -> Plan:
    """A workshop with a photo and two without, none with a commune of its own."""
    places = {"Judo": "gymnase Nord", "Boxe": "dojo", "Danse": None}
    files = {"Judo": ("a-1600x1200.jpg",)}
    every = [
        workshop(*files.get(title, ()), titre=title, commune=None, lieu=venue)
        for title, venue in places.items()
    ]
    days = [{"date": "2024-12-03", "ateliers": every}, {"date": "2024-12-04", "ateliers": every}]
    return planned(jours=days, **more)


@pytest.fixture(scope="module")
def shared() -> Plan:
    return board(commune="Villejuif")


def test_a_commune_of_all_is_said_once_a_day_and_the_venue_beside_each(shared: Plan) -> None:
    shots = {shot.id: texts(shot.drawing) for shot in shared.shots}
    assert "Jour\u00a01, gymnase Nord" in shots["jour-1-atelier-1"]
    together = shots["jour-1-ateliers"]
    assert "Jour\u00a01, Villejuif" in together
    assert "dojo" in together
    for page in shared.pages:
        town = [text for text in texts(page.drawing) if "Villejuif" in text]
        assert len(town) == (page.kind == "ateliers"), page.id
    notes = {page.id: page.notes for page in shared.pages}
    assert "Mardi 3\u00a0décembre, Villejuif" in notes["jour-1"]
    assert "Villejuif" not in notes["jour-1-atelier-1"]
    assert "gymnase Nord" in notes["jour-1-atelier-1"]
    assert shared.diagnostics == ()


def test_where_one_workshop_is_elsewhere_each_says_its_own() -> None:
    elsewhere = workshop(titre="Voile", commune="Bron")
    here = workshop(titre="Judo", commune=None)
    days = [{"date": "2024-12-03", "ateliers": [here, elsewhere]}]
    plan = planned(commune="Villejuif", jours=days)
    said = [text for shot in plan.shots for text in texts(shot.drawing)]
    assert {"Villejuif", "Bron"} <= {*said}
