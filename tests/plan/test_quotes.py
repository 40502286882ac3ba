"""Quotes with the portrait of who says them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from ceremonie.edition.transcript import transcript
from ceremonie.formats import SCREENS, Bounds, Screen, Shape
from ceremonie.media.material import Picture
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Quote
from ceremonie.planning.cropping import severed, shown
from ceremonie.planning.drawing import Drawing, Photo, Text
from ceremonie.planning.passages import QUOTED_AT_MOST, SHOWN_AT_MOST
from ceremonie.planning.staging import ROOM, Staging

from . import measures
from .composed import composed, prose
from .materials import planned

FACE = replace(Picture("portrait", 1600, 2400, "Une joueuse"), faces=((0.4, 0.1, 0.6, 0.3),))


def quote(signs: int) -> Quote:
    author, position = "Une collégienne de quatrième", "capitaine de l’équipe de boccia"
    return Quote(prose(signs), author, position, "(illustration)", portrait=FACE)


def drawings() -> dict[str, Drawing]:
    film = {str(shape): composed(quote(QUOTED_AT_MOST), shape) for shape in Shape}
    slides = {
        f"slide {screen}": compose(quote(SHOWN_AT_MOST), Staging(SCREENS[screen], viewing=ROOM))
        for screen in Screen
    }
    return film | slides


@pytest.mark.parametrize("name", [*map(str, Shape), *(f"slide {screen}" for screen in Screen)])
def test_the_face_beside_a_long_quote_is_whole_and_no_word_lies_over_it(name: str) -> None:
    drawing = drawings()[name]
    (photo,) = [e for e in drawing.elements if isinstance(e, Photo)]
    place = Bounds(photo.x, photo.y, photo.x + photo.width, photo.y + photo.height)
    rooms = [e.room for e in drawing.elements if isinstance(e, Text) and e.room]
    assert len(rooms) == 3
    assert not [room for room, face in product(rooms, [place]) if room.meets(face)]
    assert severed(photo.picture, shown(photo)) == 0
    assert measures.faults(drawing) == {}


def test_who_speaks_is_seen_with_every_passage_and_before_the_clip() -> None:
    said = {
        "citation": prose(QUOTED_AT_MOST + 60),
        "auteur": "Une élève",
        "portrait": {"fichier": "p-1600x2400.jpg", "alt": "Une élève", "legende": "Au gymnase"},
        "extrait": {"fichier": "e-1920x1080.mp4", "alt": "Elle parle"},
    }
    plan = planned(temoignages=[said])
    shots = [shot for shot in plan.shots if shot.section == "temoignages"]
    assert [shot.kind for shot in shots] == ["temoignage", "temoignage", "extrait"]
    assert all(any(isinstance(e, Photo) for e in shot.drawing.elements) for shot in shots[:2])
    assert "Au gymnase" in next(page.notes for page in plan.pages if page.kind == "temoignage")
    assert "À l’image\u00a0: Une élève" in transcript(plan)
    assert plan.diagnostics == ()


@pytest.mark.parametrize("typed", ["« Super ! »", "“Super !”", '"Super !"', "Super !"])
def test_the_quotes_that_people_type_around_the_words_are_not_drawn_twice(typed: str) -> None:
    plan = planned(temoignages=[{"citation": typed, "auteur": "Une élève"}])
    (page,) = [page for page in plan.pages if page.kind == "temoignage"]
    (words,) = [e.text for e in page.drawing.elements if isinstance(e, Text) and "Super" in e.text]
    assert words.count("»") == 1
    assert "“" not in words
    assert '"' not in words
