"""What is on a stick, in which order, and which editions are fit for one."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from pptx.opc.package import OpcPackage

from ceremonie.diagnostics import ExitCode
from ceremonie.stick import wording
from ceremonie.stick.placing import safe
from ceremonie.tools import office

from ..conftest import Outcome, require
from .conftest import AT_HOME, MASTER, PAPERS, WELCOME, Hall, contents, names, tell

AT_THE_TOP = {
    *("A-LIRE-D-ABORD.html", "A-LIRE-D-ABORD.txt", "empreintes.txt", "manifeste.json"),
    *("verifier-cette-cle.bat", "verifier-cette-cle.command", "verifier-cette-cle.sh"),
}


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
    assert "2024-cle.zip (archive)" in told.out
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
