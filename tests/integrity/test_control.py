"""`ceremonie controler`: whatever became of a file since it was made is told, at its name."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pptx import Presentation

from ceremonie.desk import control
from ceremonie.diagnostics import ExitCode, Severity
from ceremonie.edition import manifest
from ceremonie.integrity import opening
from ceremonie.unchanged import digest_of

from ..conftest import Outcome
from .corruptions import KINDS, Corruption, cut, flip, swap


def told(folder: Path, *, thorough: bool = False) -> dict[str, str]:
    """Name in the folder → slug; a file is told once."""
    diagnostics = control(folder, thorough=thorough).diagnostics
    pairs = [
        (Path(d.place.file).absolute().relative_to(folder.absolute()).as_posix(), d.slug)
        for d in diagnostics
        if d.place
    ]
    assert len(pairs) == len(dict(pairs)) == len(diagnostics)
    return dict(pairs)


def retell(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change what the manifest tells, as somebody who knows it would: its digest is right again."""
    facts = manifest.contents(folder)
    facts.pop(manifest.OWN_DIGEST)
    change(facts)
    manifest._write(folder, facts)


def test_a_whole_edition_is_said_to_be_whole(
    edition: Path, ceremonie: Callable[..., Outcome]
) -> None:
    outcome = ceremonie("controler", edition, "--complet")
    assert outcome.code == ExitCode.DONE
    assert "tout est entier et tel qu'il a été produit" in outcome.out
    assert told(edition.parent) == {}


def test_all_editions_of_a_folder_are_checked(edition: Path) -> None:
    other = Path(shutil.copytree(edition, edition.with_name("2024")))
    (other / "film.mp4").unlink()
    assert told(edition.parent) == {"2024/film.mp4": "controle-manquant"}


def test_a_fault_is_data_and_has_its_exit_code(
    edition: Path, ceremonie: Callable[..., Outcome]
) -> None:
    (edition / "planche.jpg").unlink()
    outcome = ceremonie("controler", edition, "--json")
    facts = json.loads(outcome.out)
    assert outcome.code == ExitCode.CHECK
    assert not facts["entier"]
    (fault,) = facts["dossiers"][0]["diagnostics"]
    assert (fault["code"], fault["gravite"]) == ("controle-manquant", "erreur")
    assert fault["fichier"].endswith("planche.jpg")
    assert "copie" in fault["aide"]


@pytest.mark.parametrize("name", ["film.mp4", "diaporama.pptx", "planche.jpg", "conducteur.xlsx"])
def test_a_truncated_file_is_told(edition: Path, name: str) -> None:
    cut(edition / name, (edition / name).stat().st_size - 100)
    assert told(edition) == {name: "controle-tronque"}


def test_a_truncated_font_is_told(edition: Path) -> None:
    font = sorted((edition / "polices").glob("*.ttf"))[0]
    cut(font, font.stat().st_size // 2)
    assert told(edition) == {f"polices/{font.name}": "controle-tronque"}


def test_an_empty_file_is_told(edition: Path) -> None:
    cut(edition / "noms.html", 0)
    assert told(edition) == {"noms.html": "controle-tronque"}


def test_damage_that_a_file_shows_itself_is_called_damage(edition: Path) -> None:
    deck = edition / "diaporama.pptx"
    with zipfile.ZipFile(deck) as archive:
        part = max(archive.infolist(), key=lambda one: one.compress_size)
    flip(deck, part.header_offset + 30 + len(part.filename) + part.compress_size // 2)
    assert told(edition) == {"diaporama.pptx": "controle-abime"}


def test_a_change_that_nothing_explains_is_called_so(edition: Path) -> None:
    page = edition / "prompteur.html"
    page.write_text(page.read_text("utf-8").replace("Journées", "journées"), "utf-8")
    later = (edition / manifest.NAME).stat().st_mtime + 60
    os.utime(page, (later, later))
    assert told(edition) == {"prompteur.html": "controle-modifie"}


def test_a_file_that_nobody_has_saved_since_is_damaged(edition: Path) -> None:
    page = edition / "prompteur.html"
    former = page.stat()
    page.write_text(page.read_text("utf-8").replace("Journées", "journées"), "utf-8")
    os.utime(page, (former.st_atime, former.st_mtime))
    assert told(edition) == {"prompteur.html": "controle-altere"}


def test_a_deck_that_somebody_corrected_is_theirs_and_no_fault(
    edition: Path, ceremonie: Callable[..., Outcome]
) -> None:
    path = edition / "diaporama.pptx"
    deck = Presentation(str(path))
    deck.core_properties.modified = deck.core_properties.created.replace(year=2024)
    deck.save(str(path))
    (diagnostic,) = control(edition).diagnostics
    assert (diagnostic.slug, diagnostic.severity) == ("controle-a-la-main", Severity.WARNING)
    assert ceremonie("controler", edition).code == ExitCode.DONE


def test_what_people_added_is_named_as_theirs_and_no_fault(
    edition: Path, ceremonie: Callable[..., Outcome]
) -> None:
    (edition / "discours.txt").write_text("Chers amis", "utf-8")
    (edition / "Thumbs.db").write_bytes(b"rubbish")
    assert told(edition) == {"discours.txt": "controle-ajoute"}
    assert ceremonie("controler", edition).code == ExitCode.DONE


def test_what_people_added_is_opened_as_well(edition: Path) -> None:
    whole = (edition / "diaporama.pptx").read_bytes()
    (edition / "discours.pptx").write_bytes(whole[: len(whole) // 2])
    diagnostics = control(edition).diagnostics
    assert {one.slug: one.severity for one in diagnostics} == {
        "controle-ajoute": Severity.NOTE,
        "controle-ne-souvre-pas": Severity.ERROR,
    }
    assert {one.place.file for one in diagnostics if one.place} == {str(edition / "discours.pptx")}


def test_a_renamed_file_is_told_with_both_names(edition: Path) -> None:
    (edition / "film.mp4").rename(edition / "film-final.mp4")
    (diagnostic,) = control(edition).diagnostics
    assert diagnostic.slug == "controle-renomme"
    assert "film-final.mp4" in diagnostic.message
    assert "film.mp4" in diagnostic.remedy


def test_another_case_of_a_name_is_no_other_name(edition: Path) -> None:
    (edition / "noms.html").rename(edition / "NOMS.HTML")
    assert told(edition) == {}


def test_files_that_were_swapped_are_not_called_damaged_too(edition: Path) -> None:
    swap(edition / "noms.html", edition / "planche.jpg")
    assert told(edition) == {"noms.html": "controle-echange"}


def test_two_swapped_files_are_told_once(edition: Path) -> None:
    swap(edition / "noms.html", edition / "conducteur.html")
    (diagnostic,) = control(edition).diagnostics
    assert diagnostic.slug == "controle-echange"
    assert "noms.html" in diagnostic.message


@pytest.mark.parametrize(
    ("spoilt", "slug"),
    [
        (b"", "controle-manifeste-illisible"),
        (b"{", "controle-manifeste-illisible"),
        (b'{"edition": "2023", "sorties": []}', "controle-manifeste-illisible"),
        (b'{"sorties": ' + b"[" * 100_000, "controle-manifeste-illisible"),
        (b'{"edition": "\\ud800", "sorties": {"a": {}}}', "controle-manifeste-illisible"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_told(edition: Path, spoilt: bytes, slug: str) -> None:
    (edition / manifest.NAME).write_bytes(spoilt)
    assert told(edition) == {manifest.NAME: slug}


def test_a_manifest_that_is_gone_is_told_and_files_are_opened_all_the_same(edition: Path) -> None:
    (edition / manifest.NAME).unlink()
    cut(edition / "film.mp4", 5000)
    faults = told(edition)
    assert faults == {
        manifest.NAME: "controle-sans-manifeste",
        "film.mp4": "controle-ne-souvre-pas",
    }


def test_one_sign_changed_in_a_manifest_is_told(edition: Path) -> None:
    file = edition / manifest.NAME
    file.write_bytes(file.read_bytes().replace(b'"ceremonie": "2023-', b'"ceremonie": "2022-'))
    assert told(edition) == {manifest.NAME: "controle-manifeste-modifie"}


def test_a_manifest_never_leads_out_of_its_folder(edition: Path) -> None:
    outside = edition.parent / "voisin.txt"
    outside.write_text("rien", "utf-8")
    entry = {"sha256": "0" * 64, "octets": 4}
    places = {"../voisin.txt": entry, str(outside): entry, "C:\\voisin.txt": entry}
    retell(edition, lambda facts: facts["sorties"].update(places))
    assert told(edition) == {manifest.NAME: "controle-manifeste-dehors"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_not_waited_for(edition: Path) -> None:
    (edition / "film.mp4").unlink()
    os.mkfifo(edition / "film.mp4")
    assert told(edition) == {"film.mp4": "controle-illisible"}


def test_a_page_that_is_none_is_told(edition: Path) -> None:
    page = edition / "transcription.html"
    page.write_text(page.read_text("utf-8").replace("<body>", "<body><![fin[ ]]>"), "utf-8")
    assert told(edition) == {"transcription.html": "controle-abime"}


def test_what_unpacks_without_end_is_not_unpacked(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_UNPACKED", 1_000_000)
    with zipfile.ZipFile(edition / "b.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", f"<a>{' ' * 1_000_000}</a>")
    promise = {"sha256": digest_of(edition / "b.docx")}
    retell(edition, lambda facts: facts["sorties"].update({"b.docx": promise}))
    assert told(edition) == {"b.docx": "controle-ne-souvre-pas"}


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such a name")
def test_a_name_orders_a_terminal_nothing(edition: Path, ceremonie: Callable[..., Outcome]) -> None:
    (edition / "\x1b[2J\nfin.txt").write_text("mot", "utf-8")
    outcome = ceremonie("controler", edition)
    assert "\x1b" not in outcome.out + outcome.err
    assert "�[2J�fin.txt" in outcome.out + outcome.err


@pytest.mark.parametrize("spoilt", [None, 1, {"P001": [None]}, {"P001": {}}, {"P001": [{}]}])
def test_who_appears_is_unknown_where_a_manifest_tells_it_badly(edition: Path, spoilt: Any) -> None:
    for key in (manifest.PEOPLE, manifest.UNKNOWN):
        facts = manifest.contents(edition) | {key: spoilt}
        (edition / manifest.NAME).write_text(json.dumps(facts), "utf-8")
        facts = manifest.contents(edition)
        assert facts[manifest.EDITION]
        assert not {manifest.PEOPLE, manifest.UNKNOWN} & facts.keys()


def test_a_link_is_not_followed(edition: Path) -> None:
    film = edition / "film.mp4"
    elsewhere = edition.parent / "film.mp4"
    film.rename(elsewhere)
    try:
        film.symlink_to(elsewhere)
    except OSError:
        pytest.skip("links are not for everybody here")
    slugs = [one.slug for one in control(edition).diagnostics]
    assert slugs == ["controle-lien"]


def test_an_audience_s_folder_that_was_taken_away_is_checked_by_its_own_manifest(
    edition: Path, tmp_path: Path
) -> None:
    alone = Path(shutil.copytree(edition / "interne", tmp_path / "interne"))
    assert told(alone) == {}
    (alone / "affiche.jpg").unlink()
    assert told(alone) == {"affiche.jpg": "controle-manquant"}


def test_a_film_of_another_length_than_reported_is_told(edition: Path) -> None:
    report = edition / "rapport.json"
    facts = json.loads(report.read_text("utf-8"))
    facts["film"]["images"] += 1
    report.write_text(json.dumps(facts), "utf-8")
    (edition / manifest.NAME).unlink()
    assert told(edition, thorough=True)["film.mp4"] == "controle-images"


def test_a_film_whose_pictures_are_damaged_is_told_by_decoding_it(edition: Path) -> None:
    """Where there is no manifest to tell it: its structure is whole."""
    (edition / manifest.NAME).unlink()
    film = edition / "film.mp4"
    data = bytearray(film.read_bytes())
    at = data.index(b"mdat") + 20_000
    data[at : at + 4_000] = bytes(4_000)
    film.write_bytes(data)
    assert "film.mp4" not in told(edition)
    assert told(edition, thorough=True)["film.mp4"] == "controle-ne-souvre-pas"


@pytest.mark.parametrize("given", ["nulle-part", "vide"])
def test_a_folder_without_an_edition_is_wrong_usage(
    tmp_path: Path, given: str, ceremonie: Callable[..., Outcome]
) -> None:
    (tmp_path / "vide").mkdir()
    assert ceremonie("controler", tmp_path / given).code == ExitCode.USAGE


@pytest.mark.parametrize("corruption", KINDS, ids=lambda one: one.__name__)
def test_whatever_is_spoilt_at_random_is_named(edition: Path, corruption: Corruption) -> None:
    spoilt = corruption(edition, Random(14))
    assert spoilt & told(edition).keys()
