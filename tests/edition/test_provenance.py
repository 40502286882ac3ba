"""An edition says from what, with what and how it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceremonie import production, unchanged
from ceremonie.edition import manifest
from ceremonie.progress import Step
from ceremonie.storyboard import Reading, read
from ceremonie.storyboard.resolved import resolved
from ceremonie.unchanged import Digests

from ..conftest import BOARD, Outcome
from .builds import REGISTER


def told_of(edition: Path) -> dict[str, Any]:
    told = json.loads((edition / manifest.NAME).read_text("utf-8"))
    assert isinstance(told, dict)
    return told


def place_of(folder: Path, text: str = BOARD) -> Path:
    """A storyboard with its photo."""
    from PIL import Image

    board = folder / "edition" / "storyboard.yaml"
    board.parent.mkdir()
    Image.linear_gradient("L").resize((1440, 960)).convert("RGB").save(board.parent / "photo.jpg")
    board.write_text(text, "utf-8")
    return board


def produced(board: Path, **options: Any) -> production.Edition:
    place = board.parent.parent
    where = {"output": place / "sortie", "cache": place / "cache"}
    return production.produce(board, **{"draft": True, "only": "diaporama", **where, **options})


def test_the_manifest_says_with_what_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    board = place_of(tmp_path)
    edition = produced(board)
    told = told_of(edition.folder)
    assert {"ceremonie", "python", "ffmpeg", "av", "pillow", "uharfbuzz"} <= told["outils"].keys()
    assert told["encodeurs"]["libavcodec"].count(".") == 2
    assert told["encodeurs"]["x264"].startswith("core ")
    assert told["environnement"] == {"SOURCE_DATE_EPOCH": "1700000000"}
    assert told["demande"]["seulement"] == "diaporama"
    fonts = {one.name: one for one in (edition.folder / "polices").glob("*.ttf")}
    assert told["polices"].keys() == fonts.keys()
    for name, digest in told["polices"].items():
        assert digest == hashlib.sha256(fonts[name].read_bytes()).hexdigest()
    read_again = read(board).storyboard
    assert read_again is not None
    assert told["storyboard_resolu"]["sha256"] == hashlib.sha256(resolved(read_again)).hexdigest()
    assert produced(board).unchanged
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert not produced(board).unchanged


def test_whoever_is_named_in_another_text_is_listed_there_without_a_key(tmp_path: Path) -> None:
    workshop = "      - {titre: Escrime, commune: Orly, texte: Ada LOVELACE a salué.}\n"
    board = place_of(tmp_path, BOARD.partition("deroule:")[0] + workshop + REGISTER)
    named = {
        one["partie"]
        for one in told_of(produced(board).folder)["personnes"]["P012"]
        if one["fichier"] == "diaporama.pptx" and one["comment"] == "nommé"
    }
    assert named == {"Les ateliers", "Témoignages"}


def test_an_edition_whose_manifest_tells_less_is_made_again(tmp_path: Path) -> None:
    board = place_of(tmp_path)
    folder = produced(board).folder
    told = told_of(folder)
    for key in ("encodeurs", "polices", "environnement", "storyboard_resolu", "empreinte"):
        told.pop(key)
    (folder / manifest.NAME).write_text(json.dumps(told), "utf-8")
    assert not produced(board).unchanged
    assert told_of(folder)["polices"]


def test_a_deck_that_still_carries_a_draft_film_is_known_for_one(
    tmp_path: Path, ceremonie: Callable[..., Outcome]
) -> None:
    board = place_of(tmp_path)
    folder = produced(board, only=None).folder
    produced(board, only="film", draft=False)
    films = told_of(folder)["films"]
    assert {name: one["brouillon"] for name, one in films.items()} == {
        "film.mp4": False,
        "diaporama.pptx": True,
    }
    cache = ("--cache", tmp_path / "cache")
    assert "[archive-brouillon]" in ceremonie("archiver", folder, "--storyboard", board, *cache).err
    assert "[usb-brouillon]" in ceremonie("cle", folder, "--vers", tmp_path / "cle", *cache).err


@pytest.mark.parametrize("name", ["storyboard.yaml", "photo.jpg", "clef.csv"])
def test_a_source_saved_during_the_run_is_told_and_not_recorded_as_used(
    tmp_path: Path, name: str
) -> None:
    board = place_of(tmp_path)
    board.with_name("clef.csv").write_text("identifiant;nom\nP012;Lovelace Ada\n", "utf-8")
    source = board.with_name(name)
    used = hashlib.sha256(source.read_bytes()).hexdigest()

    def saving(step: Step, part: float) -> None:
        if step is Step.DECK and not saved:
            saved.append(part)
            source.write_bytes(source.read_bytes() + b"\n")

    saved: list[float] = []
    edition = produced(board, progress=saving)
    assert saved
    (told,) = [one for one in edition.diagnostics if one.slug == "source-enregistree"]
    assert f"« {name} »" in told.message
    assert told_of(edition.folder)["entrees"][name] == used
    again = produced(board)
    assert not again.unchanged
    assert "source-enregistree" not in {one.slug for one in again.diagnostics}
    assert produced(board).unchanged


def test_a_storyboard_saved_just_after_it_was_read_is_told_as_it_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = place_of(tmp_path)
    used = board.read_bytes()
    reading = production.readable

    def read_and_saved(path: Path) -> Reading:
        made = reading(path)
        board.write_bytes(used + b"# relu\n")
        return made

    monkeypatch.setattr(production, "readable", read_and_saved)
    edition = produced(board)
    assert "source-enregistree" in {one.slug for one in edition.diagnostics}
    assert told_of(edition.folder)["entrees"][board.name] == hashlib.sha256(used).hexdigest()


def test_what_was_hashed_for_the_manifest_is_known_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, now = tmp_path / ".2023.pret", tmp_path / "2023"
    before.mkdir()
    (before / "film.mp4").write_bytes(b"film")
    digests = Digests(tmp_path / "registre")
    digest = digests.of(before / "film.mp4")
    before.rename(now)
    digests.moved(["film.mp4", "autre.mp4"], before, now)
    monkeypatch.setattr(unchanged, "digest_of", lambda _: pytest.fail("it was read again"))
    assert digests.of(now / "film.mp4") == digest
