"""What is on a stick, where it may lie, and that nothing that was there is lost."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import av
import pytest
from pptx.opc.package import OpcPackage

from ceremonie import files, machine
from ceremonie.diagnostics import ExitCode
from ceremonie.stick import copying, wording
from ceremonie.stick.placing import safe
from ceremonie.stick.stick_file import StickFile
from ceremonie.tools import office

from ..conftest import Outcome, require
from .conftest import AT_HOME, MASTER, PAPERS, WELCOME, Hall, tell

AT_THE_TOP = {
    *("A-LIRE-D-ABORD.html", "A-LIRE-D-ABORD.txt", "empreintes.txt", "manifeste.json"),
    *("verifier-cette-cle.bat", "verifier-cette-cle.command", "verifier-cette-cle.sh"),
}


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def test_a_stick_holds_what_the_hall_needs_and_nothing_else(hall: Hall) -> None:
    told = hall.run("2024")
    assert told.code == ExitCode.DONE
    assert str(Path("output/2024-cle")) in told.out
    on_it = names(hall.stick)
    assert on_it >= AT_THE_TOP
    assert {n.partition("/")[2] for n in on_it if n.startswith("2-film/")} == {
        "film.mp4",
        "film-secours.mp4",
    }
    assert on_it >= {f"3-documents/{name}" for name in PAPERS}
    assert on_it >= {f"5-accueil/{name}" for name in (*WELCOME, "accueil.ppsx")}
    assert on_it >= {f"6-regie/{name}" for name in MASTER}
    assert not {Path(name).name for name in on_it} & {Path(n).name for n in AT_HOME if "9x16" in n}
    assert not {Path(name).name for name in on_it} & {"rapport.html", "rapport.json"}
    assert not any(b"internet/" in data for data in contents(hall.stick).values())


def test_every_file_is_explained_and_every_explanation_has_its_file(hall: Hall) -> None:
    hall.run("2024")
    text = (hall.stick / "A-LIRE-D-ABORD.txt").read_text("utf-8-sig")
    page = (hall.stick / "A-LIRE-D-ABORD.html").read_text("utf-8")
    alone = ("4-polices/", "3-documents/polices/")
    on_it = {n for n in names(hall.stick) - AT_THE_TOP if not n.startswith(alone)}
    told = {file.name for moment in wording.MOMENTS for file in moment.files}
    assert on_it == told - {"1-diaporama/diaporama.pdf"}  # it has a test of its own
    assert all(name in text and f'href="{name}"' in page for name in on_it)
    assert "6 décembre 2024" in text
    assert max(map(len, text.splitlines())) <= 78


@pytest.mark.parametrize("silent", [False, True])
def test_whoever_tries_a_silent_film_is_told_so(hall: Hall, silent: bool) -> None:
    tell(hall.edition, silent=silent)
    hall.run("2024")
    text = " ".join((hall.stick / "A-LIRE-D-ABORD.txt").read_text("utf-8-sig").split())
    assert ("film muet" in text, "son de la salle" in text) == (silent, not silent)


def test_the_slideshow_is_the_deck_with_another_type(hall: Hall) -> None:
    hall.run("2024")
    for show, deck in (("1-diaporama/diaporama", "diaporama"), ("5-accueil/accueil", "accueil")):
        package = OpcPackage.open(str(hall.stick / f"{show}.ppsx"))
        main = package.main_document_part
        assert main.content_type.endswith("presentationml.slideshow.main+xml")
        with (
            zipfile.ZipFile(hall.stick / f"{show}.ppsx") as ours,
            zipfile.ZipFile(hall.edition / f"{deck}.pptx") as theirs,
        ):
            assert ours.namelist() == theirs.namelist()
            changed = [n for n in ours.namelist() if ours.read(n) != theirs.read(n)]
        assert changed == ["[Content_Types].xml"]


def test_the_spare_film_is_light_enough_for_old_machines(hall: Hall) -> None:
    hall.run("2024")
    with av.open(str(hall.stick / "2-film" / "film-secours.mp4")) as film:
        picture, sound = film.streams.video[0], film.streams.audio[0]
        assert picture.codec_context.name == "h264"
        assert picture.profile == "Constrained Baseline"
        assert (picture.width, picture.height, picture.average_rate) == (1280, 720, 25)
        assert (sound.codec_context.name, sound.rate) == ("aac", 48000)
        assert film.duration == pytest.approx(1_000_000, abs=50_000)


@pytest.mark.slow  # LibreOffice starts twice
def test_libreoffice_writes_the_pages_and_opens_the_slideshow(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office, "program", lambda: require("soffice"))
    hall.run("2024")
    pages = hall.stick / "1-diaporama" / "diaporama.pdf"
    assert "1-diaporama/diaporama.pdf" in (hall.stick / "empreintes.txt").read_text("ascii")
    office.write_pdf(hall.stick / "1-diaporama" / "diaporama.ppsx", tmp_path / "again.pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", pages.read_bytes())) == 2
    assert (tmp_path / "again.pdf").read_bytes() == pages.read_bytes()


def test_that_there_are_no_pages_is_told(hall: Hall) -> None:
    told = hall.run("2024")
    assert "[usb-sans-pdf]" in told.err
    text = (hall.stick / "A-LIRE-D-ABORD.txt").read_text("utf-8-sig")
    assert "LibreOffice manque" in " ".join(text.split())


def test_a_program_is_told_where_the_stick_is_and_what_is_on_it(hall: Hall) -> None:
    told = hall.run("2024", "--json")
    (stick,) = json.loads(told.out)["cles"]
    assert stick["chemin"] == str(Path("output/2024-cle"))
    assert {*stick["fichiers"]} == names(hall.stick) - {"manifeste.json"}


def test_names_are_such_as_any_stick_takes(hall: Hall) -> None:
    added = hall.edition / "Mes ajouts" / "Élèves œuvrant : 3ᵉ « B ».txt"
    added.parent.mkdir()
    added.write_text("à lire", "utf-8")
    (hall.edition / "aux.txt").write_text("réservé", "utf-8")
    told = hall.run("2024")
    assert "[usb-ajoutes]" in told.err
    on_it = names(hall.stick)
    assert "7-ajouts/Mes-ajouts/Eleves-oeuvrant-3e-B.txt" in on_it
    assert "7-ajouts/_aux.txt" in on_it
    assert all(re.fullmatch(r"[A-Za-z0-9._/-]+", name) for name in on_it)
    assert len(safe("é" * 300 + ".pptx")) <= 60


@pytest.mark.parametrize(
    ("spoil", "slug"),
    [
        (lambda edition: tell(edition, draft=True), "usb-brouillon"),
        (lambda edition: (edition / "noms.html").unlink(), "usb-incomplete"),
        (lambda edition: (edition / "manifeste.json").unlink(), "usb-introuvable"),
        (lambda edition: (edition / "diaporama.pptx").write_text("rien"), "usb-illisible"),
    ],
)
def test_what_is_not_fit_for_the_hall_is_refused(
    hall: Hall, spoil: Callable[[Path], object], slug: str
) -> None:
    spoil(hall.edition)
    told = hall.run("2024")
    assert told.code in {ExitCode.USAGE, ExitCode.RENDERING}
    assert f"[{slug}]" in told.err
    assert not hall.stick.exists()


def test_whoever_names_no_edition_or_a_draft_is_told_what_to_type(hall: Hall) -> None:
    told = hall.run("2023")
    assert re.search(r"par exemple 2024\).*ceremonie produire 2023$", told.err, re.M)
    tell(hall.edition, draft=True)
    assert re.search(r"ceremonie produire 2024$", hall.run("2024").err, re.M)
    shutil.rmtree(hall.edition)
    assert "édition produite ; pour produire celle-ci" in hall.run("2024").err


def test_what_people_changed_in_the_edition_is_taken_and_told(hall: Hall) -> None:
    (hall.edition / "noms.html").write_text("corrigé", "utf-8")
    told = hall.run(hall.edition)
    assert "[usb-modifies]" in told.err
    assert "noms.html" in told.err
    assert (hall.stick / "3-documents" / "noms.html").read_text("utf-8") == "corrigé"
    facts = json.loads((hall.stick / "manifeste.json").read_text("utf-8"))
    assert facts["personnes_inconnues"] == ["3-documents/noms.html"]


def test_neither_names_of_media_nor_the_key_to_people_leave_the_house(hall: Hall) -> None:
    (hall.edition / "clef.csv").write_text("identifiant;nom\nP012;Léa Dupont\n", "utf-8")
    told = hall.run("2024")
    assert "[usb-clef]" in told.err
    every = contents(hall.stick)
    assert not any(b"lea-dupont" in data or b"Dupont" in data for data in every.values())


def test_withdrawal_finds_sticks_and_leaves_them_as_they_are(
    hall: Hall, ceremonie: Callable[..., Outcome]
) -> None:
    hall.run("2024")
    hall.run("2024", "--zip")
    before = contents(hall.stick), (hall.house / "output" / "2024-cle.zip").read_bytes()
    told = ceremonie("retrait", "P012")
    assert told.code == ExitCode.DONE
    assert re.search(r"2024-cle \(clé pour la salle\)", told.out)
    assert "2024-cle.zip (archive zip)" in told.out
    assert "1-diaporama/diaporama.ppsx : diapositive 2 (vu)" in told.out
    assert before == (contents(hall.stick), (hall.house / "output" / "2024-cle.zip").read_bytes())


def test_an_archive_has_the_same_bytes_each_time_and_those_of_the_folder(
    hall: Hall, tmp_path: Path
) -> None:
    hall.run("2024", "--vers", hall.stick)
    archives = (tmp_path / "une.zip", tmp_path / "deux" / "une.zip")
    archives[1].parent.mkdir()
    told = hall.run("2024", "--zip", "--vers", archives[0], "--vers", archives[1].parent)
    assert told.code == ExitCode.DONE
    second = archives[1].with_name("2024-cle.zip")
    with zipfile.ZipFile(archives[0]) as one, zipfile.ZipFile(second) as two:
        inside = {n.partition("/")[2]: one.read(n) for n in one.namelist()}
        assert [one.read(n) for n in one.namelist()] == [two.read(n) for n in two.namelist()]
        modes = {i.filename: i.external_attr >> 16 for i in two.infolist()}
    assert inside == contents(hall.stick)
    assert modes["2024-cle/verifier-cette-cle.command"] & 0o111
    before = second.read_bytes()
    os.utime(hall.edition / "film.mp4")
    hall.run("2024", "--zip", "--vers", second)
    assert second.read_bytes() == before


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


@pytest.mark.parametrize(
    "given", ["2024", "output/2024", "assets/2024", "assets/2024/storyboard.yaml"]
)
def test_an_edition_is_understood_however_it_is_called(hall: Hall, given: str) -> None:
    assert hall.run(given).code == ExitCode.DONE
    assert hall.stick.is_dir()


@pytest.mark.parametrize("typed", ["stick", "usb", "clé"])
def test_whoever_types_another_word_is_told_ours(
    ceremonie: Callable[..., Outcome], typed: str
) -> None:
    assert "vouliez-vous dire « cle »" in ceremonie(typed, "2024").err


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


def test_a_stick_without_room_is_told_before_anything_is_written(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2_000_000))
    told = hall.run("2024")
    assert told.code == ExitCode.MACHINE
    assert re.search(r"\[usb-place\].*il faut \d+ Mo, il reste 2 Mo", told.err)
    assert not hall.stick.exists()


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
