"""A film that is not what the deck tells of, what people put in the place of an output, and an
edition that the system did not let into its own.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie import film
from ceremonie.diagnostics import CeremonieError, Severity, UsageError
from ceremonie.edition.beside import FORMERS
from ceremonie.edition.outputs import SHELF
from ceremonie.production import Edition, Part, produce

pytestmark = pytest.mark.slow

Make = Callable[..., Edition]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, so that each test renders only what is new."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def make(board: Path, tmp_path: Path, cache: Path) -> Make:
    """Makes the edition; what is painted is always a draft, whatever the edition says of it."""

    def made(
        only: Part | None = None, *, draft: bool = True, replace_other: bool = False
    ) -> Edition:
        return produce(
            board,
            only=only,
            draft=draft,
            replace_other=replace_other,
            output=tmp_path / "sortie",
            cache=cache,
        )

    return made


def declare_final(folder: Path) -> None:
    """Have the manifest say that its film is no draft: a real one would take a minute."""
    path = folder / "manifeste.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["films"]["film.mp4"]["brouillon"] = False
    path.write_text(json.dumps(manifest), "utf-8")


def warned(edition: Edition) -> list[str]:
    """The slugs of what the report tells, which are those that the run tells."""
    report = json.loads((edition.folder / "rapport.json").read_text("utf-8"))
    told = [warning["code"] for warning in report["avertissements"]]
    assert told == [diagnostic.slug for diagnostic in edition.diagnostics]
    assert all(d.severity is Severity.WARNING for d in edition.diagnostics)
    return told


def test_a_deck_around_the_film_of_the_same_storyboard_has_no_warning(make: Make) -> None:
    declare_final(make().folder)
    assert warned(make(Part.DECK)) == []
    assert warned(make(Part.DECK)) == []


def test_a_draft_film_in_a_deck_is_told_each_time(make: Make) -> None:
    make()
    for _ in range(2):
        assert warned(make(Part.DECK, draft=False)) == ["film-brouillon"]


def test_a_draft_takes_the_place_of_no_finished_film_unasked(make: Make, board: Path) -> None:
    folder = make().folder
    declare_final(folder)
    before = (folder / "film.mp4").read_bytes()
    board.write_text(board.read_text("utf-8").replace(*CHANGES["a word"]), "utf-8")
    with pytest.raises(UsageError, match="un brouillon ne prend pas sa place") as refused:
        make()
    assert "--sortie brouillons" in str(refused.value.diagnostics[0].remedy)
    assert (folder / "film.mp4").read_bytes() == before
    make(replace_other=True)
    assert (folder / "film.mp4").read_bytes() != before
    make()


CHANGES = {
    "a word": ("Boxe éducative", "Boxe"),
    "a date": ("date: 2023-11-28", "date: 2023-11-29"),
    "the order": ("deroule: [titre, jours, film, cloture]", "deroule: [titre, film, jours]"),
    "the title": ("titre: Journées de l'égalité", "titre: Semaine de l'égalité"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_film_of_another_storyboard_in_a_deck_is_told(
    make: Make, board: Path, change: str
) -> None:
    declare_final(make().folder)
    board.write_text(board.read_text("utf-8").replace(*CHANGES[change]), "utf-8")
    for _ in range(2):
        assert "film-perime" in warned(make(Part.DECK, draft=False))


def test_a_film_of_another_photo_in_a_deck_is_told(make: Make, board: Path) -> None:
    from PIL import Image

    declare_final(make().folder)
    Image.new("RGB", (1440, 960), "navy").save(board.parent / "photo.jpg")
    assert warned(make(Part.DECK, draft=False)) == ["film-perime"]


def test_a_film_that_a_person_changed_enters_the_deck_with_a_warning_and_is_never_lost(
    make: Make,
) -> None:
    edition = make()
    own = (edition.folder / "film.mp4").read_bytes() + b"\0\0\0\x08free"
    (edition.folder / "film.mp4").write_bytes(own)
    assert warned(make(Part.DECK)) == ["film-etranger"]
    assert warned(make(Part.DECK)) == ["film-etranger"]
    assert (edition.folder / "film.mp4").read_bytes() == own
    assert warned(make()) == ["fichier-modifie"]
    assert (edition.folder / "film (modifié).mp4").read_bytes() == own
    assert (edition.folder / "film.mp4").read_bytes() != own


def test_a_film_that_a_person_added_enters_the_deck_with_a_warning_and_is_never_lost(
    make: Make,
) -> None:
    folder = make(Part.DECK).folder
    own = (make().folder / "film.mp4").read_bytes() + b"\0\0\0\x08free"
    shutil.rmtree(folder)
    make(Part.DECK)
    (folder / "film.mp4").write_bytes(own)
    assert warned(make(Part.DECK)) == ["film-etranger"]
    assert warned(make()) == ["fichier-ajoute"]
    assert (folder / "film (ajouté).mp4").read_bytes() == own


@pytest.mark.parametrize("name", ["rapport.html", "Planche.jpg", "conducteur.html"])
def test_a_file_of_a_persons_own_is_kept_beside_the_output_of_that_name(
    make: Make, name: str
) -> None:
    """As if the output had been unknown to the version that made the edition."""
    folder = make().folder
    path = folder / "manifeste.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["sorties"].pop(name.lower())
    path.write_text(json.dumps(manifest), "utf-8")
    (folder / name.lower()).unlink()
    (folder / name).write_text("à moi", "utf-8")
    assert warned(make()) == ["fichier-ajoute"]
    kept = folder / f"{Path(name).stem} (ajouté){Path(name).suffix}"
    assert kept.read_text("utf-8") == "à moi"
    assert (folder / name.lower()).stat().st_size > 10


@pytest.fixture
def refused(make: Make, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """An edition, and a newer one that Windows did not let into its place."""
    former = make()
    replace = os.replace

    def guarded(source: Path, target: Path) -> None:
        if Path(source) == former.folder:
            error = PermissionError(13, "held", str(source))
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        replace(source, target)

    with monkeypatch.context() as windows:
        windows.setattr(os, "replace", guarded)
        windows.setattr(time, "sleep", lambda _: None)
        windows.setattr("ceremonie.edition.folder.exchanger", lambda: None)
        with pytest.raises(CeremonieError, match="sera mise en place aussitôt"):
            make(Part.FILM)
    return former


def test_the_next_run_puts_a_finished_edition_in_its_place(
    refused: Edition, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    (refused.folder / "~$diaporama.pptx").write_bytes(b"PowerPoint")
    monkeypatch.setattr(film, "render", lambda *_, **__: pytest.fail("it was made again"))
    edition = make(Part.FILM)
    assert warned(edition) == ["diaporama-ancien-film"]
    assert {path.name for path in edition.folder.parent.iterdir()} <= {"2023", FORMERS, SHELF}


@pytest.mark.parametrize("what", ["storyboard", "photo", "notes", "option"])
def test_a_finished_edition_of_other_inputs_is_made_again(
    refused: Edition, make: Make, board: Path, what: str
) -> None:
    if what == "storyboard":
        board.write_text(board.read_text("utf-8") + "\n", "utf-8")
    if what == "photo":
        with (board.parent / "photo.jpg").open("ab") as photo:
            photo.write(b"\0")
    if what == "notes":
        (refused.folder / "notes.txt").write_text("Merci", "utf-8")
    edition = make(None if what == "option" else Part.FILM)
    assert {path.name for path in edition.folder.parent.iterdir()} <= {"2023", FORMERS, SHELF}
    told = [] if what == "option" else ["diaporama-ancien-film"]
    assert warned(edition) == told
    assert (edition.folder / "notes.txt").exists() is (what == "notes")
