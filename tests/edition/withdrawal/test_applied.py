"""Someone takes their agreement back, and is gone from what was made."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from .conftest import (
    APPLY,
    RETRAIT,
    Run,
    appearances_of,
    manifest_of,
    never,
    storyboard_of,
    untouched,
)

pytestmark = pytest.mark.slow

FORMER = ".anciennes/2023/0001_2023-11-20_10h00"


def test_applied_the_person_is_gone_from_every_output_and_what_was_left_is_purged(
    ceremonie: Run, place: Path
) -> None:
    edition = place / "output" / "2023"
    shutil.copytree(edition, place / "clef" / "2023")
    shutil.copytree(edition, place / "output" / ".2023.0123abcd.ancien")
    (place / "output" / ".2023.4567cdef.partiel").mkdir()
    shutil.copytree(edition, place / "output" / FORMER)
    sealed = untouched(place / "clef")
    outcome = ceremonie(*APPLY)
    assert outcome.code == 0
    assert "P012 n'est plus dans aucune édition" in outcome.out
    assert "    retrait: 2023-11-30\n" in storyboard_of(place).read_text("utf-8")
    assert appearances_of(place, "P012") == set()
    assert appearances_of(place, "P013")
    assert manifest_of(place)["demande"]["publics"] == ["salle", "internet"]
    assert (edition / "internet" / "film.mp4").is_file()
    assert {one.name for one in (place / "output").iterdir()} <= {"2023", "index.html"}
    assert json.loads(ceremonie("cache", "--cache", "cache", "--json").out)["fichiers"] == 0
    assert untouched(place / "clef") == sealed
    assert "clef/2023 (copie)" in outcome.out
    for page in (edition / "transcription.html", edition / "conducteur.html"):
        assert "Lovelace" not in page.read_text("utf-8")


def test_what_the_storyboard_refuses_stays_and_is_told_with_its_remedy(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = storyboard_of(place)
    path.write_text(path.read_text("utf-8").replace(", sinon: {salle: retirer}", ""), "utf-8")
    (place / "output" / ".2023.4567cdef.partiel").mkdir()
    shutil.copytree(place / "output" / "2023", place / "output" / FORMER)
    assert f"output/{FORMER} (ancienne édition)" in ceremonie(*RETRAIT).out
    monkeypatch.setattr("ceremonie.film.render", never)
    outcome = ceremonie(*APPLY)
    assert outcome.code == 1
    assert f"Effacé : output/{FORMER}" in outcome.out
    assert "[droits-retires]" in outcome.err
    assert "[retrait-refuse]  « output/2023 » montre encore « P012 »" in outcome.err
    assert "« publication: {sinon: {salle: retirer}} »" in outcome.err
    assert "P012 est encore visible" in outcome.out
    assert "retrait: 2023-11-30" in path.read_text("utf-8")
    assert appearances_of(place, "P012")
    assert {one.name for one in (place / "output").iterdir()} <= {"2023", "index.html"}


def test_a_storyboard_that_may_not_be_written_keeps_its_edition_and_is_told(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = storyboard_of(place).read_bytes()
    storyboard_of(place).chmod(0o444)
    monkeypatch.setattr("ceremonie.desk.produce", never)
    outcome = ceremonie(*APPLY)
    assert outcome.code == 3
    assert "[retrait-non-ecrit]" in outcome.err
    assert "[retrait-reste]" in outcome.err
    assert "retraits: [{personne: P012, date: 2023-11-30}]" in outcome.err
    assert storyboard_of(place).read_bytes() == before


def test_another_run_at_work_ends_it_and_the_same_command_goes_on(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ceremonie import cache
    from ceremonie.edition import folder

    with folder.alone(place / "output" / "2023"), cache.in_use(place / "cache"):
        outcome = ceremonie(*APPLY)
    assert outcome.code == 6
    assert {"[edition-en-cours]", "[cache-occupe]", "[retrait-reste]"} <= {
        word for word in outcome.err.split() if word.startswith("[")
    }
    assert storyboard_of(place).read_text("utf-8").count("retrait: 2023-11-30") == 1
    asked: list[dict[str, Any]] = []

    def made(_: object, **options: Any) -> None:
        asked.append(options)
        raise KeyboardInterrupt

    monkeypatch.setattr("ceremonie.desk.produce", made)
    outcome = ceremonie(*APPLY)
    assert outcome.code == 130
    assert "relancez la même commande" in outcome.err
    assert asked[0]["audiences"] == ("salle", "internet")
    assert asked[0]["draft"] is True
    assert storyboard_of(place).read_text("utf-8").count("retrait: 2023-11-30") == 1


def test_of_a_register_in_a_file_the_withdrawal_stands_in_the_storyboard(
    ceremonie: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = storyboard_of(place)
    head, _, register = path.read_text("utf-8").partition("droits:\n")
    lines, _, tail = register.partition("deroule:")
    (path.parent / "registre.yaml").write_text(lines, "utf-8")
    path.write_text(f"{head}droits: registre.yaml\nderoule:{tail}", "utf-8")
    assert "  registre.yaml, ligne 1 : registre\n" in ceremonie(*RETRAIT).out
    monkeypatch.setattr("ceremonie.desk.produce", _never_made)
    ceremonie(*APPLY)
    assert "retraits: [{personne: P012, date: 2023-11-30}]" in path.read_text("utf-8")
    assert (path.parent / "registre.yaml").read_text("utf-8") == lines
    assert "accord retiré" in ceremonie(*RETRAIT).out


def _never_made(*_: object, **__: object) -> None:
    from ceremonie.diagnostics import BusyError
    from ceremonie.messages import problem

    raise BusyError(problem("edition-en-cours", name="2023"))


def _withdrawn(place: Path) -> None:
    board = storyboard_of(place)
    text = board.read_text("utf-8")
    withdrawal = "retraits: [{personne: P012, date: 2023-11-30}], sinon"
    board.write_text(text.replace("sinon", withdrawal, 1), "utf-8")


PRODUCE = ("produire", "assets/2023", "--brouillon", "--cache", "cache")


@pytest.mark.parametrize(
    ("only", "dropped"),
    [
        ("diaporama", ("film.mp4", "planche.jpg", "film.fr.srt", "transcription.html")),
        ("film", ("diaporama.pptx",)),
    ],
)
def test_the_part_that_is_not_made_goes_where_somebody_in_it_has_withdrawn(
    ceremonie: Run, place: Path, only: str, dropped: tuple[str, ...]
) -> None:
    _withdrawn(place)
    outcome = ceremonie(*PRODUCE, "--seulement", only)
    assert outcome.code == 0, outcome.err
    assert "[partie-sans-accord]" in outcome.err
    assert "« P012 »" in outcome.err
    edition = place / "output" / "2023"
    assert not [name for name in dropped if (edition / name).exists()]
    assert appearances_of(place, "P012") == set()
    assert ("film.mp4" in manifest_of(place)["films"]) is (only == "film")


def test_the_part_that_is_not_made_stays_where_everybody_in_it_still_agrees(
    ceremonie: Run, place: Path
) -> None:
    board = storyboard_of(place)
    board.write_text(board.read_text("utf-8").replace("Boxe éducative", "Boxe"), "utf-8")
    film = (place / "output" / "2023" / "film.mp4").read_bytes()
    outcome = ceremonie(*PRODUCE, "--seulement", "diaporama")
    assert outcome.code == 0, outcome.err
    assert "partie-sans-accord" not in outcome.err
    assert (place / "output" / "2023" / "film.mp4").read_bytes() == film
