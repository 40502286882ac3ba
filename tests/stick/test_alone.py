"""Two runs at once onto one stick: the second one is told who is at work, and changes nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremonie.diagnostics import ExitCode
from ceremonie.stick.alone import alone
from ceremonie.stick.stick_file import StickFile

from ..conftest import Outcome
from .conftest import Hall

HOLDING = """
import sys, tempfile
from pathlib import Path
from ceremonie.stick.alone import alone
tempfile.tempdir = sys.argv[2]
with alone([Path(sys.argv[1])]):
    print("ici", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_told_who_works_there_and_one_elsewhere_is_not(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds: list[Outcome] = []
    real = StickFile.pieces

    def pieces(file: StickFile) -> Iterator[bytes]:
        if not seconds:
            seconds.append(Outcome(0, "", ""))
            before = sorted(hall.stick.rglob("*"))
            seconds.append(hall.run("2024", "--vers", hall.stick.parent / "." / "2024-cle"))
            assert sorted(hall.stick.rglob("*")) == before
            seconds.append(hall.run("2024", "--zip"))
        yield from real(file)

    monkeypatch.setattr(StickFile, "pieces", pieces)
    assert hall.run("2024").code == ExitCode.DONE
    _, same, elsewhere = seconds
    assert same.code == ExitCode.BUSY
    who = rf"par une autre commande, lancée à \d\d:\d\d \(processus {os.getpid()}\)"
    assert re.search(rf"\[usb-en-cours\].*2024-cle.*{who}", same.err)
    assert elsewhere.code == ExitCode.DONE
    assert hall.run("2024").code == ExitCode.DONE


def test_a_run_that_was_killed_leaves_no_lock(hall: Hall, tmp_path: Path) -> None:
    arguments = (sys.executable, "-c", HOLDING, hall.stick, tmp_path)
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline().strip() == b"ici"
        told = hall.run("2024")
        assert (told.code, f"processus {other.pid}" in told.err) == (ExitCode.BUSY, True)
        assert not hall.stick.exists()
        other.kill()
    assert hall.run("2024").code == ExitCode.DONE


def test_a_lock_that_tells_nothing_is_one_all_the_same(hall: Hall, tmp_path: Path) -> None:
    with alone([hall.stick]):
        for note in tmp_path.glob("ceremonie-cle-*.verrou"):
            note.write_bytes(b"")
        told = hall.run("2024")
    assert "en cours d'écriture par une autre commande ;" in re.sub(r"\s", " ", told.err)
    assert told.code == ExitCode.BUSY
