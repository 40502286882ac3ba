"""The relay over the map: what is reached is read in every shape, and nothing lies upon words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ceremonie.planning.drawing import Disc, Drawing, Photo, Role, Stroke, Text

from .materials import HEAD
from .measures import faults
from .shapes import drawings, planned

SAMPLE = (
    "Orly", "Boissy-Saint-Léger", "Champigny-sur-Marne", "Vincennes", "Vitry-sur-Seine", "Créteil",
)  # fmt: skip
NEAR = (
    "Gentilly", "Le Kremlin-Bicêtre", "Arcueil", "Cachan", "Villejuif", "L'Haÿ-les-Roses",
    "Chevilly-Larue", "Rungis",
)  # fmt: skip
ALL_ROUND = (
    "Villeneuve-Saint-Georges", "Ablon-sur-Seine", "Orly", "Fresnes", "Le Kremlin-Bicêtre",
    "Ivry-sur-Seine", "Saint-Mandé", "Fontenay-sous-Bois", "Le Perreux-sur-Marne",
    "Chennevières-sur-Marne", "La Queue-en-Brie", "Créteil",
)  # fmt: skip
TO_AND_FRO = ("Périgny", "Gentilly", "Mandres-les-Roses", "Villiers-sur-Marne", "Fresnes")
LONG = (
    "La Flamme traverse tout le département, de commune en commune, portée par les écoles, les"
    " clubs, les associations et les familles, du matin jusqu’au soir"
)[:160]
ROUTES = {
    "two": ("Créteil", "Saint-Maur-des-Fossés"),
    "six": SAMPLE,
    "near": NEAR,
    "all-round": ALL_ROUND,
    "to-and-fro": TO_AND_FRO,
}


def relay(*towns: str, **more: Any) -> dict[str, Any]:
    return {"etapes": [{"commune": town, "date": "2023-11-28"} for town in towns], **more}


@pytest.mark.slow
@pytest.mark.parametrize("towns", ROUTES.values(), ids=ROUTES)
@pytest.mark.parametrize("title", ["La Flamme en relais", LONG], ids=["usual", "long"])
def test_every_word_is_read_in_every_shape_wherever_the_route_leads(
    towns: tuple[str, ...], title: str
) -> None:
    plan = planned(flamme=relay(*towns, titre=title, mention=LONG[:80]))
    assert plan.diagnostics == ()
    drawn = dict(drawings(plan, "flamme"))
    assert len(drawn) == 3 + slides_of(len(towns))
    assert {name: faults(drawing) for name, drawing in drawn.items() if faults(drawing)} == {}


def slides_of(stages: int) -> int:
    """From four on, two stages a slide."""
    return stages if stages < 4 else (stages + 1) // 2


@pytest.mark.parametrize(
    ("stages", "reached"),
    [(2, [1, 2]), (3, [1, 2, 3]), (5, [2, 4, 5]), (6, [2, 4, 6]), (12, [2, 4, 6, 8, 10, 12])],
)
def test_a_long_relay_tells_two_stages_a_slide(stages: int, reached: list[int]) -> None:
    towns = ALL_ROUND[:stages]
    pages = [p for p in planned(flamme=relay(*towns)).pages if p.kind == "flamme"]
    assert len(pages) == len(reached)
    said = [int(n) for page in pages for n in re.findall(r"^.*?(\d+)\. ", page.notes, re.M)]
    assert said == list(range(1, stages + 1))
    counted = [t.text for page in pages[:-1] for t in words(page.drawing, Role.SUBTITLE)]
    assert all(str(stop) in text for stop, text in zip(reached[:-1], counted, strict=True))


@pytest.mark.parametrize("towns", ROUTES.values(), ids=ROUTES)
def test_the_route_keeps_off_the_words_beside_the_map(towns: tuple[str, ...]) -> None:
    for name, drawing in drawings(planned(flamme=relay(*towns, mention=LONG[:80])), "flamme"):
        (route,) = [e for e in drawing.elements if e.name == "bord du parcours"]
        assert isinstance(route, Stroke)
        for text in words(drawing, Role.TITLE, Role.SUBTITLE, Role.CREDIT):
            assert text.room
            near = text.room.grown(route.width / 2)
            inside = [
                (x, y)
                for x, y in route.course
                if near.left < x < near.right and near.top < y < near.bottom
            ]
            assert inside == [], f"{name}: {text.name}"


def words(drawing: Drawing, *roles: Role) -> list[Text]:
    return [e for e in drawing.elements if isinstance(e, Text) and e.role in roles]


def seen(drawing: Drawing, frame: int) -> list[str]:
    """The names on the map at a frame."""
    return [t.text for t in words(drawing, Role.LABEL) if t.visible(frame)]


def test_an_upright_film_names_the_stop_that_is_reached_and_the_next() -> None:
    plan = planned(flamme=relay(*SAMPLE))
    drawn = dict(drawings(plan, "flamme"))
    tall = drawn["9:16 flamme"]
    counted = words(tall, Role.SUBTITLE)
    second = next(t for t in counted if t.text.startswith("Étape\u00a02"))
    frame = next(f for f in range(tall.frames) if second.visible(f))
    assert sorted(seen(tall, frame)) == sorted(["Boissy-Saint-Léger", "Champigny-sur-Marne"])
    assert seen(tall, tall.frames - 1) == ["Créteil"]
    assert sorted(seen(drawn["16:9 flamme"], tall.frames - 1)) == sorted(SAMPLE)


def test_the_event_s_own_emblem_is_carried() -> None:
    own = {"fichier": "soleil-400x600.png", "alt": "Un soleil"}
    for emblem, kind in ((own, Photo), ("aucun", Disc)):
        plan = planned(flamme=relay(*SAMPLE), theme={"embleme": emblem})
        for name, drawing in drawings(plan, "flamme"):
            (carried,) = [e for e in drawing.elements if e.name == "flamme"]
            assert isinstance(carried, kind), name


def test_without_a_relay_there_is_no_map() -> None:
    assert "flamme" not in HEAD
    assert list(drawings(planned(), "flamme")) == []
