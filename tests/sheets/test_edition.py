"""An edition made with a spreadsheet: what counts as changed, and what a corrected deck tells."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from ceremonie import production
from ceremonie.edition import manifest
from ceremonie.production import Part

from ..conftest import Outcome
from .books import HEADS, ROW, board, excel

Run = Callable[..., Outcome]
DANCE = ("Le grand jour", "Danse", "Ivry", "Tous", "sport")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The draft of an edition with its deck; of one column of its sheet something is told."""
    place = tmp_path_factory.mktemp("place")
    folder = place / "edition"
    folder.mkdir()
    rows = [(*HEADS, "Remarques"), (*ROW, "à voir"), DANCE]
    excel(folder / "tableau.xlsx", {"Ateliers": rows})
    board(folder, more="deroule: [titre, jours, cloture]\n")
    _produced(place)
    return place


def _produced(place: Path) -> production.Edition:
    return production.produce(
        place / "edition",
        only=Part.DECK,
        draft=True,
        output=place / "sortie",
        cache=place / "cache",
    )


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "place")
    return tmp_path / "place"


def test_the_spreadsheet_is_an_input_and_its_warnings_are_told_again(place: Path) -> None:
    entered = manifest.contents(place / "sortie" / "essai")[manifest.INPUTS]
    assert entered.keys() == {"storyboard.yaml", "tableau.xlsx"}
    again = _produced(place)
    assert again.unchanged
    (one,) = [d for d in again.diagnostics if d.slug == "tableau-colonne-inconnue"]
    where = f"{place / 'edition' / 'tableau.xlsx'}, feuille Ateliers, F1"
    assert one.render().startswith(where)
    assert "   F1 | Remarques" in one.render()
    excel(place / "edition" / "tableau.xlsx", {"Ateliers": [HEADS, ROW]})
    assert not _produced(place).unchanged


def test_a_word_that_was_corrected_on_a_slide_is_told_with_its_cell(
    ceremonie: Run, place: Path
) -> None:
    deck = place / "sortie" / "essai" / "diaporama.pptx"
    presentation = Presentation(str(deck))
    boxes = [s for slide in presentation.slides for s in slide.shapes if s.has_text_frame]
    (box,) = [one for one in boxes if one.text_frame.text == "Danse"]
    box.text_frame.text = "Danse douce"
    presentation.save(str(deck))
    path = place / "edition" / "storyboard.yaml"
    before = path.read_bytes()
    told = ceremonie("relire", deck, "--storyboard", path, "--appliquer", "--cache", place / "c")
    assert "feuille Ateliers, B3  avertissement [relire-tableau]" in told.out + told.err
    assert path.read_bytes() == before
