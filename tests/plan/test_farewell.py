"""The last word in every shape, long and short, with a message or the beginning of the credits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.formats import FORMATS, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Block, Farewell
from ceremonie.planning.drawing import Disc, Drawing, Element, Flame
from ceremonie.planning.emblem import Emblem
from ceremonie.planning.passages import SPOKEN_AT_MOST
from ceremonie.planning.staging import Look, Staging
from ceremonie.planning.typography import french

from . import measures
from .composed import composed, prose, words
from .conftest import MakePlan
from .measures import faults

BLOCKS = (
    Block("Organisation", ("Préfecture du Val-de-Marne",)),
    Block("Film", ("Images d’illustration et animations",)),
    Block("Musique", ("« Orbital Colossus », Matthew Pablo, CC BY 3.0, réencodé",)),
)
WORDS = (
    "Merci", "Fin", "À jeudi", "Été", "Grand merci", "Courage à tous", "Merci à toutes et à tous",
    "À l’année prochaine", prose(80), prose(160),
)  # fmt: skip


def farewell(word: str, message: str = "", *, parted: bool = False) -> Farewell:
    return Farewell(word, message, BLOCKS, parted=parted)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("word", WORDS)
def test_the_last_word_is_read_in_every_shape(word: str, shape: Shape) -> None:
    assert faults(composed(farewell(word), shape)) == {}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("word", ["Fin", "Page", "Jq", "À l’an prochain", "Courage à tous"])
def test_a_word_has_clear_air_before_the_lanes(word: str, shape: Shape) -> None:
    read = measures.readings(composed(farewell(word), shape))
    assert min(reading.clearance for reading in read if reading.name == "titre") >= 24


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("signs", [40, 90, SPOKEN_AT_MOST])
@pytest.mark.parametrize("word", ["Merci", "Fin", "Merci à toutes et à tous"])
def test_no_message_crosses_the_lanes_that_rise(word: str, signs: int, shape: Shape) -> None:
    assert faults(composed(farewell(word, prose(signs)), shape)) == {}


LETTERS = st.text("aeiorstnélgmàfjqpÉ’- ", min_size=1, max_size=60)


@settings(max_examples=15, deadline=None)
@given(LETTERS.map(str.strip).filter(bool), st.sampled_from(Shape))
def test_no_word_crosses_the_lanes_beside_and_below_it(word: str, shape: Shape) -> None:
    assert faults(composed(farewell(word), shape)) == {}


@pytest.mark.parametrize("word", ["Merci", "Fin", "Merci à toutes et à tous"])
def test_a_slide_holds_the_longest_message(word: str) -> None:
    assert faults(composed(farewell(word, prose(600)), Shape.WIDE)) == {}


def test_a_long_message_goes_on_in_further_shots_and_on_further_slides(
    make_plan: MakePlan,
) -> None:
    plan = make_plan(cloture={"message": prose(500)})
    assert [d for d in plan.diagnostics if d.slug == "texte-trop-long"] == []
    shots = [s for s in plan.shots if s.kind == "cloture"]
    passages = [text for shot in shots for text in words(shot.drawing, "message")]
    assert len(passages) > 1
    assert " ".join(passages) == french(prose(500))
    slides = [p for p in plan.pages if p.kind == "cloture"]
    assert [p.title for p in slides] == ["Merci", "Merci, suite", "Merci, suite\u00a02"]
    held = [text for slide in slides for text in words(slide.drawing, "message")]
    assert " ".join(held) == french(prose(500))


def test_the_word_stays_as_it_is_while_its_message_goes_on() -> None:
    parts = (farewell("Merci", prose(90), parted=True), farewell("Merci", prose(160), parted=True))
    titles = [[e for e in composed(p, Shape.WIDE).elements if e.name == "titre"] for p in parts]
    assert titles[0] == titles[1]


@pytest.mark.parametrize("shape", Shape)
def test_without_an_emblem_the_i_is_still_dotted_and_other_letters_are_not(shape: Shape) -> None:
    bare = Staging(FORMATS[shape], Look(emblem=Emblem.NONE))
    assert isinstance(dot(composed(farewell("Merci"), shape)), Flame)
    assert isinstance(dot(compose(farewell("Merci"), bare)), Disc)
    assert dot(compose(farewell("Bravo"), bare)) is None


def dot(drawing: Drawing) -> Element | None:
    return next((e for e in drawing.elements if e.name == "flamme"), None)
