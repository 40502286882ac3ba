"""A folder that changes all at once, and what people left in it."""

from __future__ import annotations

import errno
import json
import math
import os
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from ceremonie import files
from ceremonie.diagnostics import BusyError, MachineError, RenderingError, UsageError
from ceremonie.edition import folder, keeping, manifest
from ceremonie.edition.folder import replacing
from ceremonie.exchanging import exchanger
from ceremonie.unchanged import Digests, digest_of

SHARING_VIOLATION = 32
READY = ".2023.recette.pret"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An edition with one file in it."""
    folder = tmp_path / "output" / "2023"
    make(folder, "premier")
    return folder


def make(target: Path, text: str, meanwhile: Callable[[], object] = bool) -> None:
    """`meanwhile` is what a person does when all is ready to take the place of the former one."""
    with replacing(target, "recette", partial(keeping.rescue, digests=Digests())) as staging:
        place = staging.path
        (place / "film.mp4").write_text(text)
        made = {"film.mp4": {"sha256": digest_of(place / "film.mp4")}}
        (place / manifest.NAME).write_text(json.dumps({"sorties": made}), "utf-8")
        files = keeping.kept(target, place, ["film.mp4"], Digests())
        keeping.carry(target, place, files)
        meanwhile()


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def film(target: Path) -> str:
    return (target / "film.mp4").read_text()


def test_it_takes_the_place_of_the_former_one(target: Path) -> None:
    make(target, "second")
    assert film(target) == "second"
    assert names(target.parent) == ["2023/film.mp4", f"2023/{manifest.NAME}"]


@pytest.mark.skipif(exchanger() is None, reason="this system has no such move")
def test_there_is_an_edition_at_every_moment(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only before and after each move: no move takes the name away."""
    moves: list[tuple[str, str]] = []
    replace = os.replace

    def seen(source: Path, destination: Path) -> None:
        moves.append((source.name, destination.name))
        replace(source, destination)

    monkeypatch.setattr(os, "replace", seen)
    make(target, "second")
    assert film(target) == "second"
    assert moves
    assert not [move for move in moves if target.name in move]


def test_where_two_names_cannot_change_places_two_moves_do(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a network drive."""

    def refused(one: Path, other: Path) -> None:
        raise OSError(errno.EINVAL, "Invalid argument", str(one), None, str(other))

    monkeypatch.setattr(folder, "exchanger", lambda: refused)
    make(target, "second")
    assert film(target) == "second"
    assert names(target.parent) == ["2023/film.mp4", f"2023/{manifest.NAME}"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failed_block_changes_nothing(target: Path, error: type[BaseException]) -> None:
    def half() -> None:
        with replacing(target, "recette") as staging:
            (staging.path / "film.mp4").write_text("à moitié")
            raise error

    with pytest.raises(error):
        half()
    assert film(target) == "premier"
    assert names(target.parent) == ["2023/film.mp4", f"2023/{manifest.NAME}"]


def test_two_at_once_are_refused(target: Path) -> None:
    with replacing(target, "recette") as staging:
        (staging.path / manifest.NAME).touch()
        with pytest.raises(BusyError, match="edition-en-cours"), replacing(target, "recette"):
            pass
    make(target, "après")
    assert film(target) == "après"


def test_a_folder_of_somebody_is_not_replaced(tmp_path: Path) -> None:
    own = tmp_path / "2023"
    own.mkdir()
    (own / "photos.zip").write_text("à moi")
    with pytest.raises(UsageError, match="sortie-etrangere"), replacing(own, "recette"):
        pass
    assert (own / "photos.zip").read_text() == "à moi"


def test_a_file_in_its_place_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "2023").write_text("à moi")
    own = tmp_path / "2023"
    with pytest.raises(UsageError, match="sortie-etrangere"), replacing(own, "recette"):
        pass
    assert (tmp_path / "2023").read_text() == "à moi"


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    make(tmp_path / "2023", "premier")
    assert film(tmp_path / "2023") == "premier"


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_link_to_the_edition_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "ailleurs" / "2023"
    link.parent.mkdir()
    link.symlink_to(target)
    make(link, "second")
    assert film(target) == "second"
    assert [p.name for p in link.parent.iterdir()] == ["2023"]
    assert link.is_symlink()


def windows_refuses(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[Path], bool], times: float = math.inf
) -> list[float]:
    """As under Windows, where what another program holds cannot get another name: the first `times`
    moves of what is `refused`. Returns the pauses that are made, which take no time here.
    """
    replace, pauses, left = os.replace, list[float](), times

    def guarded(source: Path, target: Path) -> None:
        nonlocal left
        if refused(Path(source)) and left > 0:
            left -= 1
            error = PermissionError(13, "held", str(source))
            error.winerror = SHARING_VIOLATION  # type: ignore[attr-defined]
            raise error
        replace(source, target)

    def rename(self: Path, target: Path) -> None:
        guarded(self, target)

    monkeypatch.setattr(folder, "exchanger", lambda: None)
    monkeypatch.setattr(os, "replace", guarded)
    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses


def test_an_open_file_is_named_and_the_former_edition_stays(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = windows_refuses(monkeypatch, lambda path: path in {target, target / "film.mp4"})
    with pytest.raises(RenderingError) as caught:
        make(target, "second")
    (told,) = caught.value.diagnostics
    assert "film.mp4" in told.message
    assert "fermez PowerPoint" in told.remedy
    assert film(target) == "premier"
    assert sum(pauses) == pytest.approx(files.PATIENCE)


def test_the_former_edition_comes_back_if_the_new_one_cannot_be_put_there(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows_refuses(monkeypatch, lambda path: path.name.endswith(".pret"))
    with pytest.raises(MachineError, match="sortie-impossible"):
        make(target, "second")
    assert film(target) == "premier"
    assert sorted(path.name for path in target.parent.iterdir()) == [READY, "2023"]


@pytest.mark.parametrize("ending", [".pret", "2023", ".partiel"])
@pytest.mark.parametrize("times", [1, 3])
def test_what_a_scanner_holds_for_a_moment_is_put_in_place_all_the_same(
    target: Path, monkeypatch: pytest.MonkeyPatch, ending: str, times: int
) -> None:
    pauses = windows_refuses(monkeypatch, lambda path: path.name.endswith(ending), times)
    make(target, "second")
    assert film(target) == "second"
    assert len(pauses) == times
    assert names(target.parent) == ["2023/film.mp4", f"2023/{manifest.NAME}"]


def test_what_was_refused_elsewhere_is_not_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux and macOS refuse for good: no right to write."""

    def refused(source: Path, _: Path) -> None:
        raise PermissionError(13, "refused", str(source))

    pauses: list[float] = []
    monkeypatch.setattr(os, "replace", refused)
    monkeypatch.setattr(time, "sleep", pauses.append)
    with pytest.raises(OSError, match="refused"):
        make(target, "second")
    assert not pauses
    assert film(target) == "premier"


def test_a_former_edition_that_is_held_goes_at_the_next_run(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(folder: Path) -> None:
        error = PermissionError(13, "held", str(folder))
        error.winerror = SHARING_VIOLATION  # type: ignore[attr-defined]
        raise error

    with monkeypatch.context() as windows:
        windows.setattr(shutil, "rmtree", held)
        windows.setattr(time, "sleep", lambda _: None)
        make(target, "second")
    assert film(target) == "second"
    assert len(list(target.parent.iterdir())) == 2
    make(target, "troisième")
    assert [path.name for path in target.parent.iterdir()] == ["2023"]


def test_what_is_left_of_an_older_edition_never_comes_back_in_place_of_the_last(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The removal of the older one is cut short; a later run is killed between its two moves."""

    def half_removed(folder: Path) -> None:
        (folder / "film.mp4").unlink()
        raise KeyboardInterrupt

    with monkeypatch.context() as killed:
        killed.setattr(shutil, "rmtree", half_removed)
        with pytest.raises(KeyboardInterrupt):
            make(target, "second")
    (target / "discours.txt").write_text("à moi")
    target.rename(target.with_name(".2023.ffffffff.ancien"))
    make(target, "troisième")
    assert names(target.parent) == [
        "2023/discours.txt", "2023/film.mp4", f"2023/{manifest.NAME}"
    ]  # fmt: skip


def refused_once(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as windows:
        windows_refuses(windows, lambda path: path.name.endswith(".pret"))
        with pytest.raises(MachineError, match="sortie-impossible"):
            make(target, "prêt")


def test_a_finished_edition_is_taken_up_by_the_next_run_of_the_same_recipe(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused_once(target, monkeypatch)
    with replacing(target, "recette") as staging:
        assert staging.finished
    assert film(target) == "prêt"
    assert [path.name for path in target.parent.iterdir()] == ["2023"]


def test_a_finished_edition_of_another_recipe_is_swept_away(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused_once(target, monkeypatch)
    with replacing(target, "autre") as staging:
        assert not staging.finished
        (staging.path / manifest.NAME).touch()
    assert names(target.parent) == [f"2023/{manifest.NAME}"]


def test_the_remains_of_another_edition_are_left_alone(target: Path) -> None:
    """« 2023 » begins like « 2023.b »."""
    other = target.with_name(".2023.b.0badcafe.partiel")
    other.mkdir()
    make(target, "second")
    assert other.is_dir()


def test_what_was_added_by_hand_stays_through_every_run(target: Path) -> None:
    (target / "notes").mkdir()
    (target / "notes" / "discours.txt").write_text("Merci")
    (target / "~$diaporama.pptx").write_text("verrou de PowerPoint")
    for text in ("second", "troisième"):
        make(target, text)
        assert film(target) == text
        assert names(target) == ["film.mp4", manifest.NAME, "notes/discours.txt"]


def test_what_was_changed_by_hand_is_kept_beside_and_told(target: Path) -> None:
    (target / "film.mp4").write_text("remonté à la main")
    staging = target.with_name("en cours")
    staging.mkdir()
    (staging / "film.mp4").write_text("second")
    (told,) = keeping.told(keeping.kept(target, staging, ["film.mp4"], Digests()))
    assert "film (modifié).mp4" in told.remedy
    make(target, "second")
    assert film(target) == "second"
    assert (target / "film (modifié).mp4").read_text() == "remonté à la main"


def test_what_is_saved_at_the_last_moment_is_kept_too(target: Path) -> None:
    (target / "avant.txt").write_text("carried as ever")

    def save() -> None:
        (target / "mot.txt").write_text("Merci")
        (target / "film.mp4").write_text("remonté à la main")

    make(target, "second", save)
    assert film(target) == "second"
    assert (target / "mot.txt").read_text() == "Merci"
    assert (target / "film (modifié).mp4").read_text() == "remonté à la main"
    assert names(target) == [
        "avant.txt", "film (modifié).mp4", "film.mp4", manifest.NAME, "mot.txt"
    ]  # fmt: skip


def test_changes_made_twice_are_both_kept(target: Path) -> None:
    for number, text in enumerate(("un", "deux"), 1):
        (target / "film.mp4").write_text(f"à la main, {text}")
        make(target, f"production {number}")
    assert film(target) == "production 2"
    assert (target / "film (modifié).mp4").read_text() == "à la main, un"
    assert (target / "film (modifié 2).mp4").read_text() == "à la main, deux"


def test_a_part_that_is_kept_as_it_is_was_not_replaced(target: Path) -> None:
    (target / "film.mp4").write_text("remonté à la main")
    make(target, "remonté à la main")
    assert names(target) == ["film.mp4", manifest.NAME]


ADDED = {
    "film-1x1.mp4": "film-1x1 (ajouté).mp4",
    "rapport.html": "rapport (ajouté).html",
    "AFFICHE.JPG": "AFFICHE (ajouté).JPG",
    "été.txt": "été (ajouté).txt",
    "polices/Libre.ttf": "polices/Libre (ajouté).ttf",
    "reseaux": "reseaux (ajouté)",
    "planche.jpg/notes.txt": "planche (ajouté).jpg/notes.txt",
}
"""A person's file, and where it gives way to an output of a later run."""

OUTPUTS = (
    "film-1x1.mp4", "rapport.html", "affiche.jpg", "e\u0301te\u0301.txt", "polices/libre.ttf",
    "reseaux/page.html", "planche.jpg",
)  # fmt: skip


@pytest.mark.parametrize("name", ADDED)
def test_an_output_of_that_name_never_replaces_what_a_person_added(
    target: Path, tmp_path: Path, name: str
) -> None:
    own = target / name
    own.parent.mkdir(exist_ok=True)
    own.write_text("à moi")
    staging = tmp_path / "en cours"
    for output in OUTPUTS:
        (staging / output).parent.mkdir(parents=True, exist_ok=True)
        (staging / output).write_text("produit")
    kept = keeping.kept(target, staging, OUTPUTS, Digests())
    keeping.carry(target, staging, kept)
    assert (staging / ADDED[name]).read_text() == "à moi"
    assert all((staging / output).read_text() == "produit" for output in OUTPUTS)
    (told,) = keeping.told(kept)
    assert told.slug == "fichier-ajoute"
    assert ADDED[name] in told.remedy


def test_a_persons_own_copies_keep_their_names(target: Path, tmp_path: Path) -> None:
    (target / "affiche.jpg").write_text("à moi")
    (target / "affiche (ajouté).jpg").write_text("à moi aussi")
    kept = keeping.kept(target, tmp_path, ["affiche.jpg"], Digests())
    assert {file.name: file.target for file in kept} == {
        "affiche (ajouté).jpg": "affiche (ajouté).jpg",
        "affiche.jpg": "affiche (ajouté 2).jpg",
    }


def test_an_output_under_a_name_of_other_case_is_still_the_output(target: Path) -> None:
    (target / "film.mp4").rename(target / "Film.MP4")
    make(target, "second")
    assert names(target) == ["film.mp4", manifest.NAME]
    (target / "film.mp4").unlink()
    (target / "FILM.mp4").write_text("remonté à la main")
    make(target, "troisième")
    assert (target / "FILM (modifié).mp4").read_text() == "remonté à la main"


STRAY = (".DS_Store", "Thumbs.db", "desktop.ini", "._film.mp4", "~$diaporama.pptx")
PERSONAL = (".htaccess", "THUMBS.dbx", "~notes.txt", "._dossier/x.txt")


def test_what_programs_leave_behind_is_not_kept_and_what_people_hide_is(target: Path) -> None:
    for name in (*STRAY, ".~lock.diaporama.pptx#", *PERSONAL):
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text("x")
    make(target, "second")
    assert set(names(target)) == {"film.mp4", manifest.NAME, *PERSONAL}
