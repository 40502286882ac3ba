"""Storyboards at their extremes, as they are planned: nothing is lost, nobody waits."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from ceremonie.formats import Shape
from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Footage, Photo, Role, Text
from ceremonie.planning.model import Plan, Shot
from ceremonie.planning.reading import ENTRANCE, FOUND, SPARE, opening, readable

from .boards import long_board
from .boards import planned as planned_long
from .materials import planned, texts

TOWNS = ("Créteil", "Villejuif", "Saint-Mandé", "Orly", "Thiais", "Bron", "Sceaux", "Vitry", "Ivry")
TITLES = ("Boxe éducative", "Escrime", "Natation", "Lecture partagée", "Percussions", "Cécifoot")
ASKED = 12
"""Seconds, where a storyboard asks for an item's time."""

LYING, UPRIGHT, SMALL, PANORAMA = "1800x1200", "1000x1500", "160x107", "3600x600"


def workshop(number: int, *sizes: str, **more: Any) -> dict[str, Any]:
    """Its pictures have these sizes, and no two of them are one."""
    names = [f"{number}-{index}-{size}.jpg" for index, size in enumerate(sizes)]
    medias = [{"fichier": name, "alt": f"Vue {name}", "personnes": "foule"} for name in names]
    title, town = TITLES[number % len(TITLES)], TOWNS[number % len(TOWNS)]
    return {"titre": title, "commune": town, "medias": medias, **more}


def days(*each: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"date": f"2024-12-0{n}", "ateliers": own} for n, own in enumerate(each, 1)]


WEEK = [
    [workshop(10 * day + n, *([LYING] if n % 3 == 0 else [])) for n in range(10)]
    for day in range(7)
]
MIXED = [[workshop(0, LYING), workshop(1, LYING, UPRIGHT), workshop(2)], [workshop(3, LYING)]]
WISHED = [[workshop(0, LYING, secondes=ASKED), workshop(1, LYING, plein_ecran=True), workshop(2)]]

BOARDS: dict[str, dict[str, Any]] = {
    "one day with two workshops": {"jours": days([workshop(0, LYING), workshop(1)])},
    "seven days with ten": {"jours": days(*WEEK)},
    "no photo at all": {"jours": days([workshop(n) for n in range(8)], [workshop(8)])},
    "portraits only": {"jours": days([workshop(0, UPRIGHT), workshop(1, *[UPRIGHT] * 3)])},
    "small pictures": {"jours": days([workshop(0, SMALL), workshop(1, SMALL, SMALL, LYING)])},
    "panoramas": {"jours": days([workshop(0, PANORAMA), workshop(1, PANORAMA, LYING)])},
    "many photos": {"jours": days([workshop(0, *[LYING] * 12)])},
    "no motion": {"jours": days(*MIXED), "theme": {"mouvement": "reduit"}},
    "one minute": {"jours": days(*MIXED), "film": {"duree": "1 min"}},
    "six minutes": {"jours": days(*MIXED), "film": {"duree": "6 min"}},
    "quick": {"jours": days(*MIXED), "film": {"rythme": "vif"}},
    "calm": {"jours": days(*MIXED), "film": {"rythme": "posé"}},
    "wishes": {"jours": days(*WISHED)},
}


@pytest.fixture(scope="module", params=[*BOARDS, "long words"])
def made(request: pytest.FixtureRequest) -> Plan:
    if request.param == "long words":
        return planned_long(long_board())
    return planned(**BOARDS[request.param])


def workshops(made: Plan) -> list[Shot]:
    return [shot for shot in made.shots if shot.kind in ("atelier", "ateliers")]


def words(drawing: Drawing) -> str:
    return " ".join(" ".join(texts(drawing)).split())


def test_shots_follow_each_other_without_a_gap(made: Plan) -> None:
    assert made.shots[0].span.start == 0
    assert all(one.span.stop == other.span.start for one, other in pairwise(made.shots))
    assert all(len(shot.span) - shot.drawing.frames in (0, 1) for shot in made.shots)


@pytest.mark.parametrize("name", BOARDS)
def test_the_film_names_every_town_and_the_deck_shows_every_photo(name: str) -> None:
    made = planned(**BOARDS[name])
    told = " ".join(words(shot.drawing) for shot in workshops(made))
    entries = [one for day in BOARDS[name]["jours"] for one in day["ateliers"]]
    assert {one["commune"] for one in entries if one["commune"] not in told} == set()
    pages = [page.drawing for page in made.pages]
    shown = {e.picture.digest for d in pages for e in d.elements if isinstance(e, Photo)}
    assert {m["fichier"] for one in entries for m in one["medias"]} <= shown


def test_words_are_half_there_half_a_second_after_the_cut_or_the_picture(made: Plan) -> None:
    for shot in made.shots:
        begin = motion.YIELD if _opens_with_a_picture(shot.drawing) else 0
        first = [e for e in shot.drawing.elements if _is_title(e)]
        assert all(e.entrance.progress(begin + motion.BEAT) >= 0.5 for e in first), shot.id


def _is_title(element: Element) -> bool:
    return isinstance(element, Text) and element.role is Role.TITLE


def _opens_with_a_picture(drawing: Drawing) -> bool:
    canvas = drawing.format.width * drawing.format.height
    media = (e for e in drawing.elements if isinstance(e, Photo | Footage) and e.visible(0))
    return any(e.width * e.height >= 0.9 * canvas for e in media)


def test_nobody_waits_longer_than_a_second_and_a_half_once_all_is_read(made: Plan) -> None:
    """Reading begins half a second after the cut, or as the lanes come in over a picture. But for
    the last shot, in which the film goes out, and for pictures that follow each other.
    """
    for shot in made.shots[:-1]:
        if _asks_for_seconds(shot) or any(e.page for e in shot.drawing.elements):
            continue
        pictured = opening(_is_alone(shot)) - FOUND if _opens_with_a_picture(shot.drawing) else 0
        reading = readable(0, *texts(shot.drawing)).least
        assert len(shot.span) <= pictured + reading + ENTRANCE + SPARE, shot.id


def test_a_mark_is_seen_beside_the_heading_of_workshops_that_share_a_shot() -> None:
    theme = {"marque": {"fichier": "marque-600x300.png", "alt": "Marque"}}
    for shape in Shape:
        made = planned(shapes=[shape], jours=days([workshop(0), workshop(1)]), theme=theme)
        (shot,) = workshops(made)
        assert [e for e in shot.drawing.elements if e.name == "marque"], shape


def test_words_leave_a_picture_that_is_to_be_seen_alone() -> None:
    entries = [workshop(0, LYING, plein_ecran=True), workshop(1, UPRIGHT, LYING, plein_ecran=True)]
    for shot in workshops(planned(jours=days(entries))):
        front = [e for e in shot.drawing.elements if not isinstance(e, Photo)]
        assert all(e.visible(motion.YIELD + 30) for e in front)
        assert not any(e.visible(len(shot.span) - 12) for e in front)
    for page in planned(jours=days(entries)).pages:
        assert all(e.leaves is None for e in page.drawing.elements)


def test_a_workshop_that_has_nothing_to_show_alone_is_told() -> None:
    entries = [workshop(0, LYING, plein_ecran=True), workshop(1, plein_ecran=True)]
    told = [d for d in planned(jours=days(entries)).diagnostics if "plein-ecran" in d.slug]
    assert [d.path for d in told] == [("jours", 0, "ateliers", 1, "plein_ecran")]


def _is_alone(shot: Shot) -> bool:
    return any(e.leaves and e.leaves.stop < len(shot.span) - 12 for e in shot.drawing.elements)


def _asks_for_seconds(shot: Shot) -> bool:
    """The item whose time a storyboard here asks for."""
    return len(shot.span) == round(25 * ASKED)
