"""An event's own look reaches what is drawn: its emblem first."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.media.entries import mediums
from ceremonie.media.material import Materials, Picture
from ceremonie.planning.appearance import look
from ceremonie.planning.drawing import Disc, Element, Flame, Photo
from ceremonie.planning.staging import Staging
from ceremonie.storyboard.model import Storyboard
from ceremonie.theme.palette import Colour

from .materials import HEAD

RELAY = {"flamme": {"etapes": [{"commune": "Bron"}, {"commune": "Lyon"}]}}
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
