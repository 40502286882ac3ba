"""An edition says from what, with what and how it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceremonie import production
from ceremonie.edition import manifest
from ceremonie.storyboard import read
from ceremonie.storyboard.resolved import resolved

from ..conftest import BOARD, Outcome


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
