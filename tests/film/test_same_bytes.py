"""One storyboard, one film: whoever renders it, wherever, in whatever order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

import pytest

from ceremonie.cache import FILM
from ceremonie.film import rendering
from ceremonie.film.kept import Kept

from .plans import draft, short_plan

SURROUNDINGS: Sequence[tuple[str, dict[str, str], tuple[str, ...]]] = (
    ("ailleurs", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "0"}, ()),
    (
        "l'été à Créteil",
        {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
        ("--travaux", "1"),
    ),
    (
        "a b",
        {"TZ": "UTC", "LC_ALL": "fr_FR.UTF-8", "PYTHONHASHSEED": "random", "OMP_NUM_THREADS": "5"},
        ("--travaux", "3"),
    ),
)
"""Name of the folders, environment, options."""


def test_the_surroundings_take_no_part(board: Path, tmp_path: Path) -> None:
    films = set()
    for name, environment, options in SURROUNDINGS:
        folder = tmp_path / name
        folder.mkdir()
        command = [
            *(sys.executable, "-m", "ceremonie", "produire", os.path.relpath(board, folder)),
            *("--brouillon", "--seulement", "film", "--cache", f"cache {name}", *options),
        ]
        subprocess.run(
            command, cwd=folder, env={**os.environ, **environment}, check=True, capture_output=True
        )
        films.add((folder / "output" / "2023" / "film.mp4").read_bytes())
    assert len(films) == 1


@pytest.mark.parametrize("full", [False, True], ids=["draft", "full"])
def test_neither_order_nor_what_is_kept_takes_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    folders = [tmp_path / name for name in ("une", "autre")]
    for folder in folders:
        folder.mkdir()
    whole = draft(short_plan(), folders[0], workers=3, full=full).read_bytes()
    for index, piece in enumerate(sorted((folders[0] / "segments").iterdir())):
        if index % 2:
            piece.unlink()
    assert draft(short_plan(), folders[0], full=full).read_bytes() == whole

    shortest_last = rendering._segment_jobs

    def shortest_first(missing: dict, quality: object, executor: Executor) -> object:  # type: ignore[type-arg]
        return shortest_last(dict(reversed(missing.items())), quality, executor)  # type: ignore[arg-type]

    monkeypatch.setattr(rendering, "_segment_jobs", shortest_first)
    assert draft(short_plan(), folders[1], full=full).read_bytes() == whole


def test_a_damaged_piece_is_not_taken_for_whole(tmp_path: Path) -> None:
    kept = Kept(tmp_path / FILM)
    kept.put("a", b"film" * 1000)
    assert kept.has("a")
    path = kept.path("a")
    for data in (path.read_bytes()[:-1], b"Film" + path.read_bytes()[4:], b"", b"film"):
        path.write_bytes(data)
        assert not kept.has("a")
