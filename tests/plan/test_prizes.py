"""Prizes: a few one by one, many as a table; read in every shape, however long the names."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.planning.drawing import Drawing, Photo, Text
from ceremonie.planning.slot import READ
from ceremonie.planning.tables import Table

from .measures import faults
from .shapes import drawings, planned

LONG = (
    "Association intercommunale pour la pratique du sport adapté et du handisport dans les "
    "établissements scolaires et médico-sociaux du département du Val-de-Marne"
)
SHAPES = ("16:9", "1:1", "9:16", "slide")


def prize(number: int, **more: Any) -> dict[str, Any]:
    return {"titre": f"Prix numéro {number}", "laureat": f"Une équipe {number}", **more}


def prizes(count: int, **more: Any) -> list[dict[str, Any]]:
    return [prize(number, **more) for number in range(1, count + 1)]


LONGEST = {"titre": LONG, "laureat": LONG, "remis_par": LONG}


@pytest.mark.parametrize(
    "board",
    [
        prizes(1),
        prizes(2, remis_par="le maire", illustratif=True),
        [LONGEST],
        [prize(1, photo={"fichier": "a-1200x900.jpg", "alt": "Une équipe"})],
        prizes(5),
        prizes(12, remis_par="Une adjointe", illustratif=True),
        [LONGEST, *prizes(4), {"titre": LONG, "laureat": LONG}],
    ],
    ids=["one", "two", "long", "photo", "five", "twelve", "long table"],
)
def test_every_prize_is_read_in_every_shape(board: list[dict[str, Any]]) -> None:
    plan = planned(prix=board)
    assert plan.diagnostics == ()
    found = dict(drawings(plan, "prix"))
    assert {name: faults(drawing) for name, drawing in found.items() if faults(drawing)} == {}
    for shape in SHAPES:
        texts = [text for name, d in found.items() if name.startswith(shape) for text in said(d)]
        for one in board:
            assert {one["titre"], one["laureat"]} <= set(texts)


@pytest.mark.parametrize(("count", "slides"), [(1, 1), (4, 4), (5, 1), (30, 5)])
def test_from_five_on_they_share_a_table(count: int, slides: int) -> None:
    plan = planned(prix=prizes(count))
    tables = [tabled(page.drawing) for page in plan.pages if page.kind == "prix"]
    assert len(tables) == slides
    assert all(bool(table) is (count > 4) for table in tables)


USUAL = {"laureat": "L’équipe mixte du collège Victor-Hugo", "remis_par": "Une adjointe au maire"}


@pytest.mark.parametrize("screen", ["16:9", "16:10", "4:3"])
@pytest.mark.parametrize("more", [{}, USUAL], ids=["two columns", "three"])
def test_a_table_on_a_slide_is_read_from_the_last_row_in_any_font(
    screen: str, more: dict[str, Any]
) -> None:
    """Its rows are as high as a wider font needs, and still stand on the slide."""
    board = [{**prize(number), **more} for number in range(1, 13)]
    plan = planned(prix=board, diaporama={"format": screen})
    pages = [page.drawing for page in plan.pages if page.kind == "prix"]
    rows = [row for drawing in pages for table in tabled(drawing) for row in table.rows]
    assert [row.cells[0].text for row in rows if row.cells[0].text != "Prix"] == [
        one["titre"] for one in board
    ]
    assert {cell.style.size for row in rows for cell in row.cells} == {READ}
    assert max(row.ground.y + row.ground.height for row in rows) <= pages[0].format.safe.bottom


def test_a_table_has_a_header_and_no_column_that_nobody_fills() -> None:
    assert cells(prizes(5))[:2] == [["Prix", "Lauréat"], ["Prix numéro 1", "Une équipe 1"]]
    presented = [*prizes(4), prize(5, remis_par="le maire")]
    assert cells(presented)[0] == ["Prix", "Lauréat", "Remis par"]
    assert cells(presented)[-1] == ["Prix numéro 5", "Une équipe 5", "le maire"]


def test_a_winner_stands_in_the_medal() -> None:
    photo = {"fichier": "a-1200x900.jpg", "alt": "Une équipe"}
    for _, drawing in drawings(planned(prix=[prize(1, photo=photo)]), "prix"):
        (shown,) = [e for e in drawing.elements if isinstance(e, Photo)]
        assert shown.picture.alternative == "Une équipe"


def test_photos_that_a_table_leaves_out_are_told() -> None:
    photo = {"fichier": "a-1200x900.jpg", "alt": "Une équipe"}
    board = [prize(1, photo=photo), *prizes(4)]
    assert [(d.slug, d.path) for d in planned(prix=board).diagnostics] == [
        ("pas-montre", ("prix", 0, "photo", "fichier"))
    ]


def test_the_running_order_leads_to_the_prizes() -> None:
    plan = planned(prix=prizes(2))
    order = next(page for page in plan.pages if page.kind == "deroule")
    assert "Les prix" in said(order.drawing)
    assert "prix-1" in [link.target for link in order.links]


def said(drawing: Drawing) -> list[str]:
    return [e.text for e in drawing.elements if isinstance(e, Text)]


def tabled(drawing: Drawing) -> list[Table]:
    return [e for e in drawing.elements if isinstance(e, Table)]


def cells(board: list[dict[str, Any]]) -> list[list[str]]:
    (page,) = [page for page in planned(prix=board).pages if page.kind == "prix"]
    (table,) = tabled(page.drawing)
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("presenter", "said"),
    [
        ("Une adjointe au maire", "remis par une adjointe au maire."),
        ("L’équipe municipale", "remis par l’équipe municipale."),
        ("La Poste", "remis par La Poste."),
        ("Club nautique", "remis par Club nautique."),
    ],
)
def test_a_prize_is_announced_as_one_sentence(presenter: str, said: str) -> None:
    given = {"titre": "Prix du jury", "laureat": "Une classe", "remis_par": presenter}
    page = next(one for one in planned(prix=[given]).pages if one.kind == "prix")
    words = page.notes.replace("\u00a0", " ")
    assert f"Prix du jury, une classe, {said}" in words
