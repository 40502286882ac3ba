"""An event's own look reaches what is drawn: its emblem first."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ceremonie.media.entries import mediums
from ceremonie.media.material import Materials, Picture
from ceremonie.planning.appearance import look
from ceremonie.planning.drawing import Disc, Element, Flame, Photo
from ceremonie.planning.staging import Staging
from ceremonie.planning.tracing import drawings
from ceremonie.storyboard.model import Storyboard
from ceremonie.theme.palette import Colour

from .materials import HEAD, planned, told

RELAY = {"flamme": {"etapes": [{"commune": "Bron"}, {"commune": "Lyon"}]}}
FIGURES = [{"valeur": 12, "libelle": "clubs"}]
SUN = {"embleme": {"fichier": "soleil.png", "alt": "Un soleil"}}


def emblem(size: tuple[int, int] = (100, 100), **keys: Any) -> tuple[Element, ...]:
    """What a composition gets that asks for the emblem at (500, 400), radius 60."""
    board = Storyboard.model_validate({**HEAD, **keys})
    picture = Picture("soleil", *size, "Un soleil", alpha=True)
    staging = Staging(look=look(board, Materials({m: picture for _, m in mediums(board)})))
    return staging.emblem(name="emblème", x=500, y=400, radius=60, instead=Colour.BRIGHT)


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (RELAY, Flame),
        ({}, Disc),
        ({"theme": {"embleme": "flamme"}}, Flame),
        ({**RELAY, "theme": {"embleme": "aucun"}}, Disc),
        ({**RELAY, "theme": SUN}, Photo),
    ],
)
def test_the_torch_is_shown_where_there_is_a_relay_or_where_it_is_asked_for(
    keys: dict[str, Any], kind: type[Element]
) -> None:
    (drawn,) = emblem(**keys)
    assert isinstance(drawn, kind)


@pytest.mark.parametrize("size", [(100, 100), (300, 100), (100, 300), (90, 30)])
def test_an_emblem_of_any_shape_stands_on_the_flame_s_foot_within_its_box(
    size: tuple[int, int],
) -> None:
    (photo,) = emblem(size, theme=SUN)
    assert isinstance(photo, Photo)
    assert photo.y + photo.height == pytest.approx(460)
    assert photo.x + photo.width / 2 == pytest.approx(500)
    assert photo.width / photo.height == pytest.approx(size[0] / size[1])
    assert photo.width == pytest.approx(120) or photo.height == pytest.approx(180)
    assert photo.width <= 120.001
    assert photo.height <= 180.001


def test_an_event_s_colours_reach_the_film_and_the_slides() -> None:
    made = planned(theme={"couleurs": ["#1B5E20", "#fdd835", "#FF7043"]}, chiffres=FIGURES)
    palettes = {d.palette for d in drawings(made)}
    (palette,) = palettes
    assert (palette.bright, palette.middle, palette.deep) == ("FDD835", "FF7043", "1B5E20")
    assert not made.diagnostics


def test_colours_that_hide_a_text_are_told_at_their_line_and_give_way_to_the_nearest() -> None:
    made = planned(theme={"couleurs": ["#003189", "#FFFFFF", "#E2001A"]})
    assert told(made.diagnostics) == [("couleur-contraste", ("theme", "couleurs", 2))]
    nearest = re.search(r"#\w{6}", made.diagnostics[0].remedy or "")
    assert nearest
    again = planned(theme={"couleurs": ["#003189", "#FFFFFF", nearest[0]]})
    assert not again.diagnostics
    assert {d.palette for d in drawings(again)} == {d.palette for d in drawings(made)}
