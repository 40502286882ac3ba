"""Partners: every name is read, every logo seen, in all shapes; a rank stands on one wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ceremonie.formats import FORMATS, Bounds, Shape
from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Supporter, Wall
from ceremonie.planning.drawing import Box, Drawing, Photo, Stroke, Text
from ceremonie.planning.staging import Look, Staging
from ceremonie.theme.palette import Colour

from .contents import LOOKS
from .measures import faults
from .shapes import drawings, planned

FRAMES = 200
FIRST = 60
"""A frame of the first page, of two or of three."""

LONG = (
    "Association intercommunale pour la pratique du sport adapté et du handisport dans les "
    "établissements scolaires et médico-sociaux du département du Val-de-Marne"
)
OFFICES = tuple(f"Direction départementale de l’insertion {i}" for i in range(1, 9))


def partners(*names: str, rank: int = 2) -> list[dict[str, Any]]:
    return [{"nom": name, "rang": rank} for name in names]


def clubs(count: int, rank: int = 2) -> list[dict[str, Any]]:
    return partners(*(f"Club numéro {i}" for i in range(1, count + 1)), rank=rank)


@pytest.mark.parametrize(
    "board",
    [
        clubs(1),
        clubs(2, 1) + clubs(3) + clubs(5, 3),
        clubs(40, 3),
        clubs(4, 1) + partners(LONG) + clubs(3, 3),
        partners("Fédération départementale", "Éclaireuses et éclaireurs de France", LONG, rank=1),
        partners(*("Centre intercommunal d'action sociale",) * 6),
        partners(*(LONG,) * 3, rank=3),
    ],
    ids=["one", "one wall", "forty", "mixed", "long", "six", "longest"],
)
def test_every_partner_is_read_in_every_shape(board: list[dict[str, Any]]) -> None:
    plan = planned(partenaires=board)
    assert plan.diagnostics == ()
    walls = dict(drawings(plan, "partenaires"))
    assert {name: faults(drawing) for name, drawing in walls.items() if faults(drawing)} == {}
    for shape in ("16:9", "1:1", "9:16", "slide"):
        texts = [text for name, d in walls.items() if name.startswith(shape) for text in names(d)]
        assert sorted(texts) == sorted(p["nom"].replace("'", "’") for p in board)


@pytest.mark.parametrize(
    ("board", "together"),
    [
        (clubs(2, 1) + clubs(4) + clubs(6, 3), [12]),
        (partners(*OFFICES[:3], rank=1) + partners(*OFFICES[3:8]) + clubs(12, 3), [8, 12]),
        (clubs(16, 3), [16]),
        (clubs(40, 3), [20, 20]),
        (partners(*("Fédération", LONG, "Région"), rank=1) + clubs(12, 3), [3, 12]),
    ],
    ids=["all", "two ranks and one", "one rank", "a rank that is too long", "long names"],
)
def test_a_rank_stands_whole_on_one_of_as_few_walls_as_can_be(
    board: list[dict[str, Any]], together: list[int]
) -> None:
    shots = film(board)
    assert [len(names(shot)) for shot in shots] == together
    assert [name for shot in shots for name in names(shot)] == [p["nom"] for p in board]


@pytest.mark.parametrize(
    ("board", "headings"),
    [
        (clubs(13), ["Avec nos treize partenaires"]),
        (clubs(1, 3), ["Avec notre partenaire"]),
        (
            partners(*OFFICES[:3], rank=1) + partners(*OFFICES[3:8]) + clubs(12, 3),
            ["Nos huit principaux partenaires", "Ils nous ont accompagnés"],
        ),
        (
            partners("Préfecture", rank=1) + clubs(30) + clubs(30, 3),
            [
                "Notre principal partenaire",
                "Avec le soutien de",
                "Ils nous ont accompagnés",
            ],
        ),
        (clubs(30) + partners(LONG, rank=3), ["Avec le soutien de", "Avec l’aide de"]),
        (clubs(16) + clubs(40, 3), [
            "Avec le soutien de", "Ils nous ont accompagnés", "Ils nous ont accompagnés (suite)",
        ]),
    ],
    ids=["all", "one", "principal", "three", "without principal", "going on"],
)  # fmt: skip
def test_a_wall_says_what_it_shows(board: list[dict[str, Any]], headings: list[str]) -> None:
    assert [heading(shot) for shot in film(board)] == headings


def test_who_is_of_a_higher_rank_is_named_in_larger_letters_and_starts_ahead() -> None:
    (shot,) = film(clubs(2, 1) + clubs(4) + clubs(6, 3))
    sizes = {e.name[11]: e.style.size for e in texts(shot) if e.name.startswith("partenaire")}
    strokes = [e for e in shot.elements if isinstance(e, Stroke)]
    starts = [e.course[1][0] for e in strokes if e.name.startswith("départ")]
    assert sizes["1"] > sizes["2"] > sizes["3"] >= 40
    assert sorted(starts, reverse=True) == starts


def test_half_of_the_words_are_there_half_a_second_after_the_cut() -> None:
    (shot,) = film(clubs(2, 1) + clubs(4) + clubs(6, 3))
    assert min(text.presence(motion.BEAT) for text in texts(shot)) > 0.5
    bars = [e for e in shot.elements if e.name.startswith("départ")]
    assert bars[0].presence(0) == 1


@pytest.mark.parametrize(("shape", "counts"), [(Shape.SQUARE, (3, 3)), (Shape.TALL, (5, 4))])
def test_a_narrow_shape_turns_pages_within_the_shot_of_the_wide_one(
    shape: Shape, counts: tuple[int, int]
) -> None:
    drawing = wall(*[supporter(f"{i}. {LONG[:90]}") for i in range(9)], shape=shape)
    first, last = (seen(drawing, frame) for frame in (FIRST, FRAMES - 1))
    assert (len(first), len(last)) == counts
    still = drawing.still()
    assert seen(still, FIRST) == first
    assert seen(still, FRAMES - 1) == last


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("look", LOOKS)
def test_a_logo_that_would_be_lost_on_its_ground_has_a_plate(shape: Shape, look: str) -> None:
    white, black = logo(255, 255, 255), logo(0, 0, 0)
    drawing = wall(white, black, shape=shape, look=LOOKS[look])
    (plate,) = plates(drawing)
    photos = [e for e in drawing.elements if isinstance(e, Photo)]
    assert plate.colour is Colour.INK
    assert [place(plate).holds(place(photo)) for photo in photos] == [True, False]


def test_a_logo_with_white_letters_in_a_coloured_shield_needs_no_plate() -> None:
    assert not plates(wall(logo(255, 255, 255, 0.25, rest=(0, 85, 164))))


def test_logos_of_a_rank_look_alike_in_size() -> None:
    drawing = wall(logo(0, 0, 0, size=(300, 300)), logo(0, 0, 0, size=(800, 200)))
    small, large = sorted(place(e).width * place(e).height for e in photos_of(drawing))
    assert large <= 1.02 * small


def film(board: list[dict[str, Any]]) -> list[Drawing]:
    return [s.drawing for s in planned(partenaires=board).shots if s.kind == "partenaires"]


def texts(drawing: Drawing) -> list[Text]:
    return [element for element in drawing.elements if isinstance(element, Text)]


def heading(drawing: Drawing) -> str:
    (title,) = [text for text in texts(drawing) if text.name == "titre"]
    return title.text


def names(drawing: Drawing) -> list[str]:
    return [
        e.text for e in drawing.elements if isinstance(e, Text) and e.name.startswith("partenaire")
    ]


def seen(drawing: Drawing, frame: int) -> set[str]:
    texts = (e for e in drawing.elements if isinstance(e, Text) and e.visible(frame))
    return {e.text for e in texts if e.name.startswith("partenaire")}


def photos_of(drawing: Drawing) -> list[Photo]:
    return [e for e in drawing.elements if isinstance(e, Photo)]


def plates(drawing: Drawing) -> list[Box]:
    boxes = (e for e in drawing.elements if isinstance(e, Box))
    return [box for box in boxes if box.name.startswith("fond")]


def place(element: Photo | Box) -> Bounds:
    return Bounds(element.x, element.y, element.x + element.width, element.y + element.height)


def supporter(name: str, picture: Picture | None = None) -> Supporter:
    return Supporter(name, picture)


def logo(
    red: int,
    green: int,
    blue: int,
    part: float = 1.0,
    *,
    rest: tuple[int, int, int] = (0, 0, 0),
    size: tuple[int, int] = (600, 200),
) -> Supporter:
    swatches = ((red, green, blue, part), (*rest, 1 - part))
    return supporter("Club", replace(Picture("a", *size, "Logo", alpha=True), swatches=swatches))


def wall(*rank: Supporter, shape: Shape = Shape.WIDE, look: Look = LOOKS["house"]) -> Drawing:
    ranks: tuple[Sequence[Supporter], ...] = ((), rank, ())
    content = Wall("Avec nos partenaires", tuple(map(tuple, ranks)), FRAMES)
    return compose(content, Staging(FORMATS[shape], look))
