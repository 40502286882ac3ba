"""What a technician is given: listed with all else, and kept as long as it is what it would be."""

from __future__ import annotations

import json
import shutil
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ceremonie.control import Sought, privacy
from ceremonie.diagnostics import CheckError
from ceremonie.order import Edition
from ceremonie.production import Part, produce
from ceremonie.tools import ffmpeg

from ..conftest import BOARD

pytestmark = pytest.mark.slow

GIVEN = ("film-regie.mov", "film-musique.wav")
"""Of a film in which nobody speaks."""
SHEET = "fiche-technique.html"
SHORT = "film: {sauf: [jours], regie: {avant: 0.2}}\nmusique: {fichier: air.wav}\n"


SECRET = "Klaxonville"
"""Stands in the tags of the music."""


def make(place: Path, **options: Any) -> Edition:
    own: dict[str, Any] = {"workers": 1, "cache": place / "cache", "output": place / "sortie"}
    return produce(place / "edition" / "storyboard.yaml", **own, **options)


def drafted(place: Path) -> Edition:
    """In the place of the finished film."""
    return make(place, draft=True, replace_other=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an edition whose film is title and credits over a sound."""
    place = tmp_path_factory.mktemp("regie")
    folder = place / "edition"
    folder.mkdir()
    medias = BOARD[BOARD.index("        medias:") : BOARD.index("deroule:")]
    board = BOARD.replace(medias, "") + SHORT
    folder.joinpath("storyboard.yaml").write_text(board, "utf-8")
    noise = np.random.default_rng(7).integers(-9000, 9000, 48_000 * 20, np.int16)
    with wave.open(str(folder / "brut.wav"), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(noise.tobytes())
    tags = ("-metadata", f"artist={SECRET}", "-metadata", f"title={SECRET}")
    source = ffmpeg.file_input(folder / "brut.wav")
    ffmpeg.run((*source, *tags, ffmpeg.file_output(folder / "air.wav")))
    make(place, master="dnxhd")
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(edition: Edition) -> list[str]:
    """Of what a run did to what the technician had, what can be done."""
    return [str(d.remedy) for d in edition.diagnostics if d.slug == "regie-retiree"]


def bytes_of(place: Path, names: Sequence[str]) -> list[bytes]:
    return [(place / "sortie" / "2023" / name).read_bytes() for name in names]


def test_what_the_technician_is_given_is_listed_and_told(made: Path) -> None:
    edition = made / "sortie" / "2023"
    facts = json.loads((edition / "manifeste.json").read_text("utf-8"))
    assert {*GIVEN, SHEET} <= facts["sorties"].keys()
    sheet = (edition / SHEET).read_text("utf-8")
    for name in (*GIVEN, "film.mp4"):
        assert f'<th scope="col">{name}</th>' in sheet
    report = json.loads((edition / "rapport.json").read_text("utf-8"))
    assert {*GIVEN, SHEET} <= report["fichiers"].keys()
    assert not (edition / "film-parole.wav").exists()
    with wave.open(str(edition / "film-musique.wav")) as sound:
        assert sound.getnframes() == (report["film"]["images"] + 5) * 1920


def test_nothing_of_the_tags_of_music_is_in_what_the_technician_is_given(made: Path) -> None:
    assert SECRET.encode() in (made / "edition" / "air.wav").read_bytes()
    folder, house = made / "sortie" / "2023", frozenset(("manifeste.json",))
    authors = frozenset({"prefectureduvaldemarne"})
    sought = Sought({"P001": (SECRET,)}, ("air.wav",), (str(made),), authors, house=house)
    assert list(privacy.check(folder, sought)) == []
    assert not any(SECRET.encode() in data for data in bytes_of(made, GIVEN))


def test_what_is_put_beside_it_with_tags_is_told(place: Path) -> None:
    """In the hall's own folder with a warning; what is the technician's is nobody else's."""
    shutil.copy(place / "edition" / "air.wav", place / "sortie" / "2023" / "essai.wav")
    told = {d.place.at: d.slug for d in drafted(place).diagnostics if d.place}
    assert any(at.startswith("essai.wav, bloc IART") for at in told), told
    (place / "sortie" / "2023" / "internet").mkdir()
    for name in GIVEN:
        (place / "sortie" / "2023" / "internet" / name).write_bytes(b"")
    with pytest.raises(CheckError) as stopped:
        make(place, only=Part.DECK)
    slugs = {(d.slug, d.place.file) for d in stopped.value.diagnostics if d.place}
    assert {("fuite-fichier", f"internet/{name}") for name in GIVEN} <= slugs


def test_it_stays_while_it_is_what_it_would_be_and_leaves_with_a_word(place: Path) -> None:
    before = bytes_of(place, GIVEN)
    deck = make(place, only=Part.DECK)
    assert told(deck) == []
    assert bytes_of(place, GIVEN) == before
    assert (place / "sortie" / "2023" / SHEET).is_file()
    draft = drafted(place)
    assert told(draft) == []
    assert bytes_of(place, GIVEN) == before
    (sheet,) = bytes_of(place, [SHEET])
    assert "640 × 360" in sheet.decode(), "that of the film beside it is told anew"
    board = place / "edition" / "storyboard.yaml"
    board.write_text(board.read_text("utf-8").replace("avant: 0.2", "avant: 1"), "utf-8")
    gone = drafted(place)
    assert len(told(gone)) == 1
    assert "--regie dnxhd" in told(gone)[0]
    assert not {path.name for path in gone.files} & {*GIVEN, SHEET}
    assert told(drafted(place)) == []
