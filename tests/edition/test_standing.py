"""An edition of which nothing has changed is told to be up to date; anything else is made again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceremonie import production
from ceremonie.edition import manifest
from ceremonie.order import Edition

from ..conftest import BOARD, Outcome

Run = Callable[..., Outcome]

DRAFT = ("produire", "edition", "--brouillon", "--sortie", "sortie", "--cache", "cache")


class MadeAgainError(Exception):
    """Instead of the work."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a storyboard of which one thing is told, and its edition."""
    place = tmp_path_factory.mktemp("place")
    return _built(place, BOARD.replace("            alt: Deux élèves en garde\n", ""))


@pytest.fixture(scope="module")
def incomplete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As `built`; but a photo is not there."""
    place = tmp_path_factory.mktemp("incomplete")
    more = "          - fichier: photos/absente.jpg\n            alt: Une course\n"
    return _built(place, BOARD.replace("deroule:", f"{more}deroule:"))


def _built(place: Path, text: str) -> Path:
    from PIL import Image

    folder = place / "edition"
    folder.mkdir()
    Image.linear_gradient("L").resize((1440, 960)).convert("RGB").save(folder / "photo.jpg")
    (folder / "storyboard.yaml").write_text(text, "utf-8")
    production.produce(folder, draft=True, output=place / "sortie", cache=place / "cache")
    return place


@pytest.fixture
def place(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return _own(built, tmp_path, monkeypatch)


@pytest.fixture
def gap(incomplete: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return _own(incomplete, tmp_path, monkeypatch)


def _own(built: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy in which nothing is made: that it would be is raised."""
    shutil.copytree(built, folder, dirs_exist_ok=True)
    monkeypatch.chdir(folder)

    def made(*_: object) -> Edition:
        raise MadeAgainError

    monkeypatch.setattr("ceremonie.making.make", made)
    return folder


def is_made_again(**options: Any) -> bool:
    """With what else is asked for."""
    where = {"output": "sortie", "cache": "cache"}
    try:
        edition = production.produce("edition", **{"draft": True, **where, **options})
    except MadeAgainError:
        return True
    assert edition.unchanged
    return False


def test_the_command_says_that_nothing_has_changed_and_what_is_there(
    ceremonie: Run, place: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in (place / "sortie").rglob("*")}
    outcome = ceremonie(*DRAFT)
    assert outcome.code == 0
    assert outcome.out.startswith("Rien n'a changé : l'édition est à jour, 1 avertissement : ")
    assert "film.mp4" in outcome.out
    assert "relancez sans --brouillon" in outcome.out
    assert {path: path.stat().st_mtime_ns for path in (place / "sortie").rglob("*")} == before


def test_its_warnings_are_told_again_word_for_word(ceremonie: Run, place: Path) -> None:
    checked = ceremonie("verifier", "edition", "--cache", "cache").out
    told = ceremonie(*DRAFT).err
    assert "[alt-manquant]" in told
    assert told.rpartition("\n\n")[0] in checked


def test_nothing_heavy_is_imported_for_it(place: Path) -> None:
    code = (
        "import sys; from ceremonie.cli import main; code = main(sys.argv[1:]); "
        "print(*{'pydantic', 'yaml', 'numpy', 'cv2', 'PIL', 'pptx', 'moviepy', 'av'} "
        "& set(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, *DRAFT]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "Rien n'a changé" in ended.stdout
    assert ended.stderr.splitlines()[-1] == ""


def _replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


EDITION = Path("sortie/2023")

CHANGES: dict[str, Callable[[], object]] = {
    "a word": lambda: _replaced(Path("edition/storyboard.yaml"), "Boxe", "Boxes"),
    "a photo": lambda: shutil.copy(EDITION / "planche.jpg", "edition/photo.jpg"),
    "a photo gone": lambda: Path("edition/photo.jpg").unlink(),
    "a film gone": (EDITION / "film.mp4").unlink,
    "a film of another hand": lambda: (EDITION / "film.mp4").write_bytes(b"film"),
    "a document gone": (EDITION / "conducteur.html").unlink,
    "a font gone": lambda: next((EDITION / "polices").glob("*.ttf")).unlink(),
    "no manifest": (EDITION / manifest.NAME).unlink,
    "half a manifest": lambda: (EDITION / manifest.NAME).write_text("{"),
    "another manifest": lambda: _replaced(EDITION / manifest.NAME, '"python": "', '"python": "0'),
    "an edition to put in order": lambda: Path("sortie/.2023.12345678.ancien").mkdir(),
    "the edition elsewhere": lambda: EDITION.rename("sortie/2024"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_was_changed_or_lost_is_made_again(change: str, place: Path) -> None:
    assert not is_made_again()
    CHANGES[change]()
    assert is_made_again()


ORDERS = [{"draft": False}, {"shapes": ["1:1"]}, {"only": "film"}, {"code_local": True}]


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_another_order_is_carried_out(order: dict[str, Any], place: Path) -> None:
    assert is_made_again(**order)


def test_another_version_of_the_program_makes_it_again(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "__version__", "99")
    assert is_made_again()


def test_what_happened_in_the_last_run_is_told_once(
    built: Path, tmp_path: Path, ceremonie: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that a person changed was kept under another name; the next run has only that."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    (EDITION / "conducteur.html").write_text("Le mien", "utf-8")
    assert "[fichier-modifie]" in ceremonie(*DRAFT).err
    assert "[fichier-modifie]" not in ceremonie(*DRAFT).err
    assert "Rien n'a changé" in ceremonie(*DRAFT).out
    assert (EDITION / "conducteur (modifié).html").is_file()


def test_what_a_person_added_stays_and_makes_no_difference(place: Path) -> None:
    (EDITION / "discours.odt").write_bytes(b"...")
    Path("edition/notes.txt").write_text("à faire", "utf-8")
    assert not is_made_again()


@pytest.mark.parametrize("name", ["photos/absente.jpg", "Photos/Absente.JPG"])
def test_a_missing_photo_that_appears_is_shown(name: str, gap: Path) -> None:
    assert not is_made_again()
    (gap / "edition" / name).parent.mkdir()
    shutil.copy("edition/photo.jpg", gap / "edition" / name)
    assert is_made_again()


def test_times_alone_do_not_matter(place: Path) -> None:
    os.utime("edition/photo.jpg")
    os.utime(EDITION / "film.mp4")
    assert not is_made_again()


def test_another_run_on_the_same_edition_is_still_waited_for(ceremonie: Run, place: Path) -> None:
    from filelock import FileLock

    with FileLock("sortie/.2023.verrou"):
        assert ceremonie(*DRAFT).code == 6
