"""Editions as their manifests and records tell of them, without any work."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from ceremonie.comparing import Content, Entry, Record, written

Edition = Callable[..., Path]


def entries(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(str(n), n, "Nadia Exemple", (), "0") for n in range(1, count + 1))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "maison" / "output"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def edition(output: Path) -> Edition:
    """Makes one, of a day: what else its manifest tells is given."""

    def make(name: str, day: str = "", *, slides: int = 0, frames: int = 0, **told: Any) -> Path:
        folder = output / name
        folder.mkdir()
        facts = {"edition": name, "origine": {"ceremonie": day} if day else {}} | told
        (folder / "manifeste.json").write_text(json.dumps(facts), "utf-8")
        if slides:
            (folder / "diaporama.pptx").write_text("diaporama")
            content = Content("Fête du sport", frames, entries(slides), ())
            (folder / "contenu.json").write_text(written(Record(content)), "utf-8")
        if frames:
            (folder / "film.mp4").write_text("film")
            picture = Image.linear_gradient("L").resize((640, 360)).convert("RGB")
            picture.save(folder / "affiche.jpg")
        return folder

    return make
