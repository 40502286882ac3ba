"""Folders for what passes from one step to the next, also where a run is killed meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ceremonie.scratch import scratch

HOLDING = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from ceremonie.scratch import scratch
with scratch() as folder:
    (folder / "son.f32").write_bytes(b"0" * 1000)
    print("ici", flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_run_left_goes_and_what_others_work_in_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "ceremonie-a-moi").mkdir()
    arguments = (sys.executable, "-c", HOLDING, tmp_path)
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline().strip() == b"ici"
        with scratch() as folder:
            assert list(folder.iterdir()) == []
            assert len(list(tmp_path.glob("*/son.f32"))) == 1
        assert len(list(tmp_path.glob("*/son.f32"))) == 1
        other.kill()
    with scratch() as folder:
        assert sorted(p.name for p in tmp_path.iterdir() if p.is_dir()) == [
            "ceremonie-a-moi",
            folder.name,
        ]
    assert [p.name for p in tmp_path.iterdir()] == ["ceremonie-a-moi"]
