"""Sticks as they come: full, locked, pulled out, in use for another edition."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from ceremonie import machine, words
from ceremonie.diagnostics import ExitCode
from ceremonie.stick import aiming, copying

from .conftest import Hall, names, tell


def another(hall: Hall, name: str) -> None:
    """One more edition in the house."""
    shutil.copytree(hall.edition, hall.edition.with_name(name))
    tell(hall.edition.with_name(name))


def test_the_stick_of_another_edition_is_told_since_it_is_seen_first(
    hall: Hall, tmp_path: Path
) -> None:
    another(hall, "2023")
    usb = tmp_path / "usb"
    assert "usb-autre-edition" not in hall.run("2023", "--vers", usb).err
    told = hall.run("2024", "--vers", usb)
    assert told.code == ExitCode.DONE
    assert re.search(r"\[usb-autre-edition\].*« 2023 ».*« 2024 ».*« 2024-cle »", told.err)
    assert (usb / "2024-cle" / "empreintes.txt").is_file()


def test_a_stick_that_has_all_already_is_not_written_to_and_may_be_locked(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.run("2024")
    before = {path: path.stat().st_mtime_ns for path in hall.stick.rglob("*")}

    def locked(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "locked")

    for name in ("_staged", "_put_in_place", "_sweep"):
        monkeypatch.setattr(copying, name, locked)
    assert hall.run("2024").code == ExitCode.DONE
    assert {path: path.stat().st_mtime_ns for path in hall.stick.rglob("*")} == before
    (hall.stick / "empreintes.txt").unlink()
    assert "protégée en écriture" in hall.run("2024").err


@pytest.mark.parametrize("written", [0, 1], ids=["before", "meanwhile"])
def test_what_went_to_the_disk_since_the_stick_was_pulled_out_is_no_stick(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    """The system gives the folder where it was to another file system."""
    real: Callable[..., dict[Path, int]] = aiming.media
    looks = iter(range(10))

    def media(targets: object) -> dict[Path, int]:
        gone = next(looks) > written
        return {path: device + gone for path, device in real(targets).items()}

    monkeypatch.setattr(aiming, "media", media)
    told = hall.run("2024")
    assert (told.code, "elle n'est plus là" in told.err) == (ExitCode.MACHINE, True)
    assert "Clé prête" not in told.out
    assert hall.stick.exists() == bool(written)


def test_sizes_that_differ_by_little_are_never_told_as_the_same(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.run("2024")
    (hall.edition / "noms.html").write_text("autre chose", "utf-8")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=60_000))
    told = hall.run("2024").err
    assert "il faut 1 Mo, il reste 0 Mo" in told
    assert words.too_little(1_240_000_001, 1_240_000_000) == ("1,3 Go", "1,2 Go")


def test_whoever_names_an_archive_is_given_one(hall: Hall, tmp_path: Path) -> None:
    assert hall.run("2024", "--vers", tmp_path / "salle.zip").code == ExitCode.DONE
    assert (tmp_path / "salle.zip").is_file()


def test_a_stick_that_holds_something_else_gets_a_folder_for_it(hall: Hall, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    (usb / "System Volume Information").mkdir(parents=True)
    hall.run("2024", "--vers", usb)
    assert (usb / "1-diaporama").is_dir()
    shared = tmp_path / "partagée"
    shared.mkdir()
    (shared / "recette.txt").write_text("des crêpes", "utf-8")
    hall.run("2024", "--vers", shared)
    assert (shared / "recette.txt").read_text("utf-8") == "des crêpes"
    assert sorted(p.name for p in shared.iterdir()) == ["2024-cle", "recette.txt"]


def test_it_is_written_neither_into_an_edition_nor_over_other_files(hall: Hall) -> None:
    told = hall.run("2024", "--vers", hall.edition / "cle")
    assert (told.code, "[usb-dans-edition]" in told.err) == (ExitCode.USAGE, True)
    hall.stick.mkdir()
    (hall.stick / "à moi.txt").write_text("à moi", "utf-8")
    told = hall.run("2024")
    assert (told.code, "[usb-etrangere]" in told.err) == (ExitCode.USAGE, True)
    assert names(hall.stick) == {"à moi.txt"}


def test_a_stick_that_is_not_plugged_in_is_told(hall: Hall, tmp_path: Path) -> None:
    for zipped in ((), ("--zip",)):
        told = hall.run("2024", "--vers", tmp_path / "absente" / "usb", *zipped)
        assert (told.code, "[usb-absente]" in told.err) == (ExitCode.USAGE, True)
    (tmp_path / "usb.txt").write_text("un fichier", "utf-8")
    told = hall.run("2024", "--vers", tmp_path / "usb.txt")
    assert (told.code, "[usb-etrangere]" in told.err) == (ExitCode.USAGE, True)
    assert not (tmp_path / "absente").exists()


def test_a_stick_without_room_is_told_before_anything_is_written(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2_000_000))
    told = hall.run("2024")
    assert told.code == ExitCode.MACHINE
    assert re.search(r"\[usb-place\].*il faut \d+ Mo, il reste 2 Mo", told.err)
    assert not hall.stick.exists()


@pytest.mark.parametrize("end", ["", ".zip"], ids=["folders", "archives"])
def test_two_sticks_on_one_disk_need_the_room_of_both(
    end: str, hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def needed(*names: str) -> int:
        places = [part for name in names for part in ("--vers", str(tmp_path / f"{name}{end}"))]
        told = hall.run("2024", *places)
        assert told.code == ExitCode.MACHINE
        match = re.search(r"\[usb-place\].*il faut (\d+) Mo", told.err)
        assert match
        return int(match[1])

    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2_000_000))
    one = needed("un")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=one * 1_000_000))
    assert needed("un", "deux") in range(2 * one - 1, 2 * one + 1)
    assert not [one for one in tmp_path.iterdir() if one.stem in ("un", "deux")]


def test_what_fat32_cannot_hold_stays_off_the_stick_and_the_lighter_film_is_on_it(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = hall.edition / "film.mp4"
    monkeypatch.setattr(machine, "LARGEST_ON_FAT32", film.stat().st_size - 1)
    told = hall.run("2024", "--fat32")
    assert told.code == ExitCode.DONE
    assert re.search(r"\[usb-fat32\].*2-film/film\.mp4", told.err)
    assert "2-film/film-secours.mp4" in told.err
    assert {n for n in names(hall.stick) if n.startswith("2-film/")} == {"2-film/film-secours.mp4"}
    assert "FAT32" in (hall.stick / "A-LIRE-D-ABORD.html").read_text("utf-8")
    told = hall.run("2024", "--zip", "--fat32")
    assert (told.code, "[usb-zip-fat32]" in told.err) == (ExitCode.MACHINE, True)
    assert "[usb-zip-grand]" in hall.run("2024", "--zip").err


def test_fat32_is_known_by_what_the_system_calls_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psutil

    usb = tmp_path / "usb"
    usb.mkdir()
    mounted = [
        SimpleNamespace(mountpoint=str(tmp_path.resolve()), fstype="ext4"),
        SimpleNamespace(mountpoint=str(usb.resolve()), fstype="vfat"),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: mounted)  # noqa: A006
    assert machine.is_fat32(usb)
    assert not machine.is_fat32(tmp_path)
