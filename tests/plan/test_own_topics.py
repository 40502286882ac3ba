"""Themes of the event's own: their name, their pictogram, a badge that can be read anywhere."""

from __future__ import annotations

from itertools import product

import pytest

from ceremonie.planning.compositions.colours import badge_of, field_of, label_badge
from ceremonie.planning.drawing import Pictogram
from ceremonie.planning.pictured_content import Subject
from ceremonie.storyboard.programme import HOUSE_TOPICS, Role, Section, Topic
from ceremonie.storyboard.topics import topics
from ceremonie.storyboard.wordlist import OwnTopic
from ceremonie.theme.colouring import assigned
from ceremonie.theme.palette import HOUSE as HOUSE_COLOURS
from ceremonie.theme.palette import MINIMUM_CONTRAST, Palette

from .materials import texts, workshop
from .shapes import planned

EVENTS = (
    (),
    ("1B5E20", "FDD835", "FF7043"),
    ("5B2A86", "F28C28", "F7D774"),
    ("F7F4EA", "F9C846", "6FB7E9", "095C42"),
)
OWN = tuple(OwnTopic(name=f"Thème {role}", role=role) for role in Role)


@pytest.mark.parametrize("colours", EVENTS)
def test_every_badge_is_read_on_every_field_in_the_colours_of_every_event(
    colours: tuple[str, ...],
) -> None:
    event = assigned(colours) if colours else HOUSE_COLOURS
    assert isinstance(event, Palette)
    for theme, day in product(topics(OWN).values(), (0, 1, 2, None)):
        subject = Subject("course", Section.DAYS, day, theme)
        for ground, symbol in (badge_of(subject), label_badge(subject)):
            assert event.contrast(ground, symbol) >= MINIMUM_CONTRAST, (theme, day)
        assert badge_of(subject)[0] is not field_of(subject)


def test_a_workshop_has_the_name_and_the_pictogram_of_its_own_theme() -> None:
    plan = planned(
        thematiques=[
            {"nom": "Cuisine du monde", "pictogramme": "repas", "couleur": "Moyen"},
            {"nom": "Culture", "pictogramme": "theatre"},
        ],
        jours=[
            {
                "date": "2024-12-03",
                "ateliers": [
                    workshop(titre="Pains", thematique="CUISINE du monde"),
                    workshop(titre="Contes", thematique="culture"),
                ],
            }
        ],
    )
    shown = {
        page.title.split(",")[0]: (_symbols(page.drawing.elements), texts(page.drawing))
        for page in plan.pages
        if page.kind == "atelier"
    }
    assert "repas" in shown["Pains"][0]
    assert "Cuisine du monde" in shown["Pains"][1]
    assert "theatre" in shown["Contes"][0]


def _symbols(elements: tuple[object, ...]) -> set[str]:
    return {element.symbol for element in elements if isinstance(element, Pictogram)}


def test_a_theme_of_the_event_goes_before_the_house_s_of_the_same_name() -> None:
    (own,) = (OwnTopic(name="Santé", pictogram="secours", role=Role.PAPER),)
    themes = topics((own,))
    assert len(themes) == len(HOUSE_TOPICS)
    assert themes["sante"] == Topic("Santé", "secours", Role.PAPER, Role.INK)
