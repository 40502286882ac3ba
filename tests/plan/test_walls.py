"""Partners: every name is read, every logo seen, in all shapes; one wall is one shot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ceremonie.formats import FORMATS, Bounds, Shape
from ceremonie.media.material import Picture
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Supporter, Wall
from ceremonie.planning.drawing import Box, Drawing, Photo, Text
from ceremonie.planning.staging import Look, Staging
from ceremonie.theme.palette import Colour

from .contents import LOOKS
from .measures import faults
from .shapes import drawings, planned

FRAMES = 200
LONG = (
    "Association intercommunale pour la pratique du sport adapté et du handisport dans les "
    "établissements scolaires et médico-sociaux du département du Val-de-Marne"
)


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


def test_the_partners_of_a_rank_are_spread_evenly() -> None:
    plan = planned(partenaires=clubs(8, 3))
    assert [len(names(s.drawing)) for s in plan.shots if s.kind == "partenaires"] == [4, 4]


def test_a_long_name_leaves_the_others_together() -> None:
    plan = planned(partenaires=[*clubs(4, 3), *partners(LONG, rank=3)])
    assert [len(names(s.drawing)) for s in plan.shots if s.kind == "partenaires"] == [4, 1]


@pytest.mark.parametrize("shape", [Shape.SQUARE, Shape.TALL])
def test_a_narrow_shape_turns_pages_within_the_shot_of_the_wide_one(shape: Shape) -> None:
    drawing = wall(*[supporter(f"Club {i}") for i in range(5)], shape=shape)
    first, last = (seen(drawing, frame) for frame in (FRAMES // 2 - 1, FRAMES - 1))
    assert len(first) == 3
    assert len(last) == 2
    still = drawing.still()
    assert seen(still, FRAMES // 2 - 1) == first
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
    assert large <= 2.01 * small


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
