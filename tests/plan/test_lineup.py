"""Workshops without pictures in the film: together, on lanes, all titles and towns read."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.formats import Shape
from ceremonie.planning.drawing import Drawing, Text
from ceremonie.planning.model import Plan
from ceremonie.planning.moments.lineup import LANES, TOWN
from ceremonie.planning.pictured_content import Entrant, Lineup, Subject
from ceremonie.storyboard import programme
from ceremonie.storyboard.programme import Section

from .composed import composed, words
from .materials import film, planned, texts
from .measures import faults

TITLES = ("Gymnastique", "Équitation", "Accompagnement", "Handibasket")
TOWNS = ("Villeneuve-Saint-Georges", "Champigny-sur-Marne", "Le Kremlin-Bicêtre")


def lineup(count: int, signs: int, day: int = 0) -> Lineup:
    """Of so many workshops with words of up to so many signs."""
    entrants = (
        Entrant(_words(TITLES[i % 4], signs), _words(TOWNS[i % 3], TOWN), _subject(day, i))
        for i in range(count)
    )
    return Lineup(
        "Quatorze autres ateliers (suite)", f"Jour {day + 1}", tuple(entrants), 60 * count
    )


def _subject(day: int, index: int) -> Subject:
    return Subject(
        "handball", Section.DAYS, day, [*programme.HOUSE_TOPICS, None][(day + index) % 7]
    )


def _words(first: str, signs: int) -> str:
    return (first + " pour les seniors et les enfants" * 4)[:signs].strip()


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize(("signs", "count"), [*LANES, (70, 2), (10, 6)])
def test_every_title_and_town_is_read_on_its_lane(signs: int, count: int, shape: Shape) -> None:
    drawings = [composed(lineup(count, signs, day), shape) for day in range(3)]
    assert [faults(drawing) for drawing in drawings] == [{}, {}, {}]
    named = [
        words(drawings[0], f"{name} {i + 1}")
        for i in range(count)
        for name in ("atelier", "commune")
    ]
    assert all(named)


@pytest.mark.parametrize("shape", Shape)
def test_words_stand_within_half_a_second_and_lanes_are_lit_one_after_the_other(
    shape: Shape,
) -> None:
    drawing = composed(lineup(6, 24), shape)
    told = [e for e in drawing.elements if isinstance(e, Text)]
    assert sum(e.entrance.progress(12 + 18) > 0.5 for e in told) > len(told) / 2
    lit = [e for e in drawing.elements if e.name.startswith("couloir allumé")]
    running = [sum(e.visible(frame) for e in lit) for frame in range(0, 360, 10)]
    assert running == sorted(running)
    assert {*running} == {*range(7)}


BARE = ("Judo", "Escrime", "Boxe", "Danse", "Tennis", "Voile", "Aviron", "Golf", "Rugby", "Tir")


def day(*workshops: dict[str, Any]) -> Plan:
    return planned(jours=[{"date": "2024-12-03", "ateliers": list(workshops)}])


def bare(count: int) -> list[dict[str, Any]]:
    return [{"titre": title, "commune": f"Ville {i}"} for i, title in enumerate(BARE[:count])]


def pictured(title: str) -> dict[str, Any]:
    medium = {"fichier": f"{title}-1600x1200.jpg", "alt": "Vue"}
    return {"titre": title, "commune": "Bron", "medias": [medium]}


def shots(made: Plan) -> list[str]:
    return [shot.id for shot in made.shots if shot.id.startswith("jour-1-")]


def test_workshops_with_pictures_come_first_and_the_others_share_a_shot() -> None:
    one, *rest = bare(3)
    made = day(one, pictured("Natation"), *rest)
    assert shots(made) == ["jour-1-atelier-2", "jour-1-ateliers"]
    told = texts(film(made, "jour-1-ateliers"))
    assert {"Trois autres ateliers", "Judo", "Ville 0", "Boxe", "Ville 2"} <= {*told}
    assert {f"jour-1-atelier-{i}" for i in (1, 2, 3, 4)} <= {page.id for page in made.pages}


def test_one_without_a_picture_keeps_a_shot_of_its_own() -> None:
    assert shots(day(*bare(1), pictured("Natation"))) == ["jour-1-atelier-1", "jour-1-atelier-2"]


@pytest.mark.parametrize(("count", "sizes"), [(2, [2]), (6, [6]), (7, [4, 3]), (10, [5, 5])])
def test_a_day_without_any_picture_is_told_in_a_few_shots(count: int, sizes: list[int]) -> None:
    made = day(*bare(count))
    drawings = [film(made, name) for name in shots(made)]
    assert [_lanes(drawing) for drawing in drawings] == sizes
    towns = [text for drawing in drawings for text in texts(drawing) if text.startswith("Ville")]
    assert towns == [f"Ville {i}" for i in range(count)]
    assert not any("autres" in text for drawing in drawings for text in texts(drawing))


def _lanes(drawing: Drawing) -> int:
    return sum(e.name.startswith("atelier ") for e in drawing.elements)


def test_what_is_not_in_the_film_or_has_a_time_of_its_own_is_in_no_group() -> None:
    one, two, three, four = bare(4)
    made = day(one, two | {"film": "non"}, three | {"secondes": 5}, four)
    told = texts(film(made, "jour-1-ateliers"))
    assert {"Judo", "Danse"} <= {*told}
    assert not {"Escrime", "Boxe"} & {*told}


def test_a_title_that_no_lane_holds_is_told_alone() -> None:
    one, two, three = bare(3)
    made = day(one, two, three | {"titre": "Une initiation " + "à la découverte " * 4})
    assert shots(made) == ["jour-1-atelier-3", "jour-1-ateliers"]


def test_each_lane_has_time_to_be_read() -> None:
    def length(count: int) -> int:
        return len(next(s.span for s in day(*bare(count)).shots if s.id == "jour-1-ateliers"))

    assert 36 * 2 <= length(2) < length(4) < length(6) <= 75 * 6
