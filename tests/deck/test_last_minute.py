"""The slide that whoever presents types into: native places, and nothing in them that is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from ceremonie import deck
from ceremonie.deck.markup.xml import find
from ceremonie.film.legibility import legibility
from ceremonie.formats import Screen
from ceremonie.planning.model import Page, Plan
from ceremonie.progress import silent
from tests.deck import templates
from tests.plan import boards

BOARD = {
    "edition": "essai",
    "titre": "Fête du sport",
    "organisateur": "Ville de Créteil",
    "ceremonie": {"date": "2024-10-04", "lieu": "Salle des fêtes"},
    "jours": [{"date": "2024-10-03", "ateliers": [{"titre": "Judo", "commune": "Créteil"}]}],
    "cloture": {"titre": "Merci"},
    "deroule": ["titre", "cloture"],
}


def planned(screen: Screen) -> tuple[Plan, Page]:
    """A deck of that slide alone."""
    plan = boards.planned({**BOARD, "diaporama": {"format": str(screen)}})
    page = next(one for one in plan.pages if one.id == "derniere-minute")
    return replace(plan, pages=(replace(page, links=()),)), page


def made(plan: Plan, target: Path, template: Path | None = None) -> Any:
    """The slide, read back. Raises CheckError where the deck is not clean."""
    theirs = deck.read(template, template.name) if template else None
    deck.write(plan, target, film=None, progress=silent, template=theirs)
    (slide,) = Presentation(str(target)).slides
    return slide


def places(slide: Any) -> dict[str, Any]:
    every = {one.placeholder_format.type.name: one for one in slide.placeholders}
    return {name: one for name, one in every.items() if name in {"TITLE", "BODY", "OBJECT"}}


@pytest.mark.parametrize("screen", Screen)
def test_it_has_a_title_and_a_place_that_asks_in_french_and_shows_nothing(
    screen: Screen, tmp_path: Path
) -> None:
    plan, page = planned(screen)
    slide = made(plan, tmp_path / "diaporama.pptx")
    title, words = places(slide).values()
    assert slide._element.get("show") == "0"
    assert title.text_frame.text == "Dernière minute"
    assert not find(words._element, ".//a:r"), "so the prompt is shown"
    offered = next(one for one in slide.slide_layout.placeholders if one.name == words.name)
    assert offered.text_frame.text == "Tapez ici ce qui vient d’arriver"
    assert find(offered._element, ".//p:ph/@hasCustomPrompt") == ["1"]
    assert slide.slide_layout.name == "Dernière minute"
    assert offered.height > slide.part.package.presentation_part.presentation.slide_height / 2
    worst = legibility(page.drawing)
    assert worst
    assert worst.contrast >= 4.5


def test_in_a_template_of_others_it_has_their_title_and_their_text(tmp_path: Path) -> None:
    template = templates.plain(tmp_path / "prefecture.pptx")
    slide = made(planned(Screen.WIDE)[0], tmp_path / "diaporama.pptx", template)
    title, words = places(slide).values()
    assert slide.slide_layout.name == "Title and Content"
    assert title.text_frame.text == "Dernière minute"
    assert not find(words._element, ".//a:r")
