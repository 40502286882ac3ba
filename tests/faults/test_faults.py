"""What goes wrong on the last evening: the former edition stays, and the message is French."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremonie.diagnostics import ExitCode

from ..conftest import Outcome

Run = Callable[..., Outcome]
Made = tuple[Path, dict[str, bytes]]

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX systems")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def former(ceremonie: Run, board: Path, tmp_path: Path) -> Made:
    """A good edition that a later run may not harm."""
    assert ceremonie("produire", board, *where(tmp_path)).code == ExitCode.DONE
    folder = tmp_path / "sortie" / "2023"
    return folder, contents(folder)


def where(tmp_path: Path) -> tuple[str | Path, ...]:
    return "--brouillon", "--sortie", tmp_path / "sortie", "--cache", tmp_path / "cache"


def nothing_half_done(tmp_path: Path) -> bool:
    return not [p for p in tmp_path.rglob("*") if p.name.endswith((".partiel", ".ancien"))]


def test_a_faulty_storyboard_leaves_the_edition_untouched(
    ceremonie: Run, board: Path, tmp_path: Path, former: Made
) -> None:
    board.write_text(board.read_text("utf-8").replace("Créteil", "Paris"), "utf-8")
    board.write_text(board.read_text("utf-8").replace("date:", "dat:", 1), "utf-8")
    outcome = ceremonie("produire", board, *where(tmp_path))
    assert outcome.code == ExitCode.STORYBOARD
    assert "Traceback" not in outcome.err
    assert contents(former[0]) == former[1]


def test_a_truncated_photo_is_told_by_name(
    ceremonie: Run, board: Path, tmp_path: Path, former: Made
) -> None:
    photo = board.parent / "photo.jpg"
    photo.write_bytes(photo.read_bytes()[: photo.stat().st_size // 2])
    outcome = ceremonie("produire", board, *where(tmp_path)[1:])
    assert outcome.code == ExitCode.STORYBOARD
    assert "photo.jpg" in outcome.err
    assert contents(former[0]) == former[1]


def test_an_output_that_cannot_be_written_is_told(
    ceremonie: Run, board: Path, tmp_path: Path
) -> None:
    (tmp_path / "sortie").write_text("un fichier, pas un dossier")
    outcome = ceremonie("produire", board, *where(tmp_path))
    assert outcome.code == ExitCode.MACHINE
    assert "--sortie" in outcome.err
    assert "Traceback" not in outcome.err


def test_two_runs_on_one_edition_do_not_mix(
    ceremonie: Run, board: Path, tmp_path: Path, former: Made
) -> None:
    from filelock import FileLock

    with FileLock(former[0].with_name(".2023.verrou")):
        outcome = ceremonie("produire", board, *where(tmp_path))
    assert outcome.code == ExitCode.BUSY
    assert "déjà en cours" in outcome.err
    assert contents(former[0]) == former[1]


def test_what_a_killed_run_left_is_swept_away(
    ceremonie: Run, board: Path, tmp_path: Path, former: Made
) -> None:
    (former[0].parent / ".2023.0badcafe.partiel").mkdir()
    former[0].rename(former[0].with_name(".2023.0badcafe.ancien"))
    board.write_text(board.read_text("utf-8").replace("dat", "tad", 1), "utf-8")
    assert ceremonie("produire", board, *where(tmp_path)).code == ExitCode.STORYBOARD
    board.write_text(board.read_text("utf-8").replace("tad", "dat", 1), "utf-8")
    assert ceremonie("produire", board, *where(tmp_path)).code == ExitCode.DONE
    assert nothing_half_done(tmp_path)
    assert former[0].is_dir()


def start(board: Path, tmp_path: Path, before: str = "") -> subprocess.Popen[str]:
    lines = (before or "pass", "import sys", "from ceremonie.cli import main", "sys.exit(main())")
    script = tmp_path / "lance.py"
    script.write_text("if __name__ == '__main__':\n" + "".join(f"    {x}\n" for x in lines))
    command = [sys.executable, str(script), "produire", str(board), *map(str, where(tmp_path)[1:])]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing_behind(
    board: Path, tmp_path: Path, former: Made, how: signal.Signals
) -> None:
    """Ctrl-C reaches every process of a terminal, being told to end only the one that is meant."""
    process = start(board, tmp_path)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("rendu du film"):
            break
    time.sleep(1.5)
    if how is signal.SIGINT:
        os.killpg(process.pid, how)
    else:
        process.terminate()
    _, told = process.communicate(timeout=30)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Interrompu" in told
    assert "Traceback" not in told
    assert contents(former[0]) == former[1]
    assert nothing_half_done(tmp_path)


@POSIX
def test_a_full_disk_is_told_in_french(board: Path, tmp_path: Path, former: Made) -> None:
    """Stood in for by a limit on the size of files: every write beyond it fails."""
    limit = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))"
    )
    process = start(board, tmp_path, limit)
    _, told = process.communicate(timeout=60)
    assert process.returncode == ExitCode.MACHINE, told
    assert "plus de place" in told
    assert "Traceback" not in told
    assert contents(former[0]) == former[1]
    assert nothing_half_done(tmp_path)
