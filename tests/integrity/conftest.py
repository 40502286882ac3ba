"""A small edition on disk, made for the hall and for colleagues, as a draft."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from ceremonie.audiences import Audience
from ceremonie.production import produce

from ..conftest import BOARD


@pytest.fixture(scope="session")
def produced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody changes anything in it: `edition` is a copy for that."""
    home = tmp_path_factory.mktemp("controle")
    Image.linear_gradient("L").resize((1440, 960)).convert("RGB").save(home / "photo.jpg")
    board = home / "storyboard.yaml"
    board.write_text(BOARD, "utf-8")
    return produce(
        board,
        draft=True,
        audiences=(Audience.HALL, Audience.INTERNAL),
        workers=1,
        output=home / "output",
        cache=home / "cache",
    ).folder


@pytest.fixture
def edition(produced: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(produced, tmp_path / "output" / "2023"))
