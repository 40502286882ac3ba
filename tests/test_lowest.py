"""The oldest libraries that pyproject.toml admits: installed, and an edition made with them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from ceremonie.tools import ffmpeg

from .conftest import BOARD, require

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "lowest.txt"

OLD = ((3, 11), (3, 12))
"""Versions of Python that the oldest libraries knew of."""

pytestmark = pytest.mark.slow

MEDIA = """\
          - {fichier: iphone.heic, alt: Un dégradé, personnes: aucune}
          - {fichier: logo.png, alt: Un rond, personnes: aucune}
          - {fichier: extrait.mp4, alt: Une mire, personnes: aucune, sous_titres: extrait.srt}
"""
MUSIC = "musique: {fichier: musique.ogg, credit: Un essai}\n"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter of the oldest Python with the oldest libraries; they come from the index that
    pip is set up for.
    """
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([_old_python(), "-m", "venv", str(folder)], check=True)
    made = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    options = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--no-input")
    done = subprocess.run(
        [made, "-m", "pip", "install", "--quiet", *options, "-r", LOCK],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        require("reseau", f"pip reached no index: {done.stderr[-500:]}")
        pytest.fail(done.stderr)
    return made


def _old_python() -> str:
    """One for which these versions have wheels."""
    if sys.version_info[:2] in OLD:
        return sys.executable
    found = (shutil.which(f"python{major}.{minor}") for major, minor in OLD)
    return next(filter(None, found), "") or pytest.skip("no Python of these years")


@pytest.fixture
def edition(board: Path) -> Path:
    """An edition that goes through every library: photos of each kind, a logo, a clip, music."""
    folder = board.parent
    whole = BOARD.replace("deroule:", MEDIA + "deroule:") + MUSIC
    board.write_text(whole, "utf-8")
    Image.new("RGBA", (400, 400), (200, 40, 40, 128)).save(folder / "logo.png")
    pillow_heif.from_pillow(Image.new("RGB", (900, 600), "teal")).save(folder / "iphone.heic")
    (folder / "extrait.srt").write_text("1\n00:00:00,200 --> 00:00:01,500\nBonjour\n", "utf-8")
    sound = ("-f", "lavfi", "-i", "sine=440:d=3")
    picture = ("-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=2")
    ffmpeg.run((*picture, *sound, "-shortest", ffmpeg.file_output(folder / "extrait.mp4")))
    ffmpeg.run((*sound, ffmpeg.file_output(folder / "musique.ogg")))
    return board


def test_an_edition_is_made_with_the_oldest_libraries(
    python: Path, edition: Path, tmp_path: Path
) -> None:
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    where = ("--sortie", tmp_path / "sortie", "--cache", tmp_path / "cache")
    done = subprocess.run(
        [python, "-m", "ceremonie", "produire", edition, "--brouillon", *where],
        env=bare | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    made = {path.name for path in (tmp_path / "sortie" / "2023").iterdir()}
    assert made >= {"film.mp4", "diaporama.pptx", "film.fr.vtt", "rapport.html"}
