"""A scene of one's own from the storyboard to the film and the deck, as the guide shows it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pptx import Presentation

import ceremonie as package
from ceremonie.diagnostics import ExitCode, StoryboardError
from ceremonie.tools import ffmpeg

from ..conftest import Outcome

Run = Callable[..., Outcome]

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide.md").read_text("utf-8")
CHAPTER = GUIDE[GUIDE.index("## 13.") :]
CODE, DOOR = re.findall(r"```python\n(.*?)```", CHAPTER, re.S)
(ANNOUNCED,) = re.findall(r"```yaml\n(.*?)```", CHAPTER, re.S)

NOISE = """
import os, subprocess, sys
print("{")
print("bruit", file=sys.stderr)
os.write(1, b"bruit")
subprocess.run([sys.executable, "-c", "print('bruit')"])
"""
WIDTH, HEIGHT = 640, 360


@pytest.fixture
def own(board: Path) -> Path:
    """The small edition with the guide's scene, and nothing else in its film."""
    text = board.read_text("utf-8").replace("film, cloture]", "sur_mesure, film, cloture]")
    board.write_text(text + ANNOUNCED + "film: {sauf: [titre, jours, cloture]}\n", "utf-8")
    file = board.parent / "scenes" / "vague.py"
    file.parent.mkdir()
    file.write_text(CODE, "utf-8")
    return board


def picture(film: Path, seconds: float) -> np.ndarray:
    """(height, width, 3) RGB of a draft."""
    arguments = (
        *("-ss", f"{seconds:.3f}", *ffmpeg.file_input(film), "-frames:v", "1"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", ffmpeg.PIPE),
    )
    data = b"".join(ffmpeg.decoded(arguments, WIDTH * HEIGHT * 3))
    return np.frombuffer(data, np.uint8).reshape(HEIGHT, WIDTH, 3).astype(int)


@pytest.mark.slow
def test_the_example_of_the_guide_is_shown(own: Path, tmp_path: Path) -> None:
    """Whatever it prints, the result is JSON and nothing else."""
    file = own.parent / "scenes" / "vague.py"
    file.write_text(CODE + NOISE, "utf-8")
    command = (sys.executable, "-m", "ceremonie", "produire", own, "--brouillon", "--json")
    where = ("--sortie", tmp_path, "--cache", tmp_path / "cache")
    done = subprocess.run(
        [*command, *where, "--code-local"], check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == ExitCode.DONE, done.stderr
    assert json.loads(done.stdout)["diagnostics"] == []
    assert "bruit" not in done.stderr
    folder = tmp_path / "2023"
    _assert_the_wave(folder / "film.mp4")
    _assert_it_plays_on_its_slide(folder / "diaporama.pptx")
    told = (folder / "transcription.html").read_text("utf-8")
    assert "La vague des couloirs" in told
    assert "Des vagues de couleur traversent" in told
    inputs = json.loads((folder / "manifeste.json").read_text("utf-8"))["entrees"]
    assert "scenes/vague.py" in inputs


def _assert_the_wave(film: Path) -> None:
    """The colours of the example's own function, a second into the scene, with which the
    film begins.
    """
    example: dict[str, Any] = {}
    exec(CODE, example)
    drawn, height = example["image"](1.0), example["HAUTEUR"]
    found = picture(film, 1.0)
    colours = set()
    for y in range(20, HEIGHT, 40):
        for x in range(20, WIDTH, 60):
            column, row = (n * height // HEIGHT for n in (x, y))
            around = drawn[row - 6 : row + 7, column - 6 : column + 7].reshape(-1, 3)
            if (around == around[0]).all():
                assert np.abs(found[y, x] - around[0]).max() < 24, (x, y)
                colours.add(tuple(around[0]))
    assert len(colours) == 3


def _assert_it_plays_on_its_slide(deck: Path) -> None:
    slides = Presentation(str(deck)).slides
    (slide,) = [s for s in slides if "La vague des couloirs" in s.shapes.title.text]
    (shape,) = [s for s in slide.shapes if s.name == "scène"]
    assert (shape.left, shape.top) == (0, 0)
    assert shape._element.xpath(".//p:cNvPr/@descr") == ["Des vagues de couleur traversent l'écran"]
    assert shape._element.xpath(".//a:videoFile")
    assert "pour lancer la scène" in slide.notes_slide.notes_text_frame.text


def test_the_library_refuses_and_allows_it_too(own: Path, tmp_path: Path) -> None:
    assert [d.slug for d in package.check(own)] == ["code-local-refuse"]
    assert package.check(own, code_local=True) == ()
    with pytest.raises(StoryboardError) as caught:
        package.produce(own, draft=True, output=tmp_path, cache=tmp_path / "cache")
    assert [d.slug for d in caught.value.diagnostics] == ["code-local-refuse"]
    assert not (tmp_path / "2023").exists()


def test_verify_never_runs_it(ceremonie: Run, own: Path) -> None:
    marker = own.parent / "marque"
    file = own.parent / "scenes" / "vague.py"
    file.write_text(f"open({str(marker)!r}, 'w').close()\n", "utf-8")
    assert ceremonie("verifier", own).code == ExitCode.STORYBOARD
    assert ceremonie("verifier", own, "--code-local").code == ExitCode.DONE
    assert not marker.exists()


def test_a_failure_of_the_code_is_told_without_a_traceback(
    ceremonie: Run, own: Path, tmp_path: Path
) -> None:
    """Beside the other problems, all at once."""
    (own.parent / "photo.jpg").unlink()
    file = own.parent / "scenes" / "vague.py"
    file.write_text(CODE.replace("+ 0.15 *", "+ amplitude *"), "utf-8")
    options = ("--sortie", tmp_path, "--cache", tmp_path / "cache")
    outcome = ceremonie("produire", own, *options, "--code-local")
    assert outcome.code == ExitCode.STORYBOARD
    line = CODE[: CODE.index("+ 0.15 *")].count("\n") + 1
    cause = "NameError: name 'amplitude' is not defined"
    assert f"[scene-sur-mesure]  « scenes/vague.py », ligne {line} : {cause}" in outcome.err
    assert "[media-introuvable]" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_file_that_is_not_there_is_a_card_in_a_draft(own: Path, tmp_path: Path) -> None:
    (own.parent / "scenes" / "vague.py").unlink()
    made = package.produce(
        own, draft=True, output=tmp_path, cache=tmp_path / "cache", code_local=True
    )
    assert [d.slug for d in made.diagnostics] == ["media-introuvable"]
    assert "La vague des couloirs" in (made.folder / "transcription.html").read_text("utf-8")


@pytest.mark.slow
def test_the_film_enters_a_montage_of_ones_own_as_the_guide_shows(
    board: Path, tmp_path: Path
) -> None:
    where = tmp_path / "assets" / "2024"
    shutil.copytree(board.parent, where)
    Path(tmp_path / "annonce.py").write_text(DOOR, "utf-8")
    kept = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path / "cache")}
    subprocess.run(
        [sys.executable, "annonce.py"], cwd=tmp_path, check=True, env={**os.environ, **kept}
    )
    frames = list(frames_of(tmp_path / "annonce.mp4"))
    assert len(frames) == 50
    assert {frame.shape for frame in frames} == {(HEIGHT, WIDTH, 3)}
    assert np.abs(frames[3].astype(int) - (11, 21, 48)).mean() < 3, "the card first"
    assert np.abs(frames[49].astype(int) - (11, 21, 48)).mean() > 20, "then the film"


def frames_of(film: Path) -> Iterator[np.ndarray]:
    form = ("-f", "rawvideo", "-pix_fmt", "rgb24", ffmpeg.PIPE)
    for data in ffmpeg.decoded((*ffmpeg.file_input(film), *form), WIDTH * HEIGHT * 3):
        yield np.frombuffer(data, np.uint8).reshape(HEIGHT, WIDTH, 3)
