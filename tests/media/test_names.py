"""Names at the door: which file is meant, and what never is."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from ceremonie import media
from ceremonie.diagnostics import MachineError, Severity
from ceremonie.media import inspection, names
from ceremonie.media.likeness import LEVELS
from ceremonie.media.material import Missing
from ceremonie.storyboard import read
from tests.media.editions import H264, Edition, colours


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
        ("C:\\Users\\Marie\\a.png", "media-absolu"),
        ("\\\\serveur\\photos\\a.png", "media-absolu"),
        ("https://exemple.fr/a.png", "media-adresse"),
        ("concat:a.mp4|b.mp4", "media-adresse"),
        ("file:a.png", "media-adresse"),
        ("photos\\a.png", "media-antislash"),
        ("a" * 150 + ".png", "media-introuvable"),
    ],
)
def test_no_name_of_a_file_here(edition: Edition, name: str, slug: str) -> None:
    assert edition.refused(name) == (slug,)


@pytest.mark.parametrize(
    "name", ["C:\\Users\\Marie\\a.png", "C:/Marie/a.png", "\\\\s\\a.png", "/mnt/a.png", "C:a.png"]
)
def test_a_path_of_one_computer_is_answered_with_what_can_be_written(
    edition: Edition, name: str
) -> None:
    (told,) = edition.inspect({"fichier": name, "alt": "Un essai"})
    assert told.remedy.endswith("écrivez : photos/a.png")
    draw(edition.folder / "photos" / "a.png")
    assert edition.picture("photos/a.png").width == 40


@pytest.mark.parametrize("called", ["a.mp4", "a.MOV", "photos/été.avi"])
@pytest.mark.parametrize(("written", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_a_photo_that_is_called_like_a_video_can_be_used_once_it_is_renamed_as_told(
    edition: Edition, called: str, written: str, ending: str
) -> None:
    file = edition.folder / called
    file.parent.mkdir(exist_ok=True)
    Image.new("RGB", (40, 40), "red").save(file, written)
    entry = {"fichier": called, "alt": "Un essai"}
    (told,) = edition.inspect(entry)
    assert told.slug == "media-deguise"
    assert told.message == f"« {called} » s'appelle comme une vidéo, mais c'est une photo"
    own = f"{Path(called).with_suffix('')}.{ending}".replace("\\", "/")
    assert told.remedy.endswith(f"écrivez ici : {own}")
    file.rename(edition.folder / own)
    assert edition.picture(own).width == 40


@pytest.mark.parametrize("ending", ["mp4", "mov", "mkv", "avi"])
def test_a_video_that_is_called_like_a_photo_can_be_used_once_it_is_renamed_as_told(
    edition: Edition, ending: str
) -> None:
    made = edition.record(f"b.{ending}", *colours(), *H264)
    made.rename(edition.folder / "a.jpg")
    (told,) = edition.inspect({"fichier": "a.jpg", "alt": "Un essai"})
    assert told.message == "« a.jpg » s'appelle comme une photo, mais c'est une vidéo"
    assert told.remedy.endswith(f"écrivez ici : a.{ending}")
    (edition.folder / "a.jpg").rename(edition.folder / f"a.{ending}")
    assert edition.clip(f"a.{ending}")


def test_a_disguised_file_where_another_name_would_not_help_is_not_to_be_renamed(
    edition: Edition,
) -> None:
    edition.record("b.mp4", *colours(), *H264).rename(edition.folder / "logo.png")
    edition.top = {"theme": {"logo": {"fichier": "logo.png", "alt": "Un logo"}}}
    (told,) = edition.inspect()
    assert told.slug == "media-deguise"
    assert "choisissez un autre fichier" in told.remedy


@pytest.mark.parametrize("key", ["media", "medais", "photo", "videos"])
def test_under_a_misspelt_key_a_workshop_s_video_is_not_refused_too(
    edition: Edition, key: str
) -> None:
    edition.record("a.mp4", *colours(), *H264)
    workshop = {"titre": "Boxe", "commune": "Créteil", key: [{"fichier": "a.mp4", "alt": "x"}]}
    edition.top = {"jours": [{"date": "2023-11-28", "ateliers": [workshop]}]}
    assert edition.inspect() == ()


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

    def counted(file: Path, name: str) -> pictures.Decoded:
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


SPACE, NARROW, LEFT_TO_RIGHT = "\u00a0", "\u202f", "\u200e"


@pytest.mark.parametrize(
    ("disk", "written"),
    [
        ("\u200eWhatsApp Image.png", "WhatsApp Image.png"),
        ("WhatsApp Image.png", "\u200eWhatsApp Image.png"),
        ("\u200ea.png", "\u200fa.png"),
        ("\u202aa\u202c.png", "a.png"),
        ("re\u00adlais\u2060.png", "relais.png"),
        ("coeur\ufe0f.png", "\ufeffcoeur.png"),
        ("Capture 10.24.31\u202fAM.png", "Capture 10.24.31 AM.png"),
        ("Jour\u00a01\u2009b.png", "Jour 1 b.png"),
        ("a  b.png", "a b.png"),
        (" au début.png", "au début.png"),
        (" au début.png", " au début.png"),
        ("à la fin .png", "à la fin .png"),
        ("a.png ", "a.png"),
        ("IMG_0001.JPG", "img_0001.jpg"),
        ("Été.png", "éTÉ.PNG"),
        ("l’été “1”.png", "l'été \"1\".png"),
        ("l'été.png", "l’été.png"),
        ("2024\u201312\u201103.png", "2024-12-03.png"),
        ("Photos/ Jour\u00a01/\u200ea.png", "photos/jour 1/A.png"),
    ],
)  # fmt: skip
def test_the_file_is_found_by_what_is_seen_of_its_name(
    edition: Edition, disk: str, written: str
) -> None:
    file = edition.folder / unicodedata.normalize("NFD", disk)
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 40), "red").save(file, "PNG")
    assert edition.picture(written).width == 40


def test_the_shared_folder_is_found_by_what_is_seen_of_its_name(edition: Edition) -> None:
    draw(edition.folder.parent / "commun" / f"logo{SPACE}1.png")
    for shared in ("commun", "Commun", f"{LEFT_TO_RIGHT}commun"):
        written = f"../{shared}/LOGO 1.png"
        assert edition.picture(written).width == 40


def test_nothing_else_outside_is_found_by_what_is_seen(edition: Edition) -> None:
    draw(edition.folder.parent / f"{LEFT_TO_RIGHT}secret" / "a.png")
    draw(edition.folder.parent / "Autre.png")
    for written in ("../secret/a.png", "../autre.png", "photos/../../Secret/a.png"):
        assert edition.refused(written) == ("media-hors-dossier",)


@pytest.mark.skipif(sys.platform != "linux", reason="ce disque ne distingue pas ces noms")
@pytest.mark.parametrize(
    ("names", "written", "signs"),
    [
        (["a\u200eb.png", "ab\u2060.png"], "ab.png", ["⟨invisible U+200E⟩", "⟨invisible U+2060⟩"]),
        (["a\u00a0b.png", "a\u202fb.png"], "a b.png", ["⟨espace U+00A0⟩", "⟨espace U+202F⟩"]),
        ([" a.png", "a.png "], "a.png", ["« ⟨espace⟩a.png »", "« a.png⟨espace⟩ »"]),
        (["Photo.png", "PHOTO.png"], "photo.png", ["« Photo.png »", "« PHOTO.png »"]),
        (["e\u0301-1.png", "é–1.png"], "É-1.png", ["e⟨accent U+0301⟩-1.png", "é–⟨U+2013⟩1.png"]),
        (["Jour 1/a.png", "jour\u00a01/A.png"], "JOUR 1/a.png", ["« Jour 1/a.png »", "U+00A0"]),
    ],
)  # fmt: skip
def test_several_files_alike_are_told_with_the_signs_that_differ(
    edition: Edition, names: list[str], written: str, signs: list[str]
) -> None:
    for name in names:
        file = edition.folder / name
        file.parent.mkdir(exist_ok=True)
        Image.new("RGB", (40, 40), "red").save(file, "PNG")
    (told,) = edition.inspect({"fichier": written, "alt": "Un essai"})
    assert told.slug == "media-noms-jumeaux"
    assert all(sign in told.message for sign in signs), told.message
    assert "renommez" in told.remedy


@pytest.mark.skipif(sys.platform != "linux", reason="ce disque ne distingue pas ces noms")
def test_the_name_that_is_nearest_to_what_is_written_is_meant(edition: Edition) -> None:
    for name, size in (("a.png", 40), (" a.png", 50), ("A.png", 60), (f"{LEFT_TO_RIGHT}B.png", 70)):
        Image.new("RGB", (size, size), "red").save(edition.folder / name)
    Image.new("RGB", (80, 80), "red").save(edition.folder / "b.png")
    assert edition.picture("a.png").width == 40
    assert edition.picture(" a.png").width == 50
    assert edition.picture("A.png").width == 60
    assert edition.picture("B.png").width == 70


def test_a_pasted_mark_in_a_file_name_is_no_fault_of_the_storyboard(edition: Edition) -> None:
    name = f"{LEFT_TO_RIGHT}a{NARROW}b.png"
    draw(edition.folder / name)
    entry = {"fichier": name, "alt": "Un essai", "personnes": "aucune"}
    assert not edition.reading(entry).diagnostics
    assert LEFT_TO_RIGHT in edition.folder.joinpath("storyboard.yaml").read_text("utf-8")
    elsewhere = edition.reading(entry | {"alt": f"Un{LEFT_TO_RIGHT} essai"})
    assert [d.slug for d in elsewhere.diagnostics] == ["caractere-invisible"]
    (edition.folder / name).unlink()
    (told,) = edition.inspect({"fichier": name, "alt": "Un essai"})
    assert told.slug == "media-introuvable"
    assert "« ⟨invisible U+200E⟩a⟨espace U+202F⟩b.png »" in told.message


def test_a_marked_name_of_subtitles_is_found(edition: Edition) -> None:
    edition.record("a.mp4", *colours("64x36", seconds=2), *H264)
    text = "1\n00:00:00,000 --> 00:00:01,000\nOui\n"
    for disk, written in (("é.srt", "e\u0301.SRT"), (" b.srt", "b.srt"), ("c\u200e.vtt", "c.vtt")):
        (edition.folder / disk).write_text(text, "utf-8")
        assert edition.clip("a.mp4", sous_titres=written).subtitles


def test_a_proposal_is_never_the_same_name_to_the_eye(edition: Edition) -> None:
    draw(edition.folder / "photos" / "\u200erelais.png")
    (told,) = edition.inspect({"fichier": "photos/relai.png", "alt": "Un essai"})
    assert "relais.png »" in told.remedy
    assert edition.picture("photos/relais.png").width == 40


def test_each_folder_is_listed_once_however_many_names_lead_nowhere(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    (edition.folder / "photos").mkdir()
    for number in range(300):
        (edition.folder / "photos" / f"DSC_{number}.jpg").touch()
    listed: list[Path] = []
    whole = Path.iterdir

    def counted(folder: Path) -> Iterator[Path]:
        listed.append(folder)
        return whole(folder)

    monkeypatch.setattr(Path, "iterdir", counted)
    entries = [{"fichier": f"photos/IMG {n}.jpg", "alt": "Un essai"} for n in range(50)]
    reading = edition.reading(*entries)
    told = inspection.look(reading).diagnostics
    assert [d.slug for d in told] == ["media-introuvable"] * 50
    assert listed.count(edition.folder / "photos") <= len(LEVELS)


@pytest.mark.parametrize(
    ("written", "slugs"),
    [
        ("photos/../" * 40 + "photos/a.png", ()),
        ("photos/../" * 40 + "photos/z.png", ("media-introuvable",)),
        ("ailleurs/" * 1000 + "a.png", ("media-introuvable",)),
    ],
)
def test_a_long_way_round_is_gone_once(
    edition: Edition, written: str, slugs: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each folder alike would double the ways at each turn."""
    draw(edition.folder / "Photos" / "a.png")
    steps: list[str] = []
    step = names.Candidate.at

    def counted(place: names.Candidate, child: str) -> names.Candidate:
        steps.append(child)
        return step(place, child)

    monkeypatch.setattr(names.Candidate, "at", counted)
    told = edition.inspect({"fichier": written, "alt": "Un essai"})
    assert tuple(d.slug for d in told if d.severity is Severity.ERROR) == slugs
    assert len(steps) < 1000
