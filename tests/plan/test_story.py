"""The texts and venues of workshops in the film, where the storyboard asks for them."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.formats import Shape
from ceremonie.planning.drawing import Drawing, Pictogram, Text
from ceremonie.planning.model import Plan
from ceremonie.planning.moments.story import TOLD_AT_MOST
from ceremonie.planning.pictured_content import Story
from ceremonie.planning.reading import readable
from ceremonie.theme.type import FLOOR

from .boards import TEXT, TITLE
from .composed import composed
from .contents import WORKSHOP
from .materials import texts, workshop
from .measures import faults
from .shapes import drawings, planned

SHORT = "On vise, on rit."
ASKED = {"textes": True}


def board(**more: Any) -> Plan:
    every = [
        workshop("a-1600x1200.jpg", titre="Tir", lieu="parc de la Plage", texte=TEXT),
        workshop(titre="Boccia", lieu="gymnase Nord", texte=SHORT),
        workshop(titre="Judo", lieu="dojo"),
        workshop(titre="Boxe"),
    ]
    days = [{"date": "2024-12-03", "ateliers": every}, {"date": "2024-12-04"}]
    return planned(jours=days, **more)


@pytest.fixture(scope="module")
def asked() -> Plan:
    return board(film=ASKED)


def test_the_whole_text_of_every_workshop_is_in_the_film_with_its_venue(asked: Plan) -> None:
    assert asked.diagnostics == ()
    shots = {shot.id: texts(shot.drawing) for shot in asked.shots}
    told = [t for name, t in shots.items() if name.startswith("jour-1-atelier-1-texte")]
    passages = [next(text for text in t if text in TEXT) for t in told]
    assert " ".join(passages) == TEXT
    assert all("Jour\u00a01, Bron, parc de la Plage" in t for t in told)
    assert {"Boccia", "Jour\u00a01, Bron, gymnase Nord", SHORT} <= {
        *shots["jour-1-atelier-2-texte"]
    }
    assert {"Deux autres ateliers", "Bron, dojo", "Bron"} <= {*shots["jour-1-ateliers"]}
    assert "jour-1-atelier-2" not in shots


def test_every_shot_of_a_text_lasts_as_long_as_it_takes_to_read(asked: Plan) -> None:
    told = [shot for shot in asked.shots if "-texte" in shot.id]
    assert len(told) > 3
    for shot in told:
        (words,) = (e.text for e in _texts(shot.drawing) if e.name == "texte")
        assert len(shot.span) >= readable(0, words).least


def _texts(drawing: Drawing) -> list[Text]:
    return [e for e in drawing.elements if isinstance(e, Text)]


def test_without_being_asked_the_film_has_neither_text_nor_venue() -> None:
    plan = board()
    shown = {text for shot in plan.shots for text in texts(shot.drawing)}
    assert not any("-texte" in shot.id for shot in plan.shots)
    assert not any("gymnase" in text or text == SHORT for text in shown)


@pytest.mark.parametrize("symbol", ["fauteuil", "course"])
@pytest.mark.parametrize("heading", ["Boccia", TITLE])
@pytest.mark.parametrize("words", [SHORT, TEXT[:TOLD_AT_MOST].rsplit(" ", 1)[0]])
def test_a_text_is_read_in_every_shape(symbol: str, heading: str, words: str) -> None:
    plan = planned(
        film=ASKED,
        jours=[
            {
                "nom": "Mercredi après-midi",
                "ateliers": [
                    workshop(
                        titre=heading,
                        commune="Saint-Maur-des-Fossés",
                        lieu="complexe sportif intercommunal Pierre-de-Coubertin",
                        texte=words,
                        pictogramme=symbol,
                    )
                ],
            }
        ],
    )
    assert plan.diagnostics == ()
    told = {n: d for n, d in drawings(plan, "atelier") if not n.startswith("slide")}
    assert len(told) == 3
    for name, drawing in told.items():
        assert not faults(drawing), name
        (picture,) = (e for e in drawing.elements if isinstance(e, Pictogram))
        assert picture.size >= 120, name
        assert all(text.style.size >= FLOOR for text in _texts(drawing))


def test_passages_that_follow_each_other_change_nothing_but_their_words() -> None:
    first, other = "Tout le monde joue assis, et personne ne regarde les jambes.", "On rit."
    stories = (
        Story("Basket", "Jour 1, Créteil", WORKSHOP, text, first, continued=text is other)
        for text in (first, other)
    )
    one, two = (composed(story, Shape.WIDE) for story in stories)
    still = [
        {e.name: (type(e), getattr(e, "x", 0)) for e in d.elements if e.name != "texte"}
        for d in (one, two)
    ]
    assert still[0] == still[1]
    told = [e for d in (one, two) for e in _texts(d) if e.name == "texte"]
    assert [e.text for e in told] == [first, other]
    assert told[0].style.size == told[1].style.size
