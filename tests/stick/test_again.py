"""A stick that is written once more: what is new comes, and nothing that people did is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie import files
from ceremonie.diagnostics import ExitCode
from ceremonie.stick import copying
from ceremonie.stick.stick_file import StickFile

from .conftest import Hall, contents, names, tell


def test_a_second_run_copies_what_has_changed_and_takes_away_what_is_no_more(hall: Hall) -> None:
    hall.run("2024")
    (hall.stick / "à moi.txt").write_text("à moi", "utf-8")
    film = hall.stick / "2-film" / "film.mp4"
    before = film.stat().st_mtime_ns
    (hall.edition / "noms.html").write_text("de nouveaux noms", "utf-8")
    (hall.edition / "carton.png").unlink()
    tell(hall.edition)
    assert hall.run("2024").code == ExitCode.DONE
    assert film.stat().st_mtime_ns == before
    assert "nouveaux" in (hall.stick / "3-documents" / "noms.html").read_text("utf-8")
    assert not (hall.stick / "5-accueil" / "carton.png").exists()
    assert (hall.stick / "à moi.txt").exists()


def test_what_people_changed_on_the_stick_is_kept(hall: Hall) -> None:
    hall.run("2024")
    deck = hall.stick / "1-diaporama" / "diaporama.pptx"
    deck.write_text("corrigé dans la salle", "utf-8")
    told = hall.run("2024")
    assert "[usb-garde]" in told.err
    aside = deck.with_name("diaporama-modifie.pptx")
    assert aside.read_text("utf-8") == "corrigé dans la salle"
    assert deck.read_bytes() == (hall.edition / "diaporama.pptx").read_bytes()


def test_what_the_stick_has_damaged_is_replaced_and_told(hall: Hall) -> None:
    hall.run("2024")
    whole = contents(hall.stick)
    for name in ("2-film/film.mp4", "5-accueil/carton.png", "empreintes.txt"):
        (hall.stick / name).write_bytes(whole[name][:-1] + b"!")
    told = hall.run("2024")
    assert "« 2-film/film.mp4 » était abîmé sur la clé : remplacé" in told.err
    assert (told.err.count("[usb-abime]"), told.err.count("[usb-garde]")) == (3, 0)
    assert contents(hall.stick) == whole


def _after(count: int, error: BaseException, real: Callable[..., object]) -> Callable[..., object]:
    """A call that fails once it was made so often."""
    calls = iter(range(count + 1))

    def call(*arguments: object) -> object:
        if next(calls, None) == count:
            raise error
        return real(*arguments)

    return call


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OSError(errno.ENOSPC, "full"), ExitCode.MACHINE, "[usb-pleine]"),
        (OSError(errno.EFBIG, "large"), ExitCode.MACHINE, "[usb-quatre-go]"),
        (OSError(errno.EROFS, "locked"), ExitCode.MACHINE, "protégée en écriture"),
        (OSError(errno.EIO, "gone"), ExitCode.MACHINE, "retirée"),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, "Interrompu"),
    ],
)
def test_a_copy_that_fails_leaves_the_former_stick_whole(
    hall: Hall,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: ExitCode,
    words: str,
) -> None:
    hall.run("2024")
    before = contents(hall.stick)
    for name in ("noms.html", "prompteur.html", "carton.png"):
        (hall.edition / name).write_text("autre chose", "utf-8")
    tell(hall.edition)
    with monkeypatch.context() as during:
        during.setattr(os, "fsync", _after(3, error, os.fsync))
        told = hall.run("2024")
    assert (told.code, words in told.err) == (code, True), told.err
    assert contents(hall.stick) == before
    assert hall.run("2024").code == ExitCode.DONE
    assert (hall.stick / "5-accueil" / "carton.png").read_text("utf-8") == "autre chose"


def test_an_archive_that_fails_leaves_the_former_one(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.run("2024", "--zip")
    archive = hall.house / "output" / "2024-cle.zip"
    before = archive.read_bytes()
    (hall.edition / "noms.html").write_text("autre chose", "utf-8")
    tell(hall.edition)
    full = OSError(errno.ENOSPC, "full")
    monkeypatch.setattr(StickFile, "pieces", _after(5, full, StickFile.pieces))
    told = hall.run("2024", "--zip")
    assert (told.code, "[usb-pleine]" in told.err) == (ExitCode.MACHINE, True)
    assert archive.read_bytes() == before
    assert sorted(p.name for p in archive.parent.iterdir()) == ["2024", "2024-cle.zip"]


def test_a_stick_pulled_out_while_files_take_their_places_is_mended_by_a_second_run(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.run("2024")
    for name in ("noms.html", "prompteur.html", "carton.png"):
        (hall.edition / name).write_text("autre chose", "utf-8")
    tell(hall.edition)
    with monkeypatch.context() as during:
        gone = OSError(errno.EIO, "gone")
        during.setattr(copying, "move", _after(3, gone, files.move))
        assert hall.run("2024").code == ExitCode.MACHINE
    assert (hall.stick / "COPIE-INACHEVEE.txt").is_file()
    told = hall.run("2024")
    assert told.code == ExitCode.DONE
    assert "usb-garde" not in told.err
    assert not [n for n in names(hall.stick) if "modifie" in n or "partiel" in n or "COPIE" in n]
    assert (hall.stick / "5-accueil" / "carton.png").read_text("utf-8") == "autre chose"


def test_a_file_that_another_program_holds_is_named_before_any_is_replaced(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.run("2024")
    before = contents(hall.stick)
    (hall.edition / "noms.html").write_text("autre chose", "utf-8")
    tell(hall.edition)

    def held(path: Path, _: object) -> None:
        raise PermissionError(errno.EACCES, "held", str(path))

    monkeypatch.setattr(Path, "rename", held)
    told = hall.run("2024")
    assert (told.code, "[usb-occupee]" in told.err) == (ExitCode.MACHINE, True)
    assert contents(hall.stick) == before
