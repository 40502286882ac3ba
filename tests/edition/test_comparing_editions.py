"""`comparer`: what differs between two builds of an edition, or two years."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie.edition.beside import formers

from ..browser import VIOLATIONS, axe, browser
from ..conftest import Outcome
from .builds import RECORD, Place, two_workshops, with_a_person

Run = Callable[..., Outcome]

NARROW = 320
"""px of a small telephone: WCAG 1.4.10."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def place(board: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    place = two_workshops(board, cache)
    monkeypatch.chdir(board.parents[1])
    return place


def former(place: Place, name: str = "avant") -> Path:
    """A copy of the edition as it is now, as `.anciennes` has them."""
    copy = place.output / ".anciennes" / name
    shutil.copytree(place.edition, copy)
    return copy


def test_two_builds_are_told_with_what_is_alike_first(ceremonie: Run, place: Place) -> None:
    place.make()
    before = former(place)
    place.change(("On salue avant", "On se salue avant"))
    place.make()
    outcome = ceremonie("comparer", before, "2023", "--dossier", ".", "--vers", "deux.html")
    assert outcome.code == 0, outcome.err
    first, second, *lines = outcome.out.splitlines()
    assert first == "avant → 2023"
    assert second.startswith("Pareil : ")
    assert "    On{+ se+} salue avant de tirer." in lines
    assert "On <ins>se</ins> salue avant de tirer." in Path("deux.html").read_text("utf-8")
    told = json.loads(ceremonie("comparer", before, "2023", "--dossier", ".", "--json").out)
    assert not told["identiques"]
    assert ["texte", "notes"] in [one["genres"] for one in told["differences"]["diapositives"]]


def test_an_edition_and_itself_differ_in_nothing(ceremonie: Run, place: Place) -> None:
    place.make()
    outcome = ceremonie("comparer", "2023", place.edition, "--dossier", ".")
    assert "Rien n’a changé." in outcome.out.splitlines()
    assert outcome.err == ""


def test_what_only_stands_at_the_same_place_in_another_year_is_another(
    ceremonie: Run, place: Place
) -> None:
    place.make()
    other = place.board.parent.with_name("2024")
    shutil.copytree(place.board.parent, other)
    later = Place(other / place.board.name, place.cache)
    later.change(("2023", "2024"), ("Escrime", "Canoë"), ("On salue", "On rame"))
    later.change(("avant de tirer", "jusqu’au pont"), ("Orly", "Choisy-le-Roi"))
    later.make()
    told = json.loads(ceremonie("comparer", "2023", "2024", "--dossier", ".", "--json").out)
    kinds = {
        (one["apres"] or one["avant"])["titre"]: one["genres"]
        for one in told["differences"]["diapositives"]
    }
    assert kinds["Canoë, Choisy-le-Roi"] == ["ajouté"]
    assert kinds["Escrime, Orly"] == ["retiré"]


def test_nobody_who_may_not_be_shown_today_is_told_of_on_either_side(
    ceremonie: Run, place: Place
) -> None:
    held = with_a_person(place)
    held.change(("titre: Journées de l'égalité des chances", "titre: Hommage à Ada Lovelace"))
    held.make()
    before = former(held)
    held.change(("On a joué", "On a bien joué"))
    held.make()
    held.change(("nom: oui", "nom: non"))
    outcome = ceremonie("comparer", before, "2023", "--dossier", ".", "--vers", "deux.html")
    page = Path("deux.html").read_text("utf-8")
    assert "Ada" not in outcome.out + page
    assert "bien" not in outcome.out, "her words are not recalled with her name withheld"
    assert "n’est plus rappelé" in page
    assert "n’est plus rappelé : texte modifié" in outcome.out
    assert "Sans titre" not in outcome.out + page


def test_the_register_of_a_former_edition_is_found_from_any_folder(
    ceremonie: Run, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = with_a_person(place)
    held.make()
    held.change(("On a joué", "On a bien joué"))
    held.make()
    held.change(("nom: oui", "nom: non"))
    (before,) = formers(held.edition)
    assets = held.output.with_name("assets")
    assets.mkdir()
    held.board.parent.rename(assets / held.board.parent.name)
    monkeypatch.chdir(assets)
    outcome = ceremonie("comparer", before, held.edition, "--vers", "deux.html")
    assert outcome.code == 0
    assert outcome.err == ""
    assert "Ada" not in outcome.out + Path("deux.html").read_text("utf-8")


def test_a_photo_that_is_known_only_today_to_show_somebody_is_not_recalled(
    ceremonie: Run, place: Place
) -> None:
    held = with_a_person(place)
    held.change(("personnes: [P012]", "personnes: aucune"))
    held.make()
    before = former(held)
    held.change(("Boxe éducative", "Boxe anglaise"))
    held.make()
    held.change(("personnes: aucune", "personnes: [P012]"), ("[captation, salle]", "[captation]"))
    outcome = ceremonie("comparer", before, "2023", "--dossier", ".", "--json")
    assert outcome.code == 0, outcome.err
    assert "Boxe" not in outcome.out
    slides = json.loads(outcome.out)["differences"]["diapositives"]
    assert all(one["avant"]["non_rappele"] for one in slides if "texte" in one["genres"])


def test_without_the_storyboard_of_today_that_is_said(
    ceremonie: Run, place: Place, tmp_path: Path
) -> None:
    place.make()
    empty = tmp_path / "vide"
    empty.mkdir()
    outcome = ceremonie("comparer", "2023", "2023", "--dossier", empty)
    assert "comparer-sans-registre" not in outcome.out
    assert outcome.code == 0
    assert "retiré son accord" in outcome.err


@pytest.mark.parametrize("text", ["{", "[]", None])
def test_an_edition_without_a_record_is_not_compared(
    ceremonie: Run, place: Place, text: str | None
) -> None:
    place.make()
    record = place.edition / RECORD
    record.unlink() if text is None else record.write_text(text, "utf-8")
    outcome = ceremonie("comparer", "2023", "2023", "--dossier", ".")
    assert outcome.code == 2
    assert "contenu.json" in outcome.err
    assert ceremonie("comparer", "2023", "2032").code == 2


def test_the_page_replaces_nothing_unasked_and_lies_in_no_edition(
    ceremonie: Run, place: Place
) -> None:
    place.make()
    there = Path("deux.html")
    there.write_text("à moi", "utf-8")
    asked = ("comparer", "2023", "2023", "--dossier", ".", "--vers")
    assert ceremonie(*asked, there).code == 2
    assert there.read_text("utf-8") == "à moi"
    assert ceremonie(*asked, place.edition / "deux.html").code == 2
    assert not (place.edition / "deux.html").exists()
    assert ceremonie(*asked, there, "--remplacer").code == 0
    assert there.read_text("utf-8") != "à moi"


def test_the_page_is_read_by_everybody_and_on_a_telephone(
    ceremonie: Run, place: Place, tmp_path: Path
) -> None:
    place.make()
    before = former(place)
    place.change(("On salue", "On se salue"), ("photo.jpg", "autre.jpg"), ("Escrime", "Fleuret"))
    place.make()
    ceremonie("comparer", before, "2023", "--dossier", ".", "--vers", "deux.html")
    with browser(tmp_path / "profil") as page:
        page.resize(NARROW, 800)
        page.open(Path("deux.html").resolve())
        page.run(axe())
        assert page.run(VIOLATIONS) == []
        assert page.run("document.documentElement.scrollWidth") <= NARROW
