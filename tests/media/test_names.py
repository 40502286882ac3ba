"""Names at the door: which file is meant, and what never is."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from ceremonie import media
from ceremonie.diagnostics import MachineError, Severity
from ceremonie.media.material import Missing
from ceremonie.storyboard import read
from tests.media.editions import Edition


def draw(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 40), "red").save(file)


@pytest.mark.parametrize(
    "name", ["-vf.png", "une photo d'été (1).png", "photos/a.png", "é è ç 100%.png", "a#b.PNG"]
)
def test_odd_names(edition: Edition, name: str) -> None:
    draw(edition.folder / name)
    assert edition.picture(name).width == 40


@pytest.mark.parametrize(("disk", "written"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_accents_in_either_form(edition: Edition, disk: str, written: str) -> None:
    name = "été/relais fêté.png"
    draw(edition.folder / unicodedata.normalize(disk, name))  # type: ignore[arg-type]
    assert edition.picture(unicodedata.normalize(written, name)).width == 40  # type: ignore[arg-type]


def test_shared_folder(edition: Edition) -> None:
    draw(edition.folder.parent / "commun" / "logo.png")
    assert edition.picture("../commun/logo.png").width == 40


@pytest.mark.parametrize(
    "name", ["../autre/a.png", "../a.png", "photos/../../a.png", "../commun.png"]
)
def test_outside_the_edition(edition: Edition, name: str) -> None:
    draw(edition.folder.parent / "a.png")
    draw(edition.folder.parent / "autre" / "a.png")
    assert edition.refused(name) == ("media-hors-dossier",)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("/etc/hostname.png", "media-absolu"),
        ("C:/photos/a.png", "media-absolu"),
        ("~/a.png", "media-absolu"),
        ("https://exemple.fr/a.png", "media-adresse"),
        ("concat:a.mp4|b.mp4", "media-adresse"),
        ("file:a.png", "media-adresse"),
        ("photos\\a.png", "media-antislash"),
        ("a" * 150 + ".png", "media-introuvable"),
    ],
)
def test_no_name_of_a_file_here(edition: Edition, name: str, slug: str) -> None:
    assert edition.refused(name) == (slug,)


@pytest.mark.skipif(sys.platform == "win32", reason="les liens demandent des droits sous Windows")
def test_links_that_lead_outside(edition: Edition) -> None:
    draw(edition.folder.parent / "secret" / "a.png")
    (edition.folder / "a.png").symlink_to(edition.folder.parent / "secret" / "a.png")
    (edition.folder / "photos").symlink_to(edition.folder.parent / "secret")
    (edition.folder.parent / "commun").symlink_to(edition.folder.parent / "secret")
    for name in ("a.png", "photos/a.png", "../commun/a.png"):
        assert edition.refused(name) == ("media-hors-dossier",)


@pytest.mark.skipif(sys.platform == "win32", reason="les liens demandent des droits sous Windows")
def test_links_inside_are_followed(edition: Edition) -> None:
    draw(edition.folder / "photos" / "a.png")
    (edition.folder / "b.png").symlink_to("photos/a.png")
    (edition.folder / "boucle.png").symlink_to("boucle.png")
    assert edition.picture("b.png").width == 40
    assert edition.refused("boucle.png") == ("media-illisible",)


def test_missing_is_told_with_the_nearest_name(edition: Edition) -> None:
    draw(edition.folder / "photos" / "relais.jpg")
    draw(edition.folder / "photos" / "chorale.jpg")
    (told,) = edition.inspect({"fichier": "photos/relai.jpg", "alt": "Un essai"})
    assert told.slug == "media-introuvable"
    assert told.message == "la photo « photos/relai.jpg » n'existe pas"
    assert told.remedy == "vouliez-vous dire « photos/relais.jpg » ?"
    (elsewhere,) = edition.inspect({"fichier": "chorale.jpg", "alt": "Un essai"})
    assert "« photos/chorale.jpg »" in elsewhere.remedy
    (far,) = edition.inspect({"fichier": "zzz.jpg", "alt": "Un essai"})
    assert "vouliez-vous" not in far.remedy


def test_empty_folder_and_other_formats(edition: Edition) -> None:
    (edition.folder / "vide.jpg").touch()
    (edition.folder / "photos").mkdir()
    (edition.folder / "lettre.docx").write_text("x")
    (edition.folder / "son.mp3").write_text("x")
    assert edition.refused("vide.jpg") == ("media-vide",)
    assert edition.refused("photos") == ("media-dossier",)
    assert edition.refused("lettre.docx") == ("media-format",)
    assert edition.refused("son.mp3") == ("media-format",)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="l'administrateur peut tout lire"
)
def test_unreadable(edition: Edition) -> None:
    draw(edition.folder / "a.png")
    (edition.folder / "a.png").chmod(0)
    assert edition.refused("a.png") == ("media-illisible",)


def test_only_a_draft_goes_on_without_a_file(edition: Edition) -> None:
    entry = {"fichier": "absente.jpg", "alt": "Un essai"}
    materials, told = edition.gather(entry)
    assert [d.severity for d in told] == [Severity.ERROR]
    materials, told = edition.gather(entry, draft=True)
    assert [d.severity for d in told] == [Severity.WARNING]
    assert list(materials.media.values()) == [Missing("absente.jpg")]


def test_media_are_told_even_if_the_storyboard_is_invalid(edition: Edition) -> None:
    file = edition.folder / "storyboard.yaml"
    file.write_text("inconnu: 1\ntheme: {logo: {fichier: a.png}}\n")
    reading = read(file)
    assert reading.storyboard is None
    with media.at_work(edition.workspace) as means:
        told = media.examine(reading, means).diagnostics
    assert {d.slug for d in told} == {"media-introuvable", "alt-manquant"}


def test_one_file_named_twice_is_prepared_once(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(edition.folder / "a.png")
    from ceremonie.media import pictures

    calls: list[Path] = []
    whole = pictures.decode

    def counted(file: Path, name: str) -> Image.Image:
        calls.append(file)
        return whole(file, name)

    monkeypatch.setattr(pictures, "decode", counted)
    materials, _ = edition.gather(
        {"fichier": "a.png", "alt": "Un"}, {"fichier": "./a.png", "alt": "Deux"}
    )
    assert len(calls) == 2, "examined once, and prepared once"
    assert len(materials.media) == 2


def test_workspace_that_cannot_be_written(edition: Edition) -> None:
    draw(edition.folder / "a.png")
    edition.workspace.write_text("un fichier, pas un dossier")
    with pytest.raises(MachineError) as error:
        edition.gather({"fichier": "a.png", "alt": "Un essai"})
    assert error.value.diagnostics[0].slug == "cache-inaccessible"
    assert "ne peut pas être écrit" in str(error.value)
