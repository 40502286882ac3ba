"""A day that a title says is one of the event's."""

from __future__ import annotations

import pytest

from ceremonie.diagnostics import Severity

from .boards import reading

BOARD = """\
edition: essai
titre: Une fête
organisateur: Une ville
commune: Bron
ceremonie: {date: 2024-12-06, lieu: Salle}
jours: [{date: 2024-12-03}, {date: 2024-12-04}]
"""


@pytest.mark.parametrize(
    "said",
    [
        "Vendredi 6 décembre",
        "6 decembre 2024",
        "Salle des fêtes, 06/12/2024, 18 h",
        "Du 3 au 4 décembre",
        "Du 3 décembre au 20 décembre",
        "Édition 2024",
        "Édition 2023-2024",
        "Héritage de Paris 2023",
        "Trois jours en 2024",
        "Du 3 au 5 décembre",
    ],
)
def test_days_of_the_event_in_a_title_are_right(said: str) -> None:
    assert reading(f'{BOARD}sous_titre: "{said}"\n').diagnostics == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Le 1er décembre 2023", "1er décembre 2023"),
        ("Vendredi 13 décembre", "vendredi 13 décembre"),
        ("Samedi 6 décembre", "samedi 6 décembre"),
        ("Du 5 au 7 décembre 2023", "7 décembre 2023"),
        ("Le 06/12/2023", "6 décembre 2023"),
        ("Édition 2023", "édition 2023"),
    ],
)
def test_another_day_in_a_title_is_told_with_that_of_the_ceremony(said: str, told: str) -> None:
    (one,) = reading(f'{BOARD}sous_titre: "{said}"\n').diagnostics
    assert (one.slug, one.path, one.severity) == ("titre-date", ("sous_titre",), Severity.WARNING)
    assert f"« {told} »" in one.message
    assert "6 décembre 2024" in one.message
