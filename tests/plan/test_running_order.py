"""The running order and the film's own slide: read from the last row, however long the names."""

from __future__ import annotations

import pytest

from ceremonie.formats import FORMATS, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Content, Programme, Screening
from ceremonie.planning.staging import ROOM, Staging

from .contents import LOOKS
from .measures import faults

PARTS = ("Ouverture", "Jour 7, mercredi 30 septembre", "Rencontres sportives")


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    "content",
    [
        Programme("Au programme", PARTS[:1]),
        Programme("Au programme", PARTS * 3),
        Programme("Au programme", (*PARTS, *PARTS, *PARTS, *PARTS, "Générique")),
        Screening("Le film des journées", "Fête du sport"),
        Screening("Le film des journées", "Journées départementales de l’égalité des chances " * 3),
    ],
    ids=["one", "nine", "thirteen", "film", "long title"],
)
def test_it_is_read_in_every_shape(content: Content, look: str, shape: Shape) -> None:
    drawing = compose(content, Staging(FORMATS[shape], LOOKS[look], audience=ROOM)).at_rest()
    assert faults(drawing) == {}
