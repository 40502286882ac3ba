"""Where somebody is in what was made: by the manifest, and by `retrait`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import (
    RETRAIT,
    Run,
    appearances_of,
    manifest_of,
    untouched,
)

pytestmark = pytest.mark.slow


def test_the_manifest_tells_of_each_person_every_file_slide_and_moment(place: Path) -> None:
    everywhere = appearances_of(place, "P012")
    assert everywhere >= {
        ("salle", "diaporama.pptx", "vu", 4),
        ("salle", "diaporama.pptx", "nommé", 4),  # in the notes of the slide before
        ("salle", "diaporama.pptx", "nommé", 5),
        ("salle", "diaporama.pptx", "vu", 6),
        ("salle", "film.mp4", "vu", None),
        ("salle", "film.mp4", "nommé", None),
        ("salle", "planche.jpg", "vu", None),
        ("salle", "transcription.html", "nommé", None),
        ("salle", "conducteur.html", "nommé", 5),
        ("internet", "internet/film.mp4", "nommé", None),
        ("internet", "internet/transcription.html", "nommé", None),
        ("internet", "internet/page.html", "nommé", None),
    }
    assert {file for _, file, _, _ in appearances_of(place, "P013")} == {
        "diaporama.pptx",
        "contenu.json",
    }


def test_a_person_is_on_screen_while_the_shot_of_their_medium_lasts(place: Path) -> None:
    shown = [o for o in manifest_of(place)["personnes"]["P012"] if o["fichier"] == "film.mp4"]
    report = json.loads((place / "output" / "2023" / "rapport.json").read_text("utf-8"))
    length = report["film"]["images"] / 25
    assert {one["source"]["chemin"] for one in shown if "source" in one} == {"photos/portrait.jpg"}
    assert all(0 < one["de"] < one["a"] <= length for one in shown)


def test_the_manifest_calls_people_by_identifier_alone_and_says_what_was_asked_for(
    place: Path,
) -> None:
    text = (place / "output" / "2023" / "manifeste.json").read_text("utf-8")
    assert "Lovelace" not in text
    told = manifest_of(place)
    assert told["demande"]["publics"] == ["salle", "internet"]
    assert told["demande"]["brouillon"] is True
    assert told["personnes_inconnues"] == []
    published = place / "output" / "2023" / "internet" / "manifeste.json"
    assert "personnes" not in published.read_text("utf-8")


def test_a_person_is_found_in_storyboard_edition_and_everything_beside_it(
    ceremonie: Run, place: Path
) -> None:
    edition = place / "output" / "2023"
    shutil.copytree(edition, place / "clef" / "2023")
    shutil.copytree(edition, place / "sac" / "data" / "2023")
    (place / "sac" / "bagit.txt").write_text("BagIt-Version: 1.0\n", "utf-8")
    for form in ("zip", "tar"):
        shutil.make_archive(str(place / "envoi"), form, place / "output", "2023")
    shutil.copytree(edition, place / "output" / ".2023.0123abcd.ancien")
    (place / "output" / ".2023.4567cdef.partiel").mkdir()
    before = untouched(place)
    outcome = ceremonie(*RETRAIT)
    assert outcome.code == 0
    assert "assets/2023/storyboard.yaml" in outcome.out
    assert "  ligne 17 : vu dans photos/groupe.jpg" in outcome.out
    assert "diaporama.pptx : diapositives 4 et 5 (nommé, vu) ; " in outcome.out
    assert "    internet/film.mp4 : 0:" in outcome.out
    assert (
        "à refaire : ceremonie produire assets/2023/storyboard.yaml --public salle,internet "
        "--brouillon\n" in outcome.out
    )
    assert "output/.2023.0123abcd.ancien (reste d'une production)" in outcome.out
    assert "output/.2023.4567cdef.partiel (reste d'une production)" in outcome.out
    archives = ("envoi.tar (archive)", "envoi.zip (archive)")
    for sealed in ("clef/2023 (copie)", "sac (paquet scellé)", *archives):
        assert f"{sealed}\n  aux mêmes endroits que output/2023\n" in outcome.out
    assert "Lovelace" not in outcome.out
    assert untouched(place) == before


def test_what_was_published_and_copied_is_known_by_what_it_was_made_from(
    ceremonie: Run, place: Path
) -> None:
    shutil.copytree(place / "output" / "2023" / "internet", place / "site")
    told = ceremonie(*RETRAIT).out
    assert "site (copie)\n  publié : " in told
    assert "fait avec des médias de cette personne : photos/" in told


def test_as_json_every_appearance_stands_with_its_edition(ceremonie: Run, place: Path) -> None:
    told = json.loads(ceremonie(*RETRAIT, "--json").out)
    assert [one["dossier"] for one in told["editions"]] == ["output/2023"]
    assert told["editions"][0]["apparitions"] == manifest_of(place)["personnes"]["P012"]
    assert told["storyboards"][0]["retire"] is False


def test_nobody_is_proposed_for_an_unknown_identifier_and_nothing_is_done(
    ceremonie: Run, place: Path
) -> None:
    before = untouched(place)
    outcome = ceremonie("retrait", "P021", "--cache", "cache", "--appliquer")
    assert outcome.code == 2
    assert "[retrait-introuvable]" in outcome.err
    assert "P012" not in outcome.err
    assert "P013" not in outcome.err
    assert untouched(place) == before


def test_a_name_is_refused_and_not_repeated(ceremonie: Run, place: Path) -> None:
    outcome = ceremonie("retrait", "Ada Lovelace", "--cache", "cache", "--appliquer")
    assert outcome.code == 2
    assert "[retrait-nom]" in outcome.err
    assert "Lovelace" not in outcome.err


def test_a_day_that_is_none_is_refused(ceremonie: Run, place: Path) -> None:
    outcome = ceremonie("retrait", "P012", "--date", "2023-02-30")
    assert outcome.code == 2
    assert "AAAA-MM-JJ" in outcome.err


def test_an_edition_of_an_older_program_is_unknown_and_never_nothing(
    ceremonie: Run, place: Path
) -> None:
    path = place / "output" / "2023" / "manifeste.json"
    older = manifest_of(place)
    del older["personnes"]
    path.write_text(json.dumps(older), "utf-8")
    shutil.copytree(path.parent, place / "output" / "2019")
    (place / "output" / "2019" / "manifeste.json").write_text(
        json.dumps({**older, "edition": "2019"}), "utf-8"
    )
    outcome = ceremonie(*RETRAIT)
    known, _, doubtful = outcome.out.partition("À vérifier à la main")
    assert "output/2023 (édition)" in known
    assert "inconnu" in known
    assert "à refaire : ceremonie produire" in known
    assert "output/2019 (édition)" in doubtful
    assert "Aucune édition" not in outcome.out


def test_what_people_put_into_an_edition_is_left_to_them(ceremonie: Run, place: Path) -> None:
    edition = place / "output" / "2023"
    (edition / "diaporama-de-Jo.pptx").write_bytes(b"by hand")
    assert "à vérifier vous-même : diaporama-de-Jo.pptx" in ceremonie(*RETRAIT).out
