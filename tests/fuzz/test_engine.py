"""What `scripts/fuzz.py` does with a target that raises, and with one that does not."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def fuzzing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports a module of `scripts/fuzzing`, which is on nobody's path but the script's."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield lambda name: importlib.import_module(f"fuzzing.{name}")
    for name in [name for name in sys.modules if name.partition(".")[0] == "fuzzing"]:
        del sys.modules[name]


def fragile(data: bytes) -> frozenset[str]:
    if b"-->" in data:
        raise ValueError("an arrow")
    return frozenset({str(len(data) // 8)})


def test_a_finding_is_written_once_with_its_bytes_and_its_error(
    fuzzing: Any, tmp_path: Path
) -> None:
    store = fuzzing("store").Store(tmp_path)
    trial = fuzzing("engine").Trial(fragile, store)
    for data in (b"a --> b", b"-->", b"a", b"b", b"123456789"):
        trial(data)
    (words,) = store.findings.glob("*.txt")
    assert "ValueError: an arrow" in words.read_text("utf-8")
    assert words.with_suffix(".bin").read_bytes() == b"a --> b"
    assert sorted(store.inputs()) == [b"123456789", b"a"]
    assert store.executions == 5
    assert store.counts() == (2, 1)


def test_mutations_give_new_answers_and_those_join_the_corpus(fuzzing: Any, tmp_path: Path) -> None:
    store, engine = fuzzing("store").Store(tmp_path), fuzzing("engine")
    store.keep(b"00:00:01,000\n00:00:02,000\nBonjour\n")
    engine.batch(engine.Trial(fragile, store))
    assert store.executions == engine.BATCH
    assert len(store.inputs()) > 2


@pytest.mark.slow
def test_the_command_fuzzes_every_part_of_a_target(
    fuzzing: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    given = ["--minutes", "0.03", "--target", "subtitles", "--corpus", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", ["fuzz.py", *given])
    assert fuzzing("command").main() == 0
    told = capfd.readouterr().out
    assert "subtitles: " in told
    assert "0 findings" in told
    assert (tmp_path / "subtitles" / "corpus").is_dir()
