"""A picture that the screen blows up, and a logo that nobody can read, are told once."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.formats import Shape
from ceremonie.planning.logos import LOGO_FLOOR
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.type import FLOOR

from .materials import day, planned, told, workshop

PHOTO = ("jours", 0, "ateliers", 0, "medias", 0, "fichier")


def messages(*names: str | dict[str, str], **keys: Any) -> list[str]:
    found = planned(jours=day(workshop(*names)), **keys).diagnostics
    assert {d.slug for d in found} <= {"photo-petite", "logo-illisible"}
    return [f"{d.message} / {d.remedy}" for d in found]


@pytest.mark.parametrize(
    ("name", "factor", "least"),
    [
        ("mini-160x120.jpg", "7,5 fois", "1280 × 960"),
        ("mini-320x240.jpg", "3,8 fois", "1280 × 960"),
        ("mini-64x96.jpg", "9,4 fois", "480 × 720"),
        ("extrait-640x360.mp4", "2,1 fois", "1280 × 720"),
    ],
)
def test_a_small_picture_is_told_with_what_it_would_need(
    name: str, factor: str, least: str
) -> None:
    (message,) = messages(name)
    size = name.split("-")[1].partition(".")[0].replace("x", " × ")
    assert f"n'a que {size} points" in message
    assert f"l'écran l'agrandira {factor}" in message
    assert f"il faudrait au moins {least} points" in message


@pytest.mark.parametrize(
    "name",
    ["a-1332x999.jpg", "a-1600x1200.jpg", "a-441x662.jpg", "a-1280x720.mp4", "a-1080x1080.mp4"],
)
def test_what_is_large_enough_is_not_told(name: str) -> None:
    """A clip is reduced to the frame, so a square one says nothing about its file."""
    assert messages(name) == []


def test_a_picture_is_small_for_its_own_place() -> None:
    """A quarter of the mosaic needs less than the whole width."""
    assert len(messages("a-800x600.jpg")) == 1
    medias = [{"fichier": f"{i}-800x600.jpg", "legende": "Semer"} for i in range(4)]
    assert messages(*medias) == []


def test_each_medium_is_told_once_though_film_and_deck_show_it() -> None:
    made = planned(jours=day(workshop("a-160x120.jpg"), workshop("b-160x120.jpg")))
    other = (*PHOTO[:3], 1, *PHOTO[4:])
    assert told(made.diagnostics) == [("photo-petite", PHOTO), ("photo-petite", other)]


def test_a_portrait_and_a_stage_photo_are_measured_too() -> None:
    made = planned(
        athletes=[{"nom": "Une judoka", "discipline": "Judo", "photo": {"fichier": "a-90x90.jpg"}}],
        spectacle=[{"titre": "Chorale", "media": {"fichier": "b-320x240.jpg"}}],
    )
    assert {path for _, path in told(made.diagnostics)} == {
        ("athletes", 0, "photo", "fichier"),
        ("spectacle", 0, "media", "fichier"),
    }


def test_a_scene_of_ones_own_is_as_large_as_its_author_wants_it() -> None:
    own = {"titre": "La vague", "code": "vague-960x540.py", "alt": "Des vagues"}
    assert planned(sur_mesure=[own]).diagnostics == ()


def partners(*logos: str) -> list[dict[str, Any]]:
    return [{"nom": f"Club {i}", "logo": {"fichier": name}} for i, name in enumerate(logos)]


@pytest.mark.parametrize(
    ("logos", "expected"),
    [
        (["a-64x32.png"], [("photo-petite", 0)]),
        (["a-3000x150.png", "b-600x400.png"], [("logo-illisible", 0)]),
        (["a-600x400.png", "b-100x1000.png"], [("logo-illisible", 1)]),
        (["a-600x400.png", "b-800x300.png"], []),
    ],
    ids=["tiny", "flat", "narrow", "good"],
)
def test_a_logo_is_told_if_it_is_blown_up_or_too_flat_to_be_read(
    logos: list[str], expected: list[tuple[str, int]]
) -> None:
    made = planned(partenaires=partners(*logos))
    assert told(made.diagnostics) == [
        (slug, ("partenaires", index, "logo", "fichier")) for slug, index in expected
    ]


def test_a_flat_logo_has_room_enough_where_it_stands_alone() -> None:
    assert planned(partenaires=partners("a-1500x150.png")).diagnostics == ()


def test_the_logo_of_the_title_is_measured_too() -> None:
    made = planned(theme={"logo": {"fichier": "a-1500x100.png"}})
    assert told(made.diagnostics) == [("logo-illisible", ("theme", "logo", "fichier"))]
    assert "300 × 20 points" in made.diagnostics[0].message


def test_a_legible_logo_has_capitals_as_high_as_those_of_the_smallest_text() -> None:
    assert 0.6 * LOGO_FLOOR >= CAP_HEIGHT * FLOOR


def test_a_logo_of_four_to_one_is_read_beside_two_others() -> None:
    assert planned(partenaires=partners(*["a-1200x300.png"] * 3)).diagnostics == ()
    flat = planned(partenaires=partners(*["a-3000x150.png"] * 3)).diagnostics
    assert {d.slug for d in flat} == {"logo-illisible"}


def test_what_a_narrow_film_alone_blows_up_is_told_with_its_shape() -> None:
    """A lying clip is kept small in the tall film."""
    days = day(workshop("a-640x360.mp4"))
    found = planned(jours=days, shapes=(Shape.TALL,), diaporama={"sauf": ["jours"]}).diagnostics
    words = "le film en 9:16 ne l'agrandit que 1,5 fois"
    assert [words in told.message for told in found] == [True]
