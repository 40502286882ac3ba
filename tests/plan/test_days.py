"""A day opens: numbered among others, by its date where it is alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ceremonie.planning.drawing import Text
from ceremonie.planning.model import Shot

from .materials import texts, workshop
from .measures import faults
from .shapes import drawings, planned

LONG = (
    "Bouger, jouer, apprendre et se rencontrer dans tous les quartiers de la ville, avec les clubs,"
    " les écoles, les associations et les familles du département"
)[:160]


def days(count: int, theme: str | None = "Tout le monde joue") -> list[dict[str, Any]]:
    """The longest dates that there are, first of all."""
    dates = [f"2020-09-{30 - index}" for index in range(count)]
    return [{"date": date, "titre": theme} for date in reversed(dates)]


def words(count: int) -> dict[str, list[str]]:
    plan = planned(jours=days(count))
    return {
        name: [e.text for e in drawing.elements if isinstance(e, Text)]
        for name, drawing in drawings(plan, "chapitre")
    }


@pytest.mark.parametrize("count", [1, 2, 3, 7])
@pytest.mark.parametrize("theme", [None, "Bouger ensemble", LONG])
def test_a_day_is_read_in_every_shape_however_many_there_are(count: int, theme: str | None) -> None:
    plan = planned(jours=days(count, theme))
    assert plan.diagnostics == ()
    opened = dict(drawings(plan, "chapitre"))
    assert len(opened) == 4 * count
    assert {name: faults(drawing) for name, drawing in opened.items() if faults(drawing)} == {}


def test_an_only_day_is_not_numbered_anywhere() -> None:
    plan = planned(jours=days(1))
    assert {tuple(shown) for shown in words(1).values()} == {
        ("Mercredi 30\u00a0septembre", "Tout le monde joue")
    }
    (page,) = [page for page in plan.pages if page.kind == "chapitre"]
    assert page.title == "Mercredi 30\u00a0septembre"
    order = next(page for page in plan.pages if page.kind == "deroule")
    told = [e.text for e in order.drawing.elements if isinstance(e, Text)]
    assert page.title in told
    assert not any("Jour" in text for text in (*told, page.notes))


def test_nothing_of_an_only_day_s_edition_is_numbered_by_it() -> None:
    names = ("Judo", "Escrime", "Boxe", "Danse", "Tennis", "Voile")
    pictures: list[list[str]] = [["a-1600x1200.jpg"], ["b-900x1600.jpg"], [], [], [], []]
    workshops = [workshop(*files, titre=name) for name, files in zip(names, pictures, strict=True)]
    plan = planned(jours=[{"date": "2024-12-03", "ateliers": workshops}])
    shown = [text for cut in plan.in_each_shape for shot in cut.shots for text in shot_texts(shot)]
    shown += [t for page in plan.pages for t in (page.title, page.notes, *texts(page.drawing))]
    assert "Judo" in shown
    assert [text for text in shown if re.search(r"\bjour\W*\d", text, re.IGNORECASE)] == []


def shot_texts(shot: Shot) -> list[str]:
    return [shot.title, *texts(shot.drawing)]


def test_of_two_days_one_other_waits() -> None:
    for name, shown in words(2).items():
        numbers = [text for text in shown if text.isdigit()]
        assert sorted(numbers) == ["1", "2"], name


def test_of_many_days_the_next_two_wait() -> None:
    waiting = {name: [t for t in shown if t.isdigit()] for name, shown in words(4).items()}
    assert waiting["16:9 jour-1"] == ["1", "2", "3"]
    assert waiting["16:9 jour-4"] == ["4", "1", "2"]


NAMED = (
    {"nom": "Samedi", "date": "2024-11-30", "titre": "Tout le monde joue"},
    {"nom": "Samedi 30 novembre", "date": "2024-11-30"},
    {"nom": "La grande nuit des sports et des rencontres", "titre": LONG},
    {"nom": "Samedi après-midi", "date": "2020-09-30", "titre": LONG},
    {"titre": "Sans nom"},
)


def test_a_named_day_is_read_in_every_shape_with_its_date_or_without() -> None:
    plan = planned(jours=list(NAMED))
    assert plan.diagnostics == ()
    opened = dict(drawings(plan, "chapitre"))
    assert {name: faults(drawing) for name, drawing in opened.items() if faults(drawing)} == {}
    assert not any(text.isdigit() for drawing in opened.values() for text in texts(drawing))


def test_a_day_is_called_by_its_name_and_its_date_is_said_once() -> None:
    plan = planned(jours=[{**day, "ateliers": [workshop()]} for day in NAMED])
    chapters = [page.title for page in plan.pages if page.kind == "chapitre"]
    assert [title.replace("\u00a0", " ") for title in chapters] == [
        "Samedi, 30 novembre",
        "Samedi 30 novembre",
        "La grande nuit des sports et des rencontres",
        "Samedi après-midi, mercredi 30 septembre",
        "Jour 5",
    ]
    assert [shot.chapter for shot in plan.shots if shot.kind == "chapitre"] == chapters
    assert dict.fromkeys(page.part for page in plan.pages if page.section == "jours").keys() == {
        *chapters
    }
    assert any("Samedi, Bron" in texts(shot.drawing) for shot in plan.shots)


def test_the_period_is_that_of_the_days_which_have_a_date() -> None:
    for days, foot in (
        (
            [{"date": "2024-12-03"}, {"nom": "Un soir"}, {"date": "2024-12-05"}],
            "Du 3 au 5 décembre",
        ),
        ([{"nom": "Un soir"}, {"date": "2024-12-05"}], "Le 5 décembre 2024"),
        ([{"nom": "Un soir"}], None),
    ):
        plan = planned(jours=days, organisateur="Ville de Bron")
        told = " ".join(texts(plan.shots[0].drawing)).replace("\u00a0", " ")
        assert ("décembre" in told) is (foot is not None)
        assert foot is None or foot in told


def test_days_of_one_name_are_parts_of_their_own() -> None:
    plan = planned(jours=[{"nom": "Samedi"}, {"nom": "Samedi"}])
    assert [page.part for page in plan.pages if page.kind == "chapitre"] == ["Samedi", "Samedi (2)"]


def test_an_only_day_is_called_by_its_name_but_not_beside_each_workshop() -> None:
    names = ("Judo", "Boxe", "Danse")
    plan = planned(jours=[{"nom": "Kermesse", "ateliers": [workshop(titre=n) for n in names]}])
    assert [page.title for page in plan.pages if page.kind == "chapitre"] == ["Kermesse"]
    (every,) = (page for page in plan.pages if page.kind == "ateliers")
    assert {"Kermesse", "Trois ateliers"} <= {*texts(every.drawing)}
    own = [page for page in plan.pages if page.kind == "atelier"]
    assert not any("Kermesse" in text for page in own for text in texts(page.drawing))


def test_an_only_day_without_name_and_date_opens_with_its_theme() -> None:
    (chapter,) = (p for p in planned(jours=[{"titre": "On joue"}]).pages if p.kind == "chapitre")
    assert chapter.title == "On joue"
    assert texts(chapter.drawing) == ["On joue"]


def test_numbers_of_days_with_a_long_word_are_read_in_every_shape() -> None:
    word = {"mot": "rencontre interscolaire du soir", "genre": "feminin"}
    short = {"mot": "demi-journée", "genre": "feminin"}
    for own in (short, {**word, "mot": word["mot"][:30]}):
        plan = planned(jours=days(2), vocabulaire={"jour": own})
        assert plan.diagnostics == ()
        opened = dict(drawings(plan, "chapitre"))
        assert {name: faults(drawing) for name, drawing in opened.items() if faults(drawing)} == {}
