"""The decks of the samples, with a film on them, say what their storyboards say: nothing is told to
whoever rereads one in which nobody has changed anything.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ceremonie.deck import write
from ceremonie.desk import reread
from ceremonie.production import prepare
from ceremonie.progress import silent
from ceremonie.tools import ffmpeg

from .planned import EXAMPLE, SAMPLE

WALK_IN = "\naccueil: {secondes: 12, decompte: 130}\n"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a short film, which is that of no storyboard, and copies of media that all tests use."""
    folder = tmp_path_factory.mktemp("relecture")
    picture = ("-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=1")
    ffmpeg.run((*picture, ffmpeg.file_output(folder / "film.mp4")))
    return folder


@pytest.mark.parametrize("walk_in", ["", WALK_IN], ids=["alone", "with a walk-in"])
@pytest.mark.parametrize(
    "edition", [EXAMPLE, pytest.param(SAMPLE, marks=pytest.mark.slow)], ids=["example", "sample"]
)
def test_a_deck_that_nobody_has_touched_changes_nothing(
    edition: Path, walk_in: str, room: Path, tmp_path: Path
) -> None:
    home = tmp_path / "assets" / edition.name
    shutil.copytree(edition, home)
    board = home / "storyboard.yaml"
    board.write_text(board.read_text("utf-8") + walk_in, "utf-8")
    deck = tmp_path / "diaporama.pptx"
    plan = prepare(board, cache=room / "cache")
    assert bool(plan.welcome) == bool(walk_in)
    write(plan, deck, film=room / "film.mp4", progress=silent)
    told = reread(deck, storyboard=board, cache=room / "cache")
    assert (told.difference, told.photos, told.diagnostics) == ("", (), ())
