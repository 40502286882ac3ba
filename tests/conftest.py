"""What every test may use: programs of the system, a small edition on disk, the command line."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first: where files are shared out to several processes, none is left
    with a long one when the others have finished.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so starts what a shell runs beside itself
    signal.signal(signal.SIGINT, signal.default_int_handler)

REQUIRED = "CEREMONIE_EXIGE"
"""Names the programs (parted by commas) whose absence is a failure and not a skip."""


def require(program: str, why: str = "") -> str:
    """Where a program of the system is; the test is skipped if it is nowhere. With `why`, it is
    something else that is missing, for that reason.
    """
    found = None if why else shutil.which(program)
    if found:
        return found
    why = why or f"{program} is not installed"
    if program in os.environ.get(REQUIRED, "").split(","):
        pytest.fail(f"{REQUIRED} names {program}: {why}")
    pytest.skip(why)


BOARD = """\
edition: "2023"
titre: Journées de l'égalité des chances
organisateur: Préfecture du Val-de-Marne
ceremonie:
  date: 2023-12-01
  lieu: Salle des fêtes
jours:
  - date: 2023-11-28
    ateliers:
      - titre: Boxe éducative
        commune: Créteil
        medias:
          - fichier: photo.jpg
            alt: Deux élèves en garde
            personnes: aucune
deroule: [titre, jours, film, cloture]
"""
"""Short, with one photo and with a slide for the film; there is nothing to tell of it."""


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """The storyboard of a small edition that builds, in a folder of its own."""
    folder = tmp_path / "edition"
    folder.mkdir()
    Image.linear_gradient("L").resize((1440, 960)).convert("RGB").save(folder / "photo.jpg")
    path = folder / "storyboard.yaml"
    path.write_text(BOARD, "utf-8")
    return path


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it wrote to standard output and to standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def ceremonie(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs the command line in this process."""
    from ceremonie.cli import main

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return run
