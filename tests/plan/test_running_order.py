"""The running order and the film's own slide: read from the last row, however long the names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ceremonie.formats import FORMATS, SCREENS, Screen, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.compositions.screening import FILM
from ceremonie.planning.content import Part, Programme, Screening
from ceremonie.planning.drawing import Area
from ceremonie.planning.staging import ROOM, Staging
from ceremonie.theme.palette import day_colour

from .contents import LOOKS
from .measures import faults

PARTS = (
    Part("Ouverture"),
    Part("Jour 7, mercredi 30 septembre", 6),
    Part("Rencontres sportives"),
)


@pytest.mark.parametrize("screen", Screen)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("count", [1, 7, 8, 14])
def test_the_running_order_is_read_on_every_screen(count: int, look: str, screen: Screen) -> None:
    content = Programme("Au programme", (PARTS * 5)[:count])
    drawing = compose(content, Staging(SCREENS[screen], LOOKS[look], viewing=ROOM))
    assert faults(drawing) == {}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    "mention", ["Fête du sport", "Journées départementales de l’égalité des chances " * 3]
)
def test_without_a_film_its_title_is_read(mention: str, look: str, shape: Shape) -> None:
    content = Screening("Le film des journées", mention)
    drawing = compose(content, Staging(FORMATS[shape], LOOKS[look], viewing=ROOM)).at_rest()
    bare = tuple(element for element in drawing.elements if element.name != FILM)
    assert faults(replace(drawing, elements=bare)) == {}


def test_a_day_has_its_own_colour_and_nothing_else_has_one() -> None:
    parts = (Part("Ouverture"), Part("Jour 1", 0), Part("Jour 2", 1), Part("Remerciements"))
    drawing = compose(Programme("Au programme", parts), Staging(viewing=ROOM))
    lanes = [e.colour for e in drawing.elements if isinstance(e, Area)]
    assert lanes == [drawing.field, day_colour(0), day_colour(1), drawing.field]
