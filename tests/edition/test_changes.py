"""What has changed since the build before: recorded beside the edition, told on one sheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie.comparing import Kind, Record

from ..browser import VIOLATIONS, axe, browser, printed_pages
from ..conftest import Outcome
from .builds import RECORD, SHEET, Place, two_workshops, with_a_person

Run = Callable[..., Outcome]

NARROW = 320
"""px of a small telephone: WCAG 1.4.10."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def place(board: Path, cache: Path) -> Place:
    return two_workshops(board, cache)


@pytest.fixture
def held(place: Place) -> Place:
    return with_a_person(place)


@pytest.mark.slow
def test_a_sheet_tells_what_differs_from_the_build_before(place: Place) -> None:
    place.make(None)
    assert not (place.edition / SHEET).exists(), "there is nothing to compare the first build with"
    place.change(("On salue avant", "On se salue avant"), ("photo.jpg", "autre.jpg"))
    place.make(None)
    kinds = place.kinds
    assert Kind.REWORDED in kinds["Escrime, Orly"]
    assert Kind.PICTURED in kinds["Boxe éducative, Créteil"]
    page = place.read(SHEET)
    assert "On <ins>se</ins> salue avant de tirer." in page
    changes = place.record.changes
    assert changes
    assert re.search(r"diapositive</small><b>5</b><time>film \d:\d\d</time>", page)
    assert page.count(', avant"') == page.count(', maintenant"') >= 2
    before = {name: place.read(name) for name in (RECORD, SHEET)}
    place.change(("edition:", "# relu\nedition:"))
    place.make(None)
    assert {name: place.read(name) for name in before} == before
    place.change(("On se salue", "On se salue toujours"))
    place.make()
    assert place.record.changes
    assert place.record.changes.shots == (), "the film is the one that was there"
    assert place.record.content.frames == changes.frames[1]


def test_a_slide_that_changed_its_place_is_told_with_both_numbers(place: Place) -> None:
    place.make()
    workshops = place.board.read_text("utf-8").split("      - titre:")
    place.change((f"      - titre:{workshops[1]}", ""))
    place.change(("deroule:", f"      - titre:{workshops[1]}deroule:"))
    place.make()
    moved = {title for title, kinds in place.kinds.items() if Kind.MOVED in kinds}
    assert len(moved) == 1
    assert "<b>L’ordre</b><strong>diapositive déplacée" in place.read(SHEET)
    assert "déplacée, avant\u00a0: diapositive" in place.read(SHEET)


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 1}', None])
def test_without_a_record_that_can_be_read_the_sheet_says_so(
    place: Place, text: str | None
) -> None:
    place.make()
    record = place.edition / RECORD
    record.unlink() if text is None else record.write_text(text, "utf-8")
    place.change(("On salue", "On se salue"))
    place.make()
    assert "rien n’a pu être comparé" in place.read(SHEET)
    assert place.record.changes is None
    place.change(("On se salue", "On salue"))
    place.make()
    assert "<del>se</del>" in place.read(SHEET)


@pytest.mark.slow
def test_whoever_took_their_agreement_back_does_not_come_back_through_the_sheet(
    ceremonie: Run, held: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.make()
    held.change(("fichier: photo.jpg", "fichier: autre.jpg"), ("[P012]", "aucune"))
    held.make()
    gone = {digest for digest in held.record.pictures if digest in _former(held.record)}
    assert gone
    assert held.people(SHEET) == held.people(RECORD) == {"P012"}
    monkeypatch.chdir(held.board.parents[1])
    asked = ("retrait", "P012", "--appliquer", "--date", "2023-11-30", "--dossier", ".")
    outcome = ceremonie(*asked, "--cache", held.cache)
    assert outcome.code == 0, outcome.err
    assert held.people(SHEET) == held.people(RECORD) == set()
    assert "Lovelace" not in held.read(SHEET) + held.read(RECORD)
    assert "P012" not in held.read("manifeste.json")
    assert "n’est plus rappelé" in held.read(SHEET)
    assert not gone & held.record.pictures.keys()


def _former(record: Record) -> set[str]:
    """Drawings of slides that looked otherwise."""
    assert record.changes
    return {one.before.drawing for one in record.changes.slides if one.before}


def test_a_name_that_is_withheld_now_stands_in_neither_file(held: Place) -> None:
    held.make()
    assert "Ada Lovelace" in held.read(RECORD)
    held.change(("nom: oui", "nom: non"), ("On salue", "On se salue"))
    held.make()
    assert "Lovelace" not in held.read(SHEET) + held.read(RECORD)
    assert "<ins>se</ins>" in held.read(SHEET)


def test_a_sheet_is_read_by_everybody_and_on_a_telephone(place: Place, tmp_path: Path) -> None:
    place.make()
    place.change(("On salue", "On se salue"), ("photo.jpg", "autre.jpg"), ("Escrime", "Fleuret"))
    place.make()
    with browser(tmp_path / "profil") as page:
        page.resize(NARROW, 800)
        page.open(place.edition / SHEET)
        page.run(axe())
        assert page.run(VIOLATIONS) == []
        assert page.run("document.documentElement.scrollWidth") <= NARROW


def test_a_sheet_of_a_few_changes_is_printed_on_one_page(place: Place, tmp_path: Path) -> None:
    place.make()
    place.change(("On salue", "On se salue"), ("photo.jpg", "autre.jpg"), ("Escrime", "Fleuret"))
    place.make()
    with browser(tmp_path / "profil") as page:
        page.open(place.edition / SHEET)
        assert printed_pages(page) == 1
