"""Power fails at any instant: the next run goes on, and its film is the same to the bit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ceremonie.cache import FILM, KEPT, MEDIA, RUNS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX systems")

INSTANTS = 20


def start(board: Path, folder: Path) -> subprocess.Popen[bytes]:
    """The command with two workers, all in a group of processes of their own."""
    command = [
        *(sys.executable, "-m", "ceremonie", "produire", str(board), "--brouillon"),
        *("--seulement", "film", "--travaux", "2"),
        *("--sortie", str(folder / "sortie"), "--cache", str(folder / "cache")),
    ]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)


def film(folder: Path) -> bytes:
    return (folder / "sortie" / "2023" / "film.mp4").read_bytes()


def finished(folder: Path) -> dict[str, int]:
    """The pieces of the film that are there under their names, and which file each one is."""
    found = (folder / "cache" / FILM).glob("[0-9a-f]*.mp4")
    return {path.name: path.stat().st_ino for path in found}


def strangers(folder: Path) -> list[Path]:
    """What neither an edition nor a cache consists of."""
    kept = {path for place in (MEDIA, FILM, RUNS) for path in (folder / "cache" / place).iterdir()}
    unfinished = [p for p in kept if not any(n.fullmatch(p.name) for n in KEPT.values())]
    others = [p for p in (folder / "sortie").iterdir() if p.name != "2023"]
    return [p for p in (*unfinished, *others) if p.name != "porte.verrou"]


@pytest.fixture
def undisturbed(board: Path, tmp_path: Path) -> tuple[bytes, float]:
    """Its film, and how long it took."""
    began = time.monotonic()
    assert start(board, tmp_path / "entier").wait(timeout=120) == 0
    return film(tmp_path / "entier"), time.monotonic() - began


def test_a_run_that_is_killed_at_any_instant_goes_on_where_it_stopped(
    board: Path, tmp_path: Path, undisturbed: tuple[bytes, float]
) -> None:
    whole, seconds = undisturbed
    found = []
    for instant in range(INSTANTS):
        folder = tmp_path / str(instant)
        process = start(board, folder)
        try:
            process.wait(timeout=seconds * (instant + 1) / INSTANTS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=20)
        before = finished(folder)
        assert start(board, folder).wait(timeout=120) == 0
        assert film(folder) == whole, instant
        assert before.items() <= finished(folder).items(), instant
        assert not strangers(folder), instant
        found.append(len(before))
    assert found[0] == 0
    assert any(0 < count < len(finished(folder)) for count in found), found


def test_runs_that_are_killed_again_and_again_get_there(
    board: Path, tmp_path: Path, undisturbed: tuple[bytes, float]
) -> None:
    """On one cache, each begun before the processes of the last one may have gone."""
    whole, seconds = undisturbed
    for part in (0.4, 0.5, 0.6, 0.7, 0.8, 0.5, 0.9):
        process = start(board, tmp_path)
        try:
            process.wait(timeout=seconds * part)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    assert start(board, tmp_path).wait(timeout=120) == 0
    assert film(tmp_path) == whole
