"""A folder that changes all at once, and what people left in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from ceremonie.diagnostics import MachineError, RenderingError, UsageError
from ceremonie.edition import keeping, manifest
from ceremonie.edition.folder import replacing
from ceremonie.unchanged import digest_of


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An edition with one file in it."""
    folder = tmp_path / "output" / "2023"
    make(folder, "premier")
    return folder


def make(target: Path, text: str) -> None:
    with replacing(target) as folder:
        (folder / "film.mp4").write_text(text)
        made = {"film.mp4": {"sha256": digest_of(folder / "film.mp4")}}
        (folder / manifest.NAME).write_text(json.dumps({"sorties": made}), "utf-8")
        files = keeping.kept(target, folder)
        keeping.carry(target, folder, files)


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def film(target: Path) -> str:
    return (target / "film.mp4").read_text()


def test_it_takes_the_place_of_the_former_one(target: Path) -> None:
    make(target, "second")
    assert film(target) == "second"
    assert names(target.parent) == ["2023/film.mp4", f"2023/{manifest.NAME}"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failed_block_changes_nothing(target: Path, error: type[BaseException]) -> None:
    def half() -> None:
        with replacing(target) as folder:
            (folder / "film.mp4").write_text("à moitié")
            raise error

    with pytest.raises(error):
        half()
    assert film(target) == "premier"
    assert names(target.parent) == ["2023/film.mp4", f"2023/{manifest.NAME}"]


def test_two_at_once_are_refused(target: Path) -> None:
    with replacing(target) as folder:
        (folder / manifest.NAME).touch()
        with pytest.raises(UsageError, match="edition-en-cours"), replacing(target):
            pass
    make(target, "après")
    assert film(target) == "après"


def test_a_folder_of_somebody_is_not_replaced(tmp_path: Path) -> None:
    own = tmp_path / "2023"
    own.mkdir()
    (own / "photos.zip").write_text("à moi")
    with pytest.raises(UsageError, match="sortie-etrangere"), replacing(own):
        pass
    assert (own / "photos.zip").read_text() == "à moi"


def test_a_file_in_its_place_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "2023").write_text("à moi")
    with pytest.raises(UsageError, match="sortie-etrangere"), replacing(tmp_path / "2023"):
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


def held(*paths: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As under Windows, where an open file or a folder with one in it cannot be renamed."""
    rename = Path.rename

    def guarded(self: Path, other: Path) -> Path:
        if self in paths:
            raise PermissionError(13, "open", str(self))
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", guarded)


def test_an_open_file_is_named_and_the_former_edition_stays(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(target, target / "film.mp4", monkeypatch=monkeypatch)
    with pytest.raises(RenderingError) as caught:
        make(target, "second")
    (told,) = caught.value.diagnostics
    assert "film.mp4" in told.message
    assert "fermez PowerPoint" in told.remedy
    assert film(target) == "premier"


def test_the_former_edition_comes_back_if_the_new_one_cannot_be_put_there(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refused(self: Path, other: Path) -> Path:
        if self.name.endswith(".partiel"):
            raise PermissionError(13, "refused", str(self))
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(MachineError, match="sortie-impossible"):
        make(target, "second")
    assert film(target) == "premier"
    assert names(target.parent) == ["2023/film.mp4", f"2023/{manifest.NAME}"]


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
    (told,) = keeping.told(keeping.kept(target, staging))
    assert "film (modifié).mp4" in told.remedy
    make(target, "second")
    assert film(target) == "second"
    assert (target / "film (modifié).mp4").read_text() == "remonté à la main"


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
