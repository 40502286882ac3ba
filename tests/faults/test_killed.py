"""Runs that the system kills: the next one goes on from what was whole, as if nothing had been."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from ceremonie.cache import RUN, RUNS
from ceremonie.cache_names import KEPT
from ceremonie.diagnostics import ExitCode
from ceremonie.edition.beside import FORMERS
from ceremonie.edition.outputs import SHELF
from ceremonie.film.work.kept import is_whole

from .. import workshops

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system"),
]

PATIENCE = 120.0
"""Seconds after which something that was to happen did not."""

Contents = dict[str, bytes]
TIMES = 20


@dataclass(frozen=True)
class Place:
    """Where an edition is made from, and to."""

    board: Path
    output: Path
    cache: Path

    def pieces(self) -> list[Path]:
        return list((self.cache / "film").glob("*.mp4"))

    def staged(self, pattern: str) -> bool:
        """Whether the edition under way holds a file of this name."""
        return any(self.output.glob(f".2023.*.partiel/{pattern}"))

    def contents(self) -> Contents:
        files = [path for path in self.output.rglob("*") if path.is_file()]
        return {str(path.relative_to(self.output)): path.read_bytes() for path in files}


Instant = Callable[[Place, float], bool]
"""Whether a run has come so far, some seconds after its start."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(
        workshops.storyboard(tmp_path / "edition"), tmp_path / "sortie", tmp_path / "cache"
    )


@contextmanager
def running(place: Place) -> Iterator[subprocess.Popen[str]]:
    """The real command in a session of its own; none of it is left afterwards."""
    words = ("produire", place.board, "--seulement", "film", "--brouillon", "--travaux", "2")
    where = ("--sortie", place.output, "--cache", place.cache)
    process = subprocess.Popen(
        [sys.executable, "-m", "ceremonie", *map(str, (*words, *where))],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            kill(process)
        process.communicate()


def kill(process: subprocess.Popen[str]) -> None:
    """The command and its workers at once, as a system without memory or power does."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def reached(instant: Instant, place: Place, process: subprocess.Popen[str]) -> bool:
    """Wait for an instant of the run; False if the run ended before."""
    start = time.monotonic()
    while process.poll() is None and (elapsed := time.monotonic() - start) < PATIENCE:
        if instant(place, elapsed):
            return True
        time.sleep(0.002)
    return False


def done(place: Place) -> None:
    with running(place) as process:
        _, told = process.communicate(timeout=PATIENCE)
        assert process.returncode == ExitCode.DONE, told


def undisturbed(place: Place) -> tuple[Contents, float, int]:
    """What a run makes, the seconds before its first piece where all that killed runs have found
    out about the media is kept, and how many pieces there are.
    """
    done(place)
    made, count = place.contents(), len(place.pieces())
    for piece in place.pieces():
        piece.unlink()
    shutil.rmtree(place.output)  # else nothing would have to be made
    start = time.monotonic()
    with running(place) as process:
        assert reached(pieces(1), place, process)
        starting = time.monotonic() - start
        _, told = process.communicate(timeout=PATIENCE)
        assert process.returncode == ExitCode.DONE, told
    return made, starting, count


def strangers(place: Place) -> list[Path]:
    """What lies in the cache and is not kept there."""
    kept = ((path, KEPT[name]) for name in KEPT for path in (place.cache / name).glob("*"))
    running = [path for path in (place.cache / RUNS).iterdir() if RUN.fullmatch(path.name)]
    return [path for path, names in kept if not names.fullmatch(path.name)] + running


def after(seconds: float) -> Instant:
    return lambda _, elapsed: elapsed >= seconds


def pieces(least: int) -> Instant:
    return lambda place, _: len(place.pieces()) >= least


def staged(pattern: str) -> Instant:
    return lambda place, _: place.staged(pattern)


def test_a_run_killed_twenty_times_ends_with_the_very_same_edition(
    place: Place, tmp_path: Path
) -> None:
    """While it starts, at each new piece, while it joins them, and while it writes the rest."""
    elsewhere = Place(place.board, tmp_path / "autre sortie", tmp_path / "autre cache")
    wanted, starting, count = undisturbed(elsewhere)
    late = [staged(name) for name in (".*.partiel", "film.mp4", "planche.jpg", "rapport.html")]
    early = TIMES - count - len(late)
    assert early >= 3
    instants = [after(starting * number / early) for number in range(early)]
    instants += [pieces(least) for least in range(1, count + 1)]
    instants += late
    whole: dict[str, int] = {}
    for instant in instants:
        with running(place) as process:
            assert reached(instant, place, process), "it ended before it was killed"
            kill(process)
        now = {path.name: path.stat().st_ino for path in place.pieces() if is_whole(path)}
        assert whole.items() <= now.items(), "a piece was rendered again"
        assert not (place.output / "2023").exists()
        whole = now
    assert len(whole) == count
    done(place)
    assert {path.name: path.stat().st_ino for path in place.pieces()} == whole
    assert place.contents() == wanted
    assert {path.name for path in place.output.iterdir()} <= {"2023", FORMERS, SHELF}
    assert not list(tmp_path.rglob("*.partiel"))
    assert not strangers(place)


def workers(parent: int) -> list[int]:
    """The processes that a run has started to render, oldest first."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents = entry.read_text().rpartition(")")[2].split()
            line = entry.with_name("cmdline").read_bytes()
        except OSError:
            continue  # it has just ended
        if int(parents[1]) == parent and b"spawn_main" in line:
            found.append(int(entry.parent.name))
    return sorted(found)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to find workers in")
def test_a_run_whose_worker_is_killed_says_so_and_keeps_the_former_edition(place: Place) -> None:
    done(place)
    former, count = place.contents(), len(place.pieces())
    board = place.board.read_text("utf-8")
    place.board.write_text(board.replace("Créteil", "Orly").replace("11-28", "11-29"), "utf-8")
    with running(place) as process:
        assert reached(pieces(count + 1), place, process)
        os.kill(workers(process.pid)[0], signal.SIGKILL)
        _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == ExitCode.RENDERING
    assert "[rendu-interrompu]" in told
    assert "Traceback" not in told
    assert place.contents() == former
    done(place)
    assert place.contents()["2023/film.mp4"] != former["2023/film.mp4"]
    assert {path.name for path in place.output.iterdir()} <= {"2023", FORMERS, SHELF}
