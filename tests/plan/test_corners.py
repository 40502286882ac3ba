"""The institution's mark and the organiser's logo stand in corners that are free, nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremonie.formats import Bounds, Shape
from ceremonie.planning.drawing import Area, Box, Disc, Drawing, Element, Photo, Stroke, Text
from ceremonie.planning.freedom import is_free
from ceremonie.planning.tracing import drawings
from ceremonie.theme.palette import Colour
from ceremonie.theme.type import Scale

from .composed import prose
from .materials import day, film, photos, planned, slide, workshop

SCALE = Scale()

MARK: dict[str, Any] = {
    "marque": {"fichier": "marque-300x200.png", "alt": "Marque de la Préfecture d'essai"}
}
LOGO = {"logo": {"fichier": "logo-400x200.png", "alt": "Logo de la Ville"}}
CLOSING: dict[str, Any] = {
    "cloture": {"titre": "Merci"},
    "generique": [{"titre": "Images", "lignes": ["Nous"]}],
}
CORNER = Bounds(96, 54, 300, 180)


def placed(drawing: Drawing, name: str) -> list[Photo]:
    return [photo for photo in photos(drawing) if photo.picture.digest.startswith(name)]


def test_the_mark_stands_alone_at_the_top_left_of_what_leaves_it_room() -> None:
    made = planned(theme=MARK, **CLOSING)
    (mark,) = placed(film(made, "cloture"), "marque")
    assert (mark.x, mark.y) == (96, 54)
    assert mark.width / mark.height == pytest.approx(1.5)
    for drawing in drawings(made):
        for mark in placed(drawing, "marque"):
            place = Bounds(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
            others = [e for e in drawing.elements if e is not mark]
            assert is_free(others, place.grown(20))


@pytest.mark.parametrize("shape", list(Shape))
def test_a_title_of_any_length_makes_room_for_the_mark(shape: Shape) -> None:
    long = "Journées départementales de l'égalité des chances et du sport pour tous"
    for title in ("Fête du sport", long):
        made = planned(theme=MARK, titre=title, shapes=(shape,), **CLOSING)
        for shot in ("titre", "cloture"):
            assert placed(film(made, shot), "marque"), (title, shot)
        assert not made.diagnostics


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("word", ["À l'an prochain", "Merci à toutes et à tous", "Merci"])
def test_a_last_word_of_any_length_makes_room_for_the_mark(word: str, shape: Shape) -> None:
    made = planned(theme=MARK, shapes=(shape,), **{**CLOSING, "cloture": {"titre": word}})
    assert placed(film(made, "cloture"), "marque")
    assert placed(slide(made, "cloture"), "marque")


@pytest.mark.parametrize("shape", list(Shape))
def test_below_a_mark_the_last_lanes_still_turn_all_the_way_up(shape: Shape) -> None:
    closing = {"titre": "Merci à toutes et à tous", "message": prose(500)}
    made = planned(theme=MARK, shapes=(shape,), cloture=closing)
    lanes = [
        e
        for drawing in (film(made, "cloture"), slide(made, "cloture"))
        for e in drawing.elements
        if isinstance(e, Stroke) and e.name == "couloir 1"
    ]
    assert len(lanes) == 2
    for lane in lanes:
        (before, _), (last, _) = lane.course[-2:]
        assert last == pytest.approx(before, abs=0.01)


def test_a_picture_that_fills_the_frame_carries_no_mark() -> None:
    made = planned(theme=MARK, jours=day(workshop("a-3000x2000.jpg")), **CLOSING)
    filled = [d for d in drawings(made) if any(p.width > 1500 for p in photos(d))]
    assert filled
    assert not [d for d in filled if placed(d, "marque")]


@pytest.mark.parametrize("wide", ["marque-300x300.png", "marque-900x100.png", "marque-100x400.png"])
def test_marks_of_any_shape_keep_to_their_corner(wide: str) -> None:
    made = planned(theme={"marque": {"fichier": wide, "alt": "Marque"}}, **CLOSING)
    marks = [mark for d in drawings(made) for mark in placed(d, "marque")]
    assert marks
    assert all(mark.width <= 420 and mark.height <= 150 for mark in marks)


def test_the_logo_stands_on_the_title_the_closing_and_small_at_the_foot_of_slides() -> None:
    made = planned(theme=LOGO, chiffres=[{"valeur": 3, "libelle": "clubs"}], **CLOSING)
    assert placed(film(made, "titre"), "logo")
    (closing,) = placed(film(made, "cloture"), "logo")
    feet = [photo for page in made.pages for photo in placed(page.drawing, "logo")]
    assert len(feet) >= 3
    assert not made.diagnostics
    for page in made.pages:
        if page.kind not in ("titre", "cloture"):
            for foot in placed(page.drawing, "logo"):
                assert foot.height <= 64 < closing.height
                assert foot.y + foot.height == pytest.approx(1026)


def test_a_flat_logo_is_left_out_of_the_foot_rather_than_shrunk() -> None:
    made = planned(theme={"logo": {"fichier": "logo-1000x150.png", "alt": "Logo"}}, **CLOSING)
    small = [p for page in made.pages for p in placed(page.drawing, "logo") if p.height < 42]
    assert not small


def test_a_logo_that_needs_a_plate_is_as_large_at_the_foot_as_one_that_needs_none() -> None:
    made = planned(theme={"logo": {"fichier": "logo-blanc-400x200.png", "alt": "Logo"}}, **CLOSING)
    feet = [
        (page.drawing, foot)
        for page in made.pages
        if page.kind not in ("titre", "cloture")
        for foot in placed(page.drawing, "logo")
    ]
    plates = [
        (plate, foot)
        for drawing, foot in feet
        for plate in drawing.elements
        if isinstance(plate, Box) and plate.name == "fond du logo"
    ]
    assert plates
    assert all(foot.height == pytest.approx(64) for _, foot in feet)
    assert all(plate.x < foot.x and plate.y < foot.y for plate, foot in plates)
    assert not made.diagnostics


def test_without_mark_and_logo_nothing_is_added() -> None:
    made = planned(**CLOSING)
    names = {e.name for d in drawings(made) for e in d.elements}
    assert not names & {"marque", "logo"}


SOLID: dict[str, Any] = {"colour": Colour.INK}
HOLE = ((50.0, 20.0), (400.0, 20.0), (400.0, 300.0), (50.0, 300.0))
SQUARE = ((0.0, 0.0), (600.0, 0.0), (600.0, 600.0), (0.0, 600.0))


def words(baseline: float) -> Text:
    given = {"lines": ("Bonjour",), "style": SCALE.body, "ground": Colour.PAPER, **SOLID}
    return Text(name="t", x=96, baseline=baseline, **given)


@pytest.mark.parametrize(
    ("element", "free"),
    [
        (Box(name="b", x=300, y=54, width=50, height=50, **SOLID), True),
        (Box(name="b", x=299, y=54, width=50, height=50, **SOLID), False),
        (Area(name="a", outlines=(SQUARE,), **SOLID), False),
        (Area(name="a", outlines=(SQUARE, HOLE), **SOLID), True),
        (Stroke(name="s", course=((0.0, 200.0), (500.0, 200.0)), width=38, **SOLID), True),
        (Stroke(name="s", course=((0.0, 200.0), (500.0, 200.0)), width=42, **SOLID), False),
        (Stroke(name="s", course=((0.0, 400.0), (400.0, 0.0)), width=2, **SOLID), False),
        (Disc(name="d", x=350, y=230, radius=70, **SOLID), True),
        (Disc(name="d", x=350, y=230, radius=72, **SOLID), False),
        (words(240), True),
        (words(200), False),
    ],
)  # fmt: skip
def test_a_corner_is_free_where_nothing_is_drawn(element: Element, free: bool) -> None:
    assert is_free((element,), CORNER) is free


@given(*[st.floats(0, 1000)] * 4)
def test_a_line_meets_a_box_from_either_end(x0: float, y0: float, x1: float, y1: float) -> None:
    one = Stroke(name="s", course=((x0, y0), (x1, y1)), width=1, **SOLID)
    other = Stroke(name="s", course=((x1, y1), (x0, y0)), width=1, **SOLID)
    assert is_free((one,), CORNER) == is_free((other,), CORNER)
