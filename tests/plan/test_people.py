"""Who speaks and who is met, in every shape: words of any length, read and clear of the lanes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie.formats import Shape
from ceremonie.planning.content import Content, Person, Speech
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.entrances import AT_ONCE
from ceremonie.planning.passages import SPOKEN_AT_MOST
from ceremonie.planning.typography import french

from .composed import composed, prose, words
from .conftest import MakePlan
from .measures import faults


def speech(message: str, **more: Any) -> Speech:
    usual = {"mention": "En substance", "speaker": "Une oratrice", "position": "préfète"}
    return Speech(kicker="Ouverture", message=message, **{**usual, **more})


def person(name: str, **more: Any) -> Person:
    usual = {
        "illustration": "(illustration)", "facts": ("Judo", "Un club", "Première au tournoi"),
        "number": "94", "portrait": None,
    }  # fmt: skip
    return Person(kicker="Rencontre", name=name, **{**usual, **more})


LONG_NAME = "Marie-Antoinette Andriamanantenasoavina-Rakotomalala"
OFFICE = "directrice départementale de la cohésion sociale et de la protection des populations"
WELCOME = "Bienvenue\u202f!"
PEOPLE: dict[str, Content] = {
    "short-word": speech(WELCOME, mention="", position=""),
    "usual-word": speech(prose(82)),
    "long-word": speech(prose(SPOKEN_AT_MOST), mention=prose(110), position=OFFICE),
    "long-speaker": speech(prose(120), speaker=LONG_NAME),
    "short-name": person("Élise", illustration="", facts=("Judo", "", ""), number=""),
    "usual-name": person("Une escrimeuse"),
    "long-name": person(LONG_NAME, number="1024", facts=(prose(90), prose(50), prose(75))),
    "longest-name": person(prose(160)),
}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("content", PEOPLE.values(), ids=PEOPLE)
def test_words_about_people_are_read_in_every_shape(content: Content, shape: Shape) -> None:
    assert faults(composed(content, shape)) == {}


SYLLABLES = st.text("aeiorstnélgmàfjqpÉ’-", min_size=1, max_size=14)


@settings(max_examples=12, deadline=None)
@given(st.lists(SYLLABLES, min_size=1, max_size=12), st.sampled_from(Shape))
def test_no_message_crosses_the_person_or_the_mention(text: list[str], shape: Shape) -> None:
    message = " ".join(text)[:SPOKEN_AT_MOST]
    assert faults(composed(speech(message, mention="D’après son allocution"), shape)) == {}


@settings(max_examples=12, deadline=None)
@given(st.lists(SYLLABLES, min_size=1, max_size=12), st.sampled_from(Shape))
def test_no_name_crosses_the_shoulders(text: list[str], shape: Shape) -> None:
    assert faults(composed(person(" ".join(text)[:160]), shape)) == {}


def test_a_slide_holds_the_longest_message_and_the_longest_mention() -> None:
    whole = composed(speech(prose(600), mention=prose(160)), Shape.WIDE)
    assert faults(whole) == {}
    assert "".join(words(whole, "message")) == prose(600)


@pytest.mark.parametrize("signs", [300, 600])
def test_a_long_message_goes_on_in_further_shots_and_on_further_slides(
    make_plan: MakePlan, signs: int
) -> None:
    opening = {"orateur": "Une oratrice", "message": prose(signs)}
    plan = make_plan(ouverture=opening)
    assert [d for d in plan.diagnostics if d.slug == "texte-trop-long"] == []
    shots = [s for s in plan.shots if s.kind == "ouverture"]
    assert len(shots) > 1
    passages = [text for shot in shots for text in words(shot.drawing, "message")]
    assert " ".join(passages) == french(prose(signs))
    slides = [p for p in plan.pages if p.kind == "ouverture"]
    assert 1 < len(slides) <= len(shots)
    held = [text for slide in slides for text in words(slide.drawing, "message")]
    assert " ".join(held) == french(prose(signs))


def test_where_a_message_goes_on_the_speaker_stands_there_already() -> None:
    first = composed(speech(prose(150)), Shape.WIDE)
    second = composed(speech(prose(150), continued=True), Shape.WIDE)
    assert moving(second) == ["message"]
    assert len(moving(first)) > 1


def moving(drawing: Drawing) -> list[str]:
    return [e.name for e in drawing.elements if e.entrance != AT_ONCE]
