"""What explorers and offices leave behind changes nothing and is made anew nowhere."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from ceremonie import deck, pictograms, program
from ceremonie.film.work import segments
from ceremonie.media import custom

STRAY = (".DS_Store", "Thumbs.db", "desktop.ini", "._film.py", "~$scene.docx")


def litter(folder: Path) -> None:
    for name in STRAY:
        (folder / name).write_bytes(b"\0")


def test_what_lies_beside_a_scene_of_ones_own_is_the_same(tmp_path: Path) -> None:
    scene = tmp_path / "scene.py"
    for name in ("scene.py", "image.png", "notes.txt"):
        (tmp_path / name).touch()
    former = custom.beside(scene)
    litter(tmp_path)
    assert custom.beside(scene) == former
    assert len(former) == 3


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the program's data and code are read from."""
    root = Path(segments.__file__).parents[2]
    copy = tmp_path / "ceremonie"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("__pycache__"))
    files = resources.files
    monkeypatch.setattr(
        resources, "files", lambda name: copy if name == "ceremonie" else files(name)
    )
    return copy


def key_of_the_film() -> str:
    program.digest.cache_clear()
    return segments.renderer.__wrapped__()


def test_the_keys_of_the_film_are_the_same(package: Path) -> None:
    former = key_of_the_film()
    for source in segments.SOURCES:
        if (package / source).is_dir():
            litter(package / source)
    assert key_of_the_film() == former
    (package / "film" / "autre.py").touch()
    assert key_of_the_film() != former


def test_fonts_and_pictograms_are_the_same(package: Path) -> None:
    former = deck.shipped(), pictograms.names()
    litter(package / "data" / "fonts")
    litter(package / "data" / "pictograms")
    (package / "data" / "pictograms" / "._coeur.svg").touch()
    assert (deck.shipped(), pictograms.names()) == former
